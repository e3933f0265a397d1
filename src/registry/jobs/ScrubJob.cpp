// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/ScrubJob.h"

#include <utility>

#include "registry/Log.h"
#include "registry/store/Numbers.h"
#include "registry/store/Scrub.h"

namespace berth {

ScrubJob::ScrubJob(Parts parts, const JobStart &start)
    : m_parts(std::move(parts))
    , m_position(json::text(start.facts, "position"))
    , m_blobs(json::integer(start.facts, "read_blobs"))
    , m_bytes(json::integer(start.facts, "read_bytes"))
    , m_damaged(json::integer(start.facts, "found_damaged"))
{
}

Result<Job::Step> ScrubJob::step(const Turn &turn)
{
    const auto candidate = scrub::next(turn.reader, m_position);
    if (turn.reader.hasFailed())
        return tl::unexpected(turn.reader.takeError());
    if (!candidate)
        return checkNumbers(turn);
    const auto whole = scrub::check(m_parts.writer, m_parts.blobs, m_parts.locks, candidate->digest);
    if (!whole)
        return tl::unexpected(whole.error());
    m_position = candidate->digest.toString();
    ++m_blobs;
    m_bytes += candidate->sizeBytes;
    if (!*whole) {
        ++m_damaged;
        m_parts.blobsLeft();
    }
    return Step::More;
}

/// Internal if one is wrong, which nothing but a defect explains.
Result<Job::Step> ScrubJob::checkNumbers(const Turn &turn)
{
    const auto faults = numbers::faults(turn.reader, 3, turn.isEnding);
    if (turn.reader.hasFailed())
        return tl::unexpected(turn.reader.takeError());
    if (turn.isEnding())
        return Step::More;
    for (const auto &fault : faults)
        logLine(LogLevel::Error, "Kept wrongly: " + fault);
    if (faults.empty())
        return Step::Done;
    return fail(ErrorCode::Internal,
        "Sizes and counts that are shown are wrong (" + faults.front() + "). Nothing stored is lost by that; please report it with the server's log");
}

} // namespace berth
