// SPDX-License-Identifier: Apache-2.0
#include "registry/store/TrashFormat3.h"

#include <map>
#include <vector>

#include <boost/json/parse.hpp>

#include "core/Json.h"
#include "registry/store/BlobLinks.h"
#include "registry/store/Manifests.h"
#include "registry/store/Tags.h"

namespace berth::trashformat3 {

namespace {

struct Old {
    std::int64_t id = 0;
    std::string digest;
    std::string mediaType;
    std::int64_t totalBytes = 0;
    TimeMs pushedAt = 0;
    TimeMs pulledAt = 0;
    std::int64_t pullCount = 0;
    ImageConfig config;
};

std::vector<Old> artifactsOf(Sql &sql, std::int64_t operation)
{
    std::vector<Old> result;
    auto rows = sql.select("SELECT id, digest, media_type, total_size, pushed_at, pulled_at, pull_count, os, architecture, variant, author, "
                           "built_at FROM trash_manifest WHERE operation_id = ? ORDER BY id",
        operation);
    while (rows.next()) {
        Old old{rows.integer(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6), {}};
        old.config.platform = {rows.text(7), rows.text(8), rows.text(9)};
        old.config.author = rows.text(10);
        old.config.created = rows.text(11);
        result.push_back(std::move(old));
    }
    return result;
}

/// The repository of the deletion, with what it knew of the image.
std::int64_t makeRepository(Sql &sql, std::int64_t operation)
{
    std::string registry;
    std::string image;
    std::string kind;
    std::string detail;
    TimeMs deletedAt = 0;
    {
        auto rows = sql.select("SELECT registry, image, kind, detail, deleted_at FROM trash_operation WHERE id = ?", operation);
        if (!rows.next())
            return 0;
        registry = rows.text(0);
        image = rows.text(1);
        kind = rows.text(2);
        detail = rows.text(3);
        deletedAt = rows.integer(4);
    }
    boost::system::error_code ec;
    const auto parsed = boost::json::parse(detail, ec);
    const auto known = !ec && parsed.is_object() ? parsed : json::value(json::object());
    const auto former = kind == "image" ? sql.integer("SELECT id FROM registry WHERE name = ?", 0, registry) : 0;
    return sql.integer(
        "INSERT INTO repository (operation_id, former_registry, name, pull_count, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id", 0, operation,
        former, image, json::integer(known, "pull_count"), json::integer(known, "created_at", deletedAt), deletedAt);
}

void bringOver(Sql &sql, std::int64_t repository, std::int64_t operation, const Old &old)
{
    std::string bytes;
    {
        auto rows = sql.select("SELECT bytes FROM manifest_bytes WHERE digest = ?", old.digest);
        if (rows.next())
            bytes = rows.bytes(0);
    }
    std::vector<std::string> held;
    {
        auto rows = sql.select("SELECT digest FROM trash_blob WHERE trash_manifest_id = ?", old.id);
        while (rows.next())
            held.push_back(rows.text(0));
    }
    for (const auto &digest : held)
        bloblinks::put(sql, repository, digest);
    auto content = Manifest::parse(bytes, old.mediaType);
    if (!content) { // nothing that is restored could be pulled, yet it is not for a change of the format to drop it
        content = Manifest();
        content->mediaType = old.mediaType;
    }
    const auto id = manifests::insert(sql, repository,
        {.content = *content,
            .digest = old.digest,
            .sizeBytes = std::int64_t(bytes.size()),
            .totalBytes = old.totalBytes,
            .config = old.config,
            .pushedAt = old.pushedAt,
            .pulledAt = old.pulledAt,
            .pullCount = old.pullCount});
    for (const auto &digest : held)
        manifests::hold(sql, id, repository, digest);
    std::vector<tags::Former> names;
    {
        auto rows = sql.select("SELECT name, digest, pushed_at, pulled_at FROM trash_tag WHERE operation_id = ? AND digest = ?", operation, old.digest);
        while (rows.next())
            names.push_back({rows.text(0), rows.text(1), rows.integer(2), rows.integer(3)});
    }
    for (const auto &tag : names)
        tags::bring(sql, repository, id, tag);
    sql.run("DELETE FROM trash_tag WHERE operation_id = ? AND digest = ?", operation, old.digest);
}

} // namespace

bool convertNext(Sql &sql)
{
    const auto operation = sql.integer("SELECT operation_id FROM trash_manifest ORDER BY operation_id LIMIT 1", 0);
    if (operation == 0) {
        const auto empty = sql.integer(
            "SELECT o.id FROM trash_operation o WHERE o.kind = 'image' AND NOT EXISTS (SELECT 1 FROM repository p WHERE p.operation_id = o.id) LIMIT 1", 0);
        if (empty != 0)
            makeRepository(sql, empty);
        return empty != 0;
    }
    const auto repository = makeRepository(sql, operation);
    for (const auto &old : artifactsOf(sql, operation))
        bringOver(sql, repository, operation, old);
    sql.run("DELETE FROM trash_manifest WHERE operation_id = ?", operation);
    return true;
}

void dropTables(Sql &sql)
{
    sql.run("DROP TABLE trash_blob");
    sql.run("DROP TABLE trash_manifest");
}

} // namespace berth::trashformat3
