// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Tags.h"

#include "registry/store/Images.h"

namespace berth::tags {

std::vector<TagRow> list(Sql &sql, std::int64_t artifactId, Page page)
{
    std::vector<TagRow> result;
    auto rows = sql.select("SELECT t.id, t.repository_id, t.manifest_id, t.name, t.pushed_at, t.pulled_at "
                           "FROM tag t WHERE t.manifest_id = ? ORDER BY t.pushed_at DESC, t.id DESC "
                           "LIMIT ? OFFSET ?",
        artifactId, page.limit, page.offset);
    while (rows.next())
        result.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3), {}, {},
            rows.integer(4), rows.integer(5)});
    return result;
}

Result<std::vector<std::string>> names(
    Sql &sql, const RepositoryName &name, const std::string &last, std::int64_t limit)
{
    const auto repository = images::idOf(sql, name);
    if (repository == 0)
        return fail(ErrorCode::NameUnknown, "There is no image " + name.toString() + " on this server");
    std::vector<std::string> result;
    auto rows = sql.select(
        "SELECT name FROM tag WHERE repository_id = ? AND name > ? ORDER BY name LIMIT ?", repository,
        last, limit);
    while (rows.next())
        result.push_back(rows.text(0));
    return result;
}

Result<void> create(Sql &sql, std::int64_t repositoryId, std::int64_t artifactId, const std::string &tag)
{
    if (auto good = checkTag(tag); !good)
        return good;
    const auto now = nowMs();
    if (sql.run("INSERT INTO tag (repository_id, name, manifest_id, pushed_at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
            repositoryId, tag, artifactId, now)
        == 0)
        return fail(ErrorCode::Conflict, "A tag named " + tag + " exists already in this image");
    sql.run("UPDATE repository SET updated_at = ? WHERE id = ?", now, repositoryId);
    return {};
}

std::vector<TagRow> search(Sql &sql, const std::string &text, Page page)
{
    std::vector<TagRow> result;
    auto rows = sql.select(
        "SELECT t.id, t.repository_id, t.manifest_id, t.name, m.digest, r.name || '/' || p.name, "
        "t.pushed_at, t.pulled_at FROM tag t JOIN manifest m ON m.id = t.manifest_id "
        "JOIN repository p ON p.id = t.repository_id JOIN registry r ON r.id = p.registry_id "
        "WHERE instr(t.name, ?) > 0 ORDER BY r.name, p.name, t.name LIMIT ? OFFSET ?",
        text, page.limit, page.offset);
    while (rows.next())
        result.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3), rows.text(4),
            rows.text(5), rows.integer(6), rows.integer(7)});
    return result;
}

} // namespace berth::tags
