// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Deletion.h"

#include <algorithm>
#include <vector>

#include "core/Json.h"
#include "core/Time.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Images.h"
#include "registry/store/People.h"
#include "registry/store/Registries.h"
#include "registry/store/Reliance.h"

namespace berth::deletion {

namespace {

std::vector<std::int64_t> idsOf(SqlRows rows)
{
    std::vector<std::int64_t> ids;
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

std::int64_t openOperation(Sql &sql, const char *kind, const std::string &registry, const std::string &image,
    const std::string &actor, const json::object &detail = {})
{
    return sql.integer("INSERT INTO trash_operation (kind, registry, image, actor, deleted_at, detail) "
                       "VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        0, kind, registry, image, actor, nowMs(), json::serialize(detail));
}

/// Copies what restoring needs into the trash's own tables, then deletes the live rows.
void moveToTrash(Sql &sql, std::int64_t operation, std::int64_t manifest)
{
    const auto trashed = sql.integer(
        "INSERT INTO trash_manifest (operation_id, digest, media_type, total_size, pushed_at, pulled_at, "
        "pull_count, os, architecture, variant, author, built_at) SELECT CAST(? AS BIGINT), digest, media_type, total_size, pushed_at, "
        "pulled_at, pull_count, os, architecture, variant, author, built_at "
        "FROM manifest WHERE id = ? RETURNING id",
        0, operation, manifest);
    sql.run("INSERT INTO trash_blob (trash_manifest_id, digest) SELECT CAST(? AS BIGINT), digest FROM manifest_blob "
            "WHERE manifest_id = ?",
        trashed, manifest);
    sql.run("INSERT INTO trash_tag (operation_id, name, digest, pushed_at, pulled_at) SELECT CAST(? AS BIGINT), t.name, "
            "m.digest, t.pushed_at, t.pulled_at FROM tag t JOIN manifest m ON m.id = t.manifest_id "
            "WHERE t.manifest_id = ?",
        operation, manifest);
    sql.run("DELETE FROM tag WHERE manifest_id = ?", manifest);
    sql.run("DELETE FROM manifest WHERE id = ?", manifest);
}

/// The blobs of this deletion that no manifest of the repository names any more go out of its sight. What a push relied on a while ago
/// stays visible, for the manifest that may be on its way, but is noted as left over, so that it counts no more.
void dropUnusedLinks(Sql &sql, std::int64_t repository, std::int64_t operation)
{
#define BERTH_UNNAMED                                                                                                                     \
    "repository_id = ? AND digest IN (SELECT tb.digest FROM trash_blob tb JOIN trash_manifest tm ON tm.id = tb.trash_manifest_id "        \
    "WHERE tm.operation_id = ?) AND NOT EXISTS (SELECT 1 FROM manifest_blob mb JOIN manifest m ON m.id = mb.manifest_id "                \
    "WHERE mb.digest = repository_blob.digest AND m.repository_id = repository_blob.repository_id)"
    sql.run("DELETE FROM repository_blob WHERE " BERTH_UNNAMED " AND digest IN (SELECT digest FROM blob WHERE relied_at < ?)",
        repository, operation, nowMs() - relianceMs);
    sql.run("UPDATE repository_blob SET left_at = ? WHERE left_at = 0 AND " BERTH_UNNAMED, nowMs(), repository, operation);
#undef BERTH_UNNAMED
}

/// An image that goes leaves what a push relied on a while ago for the image of that name that the push makes anew (Images.h, ensure()).
void leaveBlobs(Sql &sql, std::int64_t repository, const RepositoryName &name)
{
    sql.run("INSERT INTO left_blob (registry, image, digest) SELECT CAST(? AS TEXT), CAST(? AS TEXT), rb.digest FROM repository_blob rb "
            "JOIN blob b ON b.digest = rb.digest WHERE rb.repository_id = ? AND b.relied_at >= ? ON CONFLICT DO NOTHING",
        name.registry(), name.image(), repository, nowMs() - relianceMs);
}

} // namespace

void planArtifact(Sql &sql, std::int64_t artifactId, DeletionPlan &plan)
{
    // Not by calling itself: what refers to what may be a chain of any length.
    std::vector<std::int64_t> open{artifactId};
    while (!open.empty()) {
        const auto id = open.back();
        open.pop_back();
        if (!plan.manifests.insert(id).second)
            continue;
        // Platforms that have no tag and that no index outside the plan names.
        for (const auto platform : idsOf(sql.select(
                 "SELECT m.id FROM manifest_child c JOIN manifest p ON p.id = c.manifest_id JOIN manifest m "
                 "ON m.repository_id = p.repository_id AND m.digest = c.digest WHERE c.manifest_id = ? "
                 "AND NOT EXISTS (SELECT 1 FROM tag t WHERE t.manifest_id = m.id)",
                 id))) {
            const auto parents = idsOf(sql.select(
                "SELECT q.id FROM manifest m JOIN manifest_child o ON o.digest = m.digest JOIN manifest q ON q.id = o.manifest_id "
                "WHERE m.id = ? AND q.repository_id = m.repository_id",
                platform));
            if (std::ranges::all_of(parents, [&](std::int64_t parent) { return plan.manifests.contains(parent); }))
                open.push_back(platform);
        }
        // Signatures and other artifacts that refer to it.
        for (const auto referrer : idsOf(sql.select(
                 "SELECT m.id FROM manifest s JOIN manifest m ON m.repository_id = s.repository_id AND "
                 "m.subject = s.digest AND m.subject <> '' WHERE s.id = ?",
                 id)))
            open.push_back(referrer);
    }
}

void planImage(Sql &sql, std::int64_t repositoryId, DeletionPlan &plan)
{
    for (const auto id : idsOf(sql.select("SELECT id FROM manifest WHERE repository_id = ?", repositoryId)))
        plan.manifests.insert(id);
}

DeletionBytes bytesOf(Sql &sql, const DeletionPlan &plan)
{
    std::set<std::string> digests;
    DeletionBytes bytes;
    for (const auto id : plan.manifests) {
        auto rows = sql.select("SELECT digest FROM manifest_blob WHERE manifest_id = ?", id);
        while (rows.next())
            digests.insert(rows.text(0));
    }
    for (const auto &digest : digests) {
        const auto size = sql.integer("SELECT size FROM blob WHERE digest = ?", 0, digest);
        bool elsewhere = false;
        auto rows = sql.select("SELECT manifest_id FROM manifest_blob WHERE digest = ?", digest);
        while (!elsewhere && rows.next())
            elsewhere = !plan.manifests.contains(rows.integer(0));
        (elsewhere ? bytes.shared : bytes.onlyHere) += size;
    }
    return bytes;
}

Result<std::int64_t> deleteImage(Sql &sql, const RepositoryName &name, const std::string &actor)
{
    const auto repository = images::idOf(sql, name);
    if (repository == 0)
        return fail(ErrorCode::NotFound, "There is no image " + name.toString());
    const auto image = images::find(sql, name);
    const auto operation = openOperation(sql, "image", name.registry(), name.image(), actor,
        {{"pull_count", image ? image->pullCount : 0}, {"created_at", image ? image->createdAt : 0}});
    DeletionPlan plan;
    planImage(sql, repository, plan);
    for (const auto id : plan.manifests)
        moveToTrash(sql, operation, id);
    leaveBlobs(sql, repository, name);
    sql.run("DELETE FROM repository_blob WHERE repository_id = ?", repository);
    sql.run("DELETE FROM repository WHERE id = ?", repository);
    return operation;
}

Result<std::int64_t> deleteArtifact(Sql &sql, const RepositoryName &name, const std::string &reference,
    Along along, const std::string &actor)
{
    const auto repository = images::idOf(sql, name);
    const auto artifact = repository ? artifacts::find(sql, repository, reference) : std::nullopt;
    if (!artifact)
        return fail(ErrorCode::NotFound, "There is no artifact " + reference + " in " + name.toString());
    auto parents = sql.select("SELECT p.digest FROM manifest_child c JOIN manifest p ON p.id = c.manifest_id "
                              "WHERE c.digest = ? AND p.repository_id = ? LIMIT 1",
        artifact->digest, repository);
    if (parents.next())
        return fail(ErrorCode::ManifestInUse,
            "It is a platform of another artifact: referenced by index " + parents.text(0));
    const auto operation = openOperation(sql, "artifact", name.registry(), name.image(), actor);
    DeletionPlan plan;
    if (along == Along::PlatformsAndReferrers)
        planArtifact(sql, artifact->id, plan);
    else
        plan.manifests.insert(artifact->id);
    for (const auto id : plan.manifests)
        moveToTrash(sql, operation, id);
    dropUnusedLinks(sql, repository, operation);
    return operation;
}

Result<std::int64_t> deleteRegistry(Sql &sql, std::string_view name, const std::string &actor)
{
    const auto row = registries::byName(sql, name);
    if (auto removed = registries::remove(sql, name); !removed)
        return tl::unexpected(removed.error());
    if (!row)
        return fail(ErrorCode::NotFound, "There is no registry named " + std::string(name));
    return openOperation(sql, "registry", row->name, {}, actor,
        {{"metadata", row->metadata}, {"roles", people::takeRolesIn(sql, row->name)}, {"created_at", row->createdAt}, {"quota_bytes", row->quotaBytes}, {"accepts_missing", row->acceptsMissing}});
}

Result<std::int64_t> deleteTag(
    Sql &sql, const RepositoryName &name, const std::string &tag, const std::string &actor)
{
    const auto repository = images::idOf(sql, name);
    const auto id = sql.integer(
        "SELECT id FROM tag WHERE repository_id = ? AND name = ?", 0, repository, tag);
    if (id == 0)
        return fail(ErrorCode::NotFound, "There is no tag " + tag + " in " + name.toString());
    const auto operation = openOperation(sql, "tag", name.registry(), name.image(), actor);
    sql.run("INSERT INTO trash_tag (operation_id, name, digest, pushed_at, pulled_at) SELECT CAST(? AS BIGINT), t.name, "
            "m.digest, t.pushed_at, t.pulled_at FROM tag t JOIN manifest m ON m.id = t.manifest_id WHERE t.id = ?",
        operation, id);
    sql.run("DELETE FROM tag WHERE id = ?", id);
    return operation;
}

} // namespace berth::deletion
