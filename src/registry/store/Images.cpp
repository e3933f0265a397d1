// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Images.h"

#include <map>

#include "registry/store/Reliance.h"

namespace berth::images {

namespace {

ImageRow readRow(const SqlRows &rows)
{
    return {rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.integer(4),
        rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8), rows.integer(9)};
}

// The columns of readRow. Untagged children of an index are shown below it, not counted beside it.
#define BERTH_IMAGE_COLUMNS                                                                        \
    "p.id, p.registry_id, r.name, p.name, p.pull_count, "                                          \
    "(SELECT count(*) FROM manifest m WHERE m.repository_id = p.id AND NOT (NOT EXISTS (SELECT 1 " \
    "FROM tag t WHERE t.manifest_id = m.id) AND EXISTS (SELECT 1 FROM manifest_child c JOIN "      \
    "manifest q ON q.id = c.manifest_id WHERE c.digest = m.digest AND q.repository_id = p.id))), " \
    "(SELECT count(*) FROM tag t WHERE t.repository_id = p.id), "                                  \
    "(SELECT coalesce(sum(b.size), 0) FROM repository_blob rb JOIN blob b ON b.digest = "          \
    "rb.digest WHERE rb.repository_id = p.id AND rb.left_at = 0), p.created_at, p.updated_at "                        \
    "FROM repository p JOIN registry r ON r.id = p.registry_id "

} // namespace

std::vector<ImageRow> list(Sql &sql, std::int64_t registryId, Page page)
{
    std::vector<ImageRow> result;
    auto rows = sql.select("SELECT " BERTH_IMAGE_COLUMNS
                           "WHERE p.registry_id = ? ORDER BY p.name LIMIT ? OFFSET ?",
        registryId, page.limit, page.offset);
    while (rows.next())
        result.push_back(readRow(rows));
    return result;
}

std::optional<ImageRow> find(Sql &sql, const RepositoryName &name)
{
    auto rows = sql.select("SELECT " BERTH_IMAGE_COLUMNS "WHERE r.name = ? AND p.name = ?",
        name.registry(), name.image());
    return rows.next() ? std::optional(readRow(rows)) : std::nullopt;
}

std::int64_t idOf(Sql &sql, const RepositoryName &name)
{
    return sql.integer("SELECT p.id FROM repository p JOIN registry r ON r.id = p.registry_id "
                       "WHERE r.name = ? AND p.name = ?",
        0, name.registry(), name.image());
}

std::vector<std::string> catalog(Sql &sql, const std::string &last, std::int64_t limit, const std::function<bool(const std::string &)> &mayShow)
{
    // Registry by registry, in the order of their whole names ("a-b/x" comes before "a/x"), so that hidden ones cost nothing.
    std::map<std::string, std::pair<std::int64_t, std::string>> registries;
    {
        auto rows = sql.select("SELECT id, name FROM registry");
        while (rows.next()) {
            if (const auto name = rows.text(1); mayShow(name))
                registries.emplace(name + "/", std::pair(rows.integer(0), name));
        }
    }
    std::vector<std::string> names;
    for (const auto &[prefix, registry] : registries) {
        if (std::int64_t(names.size()) >= limit)
            break;
        const bool isInside = last.starts_with(prefix);
        if (!isInside && last >= prefix) // its names come before
            continue;
        auto rows = sql.select("SELECT name FROM repository WHERE registry_id = ? AND name > ? ORDER BY name LIMIT ?", registry.first,
            isInside ? last.substr(prefix.size()) : std::string(), limit - std::int64_t(names.size()));
        while (rows.next())
            names.push_back(prefix + rows.text(0));
    }
    return names;
}

Result<std::int64_t> ensure(Sql &sql, const RepositoryName &name, CreateRegistry createRegistry)
{
    if (const auto id = idOf(sql, name); id != 0)
        return id;
    const auto now = nowMs();
    auto registry = sql.integer("SELECT id FROM registry WHERE name = ?", 0, name.registry());
    if (registry == 0) {
        if (auto good = checkRegistryName(name.registry()); !good)
            return tl::unexpected(good.error());
        if (createRegistry == CreateRegistry::No)
            return fail(ErrorCode::NameUnknown,
                "There is no registry named " + name.registry() + " on this server; create it first");
        registry = sql.integer("INSERT INTO registry (name, created_at, updated_at) VALUES (?, ?, ?) RETURNING id",
            0, name.registry(), now, now);
    }
    const auto id = sql.integer("INSERT INTO repository (registry_id, name, created_at, updated_at) "
                                "VALUES (?, ?, ?, ?) RETURNING id",
        0, registry, name.image(), now, now);
    if (sql.integer("SELECT count(*) FROM left_blob WHERE registry = ? AND image = ?", 0, name.registry(), name.image()) > 0) {
        sql.run("INSERT INTO repository_blob (repository_id, digest, left_at) SELECT CAST(? AS BIGINT), l.digest, CAST(? AS BIGINT) FROM left_blob l "
                "JOIN blob b ON b.digest = l.digest WHERE l.registry = ? AND l.image = ? AND b.relied_at >= ?",
            id, now, name.registry(), name.image(), now - relianceMs);
        sql.run("DELETE FROM left_blob WHERE registry = ? AND image = ?", name.registry(), name.image());
    }
    return id;
}

std::vector<ImageRow> search(Sql &sql, const std::string &text, Page page)
{
    std::vector<ImageRow> result;
    auto rows = sql.select("SELECT " BERTH_IMAGE_COLUMNS
                           "WHERE instr(r.name || '/' || p.name, ?) > 0 "
                           "ORDER BY r.name, p.name LIMIT ? OFFSET ?",
        text, page.limit, page.offset);
    while (rows.next())
        result.push_back(readRow(rows));
    return result;
}

} // namespace berth::images
