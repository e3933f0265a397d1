// SPDX-License-Identifier: Apache-2.0
#include "registry/store/TrashRestore.h"

#include <boost/json/parse.hpp>

#include "core/Json.h"
#include "registry/store/BlobLinks.h"
#include "registry/store/CleanupRules.h"
#include "registry/store/Deletion.h"
#include "registry/store/Images.h"
#include "registry/store/Manifests.h"
#include "registry/store/People.h"
#include "registry/store/ProtectionRules.h"
#include "registry/store/Registries.h"
#include "registry/store/Tags.h"
#include "registry/store/WebhookRows.h"

namespace berth::trash {

namespace {

json::object detailOf(Sql &sql, std::int64_t id)
{
    auto rows = sql.select("SELECT detail FROM trash_operation WHERE id = ?", id);
    boost::system::error_code ec;
    auto value = boost::json::parse(rows.next() ? rows.text(0) : std::string("{}"), ec);
    return !ec && value.is_object() ? value.get_object() : json::object();
}

Result<void> putRegistryBack(Sql &sql, const TrashOperation &operation)
{
    const json::value detail = detailOf(sql, operation.id);
    if (sql.integer("SELECT count(*) FROM registry WHERE name = ?", 0, operation.registry) > 0)
        return fail(ErrorCode::Conflict, "There is a registry named " + operation.registry + " again; restoring never overwrites");
    const auto id = registries::create(sql, operation.registry, json::text(detail, "metadata", "{}"));
    if (!id)
        return tl::unexpected(id.error());
    sql.run("UPDATE registry SET created_at = ?, quota_bytes = ?, accepts_missing = ? WHERE id = ?", json::integer(detail, "created_at", nowMs()),
        json::integer(detail, "quota_bytes"), int(json::boolean(detail, "accepts_missing")), *id);
    if (const auto *roles = json::find(detail, "roles"); roles && roles->is_object())
        people::putRolesIn(sql, operation.registry, roles->get_object());
    const bool isProtected = protectionrules::putBack(sql, *id, json::list(detail, "protection"));
    if (const auto *cleanup = json::find(detail, "cleanup"))
        cleanuprules::putBack(sql, *id, *cleanup, isProtected);
    webhookrows::putBack(sql, *id, json::list(detail, "webhooks"));
    closeIfEmpty(sql, operation.id);
    return {};
}

/// The registry of an image that comes back, as it was if the trash still knows. True if it had to be made.
Result<bool> needRegistry(Sql &sql, const std::string &name)
{
    if (sql.integer("SELECT count(*) FROM registry WHERE name = ?", 0, name) > 0)
        return false;
    const auto deletion =
        sql.integer("SELECT id FROM trash_operation WHERE kind = 'registry' AND registry = ? AND state = '' ORDER BY id DESC LIMIT 1", 0, name);
    if (const auto operation = deletion ? find(sql, deletion) : std::nullopt) {
        if (auto back = putRegistryBack(sql, *operation); !back)
            return tl::unexpected(back.error());
        return true;
    }
    if (auto made = registries::create(sql, name, "{}"); !made)
        return tl::unexpected(made.error());
    return true;
}

/// A tag in the trash: of an artifact there, or alone.
struct Tag {
    tags::Former former;
    std::string newName;
    std::int64_t manifest = 0; ///< Row in the trash; 0 if the tag was deleted alone.
};

/// Where a deletion's content lies and where it goes.
struct Way {
    TrashOperation operation;
    RepositoryName name;
    std::int64_t from = 0; ///< 0: there is nothing but a tag.
    std::int64_t to = 0;
    Author by;
};

std::vector<std::int64_t> everyManifest(Sql &sql, std::int64_t repository, std::int64_t limit)
{
    std::vector<std::int64_t> ids;
    auto rows = sql.select("SELECT id FROM manifest WHERE repository_id = ? ORDER BY pushed_at, id LIMIT ?", repository, limit);
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

/// The artifacts that are wished for, and the platforms of indexes among them.
Result<std::set<std::int64_t>> wishedManifests(Sql &sql, std::int64_t repository, const std::set<std::string> &digests)
{
    std::set<std::int64_t> chosen;
    std::vector<std::int64_t> open;
    for (const auto &digest : digests) {
        const auto id = sql.integer("SELECT id FROM manifest WHERE repository_id = ? AND digest = ?", 0, repository, digest);
        if (id == 0)
            return fail(ErrorCode::NotFound, "There is no " + digest + " in this deletion");
        open.push_back(id);
    }
    while (!open.empty()) {
        const auto id = open.back();
        open.pop_back();
        if (!chosen.insert(id).second)
            continue;
        auto rows = sql.select(
            "SELECT m.id FROM manifest_child c JOIN manifest m ON m.repository_id = c.repository_id AND m.digest = c.digest WHERE c.manifest_id = ?", id);
        while (rows.next())
            open.push_back(rows.integer(0));
    }
    return chosen;
}

/// Artifacts and their tags.
std::int64_t rowsOf(Sql &sql, const std::set<std::int64_t> &manifests)
{
    auto rows = std::int64_t(manifests.size());
    for (const auto id : manifests)
        rows += sql.integer("SELECT tag_count FROM manifest WHERE id = ?", 0, id);
    return rows;
}

std::vector<Tag> tagsOf(Sql &sql, std::int64_t manifest, std::int64_t limit = mostDetails)
{
    std::vector<Tag> result;
    auto rows = sql.select("SELECT t.name, m.digest, t.pushed_at, t.pulled_at FROM tag t JOIN manifest m ON m.id = t.manifest_id WHERE t.manifest_id = ? "
                           "ORDER BY t.pushed_at, t.id LIMIT ?",
        manifest, limit);
    while (rows.next())
        result.push_back({{rows.text(0), rows.text(1), rows.integer(2), rows.integer(3)}, rows.text(0), manifest});
    return result;
}

/// The tag of that name in the deletion.
std::optional<Tag> findTag(Sql &sql, const Way &way, const std::string &name)
{
    {
        auto rows = sql.select("SELECT t.name, m.digest, t.pushed_at, t.pulled_at, m.id FROM tag t JOIN manifest m ON m.id = t.manifest_id "
                               "WHERE t.repository_id = ? AND t.name = ?",
            way.from, name);
        if (rows.next())
            return Tag{{rows.text(0), rows.text(1), rows.integer(2), rows.integer(3)}, name, rows.integer(4)};
    }
    auto rows = sql.select("SELECT name, digest, pushed_at, pulled_at FROM trash_tag WHERE operation_id = ? AND name = ?", way.operation.id, name);
    return rows.next() ? std::optional(Tag{{rows.text(0), rows.text(1), rows.integer(2), rows.integer(3)}, name, 0}) : std::nullopt;
}

/// Those behind the name `last`.
std::vector<Tag> tagsAlone(Sql &sql, std::int64_t operation, const std::string &last = {}, std::int64_t limit = mostDetails)
{
    std::vector<Tag> result;
    auto rows = sql.select(
        "SELECT name, digest, pushed_at, pulled_at FROM trash_tag WHERE operation_id = ? AND name > ? ORDER BY name LIMIT ?", operation, last, limit);
    while (rows.next())
        result.push_back({{rows.text(0), rows.text(1), rows.integer(2), rows.integer(3)}, rows.text(0), 0});
    return result;
}

Result<void> rename(std::vector<Tag> &tags, const RestoreWishes &wishes)
{
    for (auto &tag : tags) {
        const auto renamed = wishes.tagNames.find(tag.former.name);
        if (renamed == wishes.tagNames.end())
            continue;
        if (auto good = checkTag(renamed->second); !good)
            return good;
        tag.newName = renamed->second;
    }
    return {};
}

/// Puts one tag back that is in the deletion no more.
Result<void> putTag(Sql &sql, const Way &way, const Tag &tag)
{
    const auto manifest = sql.integer("SELECT id FROM manifest WHERE repository_id = ? AND digest = ?", 0, way.to, tag.former.digest);
    if (manifest == 0)
        return fail(
            ErrorCode::Precondition, "The artifact " + tag.former.digest + " of the tag " + tag.former.name + " is not there any more; restore it first");
    return tags::restore(sql, {way.name, way.to, manifest, tag.former.digest}, tag.newName, tag.former, way.by);
}

void takeOut(Sql &sql, const Way &way, const Tag &tag)
{
    if (tag.manifest != 0)
        tags::forget(sql, way.from, tag.former.name);
    else
        sql.run("DELETE FROM trash_tag WHERE operation_id = ? AND name = ?", way.operation.id, tag.former.name);
}

/// Puts one artifact back without its tags, which were taken out before. One that the image has again stays as it is.
void putManifest(Sql &sql, const Way &way, std::int64_t manifest, const std::string &digest)
{
    const auto present = sql.integer("SELECT id FROM manifest WHERE repository_id = ? AND digest = ?", 0, way.to, digest);
    if (present == 0) {
        manifests::move(sql, manifest, way.from, way.to);
        return;
    }
    std::vector<std::string> blobs;
    {
        auto rows = sql.select("SELECT digest FROM manifest_blob WHERE manifest_id = ?", manifest);
        while (rows.next())
            blobs.push_back(rows.text(0));
    }
    for (const auto &blob : blobs) { // the one that is there may have come without them
        bloblinks::put(sql, way.to, blob);
        manifests::fillMissing(sql, way.to, blob);
    }
    manifests::remove(sql, manifest, way.from);
}

std::string digestOf(Sql &sql, std::int64_t manifest)
{
    auto rows = sql.select("SELECT digest FROM manifest WHERE id = ?", manifest);
    return rows.next() ? rows.text(0) : std::string();
}

/// As far as so many rows go: the tags of an artifact are taken off it, to be put back when all artifacts are there; then it moves. Rows touched.
std::int64_t restoreSome(Sql &sql, const Way &way, std::int64_t manifest, std::int64_t rows)
{
    const auto tags = tagsOf(sql, manifest, rows);
    for (const auto &tag : tags) {
        takeOut(sql, way, tag);
        sql.run("INSERT INTO trash_tag (operation_id, name, digest, pushed_at, pulled_at) VALUES (?, ?, ?, ?, ?)", way.operation.id, tag.former.name,
            tag.former.digest, tag.former.pushedAt, tag.former.pulledAt);
    }
    if (std::int64_t(tags.size()) == rows)
        return rows;
    const auto edges = sql.integer("SELECT count(*) FROM manifest_blob WHERE manifest_id = ?", 0, manifest);
    putManifest(sql, way, manifest, digestOf(sql, manifest));
    return std::int64_t(tags.size()) + 1 + edges;
}

/// The image that the content goes to, made if need be.
Result<std::int64_t> needImage(Sql &sql, const Way &way)
{
    const auto image = images::ensure(sql, way.name, images::CreateRegistry::No);
    if (image && way.operation.kind == "image" && way.from != 0) {
        sql.run("UPDATE repository SET pull_count = pull_count + (SELECT p.pull_count FROM repository p WHERE p.id = ?), created_at = "
                "(SELECT min(p.created_at) FROM repository p WHERE p.id IN (?, ?)) WHERE id = ?",
            way.from, way.from, *image, *image);
        sql.run("UPDATE repository SET pull_count = 0 WHERE id = ?", way.from); // the next part of it adds nothing more
    }
    return image;
}

void tell(Sql &sql, const Way &way, std::int64_t amount, const std::string &tag)
{
    outbox::add(
        sql, {.kind = Event::Kind::Restored, .by = way.by, .registry = way.operation.registry, .image = way.operation.image, .tag = tag, .amount = amount});
}

/// The whole image as it was: nothing has its name.
RestoreOutcome moveBack(Sql &sql, const Way &way, RestoreOutcome outcome)
{
    outcome.artifacts = way.operation.artifactCount;
    outcome.tags = way.operation.tagCount;
    images::moveBack(sql, way.from, sql.integer("SELECT id FROM registry WHERE name = ?", 0, way.operation.registry));
    images::settleFirst(sql, way.from, deletion::rowsAStep);
    closeIfEmpty(sql, way.operation.id);
    tell(sql, way, outcome.artifacts, {});
    return outcome;
}

} // namespace

Result<RestoreOutcome> restore(Sql &sql, std::int64_t id, const RestoreWishes &wishes, const Author &by)
{
    const auto operation = find(sql, id);
    if (!operation)
        return fail(ErrorCode::NotFound, "This deletion is not in the trash any more");
    if (operation->kind == "registry") {
        if (auto back = putRegistryBack(sql, *operation); !back)
            return tl::unexpected(back.error());
        outbox::add(sql, {.kind = Event::Kind::Restored, .by = by, .registry = operation->registry});
        return RestoreOutcome{0, 0, true};
    }
    const auto name = RepositoryName::of(operation->registry, operation->image);
    if (!name)
        return tl::unexpected(name.error());
    Way way{*operation, *name, repositoryOf(sql, id), 0, by};
    const bool everything = !wishes.artifacts && !wishes.tags;
    const bool isLong = everything && operation->artifactCount + operation->tagCount > mostDetails;
    if (isLong && !wishes.tagNames.empty())
        return fail(ErrorCode::Precondition,
            "This deletion is too large to be restored with new names for tags: restore those tags by their names first, then the rest");

    auto chosen = wishes.artifacts ? wishedManifests(sql, way.from, *wishes.artifacts) : Result<std::set<std::int64_t>>(std::set<std::int64_t>());
    if (!chosen)
        return tl::unexpected(chosen.error());
    if (rowsOf(sql, *chosen) > mostDetails)
        return fail(ErrorCode::Precondition, "These artifacts have too many tags to be restored by themselves: restore the whole deletion");
    std::vector<Tag> alone = everything ? tagsAlone(sql, id) : std::vector<Tag>();
    for (const auto &tag : wishes.tags.value_or(std::set<std::string>())) {
        const auto found = findTag(sql, way, tag);
        if (!found)
            return fail(ErrorCode::NotFound, "The deletion does not hold all of the tags named");
        if (!chosen->contains(found->manifest))
            alone.push_back(*found);
    }
    RestoreOutcome outcome;
    const auto made = needRegistry(sql, operation->registry);
    if (!made)
        return tl::unexpected(made.error());
    outcome.madeRegistry = *made;
    if (everything && operation->kind == "image" && way.from != 0 && wishes.tagNames.empty() && alone.empty() && images::idOf(sql, *name) == 0)
        return moveBack(sql, way, outcome);
    const auto image = needImage(sql, way);
    if (!image)
        return tl::unexpected(image.error());
    way.to = *image;
    if (isLong && wishes.tagNames.empty()) {
        sql.run("UPDATE trash_operation SET state = 'restoring' WHERE id = ?", id);
        sql.run("UPDATE total SET deletions = deletions - 1 WHERE id = 1");
        outcome.artifacts = operation->artifactCount;
        outcome.tags = operation->tagCount;
        outcome.isUnfinished = true;
        tell(sql, way, outcome.artifacts, {});
        return outcome;
    }
    if (everything) {
        const auto all = everyManifest(sql, way.from, operation->artifactCount + 1);
        chosen->insert(all.begin(), all.end());
    }
    std::vector<Tag> tags = std::move(alone);
    for (const auto manifest : *chosen) {
        for (auto &tag : tagsOf(sql, manifest))
            tags.push_back(std::move(tag));
    }
    if (auto renamed = rename(tags, wishes); !renamed)
        return tl::unexpected(renamed.error());
    for (const auto &tag : tags)
        takeOut(sql, way, tag);
    for (const auto manifest : *chosen)
        putManifest(sql, way, manifest, digestOf(sql, manifest));
    for (const auto &tag : tags) {
        if (auto put = putTag(sql, way, tag); !put)
            return tl::unexpected(put.error());
    }
    outcome.artifacts = std::int64_t(chosen->size());
    outcome.tags = std::int64_t(tags.size());
    sql.run("UPDATE repository SET updated_at = ? WHERE id = ?", nowMs(), way.to);
    closeIfEmpty(sql, id);
    tell(sql, way, outcome.artifacts, outcome.artifacts == 0 && !tags.empty() ? tags.front().newName : std::string());
    return outcome;
}

std::int64_t restoreRun(Sql &sql, std::int64_t run, const Author &by, std::int64_t limit)
{
    struct Part {
        std::int64_t id;
        std::string registry;
        std::string image;
        std::int64_t artifacts;
    };
    std::vector<Part> parts;
    {
        auto rows =
            sql.select("SELECT o.id, o.registry, o.image, coalesce(p.manifest_count, 0) FROM trash_operation o LEFT JOIN repository p ON p.operation_id = o.id "
                       "WHERE o.run_id = ? AND o.run_id > 0 AND o.state = '' ORDER BY o.id LIMIT ?",
                run, limit);
        while (rows.next())
            parts.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.integer(3)});
    }
    for (const auto &part : parts) {
        outbox::add(sql, {.kind = Event::Kind::Restored, .by = by, .registry = part.registry, .image = part.image, .amount = part.artifacts});
        sql.run("UPDATE trash_operation SET state = 'restoring' WHERE id = ?", part.id);
    }
    sql.run("UPDATE total SET deletions = deletions - ? WHERE id = 1", std::int64_t(parts.size()));
    return std::int64_t(parts.size());
}

Progress restoreStep(Sql &sql, std::int64_t id, std::int64_t rows)
{
    std::optional<Way> way;
    {
        auto found = sql.select("SELECT registry, image, actor FROM trash_operation WHERE id = ? AND state = 'restoring'", id);
        if (!found.next())
            return Progress::Done;
        if (const auto name = RepositoryName::of(found.text(0), found.text(1))) {
            way.emplace(Way{{}, *name, 0, 0, {found.text(2), {}}});
            way->operation.id = id;
        }
    }
    // Its registry may have gone meanwhile.
    if (auto made = way ? needRegistry(sql, way->name.registry()) : Result<bool>(false); !way || !made)
        return Progress::Waiting;
    const auto image = images::ensure(sql, way->name, images::CreateRegistry::No);
    if (!image)
        return Progress::Waiting;
    way->from = repositoryOf(sql, id);
    way->to = *image;
    while (rows > 0) {
        const auto next = everyManifest(sql, way->from, 1);
        if (next.empty())
            break;
        rows -= restoreSome(sql, *way, next.front(), rows);
    }
    if (rows <= 0)
        return Progress::More;
    // All artifacts are there: now the tags, as many as this step may.
    const json::value detail = detailOf(sql, id);
    const auto last = json::text(detail, "last_tag");
    const auto tags = tagsAlone(sql, id, last, rows);
    for (const auto &tag : tags) {
        if (putTag(sql, *way, tag)) // else its name was taken meanwhile: nothing is overwritten, nothing lost
            takeOut(sql, *way, tag);
    }
    if (std::int64_t(tags.size()) == rows) {
        sql.run("UPDATE trash_operation SET detail = ? WHERE id = ?", json::serialize(json::object{{"last_tag", tags.back().former.name}}), id);
        return Progress::More;
    }
    sql.run("UPDATE trash_operation SET state = '', detail = '{}' WHERE id = ?", id);
    sql.run("UPDATE total SET deletions = deletions + 1 WHERE id = 1");
    closeIfEmpty(sql, id);
    return Progress::Done;
}

} // namespace berth::trash
