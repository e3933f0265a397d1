// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Images.h"

#include <map>

#include "registry/store/BlobLinks.h"
#include "registry/store/Counts.h"
#include "registry/store/Manifests.h"
#include "registry/store/Reliance.h"

namespace berth::images {

namespace {

ImageRow readRow(const SqlRows &rows)
{
    return {rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8),
        rows.integer(9)};
}

// The columns of readRow.
#define BERTH_IMAGE_COLUMNS                                                                                                                                    \
    "p.id, p.registry_id, r.name, p.name, p.pull_count, p.artifact_count, p.tag_count, p.used_bytes, p.created_at, "                                           \
    "p.updated_at FROM repository p JOIN registry r ON r.id = p.registry_id "

} // namespace

std::vector<ImageRow> list(Sql &sql, std::int64_t registryId, Page page)
{
    std::vector<ImageRow> result;
    auto rows = sql.select("SELECT " BERTH_IMAGE_COLUMNS "WHERE p.registry_id = ? ORDER BY p.name LIMIT ? OFFSET ?", registryId, page.limit, page.offset);
    while (rows.next())
        result.push_back(readRow(rows));
    return result;
}

std::optional<ImageRow> find(Sql &sql, const RepositoryName &name)
{
    auto rows = sql.select("SELECT " BERTH_IMAGE_COLUMNS "WHERE r.name = ? AND p.name = ?", name.registry(), name.image());
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
            return fail(ErrorCode::NameUnknown, "There is no registry named " + name.registry() + " on this server; create it first");
        registry = sql.integer("INSERT INTO registry (name, created_at, updated_at) VALUES (?, ?, ?) RETURNING id", 0, name.registry(), now, now);
    }
    const auto id = sql.integer("INSERT INTO repository (registry_id, former_registry, name, created_at, updated_at) "
                                "VALUES (?, ?, ?, ?, ?) RETURNING id",
        0, registry, registry, name.image(), now, now);
    counts::addImage(sql, id, registry, 1);
    return id;
}

std::int64_t makeForDeletion(Sql &sql, std::int64_t image, std::int64_t operation)
{
    return sql.integer(
        "INSERT INTO repository (operation_id, name, created_at, updated_at) SELECT CAST(? AS BIGINT), name, created_at, updated_at FROM repository WHERE id = ? RETURNING id",
        0, operation, image);
}

void moveToDeletion(Sql &sql, std::int64_t image, std::int64_t operation)
{
    counts::addImage(sql, image, sql.integer("SELECT registry_id FROM repository WHERE id = ?", 0, image), -1);
    sql.run("UPDATE repository SET registry_id = NULL, operation_id = ?, unsettled = unsettled + 1 WHERE id = ?", operation, image);
}

void moveBack(Sql &sql, std::int64_t image, std::int64_t registry)
{
    sql.run("UPDATE repository SET operation_id = NULL, registry_id = ?, former_registry = ?, unsettled = unsettled + 1, updated_at = ? WHERE id = ?", registry,
        registry, nowMs(), image);
    counts::addImage(sql, image, registry, 1);
}

bool settle(Sql &sql, const Unsettled &image, std::string &last, std::int64_t limit)
{
    if (bloblinks::settle(sql, image.id, last, limit, nowMs()))
        return true;
    sql.run("UPDATE repository SET unsettled = 0 WHERE id = ? AND unsettled = ?", image.id, image.pass);
    return false;
}

void settleFirst(Sql &sql, std::int64_t repository, std::int64_t limit)
{
    std::string last;
    settle(sql, {repository, sql.integer("SELECT unsettled FROM repository WHERE id = ?", 0, repository)}, last, limit);
}

std::optional<Unsettled> nextUnsettled(Sql &sql)
{
    auto rows = sql.select("SELECT id, unsettled FROM repository WHERE unsettled > 0 ORDER BY id LIMIT 1");
    return rows.next() ? std::optional(Unsettled{rows.integer(0), rows.integer(1)}) : std::nullopt;
}

bool adoptLeft(Sql &sql, std::int64_t image, const std::string &digest)
{
    constexpr std::int64_t deletionsLooked = 20;
    const auto oldest = nowMs() - relianceMs;
    const auto found = sql.integer(
        "SELECT count(*) FROM (SELECT g.id AS id FROM repository p JOIN repository g ON g.former_registry = p.former_registry AND g.name = p.name "
        "AND g.operation_id IS NOT NULL JOIN trash_operation o ON o.id = g.operation_id WHERE p.id = ? AND o.deleted_at >= ? ORDER BY g.id DESC LIMIT ?) d "
        "JOIN repository_blob rb ON rb.repository_id = d.id JOIN blob b ON b.digest = rb.digest WHERE rb.digest = ? AND b.relied_at >= ?",
        0, image, oldest, deletionsLooked, digest, oldest);
    if (found == 0)
        return false;
    bloblinks::putLeft(sql, image, digest);
    manifests::fillMissing(sql, image, digest);
    return true;
}

} // namespace berth::images
