// SPDX-License-Identifier: Apache-2.0
#include "registry/store/ArtifactTaking.h"

#include <algorithm>
#include <vector>

#include "core/ReferrerTag.h"
#include "core/Time.h"
#include "registry/store/BlobLinks.h"
#include "registry/store/Images.h"
#include "registry/store/Manifests.h"
#include "registry/store/Protection.h"
#include "registry/store/Reliance.h"
#include "registry/store/Tags.h"
#include "registry/store/Trash.h"

namespace berth::deletion {

std::int64_t openOperation(Sql &sql, const char *kind, const std::string &registry, const std::string &image, const Author &by, const json::object &detail)
{
    sql.run("UPDATE total SET deletions = deletions + 1 WHERE id = 1");
    return sql.integer("INSERT INTO trash_operation (kind, registry, image, actor, deleted_at, detail) "
                       "VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        0, kind, registry, image, by.actor, nowMs(), json::serialize(detail));
}

Result<void> checkTaking(Sql &sql, const RepositoryName &name, std::int64_t repository, const std::string &digest, const DeletionPlan &plan)
{
    {
        auto parents = sql.select("SELECT p.digest FROM manifest_child c JOIN manifest p ON p.id = c.manifest_id "
                                  "WHERE c.repository_id = ? AND c.digest = ? LIMIT 1",
            repository, digest);
        if (parents.next())
            return fail(ErrorCode::ManifestInUse, "It is a platform of another artifact: referenced by index " + parents.text(0));
    }
    for (const auto id : plan.manifests) {
        if (auto may = protection::mayDeleteArtifact(sql, name, id); !may)
            return may;
    }
    return {};
}

std::int64_t take(Sql &sql, const RepositoryName &name, const std::string &digest, const DeletionPlan &plan, const CleanupTaking &to, const Author &by)
{
    std::string tag; // by which it was known last
    {
        auto rows = sql.select("SELECT t.name FROM manifest m JOIN tag t ON t.manifest_id = m.id WHERE m.repository_id = ? AND m.digest = ? "
                               "ORDER BY t.pushed_at DESC, t.id DESC LIMIT 1",
            to.repository, digest);
        if (rows.next())
            tag = rows.text(0);
    }
    std::int64_t rows = 0;
    std::set<std::string> blobs;
    for (const auto id : plan.manifests) {
        tags::leaving(sql, name, id, by);
        auto own = manifests::blobsOf(sql, id);
        rows += 1 + std::int64_t(own.size()) + sql.integer("SELECT tag_count FROM manifest WHERE id = ?", 0, id);
        blobs.merge(own);
        manifests::move(sql, id, to.repository, to.taken);
    }
    const auto now = nowMs();
    for (const auto &blob : blobs)
        bloblinks::leave(sql, to.repository, blob, now);
    outbox::add(sql,
        {.kind = Event::Kind::ArtifactDeleted,
            .by = by,
            .registry = name.registry(),
            .image = name.image(),
            .tag = tag,
            .digest = digest,
            .amount = std::int64_t(plan.manifests.size())});
    return rows;
}

CleanupTaking beginTaking(Sql &sql, const RepositoryName &name, std::int64_t repository, std::int64_t run, const Author &by)
{
    const auto operation = openOperation(sql, "cleanup", name.registry(), name.image(), by);
    sql.run("UPDATE trash_operation SET run_id = ? WHERE id = ?", run, operation);
    return {operation, repository, images::makeForDeletion(sql, repository, operation)};
}

bool isOpen(Sql &sql, const CleanupTaking &taking)
{
    return sql.integer("SELECT p.id FROM trash_operation o JOIN repository p ON p.operation_id = o.id WHERE o.id = ? AND o.state = ''", 0, taking.operation)
        == taking.taken;
}

namespace {

/// Nothing but tags for what goes, or for what is not there, hold it; and no index names it.
bool belongsTo(Sql &sql, std::int64_t repository, std::int64_t manifest, const std::set<std::string> &going)
{
    if (sql.integer("SELECT parents FROM manifest WHERE id = ?", 1, manifest) > 0)
        return false;
    std::vector<std::string> subjects;
    {
        auto rows = sql.select("SELECT name FROM tag WHERE manifest_id = ? ORDER BY pushed_at, id LIMIT ?", manifest, rowsAStep);
        while (rows.next())
            subjects.push_back(subjectOfTag(rows.text(0)));
    }
    return std::ranges::all_of(subjects, [&](const std::string &subject) {
        return !subject.empty()
            && (going.contains(subject) || sql.integer("SELECT 1 FROM manifest WHERE repository_id = ? AND digest = ?", 0, repository, subject) == 0);
    });
}

std::vector<std::int64_t> taggedFor(Sql &sql, std::int64_t repository, const std::string &digest)
{
    std::vector<std::int64_t> found;
    const auto tag = tagOfSubject(digest);
    auto rows = sql.select(
        "SELECT name, manifest_id FROM tag WHERE repository_id = ? AND name >= ? AND name < ? ORDER BY name LIMIT ?", repository, tag, tag + "/", rowsAStep);
    while (rows.next()) {
        if (subjectOfTag(rows.text(0)) == digest)
            found.push_back(rows.integer(1));
    }
    return found;
}

} // namespace

void planWithSignatures(Sql &sql, const RepositoryName &name, std::int64_t repository, std::int64_t artifact, DeletionPlan &plan)
{
    planArtifact(sql, artifact, plan);
    std::set<std::string> going;
    const auto digestOf = [&sql](std::int64_t id) {
        auto rows = sql.select("SELECT digest FROM manifest WHERE id = ?", id);
        return rows.next() ? rows.text(0) : std::string();
    };
    for (const auto id : plan.manifests)
        going.insert(digestOf(id));
    std::vector<std::int64_t> signatures;
    for (const auto &digest : going) {
        for (const auto id : taggedFor(sql, repository, digest))
            signatures.push_back(id);
    }
    for (const auto id : signatures) {
        if (!plan.manifests.contains(id) && belongsTo(sql, repository, id, going) && protection::mayDeleteArtifact(sql, name, id))
            planArtifact(sql, id, plan);
    }
}

bool bringBack(Sql &sql, const RepositoryName &name, std::int64_t repository, const std::string &digest)
{
    std::int64_t operation = 0;
    std::int64_t taken = 0;
    std::int64_t manifest = 0;
    {
        auto rows = sql.select(
            "SELECT o.id, p.id, m.id FROM trash_operation o JOIN repository p ON p.operation_id = o.id JOIN manifest m ON m.repository_id = p.id "
            "AND m.digest = ? AND m.tag_count = 0 WHERE o.registry = ? AND o.kind = 'cleanup' AND o.image = ? AND o.state = '' AND o.deleted_at >= ? "
            "ORDER BY o.id DESC LIMIT 1",
            digest, name.registry(), name.image(), nowMs() - relianceMs);
        if (!rows.next())
            return false;
        operation = rows.integer(0);
        taken = rows.integer(1);
        manifest = rows.integer(2);
    }
    manifests::move(sql, manifest, taken, repository);
    trash::closeIfEmpty(sql, operation);
    return true;
}

} // namespace berth::deletion
