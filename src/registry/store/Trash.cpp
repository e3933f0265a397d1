// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Trash.h"

#include <boost/json/parse.hpp>

#include "core/Json.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Images.h"
#include "registry/store/People.h"
#include "registry/store/Registries.h"

namespace berth::trash {

namespace {

constexpr std::int64_t shownTags = 20;

// A blob that no live manifest and no other operation holds returns with this one.
#define BERTH_TRASH_COLUMNS                                                                                             \
    "o.id, o.kind, o.registry, o.image, o.actor, o.deleted_at, "                                                        \
    "(SELECT count(*) FROM trash_manifest t WHERE t.operation_id = o.id), "                                             \
    "(SELECT count(*) FROM trash_tag t WHERE t.operation_id = o.id), "                                                  \
    "(SELECT coalesce(sum(b.size), 0) FROM blob b WHERE b.digest IN (SELECT tb.digest FROM trash_blob tb JOIN "         \
    "trash_manifest t ON t.id = tb.trash_manifest_id WHERE t.operation_id = o.id) "                                     \
    "AND NOT EXISTS (SELECT 1 FROM manifest_blob mb WHERE mb.digest = b.digest) "                                       \
    "AND NOT EXISTS (SELECT 1 FROM trash_blob ob JOIN trash_manifest om ON om.id = ob.trash_manifest_id "               \
    "WHERE ob.digest = b.digest AND om.operation_id <> o.id)) FROM trash_operation o "

TrashOperation readRow(const SqlRows &rows)
{
    return {rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.integer(5), rows.integer(6), rows.integer(7),
        rows.integer(8), {}};
}

void addTags(Sql &sql, TrashOperation &operation)
{
    auto rows = sql.select("SELECT name FROM trash_tag WHERE operation_id = ? ORDER BY name LIMIT ?", operation.id, shownTags);
    while (rows.next())
        operation.tags.push_back(rows.text(0));
}

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
    if (registries::byName(sql, operation.registry))
        return fail(ErrorCode::Conflict, "There is a registry named " + operation.registry + " again; restoring never overwrites");
    const auto id = registries::create(sql, operation.registry, json::text(detail, "metadata", "{}"));
    if (!id)
        return tl::unexpected(id.error());
    sql.run("UPDATE registry SET created_at = ?, quota_bytes = ?, accepts_missing = ? WHERE id = ?",
        json::integer(detail, "created_at", nowMs()), json::integer(detail, "quota_bytes"), int(json::boolean(detail, "accepts_missing")), *id);
    if (const auto *roles = json::find(detail, "roles"); roles && roles->is_object())
        people::putRolesIn(sql, operation.registry, roles->get_object());
    sql.run("DELETE FROM trash_operation WHERE id = ?", operation.id);
    return {};
}

/// The registry of an image that comes back, as it was if the trash still knows. True if it had to be made.
Result<bool> needRegistry(Sql &sql, const std::string &name)
{
    if (sql.integer("SELECT count(*) FROM registry WHERE name = ?", 0, name) > 0)
        return false;
    const auto deletion = sql.integer(
        "SELECT id FROM trash_operation WHERE kind = 'registry' AND registry = ? ORDER BY id DESC LIMIT 1", 0, name);
    if (const auto operation = deletion ? find(sql, deletion) : std::nullopt) {
        if (auto back = putRegistryBack(sql, *operation); !back)
            return tl::unexpected(back.error());
        return true;
    }
    if (auto made = registries::create(sql, name, "{}"); !made)
        return tl::unexpected(made.error());
    return true;
}

Result<std::int64_t> needImage(Sql &sql, const TrashOperation &operation)
{
    const auto name = RepositoryName::of(operation.registry, operation.image);
    if (!name)
        return tl::unexpected(name.error());
    const auto present = images::idOf(sql, *name);
    const auto id = present != 0 ? Result<std::int64_t>(present) : images::ensure(sql, *name, images::CreateRegistry::No);
    if (id && operation.kind == "image") {
        const json::value detail = detailOf(sql, operation.id);
        const auto createdAt = json::integer(detail, "created_at", nowMs());
        sql.run("UPDATE repository SET pull_count = pull_count + ?, created_at = CASE WHEN created_at > ? THEN ? ELSE created_at END WHERE id = ?",
            json::integer(detail, "pull_count"), createdAt, createdAt, *id);
        sql.run("UPDATE trash_operation SET detail = '{}' WHERE id = ?", operation.id); // the next part of it adds nothing more
    }
    return id;
}

struct Row {
    std::int64_t id = 0;
    berth::artifacts::RestoredManifest manifest;
};

std::map<std::string, Row> rowsOf(Sql &sql, std::int64_t operation)
{
    std::map<std::string, Row> result;
    auto rows = sql.select("SELECT id, digest, media_type, total_size, pushed_at, pulled_at, pull_count, os, architecture, variant, author, "
                           "built_at FROM trash_manifest WHERE operation_id = ?", operation);
    while (rows.next()) {
        Row row{rows.integer(0), {rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6), {}}};
        row.manifest.config.platform = {rows.text(7), rows.text(8), rows.text(9)};
        row.manifest.config.author = rows.text(10);
        row.manifest.config.created = rows.text(11);
        result.emplace(row.manifest.digest, std::move(row));
    }
    return result;
}

/// The repository sees the blobs of a trashed manifest again; manifests of it that had named them while they were absent hold them, too.
void linkBlobs(Sql &sql, std::int64_t repository, std::int64_t trashed)
{
    sql.run("INSERT INTO repository_blob (repository_id, digest) SELECT CAST(? AS BIGINT), digest FROM trash_blob WHERE trash_manifest_id = ? "
            "ON CONFLICT (repository_id, digest) DO UPDATE SET left_at = 0", repository, trashed);
    sql.run("INSERT INTO manifest_blob (manifest_id, digest) SELECT mm.manifest_id, mm.digest FROM trash_blob tb JOIN manifest_missing mm "
            "ON mm.digest = tb.digest JOIN manifest m ON m.id = mm.manifest_id WHERE tb.trash_manifest_id = ? AND m.repository_id = ?",
        trashed, repository);
    sql.run("DELETE FROM manifest_missing WHERE digest IN (SELECT digest FROM trash_blob WHERE trash_manifest_id = ?) AND EXISTS "
            "(SELECT 1 FROM manifest m WHERE m.id = manifest_missing.manifest_id AND m.repository_id = ?)", trashed, repository);
}

/// Platforms of an index that lie in the same operation.
std::vector<std::string> platformsOf(Sql &sql, const berth::artifacts::RestoredManifest &manifest)
{
    auto rows = sql.select("SELECT bytes FROM manifest_bytes WHERE digest = ?", manifest.digest);
    const auto content = Manifest::parse(rows.next() ? rows.bytes(0) : std::string(), manifest.mediaType);
    std::vector<std::string> digests;
    for (const auto &child : content ? content->manifests : std::vector<Descriptor>())
        digests.push_back(child.digest.toString());
    return digests;
}

Result<std::set<std::string>> chosenArtifacts(Sql &sql, const std::map<std::string, Row> &rows, const RestoreWishes &wishes)
{
    std::set<std::string> chosen;
    if (!wishes.artifacts) {
        if (!wishes.tags) {
            for (const auto &[digest, row] : rows)
                chosen.insert(digest);
        }
        return chosen;
    }
    std::vector<std::string> open(wishes.artifacts->begin(), wishes.artifacts->end());
    for (const auto &digest : open) {
        if (!rows.contains(digest))
            return fail(ErrorCode::NotFound, "There is no " + digest + " in this deletion");
    }
    while (!open.empty()) {
        const auto digest = open.back();
        open.pop_back();
        const auto row = rows.find(digest);
        if (row == rows.end() || !chosen.insert(digest).second)
            continue;
        for (auto &platform : platformsOf(sql, row->second.manifest))
            open.push_back(std::move(platform));
    }
    return chosen;
}

struct Tag {
    std::string name;
    std::string newName;
    std::string digest;
    TimeMs pushedAt = 0;
    TimeMs pulledAt = 0;
};

Result<std::vector<Tag>> chosenTags(Sql &sql, std::int64_t operation, const std::set<std::string> &artifacts, const RestoreWishes &wishes)
{
    std::vector<Tag> chosen;
    std::size_t named = 0;
    auto rows = sql.select("SELECT name, digest, pushed_at, pulled_at FROM trash_tag WHERE operation_id = ? ORDER BY name", operation);
    while (rows.next()) {
        Tag tag{rows.text(0), rows.text(0), rows.text(1), rows.integer(2), rows.integer(3)};
        const bool isNamed = wishes.tags && wishes.tags->contains(tag.name);
        named += isNamed;
        const bool everything = !wishes.artifacts && !wishes.tags;
        if (!everything && !isNamed && !(wishes.artifacts && artifacts.contains(tag.digest)))
            continue;
        if (const auto renamed = wishes.tagNames.find(tag.name); renamed != wishes.tagNames.end()) {
            if (auto good = checkTag(renamed->second); !good)
                return tl::unexpected(good.error());
            tag.newName = renamed->second;
        }
        chosen.push_back(std::move(tag));
    }
    if (wishes.tags && named < wishes.tags->size())
        return fail(ErrorCode::NotFound, "The deletion does not hold all of the tags named");
    return chosen;
}

Result<void> putTag(Sql &sql, std::int64_t repository, const Tag &tag)
{
    const auto manifest = sql.integer("SELECT id FROM manifest WHERE repository_id = ? AND digest = ?", 0, repository, tag.digest);
    if (manifest == 0)
        return fail(ErrorCode::Precondition,
            "The artifact " + tag.digest + " of the tag " + tag.name + " is not there any more; restore it first");
    if (sql.run("INSERT INTO tag (repository_id, name, manifest_id, pushed_at, pulled_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            repository, tag.newName, manifest, tag.pushedAt, tag.pulledAt) > 0)
        return {};
    const auto holder = sql.integer("SELECT manifest_id FROM tag WHERE repository_id = ? AND name = ?", 0, repository, tag.newName);
    if (holder == manifest)
        return {};
    return fail(ErrorCode::Conflict, "The tag " + tag.newName + " names another artifact now; restoring never overwrites");
}

std::string freeTagName(Sql &sql, std::int64_t repository, const std::string &name, TimeMs deletedAt)
{
    const auto base = (name + "-" + toRfc3339(deletedAt).substr(0, 10)).substr(name.size() > 110 ? name.size() - 110 : 0);
    for (int i = 1;; ++i) {
        const auto candidate = i == 1 ? base : base + "-" + std::to_string(i);
        if (sql.integer("SELECT count(*) FROM tag WHERE repository_id = ? AND name = ?", 0, repository, candidate) == 0)
            return candidate;
    }
}

void forgetUnusedBytes(Sql &sql, const std::vector<std::string> &digests)
{
    for (const auto &digest : digests)
        sql.run("DELETE FROM manifest_bytes WHERE digest = ? AND NOT EXISTS (SELECT 1 FROM manifest m WHERE m.digest = manifest_bytes.digest) "
                "AND NOT EXISTS (SELECT 1 FROM trash_manifest t WHERE t.digest = manifest_bytes.digest)", digest);
}

void endOperation(Sql &sql, std::int64_t id)
{
    std::vector<std::string> digests;
    {
        auto rows = sql.select("SELECT digest FROM trash_manifest WHERE operation_id = ?", id);
        while (rows.next())
            digests.push_back(rows.text(0));
    }
    sql.run("DELETE FROM trash_operation WHERE id = ?", id);
    forgetUnusedBytes(sql, digests);
}

} // namespace

std::vector<TrashOperation> list(Sql &sql, Page page)
{
    std::vector<TrashOperation> result;
    {
        auto rows = sql.select("SELECT " BERTH_TRASH_COLUMNS "ORDER BY o.deleted_at DESC, o.id DESC LIMIT ? OFFSET ?", page.limit, page.offset);
        while (rows.next())
            result.push_back(readRow(rows));
    }
    for (auto &operation : result)
        addTags(sql, operation);
    return result;
}

std::int64_t count(Sql &sql) { return sql.integer("SELECT count(*) FROM trash_operation", 0); }

std::int64_t countIn(Sql &sql, const std::string &registry)
{
    return sql.integer("SELECT count(*) FROM trash_operation WHERE registry = ? AND kind <> 'registry'", 0, registry);
}

std::int64_t heldBytesIn(Sql &sql, const std::string &registry)
{
    return sql.integer("SELECT coalesce(sum(b.size), 0) FROM blob b WHERE b.digest IN (SELECT t.digest FROM trash_blob t JOIN trash_manifest m "
                       "ON m.id = t.trash_manifest_id JOIN trash_operation o ON o.id = m.operation_id WHERE o.registry = ?) "
                       "AND NOT EXISTS (SELECT 1 FROM manifest_blob m WHERE m.digest = b.digest)", 0, registry);
}

std::vector<std::string> registriesIn(Sql &sql)
{
    std::vector<std::string> names;
    auto rows = sql.select("SELECT DISTINCT registry FROM trash_operation ORDER BY registry");
    while (rows.next())
        names.push_back(rows.text(0));
    return names;
}

std::int64_t heldBytes(Sql &sql)
{
    return sql.integer("SELECT coalesce(sum(b.size), 0) FROM blob b WHERE EXISTS (SELECT 1 FROM trash_blob t WHERE t.digest = b.digest) "
                       "AND NOT EXISTS (SELECT 1 FROM manifest_blob m WHERE m.digest = b.digest)", 0);
}

std::optional<TrashOperation> find(Sql &sql, std::int64_t id)
{
    std::optional<TrashOperation> operation;
    {
        auto rows = sql.select("SELECT " BERTH_TRASH_COLUMNS "WHERE o.id = ?", id);
        if (rows.next())
            operation = readRow(rows);
    }
    if (operation)
        addTags(sql, *operation);
    return operation;
}

std::vector<TrashArtifact> artifacts(Sql &sql, std::int64_t id)
{
    std::vector<TrashArtifact> result;
    {
        auto rows = sql.select("SELECT digest, media_type, total_size, pushed_at FROM trash_manifest WHERE operation_id = ? ORDER BY id", id);
        while (rows.next())
            result.push_back({rows.text(0), rows.text(1), rows.integer(2), rows.integer(3), {}});
    }
    std::map<std::string, std::vector<std::string>> tagsOf;
    auto rows = sql.select("SELECT digest, name FROM trash_tag WHERE operation_id = ? ORDER BY name", id);
    while (rows.next())
        tagsOf[rows.text(0)].push_back(rows.text(1));
    for (auto &artifact : result)
        artifact.tags = std::move(tagsOf[artifact.digest]);
    return result;
}

std::vector<TrashConflict> conflicts(Sql &sql, const TrashOperation &operation)
{
    std::vector<TrashConflict> result;
    const auto repository = sql.integer("SELECT p.id FROM registry r JOIN repository p ON p.registry_id = r.id WHERE r.name = ? AND p.name = ?", 0,
        operation.registry, operation.image);
    {
        auto rows = sql.select("SELECT tt.name, tt.digest, m.digest, t.pushed_at FROM trash_tag tt JOIN tag t ON t.repository_id = ? AND "
                               "t.name = tt.name JOIN manifest m ON m.id = t.manifest_id WHERE tt.operation_id = ? AND m.digest <> tt.digest "
                               "ORDER BY tt.name", repository, operation.id);
        while (rows.next())
            result.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3), {}});
    }
    for (auto &conflict : result)
        conflict.freeName = freeTagName(sql, repository, conflict.tag, operation.deletedAt);
    auto rows = sql.select("SELECT tt.name, tt.digest FROM trash_tag tt WHERE tt.operation_id = ? AND NOT EXISTS (SELECT 1 FROM manifest m "
                           "WHERE m.repository_id = ? AND m.digest = tt.digest) AND NOT EXISTS (SELECT 1 FROM trash_manifest t WHERE "
                           "t.operation_id = tt.operation_id AND t.digest = tt.digest) ORDER BY tt.name", operation.id, repository);
    while (rows.next())
        result.push_back({rows.text(0), rows.text(1), {}, 0, {}});
    return result;
}

Result<RestoreOutcome> restore(Sql &sql, std::int64_t id, const RestoreWishes &wishes)
{
    const auto operation = find(sql, id);
    if (!operation)
        return fail(ErrorCode::NotFound, "This deletion is not in the trash any more");
    if (operation->kind == "registry") {
        if (auto back = putRegistryBack(sql, *operation); !back)
            return tl::unexpected(back.error());
        return RestoreOutcome{0, 0, true};
    }
    const auto rows = rowsOf(sql, id);
    const auto chosen = chosenArtifacts(sql, rows, wishes);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const auto tags = chosenTags(sql, id, *chosen, wishes);
    if (!tags)
        return tl::unexpected(tags.error());
    RestoreOutcome outcome;
    const auto made = needRegistry(sql, operation->registry);
    if (!made)
        return tl::unexpected(made.error());
    outcome.madeRegistry = *made;
    const auto repository = needImage(sql, *operation);
    if (!repository)
        return tl::unexpected(repository.error());
    for (const auto &digest : *chosen) {
        const auto &row = rows.at(digest);
        linkBlobs(sql, *repository, row.id);
        if (auto back = berth::artifacts::restore(sql, *repository, row.manifest); !back)
            return tl::unexpected(back.error());
        sql.run("DELETE FROM trash_manifest WHERE id = ?", row.id);
        ++outcome.artifacts;
    }
    for (const auto &tag : *tags) {
        if (auto put = putTag(sql, *repository, tag); !put)
            return tl::unexpected(put.error());
        sql.run("DELETE FROM trash_tag WHERE operation_id = ? AND name = ?", id, tag.name);
        ++outcome.tags;
    }
    sql.run("UPDATE repository SET updated_at = ? WHERE id = ?", nowMs(), *repository);
    sql.run("DELETE FROM trash_operation WHERE id = ? AND NOT EXISTS (SELECT 1 FROM trash_manifest t WHERE t.operation_id = trash_operation.id) "
            "AND NOT EXISTS (SELECT 1 FROM trash_tag t WHERE t.operation_id = trash_operation.id)", id);
    return outcome;
}

Result<void> end(Sql &sql, std::int64_t id)
{
    if (sql.integer("SELECT count(*) FROM trash_operation WHERE id = ?", 0, id) == 0)
        return fail(ErrorCode::NotFound, "This deletion is not in the trash any more");
    endOperation(sql, id);
    return {};
}

std::int64_t endBefore(Sql &sql, TimeMs before, std::int64_t limit)
{
    const auto now = nowMs();
    sql.run("UPDATE trash_operation SET deleted_at = ? WHERE deleted_at > ?", now, now);
    std::vector<std::int64_t> ids;
    {
        auto rows = sql.select("SELECT id FROM trash_operation WHERE deleted_at < ? ORDER BY deleted_at LIMIT ?", before, limit);
        while (rows.next())
            ids.push_back(rows.integer(0));
    }
    for (const auto id : ids)
        endOperation(sql, id);
    return std::int64_t(ids.size());
}

} // namespace berth::trash
