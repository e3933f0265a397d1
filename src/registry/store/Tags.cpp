// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Tags.h"

#include "registry/store/Images.h"
#include "registry/store/Manifests.h"
#include "registry/store/Protection.h"

namespace berth::tags {

namespace {

constexpr std::int64_t mostNoted = 500; ///< Tags of one artifact that goes; of more the artifact itself is told.
constexpr std::int64_t mostChanges = 2'000'000;

struct Present {
    std::int64_t id = 0;
    std::int64_t manifest = 0;
    std::string digest;
};

std::optional<Present> find(Sql &sql, std::int64_t repository, const std::string &tag)
{
    auto rows = sql.select("SELECT t.id, t.manifest_id, m.digest FROM tag t JOIN manifest m ON m.id = t.manifest_id "
                           "WHERE t.repository_id = ? AND t.name = ?",
        repository, tag);
    return rows.next() ? std::optional(Present{rows.integer(0), rows.integer(1), rows.text(2)}) : std::nullopt;
}

void note(Sql &sql, Event::Kind kind, const RepositoryName &name, const std::string &tag, const std::string &digest, const std::string &former, TimeMs now,
    const Author &by)
{
    outbox::add(
        sql, {.at = now, .kind = kind, .by = by, .registry = name.registry(), .image = name.image(), .tag = tag, .digest = digest, .formerDigest = former});
    const auto after = kind == Event::Kind::TagDeleted ? std::string() : digest;
    sql.run("INSERT INTO tag_change (registry, image, tag, at, actor, source, digest, former_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", name.registry(),
        name.image(), tag, now, by.actor, by.source, after, former);
}

void insert(Sql &sql, const Target &target, const std::string &tag, TimeMs pushedAt, TimeMs pulledAt)
{
    bring(sql, target.repository, target.manifest, {tag, target.digest, pushedAt, pulledAt});
}

} // namespace

std::vector<TagRow> list(Sql &sql, std::int64_t artifactId, Page page)
{
    std::vector<TagRow> result;
    auto rows = sql.select("SELECT t.id, t.repository_id, t.manifest_id, t.name, t.pushed_at, t.pulled_at "
                           "FROM tag t WHERE t.manifest_id = ? ORDER BY t.pushed_at DESC, t.id DESC "
                           "LIMIT ? OFFSET ?",
        artifactId, page.limit, page.offset);
    while (rows.next())
        result.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3), {}, {}, rows.integer(4), rows.integer(5)});
    return result;
}

Result<std::vector<std::string>> names(Sql &sql, const RepositoryName &name, const std::string &last, std::int64_t limit)
{
    const auto repository = images::idOf(sql, name);
    if (repository == 0)
        return fail(ErrorCode::NameUnknown, "There is no image " + name.toString() + " on this server");
    std::vector<std::string> result;
    auto rows = sql.select("SELECT name FROM tag WHERE repository_id = ? AND name > ? ORDER BY name LIMIT ?", repository, last, limit);
    while (rows.next())
        result.push_back(rows.text(0));
    return result;
}

std::vector<TagChange> history(Sql &sql, const RepositoryName &name, const std::string &tag, Page page)
{
    std::vector<TagChange> result;
    auto rows = sql.select("SELECT at, actor, source, digest, former_digest FROM tag_change WHERE registry = ? AND image = ? AND tag = ? "
                           "ORDER BY id DESC LIMIT ? OFFSET ?",
        name.registry(), name.image(), tag, page.limit, page.offset);
    while (rows.next())
        result.push_back({rows.integer(0), {rows.text(1), rows.text(2)}, rows.text(3), rows.text(4)});
    return result;
}

std::int64_t countHistory(Sql &sql, const RepositoryName &name, const std::string &tag)
{
    return sql.integer("SELECT count(*) FROM tag_change WHERE registry = ? AND image = ? AND tag = ?", 0, name.registry(), name.image(), tag);
}

Result<void> set(Sql &sql, const Target &target, const std::string &tag, TimeMs now, const Author &by)
{
    const auto present = find(sql, target.repository, tag);
    if (!present) {
        insert(sql, target, tag, now, 0);
        note(sql, Event::Kind::TagSet, target.name, tag, target.digest, {}, now, by);
        return {};
    }
    if (auto may = protection::mayMoveTag(sql, target.name, tag); !may)
        return may;
    if (present->manifest == target.manifest) {
        sql.run("UPDATE tag SET pushed_at = ? WHERE id = ?", now, present->id);
        return {};
    }
    sql.run("UPDATE tag SET manifest_id = ?, pushed_at = ? WHERE id = ?", target.manifest, now, present->id);
    manifests::tagged(sql, present->manifest, -1);
    manifests::tagged(sql, target.manifest, 1);
    note(sql, Event::Kind::TagSet, target.name, tag, target.digest, present->digest, now, by);
    return {};
}

Result<void> create(Sql &sql, const Target &target, const std::string &tag, const Author &by)
{
    if (auto good = checkTag(tag); !good)
        return good;
    if (find(sql, target.repository, tag))
        return fail(ErrorCode::Conflict, "A tag named " + tag + " exists already in this image");
    const auto now = nowMs();
    insert(sql, target, tag, now, 0);
    note(sql, Event::Kind::TagSet, target.name, tag, target.digest, {}, now, by);
    sql.run("UPDATE repository SET updated_at = ? WHERE id = ?", now, target.repository);
    return {};
}

Result<void> restore(Sql &sql, const Target &target, const std::string &tag, const Former &former, const Author &by)
{
    if (const auto present = find(sql, target.repository, tag)) {
        if (present->manifest == target.manifest)
            return {};
        return fail(ErrorCode::Conflict, "The tag " + tag + " names another artifact now; restoring never overwrites");
    }
    insert(sql, target, tag, former.pushedAt, former.pulledAt);
    note(sql, Event::Kind::TagSet, target.name, tag, target.digest, {}, nowMs(), by);
    return {};
}

void bring(Sql &sql, std::int64_t repository, std::int64_t manifest, const Former &tag)
{
    sql.run("INSERT INTO tag (repository_id, name, manifest_id, pushed_at, pulled_at) VALUES (?, ?, ?, ?, ?)", repository, tag.name, manifest, tag.pushedAt,
        tag.pulledAt);
    manifests::tagged(sql, manifest, 1);
}

Result<Former> remove(Sql &sql, const RepositoryName &name, std::int64_t repository, const std::string &tag, const Author &by)
{
    std::optional<Former> former;
    std::int64_t id = 0;
    std::int64_t manifest = 0;
    {
        auto rows = sql.select("SELECT t.id, t.manifest_id, m.digest, t.pushed_at, t.pulled_at FROM tag t JOIN manifest m ON m.id = t.manifest_id "
                               "WHERE t.repository_id = ? AND t.name = ?",
            repository, tag);
        if (rows.next()) {
            id = rows.integer(0);
            manifest = rows.integer(1);
            former = Former{tag, rows.text(2), rows.integer(3), rows.integer(4)};
        }
    }
    if (!former)
        return fail(ErrorCode::NotFound, "There is no tag " + tag + " in " + name.toString());
    if (auto may = protection::mayDeleteTag(sql, name, tag); !may)
        return tl::unexpected(may.error());
    sql.run("DELETE FROM tag WHERE id = ?", id);
    manifests::tagged(sql, manifest, -1);
    note(sql, Event::Kind::TagDeleted, name, tag, former->digest, former->digest, nowMs(), by);
    return *former;
}

void leaving(Sql &sql, const RepositoryName &name, std::int64_t manifest, const Author &by)
{
    std::vector<std::pair<std::string, std::string>> tags;
    {
        auto rows =
            sql.select("SELECT t.name, m.digest FROM tag t JOIN manifest m ON m.id = t.manifest_id WHERE t.manifest_id = ? ORDER BY t.pushed_at, t.id LIMIT ?",
                manifest, mostNoted);
        while (rows.next())
            tags.emplace_back(rows.text(0), rows.text(1));
    }
    const auto now = nowMs();
    for (const auto &[tag, digest] : tags)
        note(sql, Event::Kind::TagDeleted, name, tag, digest, digest, now, by);
}

void follow(Sql &sql, std::int64_t manifest, std::int64_t repository)
{
    sql.run("UPDATE tag SET repository_id = ? WHERE manifest_id = ?", repository, manifest);
}

void forget(Sql &sql, std::int64_t repository, const std::string &tag)
{
    const auto present = find(sql, repository, tag);
    if (!present)
        return;
    sql.run("DELETE FROM tag WHERE id = ?", present->id);
    manifests::tagged(sql, present->manifest, -1);
}

std::int64_t forget(Sql &sql, std::int64_t manifest, std::int64_t limit)
{
    const auto gone = sql.run("DELETE FROM tag WHERE id IN (SELECT id FROM tag WHERE manifest_id = ? ORDER BY pushed_at, id LIMIT ?)", manifest, limit);
    if (gone > 0)
        manifests::tagged(sql, manifest, -gone);
    return gone;
}

void pulled(Sql &sql, std::int64_t repository, const std::string &tag, TimeMs when)
{
    sql.run("UPDATE tag SET pulled_at = ? WHERE repository_id = ? AND name = ? AND pulled_at < ?", when, repository, tag, when);
}

std::int64_t trimHistory(Sql &sql, TimeMs before, std::int64_t limit)
{
    const auto tooMany = sql.integer("SELECT coalesce(max(id), 0) FROM tag_change", 0) - mostChanges;
    return sql.run("DELETE FROM tag_change WHERE id IN (SELECT id FROM tag_change WHERE id <= ? ORDER BY id LIMIT ?)", tooMany, limit)
        + sql.run("DELETE FROM tag_change WHERE id IN (SELECT id FROM tag_change WHERE at < ? ORDER BY at LIMIT ?)", before, limit);
}

} // namespace berth::tags
