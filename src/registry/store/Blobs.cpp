// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Blobs.h"

#include "core/Time.h"
#include "registry/store/Registries.h"

namespace berth::blobs {

Result<bool> link(Sql &sql, std::int64_t repositoryId, const Digest &digest, std::int64_t sizeBytes)
{
    const auto text = digest.toString();
    const auto registry = sql.integer("SELECT r.id FROM repository p JOIN registry r ON r.id = p.registry_id "
                                      "WHERE p.id = ? AND r.quota_bytes > 0", 0, repositoryId);
    if (registry != 0) {
        const bool counted = sql.integer("SELECT count(*) FROM repository_blob rb JOIN repository p ON p.id = rb.repository_id "
                                         "WHERE rb.digest = ? AND p.registry_id = ? AND rb.left_at = 0", 0, text, registry) > 0;
        const auto row = registries::byId(sql, registry);
        if (auto fits = counted || !row ? Result<void>() : registries::checkQuota(sql, row->name, sizeBytes); !fits)
            return tl::unexpected(fits.error());
    }
    sql.run("INSERT INTO blob (digest, size, relied_at) VALUES (?, ?, ?) ON CONFLICT (digest) DO UPDATE "
            "SET relied_at = excluded.relied_at, deleting = 0, damaged_at = 0",
        text, sizeBytes, nowMs());
    sql.run("INSERT INTO repository_blob (repository_id, digest) VALUES (?, ?) ON CONFLICT (repository_id, digest) DO UPDATE SET left_at = 0",
        repositoryId, text);
    if (sql.integer("SELECT count(*) FROM manifest_missing WHERE digest = ?", 0, text) == 0)
        return false;
    const auto waited = sql.run("INSERT INTO manifest_blob (manifest_id, digest) SELECT mm.manifest_id, mm.digest FROM manifest_missing mm "
                                "JOIN manifest m ON m.id = mm.manifest_id WHERE mm.digest = ? AND m.repository_id = ?", text, repositoryId);
    sql.run("DELETE FROM manifest_missing WHERE digest = ? AND EXISTS "
            "(SELECT 1 FROM manifest m WHERE m.id = manifest_missing.manifest_id AND m.repository_id = ?)", text, repositoryId);
    return waited > 0;
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
                           "JOIN registry r ON r.id = p.registry_id WHERE rb.digest = ? ORDER BY p.id DESC LIMIT ?",
        digest.toString(), limit);
    while (rows.next())
        names.push_back(rows.text(0));
    return names;
}

std::optional<std::int64_t> sizeIn(Sql &sql, const RepositoryName &name, const Digest &digest)
{
    const auto size = sql.integer(
        "SELECT b.size FROM registry r JOIN repository p ON p.registry_id = r.id "
        "JOIN repository_blob rb ON rb.repository_id = p.id JOIN blob b ON b.digest = rb.digest "
        "WHERE r.name = ? AND p.name = ? AND rb.digest = ? AND b.damaged_at = 0",
        -1, name.registry(), name.image(), digest.toString());
    return size < 0 ? std::nullopt : std::optional(size);
}

Result<void> unlink(Sql &sql, const RepositoryName &name, const Digest &digest)
{
    const auto repository = sql.integer(
        "SELECT rb.repository_id FROM registry r JOIN repository p ON p.registry_id = r.id "
        "JOIN repository_blob rb ON rb.repository_id = p.id WHERE r.name = ? AND p.name = ? AND rb.digest = ?",
        0, name.registry(), name.image(), digest.toString());
    if (repository == 0)
        return fail(ErrorCode::BlobUnknown, "The blob is not in " + name.toString());
    const auto users = sql.integer("SELECT count(*) FROM manifest_blob mb JOIN manifest m ON m.id = "
                                   "mb.manifest_id WHERE m.repository_id = ? AND mb.digest = ?",
        0, repository, digest.toString());
    if (users > 0)
        return fail(ErrorCode::BlobInUse,
            "A manifest of " + name.toString() + " needs this blob; delete the manifest first");
    sql.run("DELETE FROM repository_blob WHERE repository_id = ? AND digest = ?", repository,
        digest.toString());
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

void markSynced(Sql &sql, const Digest &digest)
{
    sql.run("UPDATE blob SET synced = 1 WHERE digest = ? AND synced = 0", digest.toString());
}

bool forget(Sql &sql, const Digest &digest)
{
    const auto text = digest.toString();
    const bool named = sql.integer("SELECT EXISTS (SELECT 1 FROM manifest_blob WHERE digest = ?) OR EXISTS (SELECT 1 FROM trash_blob WHERE digest = ?)",
                           0, text, text) != 0;
    if (named) {
        sql.run("UPDATE blob SET damaged_at = ? WHERE digest = ?", nowMs(), text);
        return false;
    }
    sql.run("DELETE FROM repository_blob WHERE digest = ?", text);
    sql.run("DELETE FROM blob WHERE digest = ?", text);
    return true;
}

} // namespace berth::blobs
