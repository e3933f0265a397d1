// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Scrub.h"

namespace berth::scrub {

namespace {

constexpr std::int64_t shownImages = 20;

bool isDamage(const Error &error) { return error.code == ErrorCode::Damaged || error.code == ErrorCode::BlobUnknown; }

} // namespace

std::optional<Candidate> next(Sql &sql, const std::string &position)
{
    auto rows = sql.select("SELECT digest, size FROM blob WHERE digest > ? AND damaged_at = 0 ORDER BY digest LIMIT 1", position);
    if (!rows.next())
        return std::nullopt;
    const auto digest = Digest::parse(rows.text(0));
    return digest ? std::optional(Candidate{*digest, rows.integer(1)}) : std::nullopt;
}

Result<bool> check(WriterThread &writer, BlobStore &blobs, DigestLocks &locks, const Digest &digest)
{
    const auto first = blobs.verify(digest);
    if (first || !isDamage(first.error()))
        return first ? Result<bool>(true) : tl::unexpected(first.error());
    const auto hold = locks.tryRemove(digest);
    if (!hold) // somebody is storing it anew
        return true;
    bool known = false;
    const auto again = blobs.verify(digest); // an upload may have put it in place since
    if (again || !isDamage(again.error()))
        return again ? Result<bool>(true) : tl::unexpected(again.error());
    // The row first: should the move not happen, the file is replaced by the next upload all the same.
    const auto marked = writer.postAndWait({Durability::PowerCut,
        [&](Sql &sql) -> Result<void> {
            known = sql.run("UPDATE blob SET damaged_at = ?, synced = 0 WHERE digest = ?", nowMs(), digest.toString()) > 0;
            return {};
        },
        {}});
    if (!marked)
        return tl::unexpected(marked.error());
    if (!known) // collected meanwhile
        return true;
    if (auto moved = blobs.quarantine(digest); !moved)
        return tl::unexpected(moved.error());
    return false;
}

std::int64_t damagedCount(Sql &sql) { return sql.integer("SELECT count(*) FROM blob WHERE damaged_at > 0", 0); }

std::vector<DamagedBlob> damaged(Sql &sql, Page page)
{
    std::vector<DamagedBlob> result;
    {
        auto rows = sql.select("SELECT digest, size, damaged_at FROM blob WHERE damaged_at > 0 ORDER BY digest LIMIT ? OFFSET ?", page.limit, page.offset);
        while (rows.next())
            result.push_back({rows.text(0), rows.integer(1), rows.integer(2), {}});
    }
    for (auto &blob : result) {
        auto rows = sql.select("SELECT r.name || '/' || p.name || coalesce(':' || (SELECT t.name FROM tag t WHERE t.manifest_id = m.id ORDER BY "
                               "t.pushed_at DESC, t.id DESC LIMIT 1), '@' || m.digest) FROM manifest_blob mb JOIN manifest m ON m.id = mb.manifest_id "
                               "JOIN repository p ON p.id = m.repository_id JOIN registry r ON r.id = p.registry_id WHERE mb.digest = ? "
                               "ORDER BY m.id DESC LIMIT ?",
            blob.digest, shownImages);
        while (rows.next())
            blob.images.push_back(rows.text(0));
    }
    return result;
}

} // namespace berth::scrub
