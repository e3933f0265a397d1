// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Blobs.h"

#include "core/Time.h"
#include "registry/store/BlobLinks.h"
#include "registry/store/Manifests.h"
#include "registry/store/Registries.h"

namespace berth::blobs {

Result<bool> link(Sql &sql, std::int64_t repositoryId, const Digest &digest, std::int64_t sizeBytes)
{
    const auto text = digest.toString();
    const auto registry = sql.integer("SELECT r.id FROM repository p JOIN registry r ON r.id = p.registry_id "
                                      "WHERE p.id = ? AND r.quota_bytes > 0",
        0, repositoryId);
    if (registry != 0 && sql.integer("SELECT links FROM registry_blob WHERE registry_id = ? AND digest = ?", 0, registry, text) == 0) {
        const auto row = registries::byId(sql, registry);
        if (auto fits = row ? registries::checkQuota(sql, row->name, sizeBytes) : Result<void>(); !fits)
            return tl::unexpected(fits.error());
    }
    bloblinks::addBlob(sql, text, sizeBytes);
    bloblinks::put(sql, repositoryId, text);
    return manifests::fillMissing(sql, repositoryId, text);
}

bool rely(Sql &sql, const RepositoryName &name, const Digest &digest)
{
    if (!sizeIn(sql, name, digest))
        return false;
    sql.run("UPDATE blob SET relied_at = ?, deleting = 0 WHERE digest = ?", nowMs(), digest.toString());
    return true;
}

std::vector<std::string> repositoriesOf(Sql &sql, const Digest &digest, std::int64_t limit)
{
    std::vector<std::string> names;
    auto rows = sql.select("SELECT r.name || '/' || p.name FROM repository_blob rb JOIN repository p ON p.id = rb.repository_id "
                           "JOIN registry r ON r.id = p.registry_id WHERE rb.digest = ? AND rb.registry_id IS NOT NULL AND rb.left_at = 0 "
                           "ORDER BY rb.repository_id DESC LIMIT ?",
        digest.toString(), limit);
    while (rows.next())
        names.push_back(rows.text(0));
    return names;
}

std::optional<std::int64_t> sizeIn(Sql &sql, const RepositoryName &name, const Digest &digest)
{
    const auto size = sql.integer("SELECT b.size FROM registry r JOIN repository p ON p.registry_id = r.id "
                                  "JOIN repository_blob rb ON rb.repository_id = p.id JOIN blob b ON b.digest = rb.digest "
                                  "WHERE r.name = ? AND p.name = ? AND rb.digest = ? AND b.damaged_at = 0",
        -1, name.registry(), name.image(), digest.toString());
    return size < 0 ? std::nullopt : std::optional(size);
}

Result<void> unlink(Sql &sql, const RepositoryName &name, const Digest &digest)
{
    std::int64_t repository = 0;
    std::int64_t users = 0;
    {
        auto rows = sql.select("SELECT rb.repository_id, rb.refs FROM registry r JOIN repository p ON p.registry_id = r.id "
                               "JOIN repository_blob rb ON rb.repository_id = p.id WHERE r.name = ? AND p.name = ? AND rb.digest = ?",
            name.registry(), name.image(), digest.toString());
        if (rows.next()) {
            repository = rows.integer(0);
            users = rows.integer(1);
        }
    }
    if (repository == 0)
        return fail(ErrorCode::BlobUnknown, "The blob is not in " + name.toString());
    if (users > 0)
        return fail(ErrorCode::BlobInUse, "A manifest of " + name.toString() + " needs this blob; delete the manifest first");
    bloblinks::remove(sql, repository, digest.toString());
    return {};
}

std::vector<Digest> unsynced(Sql &sql, const std::vector<Digest> &digests)
{
    std::vector<Digest> result;
    for (const auto &digest : digests) {
        if (sql.integer("SELECT synced FROM blob WHERE digest = ? AND damaged_at = 0", 1, digest.toString()) == 0)
            result.push_back(digest);
    }
    return result;
}

std::vector<Digest> allUnsynced(Sql &sql)
{
    std::vector<Digest> result;
    auto rows = sql.select("SELECT digest FROM blob WHERE synced = 0 AND damaged_at = 0");
    while (rows.next()) {
        if (auto digest = Digest::parse(rows.text(0)))
            result.push_back(*digest);
    }
    return result;
}

void markSynced(Sql &sql, const Digest &digest) { sql.run("UPDATE blob SET synced = 1 WHERE digest = ? AND synced = 0", digest.toString()); }

bool forget(Sql &sql, const Digest &digest)
{
    const auto text = digest.toString();
    if (sql.integer("SELECT holders + trashed FROM blob WHERE digest = ?", 0, text) > 0) {
        sql.run("UPDATE blob SET damaged_at = ? WHERE digest = ?", nowMs(), text);
        return false;
    }
    bloblinks::removeBlob(sql, text);
    return true;
}

} // namespace berth::blobs
