// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Registries.h"

#include "core/Names.h"
#include "core/SizeText.h"

namespace berth::registries {

namespace {

/// Sizes in sentences of the server: English, as the rest of the sentence.
std::string sizeText(std::int64_t bytes) { return berth::sizeText(bytes, QLocale::c()).toStdString(); }

RegistryRow readRow(const SqlRows &rows)
{
    return {rows.integer(0), rows.text(1), rows.integer(2), rows.text(3), rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8),
        rows.integer(9) != 0};
}

// The columns of readRow. A registry uses each blob once, however many of its images share it.
#define BERTH_REGISTRY_COLUMNS                                                                                                                                 \
    "r.id, r.name, r.source_id, r.metadata, r.created_at, r.updated_at, r.image_count, r.used_bytes, r.quota_bytes, r.accepts_missing "

} // namespace

std::vector<RegistryRow> list(Sql &sql, Page page)
{
    std::vector<RegistryRow> result;
    auto rows = sql.select("SELECT " BERTH_REGISTRY_COLUMNS "FROM registry r ORDER BY r.name LIMIT ? OFFSET ?", page.limit, page.offset);
    while (rows.next())
        result.push_back(readRow(rows));
    return result;
}

std::optional<RegistryRow> byName(Sql &sql, std::string_view name)
{
    auto rows = sql.select("SELECT " BERTH_REGISTRY_COLUMNS "FROM registry r WHERE r.name = ?", name);
    return rows.next() ? std::optional(readRow(rows)) : std::nullopt;
}

std::optional<RegistryRow> byId(Sql &sql, std::int64_t id)
{
    auto rows = sql.select("SELECT " BERTH_REGISTRY_COLUMNS "FROM registry r WHERE r.id = ?", id);
    return rows.next() ? std::optional(readRow(rows)) : std::nullopt;
}

Result<RegistryRow> need(Sql &sql, std::string_view name)
{
    auto row = byName(sql, name);
    if (!row)
        return fail(ErrorCode::NotFound, "There is no registry " + std::string(name));
    return std::move(*row);
}

Result<std::int64_t> create(Sql &sql, std::string_view name, const std::string &metadata)
{
    if (auto good = checkRegistryName(name); !good)
        return tl::unexpected(good.error());
    const auto now = nowMs();
    const auto id = sql.integer("INSERT INTO registry (name, metadata, created_at, updated_at) "
                                "VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING RETURNING id",
        0, name, metadata, now, now);
    if (id == 0)
        return fail(ErrorCode::Conflict, "A registry named " + std::string(name) + " exists already");
    return id;
}

void setMetadata(Sql &sql, std::int64_t id, const std::string &metadata)
{
    sql.run("UPDATE registry SET metadata = ?, updated_at = ? WHERE id = ?", metadata, nowMs(), id);
}

void setQuota(Sql &sql, std::int64_t id, std::int64_t bytes)
{
    sql.run("UPDATE registry SET quota_bytes = ?, updated_at = ? WHERE id = ?", bytes, nowMs(), id);
}

void setAcceptsMissing(Sql &sql, std::int64_t id, bool accepts)
{
    sql.run("UPDATE registry SET accepts_missing = ?, updated_at = ? WHERE id = ?", int(accepts), nowMs(), id);
}

Result<void> checkQuota(Sql &sql, std::string_view name, std::int64_t more)
{
    const auto quota = sql.integer("SELECT quota_bytes FROM registry WHERE name = ?", 0, name);
    if (quota == 0)
        return {};
    const auto row = byName(sql, name);
    if (!row || row->usedBytes + more <= quota)
        return {};
    return fail(ErrorCode::Denied,
        "The registry " + row->name + " may hold " + sizeText(quota) + " and holds " + sizeText(row->usedBytes) + "; this needs " + sizeText(more)
            + " more. Delete images, or have an administrator raise the quota");
}

std::optional<std::int64_t> quotaLeft(Sql &sql, std::string_view name)
{
    const auto quota = sql.integer("SELECT quota_bytes FROM registry WHERE name = ?", 0, name);
    const auto row = quota > 0 ? byName(sql, name) : std::nullopt;
    return row ? std::optional(quota - row->usedBytes) : std::nullopt;
}

Result<void> remove(Sql &sql, std::string_view name)
{
    const auto id = sql.integer("SELECT id FROM registry WHERE name = ?", 0, name);
    if (id == 0)
        return fail(ErrorCode::NotFound, "There is no registry named " + std::string(name));
    if (name == defaultRegistry)
        return fail(ErrorCode::Precondition, "The registry library takes images without a registry in their name and cannot be deleted");
    const auto images = sql.integer("SELECT image_count FROM registry WHERE id = ?", 0, id);
    if (images > 0)
        return fail(ErrorCode::Precondition,
            "The registry " + std::string(name) + " still holds " + std::to_string(images) + (images == 1 ? " image" : " images") + "; delete them first");
    sql.run("DELETE FROM registry WHERE id = ?", id);
    return {};
}

} // namespace berth::registries
