// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/ScrubJob.h"

#include <utility>

#include "registry/Log.h"
#include "registry/store/Numbers.h"
#include "registry/store/Scrub.h"

namespace berth {

namespace {
constexpr int mostUnreadable = 20; ///< More of them, and it is the disk that is gone.
}

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
    if (!whole && (whole.error().code != ErrorCode::Io || ++m_unreadable > mostUnreadable))
        return tl::unexpected(whole.error());
    if (!whole) { // a bad place on the disk; the others are read all the same
        logLine(LogLevel::Error, whole.error().message);
        m_failure = m_failure.empty() ? whole.error().message : m_failure;
    }
    m_position = candidate->digest.toString();
    ++m_blobs;
    m_bytes += candidate->sizeBytes;
    if (whole && !*whole) {
        ++m_damaged;
        m_parts.blobsLeft();
    }
    return Step::More;
}

/// Internal if one is wrong, which nothing but a defect explains.
Result<Job::Step> ScrubJob::checkNumbers(const Turn &turn)
{
    bool isBrokenOff = false;
    const auto faults = numbers::faults(turn.reader, 3, [&] { return isBrokenOff = isBrokenOff || turn.isEnding(); });
    if (turn.reader.hasFailed())
        return tl::unexpected(turn.reader.takeError());
    if (isBrokenOff)
        return Step::More;
    for (const auto &fault : faults)
        logLine(LogLevel::Error, "Kept wrongly: " + fault);
    if (faults.empty() && !m_failure.empty())
        return fail(ErrorCode::Io, m_failure);
    if (faults.empty())
        return Step::Done;
    return fail(ErrorCode::Internal,
        "Sizes and counts that are shown are wrong (" + faults.front() + "). Nothing stored is lost by that; please report it with the server's log");
}

} // namespace berth
