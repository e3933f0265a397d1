// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Usage.h"

namespace berth::usage {

namespace {

PlaceUsage readRow(const SqlRows &rows)
{
    return {rows.text(0), rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7)};
}

std::vector<PlaceUsage> readAll(SqlRows rows)
{
    std::vector<PlaceUsage> result;
    while (rows.next())
        result.push_back(readRow(rows));
    return result;
}

} // namespace

StoreUsage ofStore(Sql &sql)
{
    auto rows = sql.select(
        "SELECT blob_bytes + manifest_bytes, unique_bytes, shared_bytes, saved_bytes, trash_bytes, unused_bytes, manifest_bytes, blobs, blob_bytes FROM total WHERE id = 1");
    if (!rows.next())
        return {};
    return {rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7),
        rows.integer(8)};
}

std::vector<PlaceUsage> ofRegistries(Sql &sql, Page page)
{
    return readAll(sql.select("SELECT r.name, '', r.unique_bytes, r.used_bytes - r.unique_bytes, r.manifest_count, r.tag_count, r.never_pulled, "
                              "coalesce((SELECT min(p.first_push) FROM repository p WHERE p.registry_id = r.id AND p.first_push > 0), 0) "
                              "FROM registry r ORDER BY r.used_bytes DESC, r.id DESC LIMIT ? OFFSET ?",
        page.limit, page.offset));
}

std::vector<PlaceUsage> ofImages(Sql &sql, Page page)
{
    return readAll(sql.select(
        "SELECT r.name, p.name, p.unique_bytes, p.used_bytes - p.unique_bytes, p.manifest_count, p.tag_count, p.never_pulled, p.first_push "
        "FROM repository p JOIN registry r ON r.id = p.registry_id WHERE p.registry_id IS NOT NULL ORDER BY p.used_bytes DESC, p.id DESC LIMIT ? OFFSET ?",
        page.limit, page.offset));
}

std::vector<SharedBlob> shared(Sql &sql, Page page)
{
    std::vector<SharedBlob> result;
    auto rows = sql.select("SELECT digest, size, links FROM blob WHERE links > 1 ORDER BY size DESC, digest DESC LIMIT ? OFFSET ?", page.limit, page.offset);
    while (rows.next())
        result.push_back({rows.text(0), rows.integer(1), rows.integer(2)});
    return result;
}

} // namespace berth::usage
