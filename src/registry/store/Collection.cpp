// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Collection.h"

#include <algorithm>

#include "registry/store/BlobLinks.h"
#include "registry/store/Reliance.h"

namespace berth::collection {

namespace {

// What collection is about: no manifest of an image and none of the trash names it.
#define BERTH_UNUSED "holders = 0 AND trashed = 0 "

struct Marked {
    Digest digest;
    std::int64_t bytes;
};

std::vector<Marked> marked(Sql &sql, std::int64_t limit)
{
    std::vector<Marked> result;
    auto rows = sql.select("SELECT digest, size FROM blob WHERE deleting = 1 ORDER BY digest LIMIT ?", limit);
    while (rows.next()) {
        if (auto digest = Digest::parse(rows.text(0)))
            result.push_back({*digest, rows.integer(1)});
    }
    return result;
}

} // namespace

UnusedBytes measure(Sql &sql, TimeMs now)
{
    UnusedBytes unused;
    {
        auto rows = sql.select(
            "SELECT count(*), coalesce(sum(size), 0), coalesce(max(relied_at), 0) FROM blob WHERE " BERTH_UNUSED "AND relied_at >= ?", now - relianceMs);
        if (rows.next()) {
            unused.waitingBlobs = rows.integer(0);
            unused.waitingBytes = rows.integer(1);
            unused.waitingUntil = unused.waitingBlobs > 0 ? std::min(rows.integer(2), now) + relianceMs : 0;
        }
    }
    auto rows = sql.select("SELECT unused_blobs, unused_bytes FROM total WHERE id = 1");
    if (rows.next()) {
        unused.blobs = rows.integer(0) - unused.waitingBlobs;
        unused.bytes = rows.integer(1) - unused.waitingBytes;
    }
    return unused;
}

std::int64_t mark(Sql &sql, TimeMs now, std::int64_t limit)
{
    sql.run("UPDATE blob SET relied_at = ? WHERE " BERTH_UNUSED "AND relied_at > ?", now, now);
    return sql.run("UPDATE blob SET deleting = 1 WHERE digest IN (SELECT digest FROM blob WHERE deleting = 0 AND " BERTH_UNUSED "AND relied_at < ? LIMIT ?)",
        now - relianceMs, limit);
}

bool hasLeftLinks(Sql &sql, TimeMs now)
{
    return sql.integer("SELECT 1 FROM repository_blob rb JOIN blob b ON b.digest = rb.digest WHERE rb.refs = 0 AND rb.left_at > 0 AND b.relied_at < ? LIMIT 1",
               0, now - relianceMs)
        > 0;
}

Result<DroppedLinks> dropLeftLinks(Sql &reader, WriterThread &writer, TimeMs now, LinkPosition &position, std::int64_t limit)
{
    struct Link {
        std::int64_t repository;
        std::string digest;
        bool isOld;
    };
    std::vector<Link> links;
    {
        auto rows = reader.select("SELECT rb.repository_id, rb.digest, b.relied_at FROM repository_blob rb JOIN blob b ON b.digest = rb.digest "
                                  "WHERE rb.refs = 0 AND (rb.repository_id, rb.digest) > (?, ?) ORDER BY rb.repository_id, rb.digest LIMIT ?",
            position.repository, position.digest, limit);
        while (rows.next())
            links.push_back({rows.integer(0), rows.text(1), rows.integer(2) < now - relianceMs});
    }
    if (reader.hasFailed())
        return tl::unexpected(reader.takeError());
    if (links.empty())
        return DroppedLinks{0, false};
    const auto old = std::ranges::count_if(links, &Link::isOld);
    if (old > 0) {
        const auto written = writer.postAndWait({Durability::ProcessEnd,
            [&](Sql &sql) -> Result<void> {
                for (const auto &link : links) {
                    if (link.isOld && sql.integer("SELECT relied_at FROM blob WHERE digest = ?", now, link.digest) < now - relianceMs
                        && sql.integer("SELECT refs FROM repository_blob WHERE repository_id = ? AND digest = ?", 1, link.repository, link.digest) == 0)
                        bloblinks::remove(sql, link.repository, link.digest);
                }
                return {};
            },
            {}});
        if (!written)
            return tl::unexpected(written.error());
    }
    position = {links.back().repository, links.back().digest};
    return DroppedLinks{old, true};
}

Result<Step> removeMarked(Sql &reader, WriterThread &writer, BlobStore &blobs, DigestLocks &locks, std::int64_t limit, const std::function<void()> &taken)
{
    Step step;
    std::vector<Marked> candidates = marked(reader, limit);
    if (reader.hasFailed())
        return tl::unexpected(reader.takeError());
    std::vector<DigestLocks::Hold> holds;
    std::erase_if(candidates, [&](const Marked &blob) {
        auto hold = locks.tryRemove(blob.digest);
        if (hold)
            holds.push_back(std::move(*hold));
        step.kept += !hold;
        return !hold;
    });
    std::vector<Marked> gone;
    // Durable first: a row that came back after a power cut would promise bytes that are not there.
    const auto written = writer.postAndWait({Durability::PowerCut,
        [&](Sql &sql) -> Result<void> {
            gone.clear();
            for (const auto &blob : candidates) {
                const auto digest = blob.digest.toString();
                if (sql.integer("SELECT count(*) FROM blob WHERE digest = ? AND deleting = 1 AND " BERTH_UNUSED, 0, digest) == 0)
                    continue;
                bloblinks::removeBlob(sql, digest);
                gone.push_back(blob);
            }
            // A mark that met a manifest in time means nothing any more.
            sql.run("UPDATE blob SET deleting = 0 WHERE deleting = 1 AND (holders > 0 OR trashed > 0)");
            return {};
        },
        [&](const Result<void> &result) {
            if (result)
                taken();
        }});
    if (!written)
        return tl::unexpected(written.error());
    for (const auto &blob : gone) {
        if (auto removed = blobs.remove(blob.digest); !removed)
            return tl::unexpected(removed.error());
        ++step.blobs;
        step.bytes += blob.bytes;
    }
    return step;
}

Result<std::int64_t> removeOrphans(Sql &reader, BlobStore &blobs, DigestLocks &locks, int &part)
{
    constexpr int filesAStep = 500;
    std::int64_t removed = 0;
    int seen = 0;
    for (; part < BlobStore::parts && seen < filesAStep; ++part) {
        const auto listed = blobs.forEach(part, [&](const Digest &digest) -> Result<void> {
            ++seen;
            const auto isKnown = [&] { return reader.integer("SELECT count(*) FROM blob WHERE digest = ?", 0, digest.toString()) > 0; };
            if (isKnown())
                return {};
            const auto hold = locks.tryRemove(digest);
            if (!hold || isKnown() || reader.hasFailed()) // an upload may have written its row before the lock was free
                return reader.hasFailed() ? Result<void>(tl::unexpected(reader.takeError())) : Result<void>();
            ++removed;
            return blobs.remove(digest);
        });
        if (!listed)
            return tl::unexpected(listed.error());
    }
    return removed;
}

} // namespace berth::collection
