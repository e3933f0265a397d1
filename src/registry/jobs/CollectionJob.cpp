// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/CollectionJob.h"

#include "registry/store/Deletion.h"

namespace berth {

namespace {
constexpr std::int64_t blobsAStep = 64;
}

Result<Job::Step> CollectionJob::step(const Turn &turn)
{
    Result<void> done;
    switch (m_phase) {
    case Phase::Links: done = dropLinks(turn); break;
    case Phase::Blobs: done = removeBlobs(turn); break;
    case Phase::Orphans: done = removeOrphans(turn); break;
    case Phase::Room:
        if (auto given = giveRoomBack(); !given)
            return tl::unexpected(given.error());
        return Step::Done;
    }
    if (!done)
        return tl::unexpected(done.error());
    return Step::More;
}

Result<void> CollectionJob::dropLinks(const Turn &turn)
{
    const auto dropped = collection::dropLeftLinks(turn.reader, m_parts.writer, nowMs(), m_link, deletion::rowsAStep);
    if (!dropped)
        return tl::unexpected(dropped.error());
    if (dropped->links > 0)
        m_parts.blobsLeft();
    if (dropped->isMore)
        return {};
    m_wantedBytes = collection::measure(turn.reader, nowMs()).bytes;
    m_phase = Phase::Blobs;
    return {};
}

Result<void> CollectionJob::removeBlobs(const Turn &turn)
{
    const auto marked = m_parts.writer.postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) -> Result<void> {
            collection::mark(sql, nowMs(), blobsAStep);
            return {};
        },
        {}});
    if (!marked)
        return marked;
    const auto removed = collection::removeMarked(turn.reader, m_parts.writer, m_parts.blobs, m_parts.locks, blobsAStep, m_parts.blobsLeft);
    if (!removed)
        return tl::unexpected(removed.error());
    m_blobs += removed->blobs;
    m_bytes += removed->bytes;
    if (removed->blobs == 0)
        m_phase = Phase::Orphans;
    return {};
}

Result<void> CollectionJob::removeOrphans(const Turn &turn)
{
    const auto removed = collection::removeOrphans(turn.reader, m_parts.blobs, m_parts.locks, m_part);
    if (!removed)
        return tl::unexpected(removed.error());
    m_orphans += *removed;
    if (m_part == BlobStore::parts)
        m_phase = Phase::Room;
    return {};
}

/// Whoever collects wants room: SQLite's log keeps the size that it once had.
Result<void> CollectionJob::giveRoomBack()
{
    return m_parts.writer.postAndWait({Durability::ProcessEnd, [](Sql &) -> Result<void> { return {}; }, {}, true});
}

} // namespace berth
