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
    StoreUsage usage;
    usage.manifestBytes = sql.integer("SELECT coalesce(sum(length(bytes)), 0) FROM manifest_bytes", 0);
    usage.totalBytes = usage.manifestBytes + sql.integer("SELECT coalesce(sum(size), 0) FROM blob", 0);
    auto rows = sql.select(
        "SELECT coalesce(sum(CASE WHEN n = 1 THEN size ELSE 0 END), 0), coalesce(sum(CASE WHEN n > 1 THEN size ELSE 0 END), 0), "
        "coalesce(sum(CASE WHEN n > 1 THEN size * (n - 1) ELSE 0 END), 0), "
        "coalesce(sum(CASE WHEN n = 0 AND trashed = 1 THEN size ELSE 0 END), 0), "
        "coalesce(sum(CASE WHEN n = 0 AND trashed = 0 THEN size ELSE 0 END), 0) "
        "FROM (SELECT b.size AS size, CASE WHEN EXISTS (SELECT 1 FROM manifest_blob mb WHERE mb.digest = b.digest) "
        "THEN (SELECT count(*) FROM repository_blob rb WHERE rb.digest = b.digest AND rb.left_at = 0) ELSE 0 END AS n, "
        "CASE WHEN EXISTS (SELECT 1 FROM trash_blob t WHERE t.digest = b.digest) THEN 1 ELSE 0 END AS trashed FROM blob b) counted");
    if (rows.next()) {
        usage.uniqueBytes = rows.integer(0);
        usage.sharedBytes = rows.integer(1);
        usage.savedBytes = rows.integer(2);
        usage.trashBytes = rows.integer(3);
        usage.unusedBytes = rows.integer(4);
    }
    return usage;
}

std::vector<PlaceUsage> ofRegistries(Sql &sql, Page page)
{
    return readAll(sql.select(
        "SELECT r.name, '', coalesce(u.own, 0), coalesce(u.shared, 0), "
        "(SELECT count(*) FROM manifest m JOIN repository p ON p.id = m.repository_id WHERE p.registry_id = r.id), "
        "(SELECT count(*) FROM tag t JOIN repository p ON p.id = t.repository_id WHERE p.registry_id = r.id), "
        "(SELECT count(*) FROM manifest m JOIN repository p ON p.id = m.repository_id WHERE p.registry_id = r.id AND m.pulled_at = 0), "
        "(SELECT coalesce(min(m.pushed_at), 0) FROM manifest m JOIN repository p ON p.id = m.repository_id WHERE p.registry_id = r.id) "
        "FROM registry r LEFT JOIN (SELECT h.registry_id AS registry_id, sum(CASE WHEN c.n = 1 THEN b.size ELSE 0 END) AS own, "
        "sum(CASE WHEN c.n > 1 THEN b.size ELSE 0 END) AS shared "
        "FROM (SELECT DISTINCT p.registry_id AS registry_id, rb.digest AS digest FROM repository_blob rb JOIN repository p ON p.id = rb.repository_id WHERE rb.left_at = 0) h "
        "JOIN (SELECT rb.digest AS digest, count(DISTINCT p.registry_id) AS n FROM repository_blob rb JOIN repository p ON p.id = rb.repository_id "
        "WHERE rb.left_at = 0 GROUP BY rb.digest) c ON c.digest = h.digest JOIN blob b ON b.digest = h.digest GROUP BY h.registry_id) u ON u.registry_id = r.id "
        "ORDER BY coalesce(u.own, 0) + coalesce(u.shared, 0) DESC, r.name LIMIT ? OFFSET ?",
        page.limit, page.offset));
}

std::vector<PlaceUsage> ofImages(Sql &sql, Page page)
{
    return readAll(sql.select(
        "SELECT r.name, p.name, coalesce(u.own, 0), coalesce(u.shared, 0), "
        "(SELECT count(*) FROM manifest m WHERE m.repository_id = p.id), (SELECT count(*) FROM tag t WHERE t.repository_id = p.id), "
        "(SELECT count(*) FROM manifest m WHERE m.repository_id = p.id AND m.pulled_at = 0), "
        "(SELECT coalesce(min(m.pushed_at), 0) FROM manifest m WHERE m.repository_id = p.id) "
        "FROM repository p JOIN registry r ON r.id = p.registry_id LEFT JOIN (SELECT rb.repository_id AS repository_id, "
        "sum(CASE WHEN c.n = 1 THEN b.size ELSE 0 END) AS own, sum(CASE WHEN c.n > 1 THEN b.size ELSE 0 END) AS shared "
        "FROM repository_blob rb JOIN (SELECT digest, count(*) AS n FROM repository_blob WHERE left_at = 0 GROUP BY digest) c ON c.digest = rb.digest "
        "JOIN blob b ON b.digest = rb.digest WHERE rb.left_at = 0 GROUP BY rb.repository_id) u ON u.repository_id = p.id "
        "ORDER BY coalesce(u.own, 0) + coalesce(u.shared, 0) DESC, r.name, p.name LIMIT ? OFFSET ?",
        page.limit, page.offset));
}

std::vector<SharedBlob> shared(Sql &sql, Page page)
{
    std::vector<SharedBlob> result;
    auto rows = sql.select("SELECT b.digest, b.size, c.n FROM blob b JOIN (SELECT digest, count(*) AS n FROM repository_blob WHERE left_at = 0 GROUP BY digest "
                           "HAVING count(*) > 1) c ON c.digest = b.digest ORDER BY b.size DESC, b.digest LIMIT ? OFFSET ?",
        page.limit, page.offset);
    while (rows.next())
        result.push_back({rows.text(0), rows.integer(1), rows.integer(2)});
    return result;
}

} // namespace berth::usage
