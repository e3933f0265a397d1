// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Images.h"

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
    "rb.digest WHERE rb.repository_id = p.id), p.created_at, p.updated_at "                        \
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

std::vector<std::string> catalog(Sql &sql, const std::string &last, std::int64_t limit)
{
    std::vector<std::string> names;
    auto rows = sql.select("SELECT r.name || '/' || p.name AS full_name FROM repository p "
                           "JOIN registry r ON r.id = p.registry_id "
                           "WHERE r.name || '/' || p.name > ? ORDER BY full_name LIMIT ?",
        last, limit);
    while (rows.next())
        names.push_back(rows.text(0));
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
    return sql.integer("INSERT INTO repository (registry_id, name, created_at, updated_at) "
                       "VALUES (?, ?, ?, ?) RETURNING id",
        0, registry, name.image(), now, now);
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
