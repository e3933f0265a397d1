// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Deletion.h"

#include <algorithm>
#include <map>
#include <vector>

#include "core/Json.h"
#include "core/Time.h"
#include "registry/store/ArtifactTaking.h"
#include "registry/store/Artifacts.h"
#include "registry/store/CleanupRules.h"
#include "registry/store/Images.h"
#include "registry/store/Manifests.h"
#include "registry/store/People.h"
#include "registry/store/Protection.h"
#include "registry/store/ProtectionRules.h"
#include "registry/store/Registries.h"
#include "registry/store/Tags.h"
#include "registry/store/WebhookRows.h"

namespace berth::deletion {

namespace {

std::vector<std::int64_t> idsOf(SqlRows rows)
{
    std::vector<std::int64_t> ids;
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

/// Artifacts of the plan whose image does not go whole.
std::set<std::int64_t> outside(Sql &sql, const DeletionPlan &plan)
{
    if (plan.whole.empty())
        return plan.manifests;
    std::set<std::int64_t> ids;
    for (const auto id : plan.manifests) {
        if (!plan.whole.contains(sql.integer("SELECT repository_id FROM manifest WHERE id = ?", 0, id)))
            ids.insert(id);
    }
    return ids;
}

/// How often the manifests name each blob, by repository: what nobody else names goes.
DeletionBytes namedBytes(Sql &sql, const std::set<std::int64_t> &manifests)
{
    std::map<std::string, std::map<std::int64_t, std::int64_t>> named;
    for (const auto id : manifests) {
        const auto repository = sql.integer("SELECT repository_id FROM manifest WHERE id = ?", 0, id);
        for (const auto &digest : manifests::blobsOf(sql, id))
            ++named[digest][repository];
    }
    DeletionBytes bytes;
    for (const auto &[digest, places] : named) {
        std::int64_t size = 0;
        std::int64_t others = 0; // images that hold it beside those of the plan
        {
            auto rows = sql.select("SELECT size, holders FROM blob WHERE digest = ?", digest);
            if (rows.next()) {
                size = rows.integer(0);
                others = rows.integer(1) - std::int64_t(places.size());
            }
        }
        const bool elsewhere = others > 0 || std::ranges::any_of(places, [&, &blob = digest](const auto &place) {
            return sql.integer("SELECT refs FROM repository_blob WHERE repository_id = ? AND digest = ?", 0, place.first, blob) > place.second;
        });
        (elsewhere ? bytes.shared : bytes.onlyHere) += size;
    }
    return bytes;
}

/// From the numbers that the images keep, however much they hold.
DeletionBytes keptBytes(Sql &sql, const DeletionPlan &plan, const std::set<std::int64_t> &others)
{
    auto bytes = namedBytes(sql, others);
    bytes.isAtLeast = plan.whole.size() > 1 || !others.empty();
    for (const auto id : plan.whole) {
        auto rows = sql.select("SELECT unique_bytes, used_bytes FROM repository WHERE id = ?", id);
        if (!rows.next())
            continue;
        bytes.onlyHere += rows.integer(0);
        bytes.shared += rows.integer(1) - rows.integer(0);
    }
    return bytes;
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
        {
            // Platforms that have no tag and that no index outside the plan names.
            auto rows = sql.select("SELECT m.id, m.parents, m.tag_count FROM manifest_child c JOIN manifest m ON m.repository_id = c.repository_id "
                                   "AND m.digest = c.digest WHERE c.manifest_id = ?",
                id);
            while (rows.next()) {
                if (++plan.named[rows.integer(0)] == rows.integer(1) && rows.integer(2) == 0)
                    open.push_back(rows.integer(0));
            }
        }
        // Signatures and other artifacts that refer to it.
        for (const auto referrer : idsOf(sql.select("SELECT m.id FROM manifest s JOIN manifest m ON m.repository_id = s.repository_id AND "
                                                    "m.subject = s.digest AND m.subject <> '' WHERE s.id = ?",
                 id)))
            open.push_back(referrer);
    }
}

void planImage(std::int64_t repositoryId, DeletionPlan &plan) { plan.whole.insert(repositoryId); }

DeletionCounts countsOf(Sql &sql, const DeletionPlan &plan)
{
    DeletionCounts counts;
    const auto add = [&counts](SqlRows rows) {
        if (rows.next()) {
            counts.artifacts += rows.integer(0);
            counts.tags += rows.integer(1);
        }
    };
    for (const auto id : plan.whole)
        add(sql.select("SELECT manifest_count, tag_count FROM repository WHERE id = ?", id));
    for (const auto id : outside(sql, plan))
        add(sql.select("SELECT 1, tag_count FROM manifest WHERE id = ?", id));
    return counts;
}

std::set<std::string> tagsOf(Sql &sql, const DeletionPlan &plan, std::int64_t limit)
{
    std::set<std::string> names;
    const auto add = [&names, limit](SqlRows rows) {
        while (std::int64_t(names.size()) < limit && rows.next())
            names.insert(rows.text(0));
    };
#define BERTH_TAG_NAMES                                                                                                                                        \
    "SELECT r.name || '/' || p.name || ':' || t.name FROM tag t JOIN repository p ON p.id = t.repository_id JOIN registry r ON r.id = p.registry_id "
    for (const auto id : plan.whole)
        add(sql.select(BERTH_TAG_NAMES "WHERE t.repository_id = ? ORDER BY t.name LIMIT ?", id, limit));
    for (const auto id : outside(sql, plan))
        add(sql.select(BERTH_TAG_NAMES "WHERE t.manifest_id = ? ORDER BY t.pushed_at, t.id LIMIT ?", id, limit));
#undef BERTH_TAG_NAMES
    return names;
}

DeletionBytes bytesOf(Sql &sql, const DeletionPlan &plan)
{
    constexpr std::int64_t lookedThrough = 5'000;
    std::int64_t artifacts = 0;
    for (const auto id : plan.whole)
        artifacts += sql.integer("SELECT manifest_count FROM repository WHERE id = ?", 0, id);
    const auto others = outside(sql, plan);
    if (artifacts > lookedThrough)
        return keptBytes(sql, plan, others);
    auto all = others;
    for (const auto id : plan.whole) {
        for (const auto manifest : idsOf(sql.select("SELECT id FROM manifest WHERE repository_id = ? LIMIT ?", id, lookedThrough)))
            all.insert(manifest);
    }
    return namedBytes(sql, all);
}

Result<std::int64_t> deleteImage(Sql &sql, const RepositoryName &name, const Author &by)
{
    const auto image = images::find(sql, name);
    if (!image)
        return fail(ErrorCode::NotFound, "There is no image " + name.toString());
    if (auto may = protection::mayDeleteImage(sql, name, image->id); !may)
        return tl::unexpected(may.error());
    const auto operation = openOperation(sql, "image", name.registry(), name.image(), by);
    images::moveToDeletion(sql, image->id, operation);
    images::settleFirst(sql, image->id, rowsAStep);
    outbox::add(sql,
        {.kind = Event::Kind::ImageDeleted,
            .by = by,
            .registry = name.registry(),
            .image = name.image(),
            .amount = image->artifactCount,
            .operation = operation});
    return operation;
}

Result<std::int64_t> deleteArtifact(Sql &sql, const RepositoryName &name, const std::string &reference, Along along, const Author &by)
{
    const auto repository = images::idOf(sql, name);
    const auto artifact = repository ? artifacts::find(sql, repository, reference) : std::nullopt;
    if (!artifact)
        return fail(ErrorCode::NotFound, "There is no artifact " + reference + " in " + name.toString());
    DeletionPlan plan;
    if (along == Along::PlatformsAndReferrers)
        planArtifact(sql, artifact->id, plan);
    else
        plan.manifests.insert(artifact->id);
    if (auto may = checkTaking(sql, name, repository, artifact->digest, plan); !may)
        return tl::unexpected(may.error());
    const auto operation = openOperation(sql, "artifact", name.registry(), name.image(), by);
    take(sql, name, artifact->digest, plan, {operation, repository, images::makeForDeletion(sql, repository, operation)}, by);
    return operation;
}

Result<std::int64_t> deleteRegistry(Sql &sql, std::string_view name, const Author &by)
{
    const auto row = registries::byName(sql, name);
    auto shields = row ? protectionrules::taken(sql, row->id) : json::array();
    auto cleanup = row ? cleanuprules::taken(sql, row->id) : json::object();
    auto webhooks = row ? webhookrows::taken(sql, row->id) : json::array();
    if (auto removed = registries::remove(sql, name); !removed)
        return tl::unexpected(removed.error());
    if (!row)
        return fail(ErrorCode::NotFound, "There is no registry named " + std::string(name));
    outbox::add(sql, {.kind = Event::Kind::RegistryDeleted, .by = by, .registry = row->name});
    return openOperation(sql, "registry", row->name, {}, by,
        {{"metadata", row->metadata}, {"roles", people::takeRolesIn(sql, row->name)}, {"created_at", row->createdAt}, {"quota_bytes", row->quotaBytes},
            {"accepts_missing", row->acceptsMissing}, {"protection", std::move(shields)}, {"cleanup", std::move(cleanup)}, {"webhooks", std::move(webhooks)}});
}

Result<std::int64_t> deleteTag(Sql &sql, const RepositoryName &name, const std::string &tag, const Author &by)
{
    const auto former = tags::remove(sql, name, images::idOf(sql, name), tag, by);
    if (!former)
        return tl::unexpected(former.error());
    const auto operation = openOperation(sql, "tag", name.registry(), name.image(), by);
    sql.run("INSERT INTO trash_tag (operation_id, name, digest, pushed_at, pulled_at) VALUES (?, ?, ?, ?, ?)", operation, former->name, former->digest,
        former->pushedAt, former->pulledAt);
    return operation;
}

} // namespace berth::deletion
