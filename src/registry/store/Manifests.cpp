// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Manifests.h"

#include <vector>

#include "core/Json.h"
#include "registry/store/Artifacts.h"
#include "registry/store/BlobLinks.h"
#include "registry/store/Counts.h"
#include "registry/store/Tags.h"

namespace berth::manifests {

namespace {

std::vector<std::string> textsOf(SqlRows rows)
{
    std::vector<std::string> texts;
    while (rows.next())
        texts.push_back(rows.text(0));
    return texts;
}

struct Row {
    std::int64_t size = 0;
    std::int64_t parents = 0;
    std::int64_t tags = 0;
    bool listed = false;
    bool wasPulled = false;
    std::string digest;
};

Row rowOf(Sql &sql, std::int64_t manifest)
{
    auto rows = sql.select("SELECT size, parents, tag_count, listed, pulled_at, digest FROM manifest WHERE id = ?", manifest);
    return rows.next() ? Row{rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3) != 0, rows.integer(4) != 0, rows.text(5)} : Row{};
}

Counts countsOf(const Row &row, int sign) { return {sign * int(row.listed), sign, sign * row.size, sign * row.tags, sign * int(!row.wasPulled)}; }

/// Platforms of an index are listed below it, unless they have tags of their own.
void changeListing(Sql &sql, std::int64_t manifest, std::int64_t repository, const Row &row, std::int64_t moreParents, std::int64_t moreTags)
{
    const bool listed = row.tags + moreTags > 0 || row.parents + moreParents == 0;
    sql.run("UPDATE manifest SET parents = parents + ?, tag_count = tag_count + ?, listed = ? WHERE id = ?", moreParents, moreTags, int(listed), manifest);
    counts::add(sql, repository, {.artifacts = int(listed) - int(row.listed), .tags = moreTags});
}

/// One index more, or fewer, of the repository names that manifest.
void changeParents(Sql &sql, std::int64_t repository, const std::string &digest, int more)
{
    const auto child = sql.integer("SELECT id FROM manifest WHERE repository_id = ? AND digest = ?", 0, repository, digest);
    if (child != 0)
        changeListing(sql, child, repository, rowOf(sql, child), more, 0);
}

std::int64_t parentsIn(Sql &sql, std::int64_t repository, const std::string &digest)
{
    return sql.integer("SELECT count(*) FROM manifest_child WHERE repository_id = ? AND digest = ?", 0, repository, digest);
}

void addEdge(Sql &sql, std::int64_t repository, std::int64_t manifest, const std::string &digest)
{
    sql.run("INSERT INTO manifest_blob (manifest_id, digest) VALUES (?, ?)", manifest, digest);
    bloblinks::name(sql, repository, digest);
}

void insertEdges(Sql &sql, std::int64_t repository, std::int64_t manifest, const Manifest &content)
{
    for (const auto &digest : artifacts::neededBlobs(content)) {
        if (const auto text = digest.toString(); bloblinks::has(sql, repository, text))
            addEdge(sql, repository, manifest, text);
        else
            sql.run("INSERT INTO manifest_missing (manifest_id, digest) VALUES (?, ?)", manifest, text);
    }
    int position = 0;
    for (const auto &child : content.manifests) {
        sql.run("INSERT INTO manifest_child (manifest_id, repository_id, position, digest, media_type, size, os, architecture, "
                "variant) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            manifest, repository, position++, child.digest.toString(), child.mediaType, child.sizeBytes, child.platform.os, child.platform.architecture,
            child.platform.variant);
        changeParents(sql, repository, child.digest.toString(), 1);
    }
}

void findMissing(Sql &sql, std::int64_t repository, std::int64_t manifest)
{
    for (const auto &digest : textsOf(sql.select("SELECT digest FROM manifest_missing WHERE manifest_id = ?", manifest))) {
        if (!bloblinks::has(sql, repository, digest))
            continue;
        sql.run("DELETE FROM manifest_missing WHERE manifest_id = ? AND digest = ?", manifest, digest);
        addEdge(sql, repository, manifest, digest);
    }
}

} // namespace

void keepBytes(Sql &sql, const std::string &digest, std::string_view bytes)
{
    if (sql.run("INSERT INTO manifest_bytes (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", digest, SqlBlob{bytes}) > 0)
        sql.run("UPDATE total SET manifest_bytes = manifest_bytes + ? WHERE id = 1", std::int64_t(bytes.size()));
}

std::int64_t insert(Sql &sql, std::int64_t repository, const NewManifest &manifest)
{
    const auto &content = manifest.content;
    const auto parents = parentsIn(sql, repository, manifest.digest);
    const auto id =
        sql.integer("INSERT INTO manifest (repository_id, digest, media_type, artifact_type, config_type, subject, "
                    "annotations, size, total_size, os, architecture, variant, author, built_at, pushed_at, pulled_at, pull_count, parents, listed) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            0, repository, manifest.digest, content.mediaType, content.referrerType(), content.config ? content.config->mediaType : std::string(),
            content.subject ? content.subject->digest.toString() : std::string(), json::serialize(content.annotations), manifest.sizeBytes, manifest.totalBytes,
            manifest.config.platform.os, manifest.config.platform.architecture, manifest.config.platform.variant, manifest.config.author,
            manifest.config.created, manifest.pushedAt, manifest.pulledAt, manifest.pullCount, parents, int(parents == 0));
    counts::add(sql, repository, {parents == 0, 1, manifest.sizeBytes, 0, manifest.pulledAt == 0});
    insertEdges(sql, repository, id, content);
    counts::refreshFirstPush(sql, repository);
    return id;
}

void hold(Sql &sql, std::int64_t manifest, std::int64_t repository, const std::string &digest)
{
    if (sql.integer("SELECT count(*) FROM manifest_blob WHERE manifest_id = ? AND digest = ?", 0, manifest, digest) == 0)
        addEdge(sql, repository, manifest, digest);
}

void move(Sql &sql, std::int64_t manifest, std::int64_t from, std::int64_t to)
{
    const auto blobs = textsOf(sql.select("SELECT digest FROM manifest_blob WHERE manifest_id = ?", manifest));
    const auto children = textsOf(sql.select("SELECT digest FROM manifest_child WHERE manifest_id = ?", manifest));
    for (const auto &digest : blobs)
        bloblinks::name(sql, to, digest); // before the other holder lets it go
    for (const auto &digest : blobs)
        bloblinks::unname(sql, from, digest);
    for (const auto &digest : children)
        changeParents(sql, from, digest, -1);
    const auto row = rowOf(sql, manifest);
    sql.run("UPDATE manifest_child SET repository_id = ? WHERE manifest_id = ?", to, manifest);
    const auto parents = parentsIn(sql, to, row.digest);
    const bool listed = row.tags > 0 || parents == 0;
    sql.run("UPDATE manifest SET repository_id = ?, parents = ?, listed = ? WHERE id = ?", to, parents, int(listed), manifest);
    tags::follow(sql, manifest, to);
    counts::add(sql, from, countsOf(row, -1));
    auto there = row;
    there.listed = listed;
    counts::add(sql, to, countsOf(there, 1));
    for (const auto &digest : children)
        changeParents(sql, to, digest, 1);
    for (const auto &digest : blobs)
        fillMissing(sql, to, digest);
    findMissing(sql, to, manifest);
    counts::refreshFirstPush(sql, from);
    counts::refreshFirstPush(sql, to);
}

void remove(Sql &sql, std::int64_t manifest, std::int64_t repository)
{
    const auto row = rowOf(sql, manifest);
    for (const auto &digest : textsOf(sql.select("SELECT digest FROM manifest_blob WHERE manifest_id = ?", manifest)))
        bloblinks::unname(sql, repository, digest);
    const auto children = textsOf(sql.select("SELECT digest FROM manifest_child WHERE manifest_id = ?", manifest));
    sql.run("DELETE FROM manifest WHERE id = ?", manifest);
    counts::add(sql, repository, countsOf(row, -1));
    for (const auto &digest : children)
        changeParents(sql, repository, digest, -1);
    counts::refreshFirstPush(sql, repository);
    if (sql.integer("SELECT 1 FROM manifest WHERE digest = ? LIMIT 1", 0, row.digest) != 0)
        return;
    const auto bytes = sql.integer("SELECT length(bytes) FROM manifest_bytes WHERE digest = ?", 0, row.digest);
    if (sql.run("DELETE FROM manifest_bytes WHERE digest = ?", row.digest) > 0)
        sql.run("UPDATE total SET manifest_bytes = manifest_bytes - ? WHERE id = 1", bytes);
}

std::set<std::string> blobsOf(Sql &sql, std::int64_t manifest)
{
    std::set<std::string> digests;
    auto rows = sql.select("SELECT digest FROM manifest_blob WHERE manifest_id = ?", manifest);
    while (rows.next())
        digests.insert(rows.text(0));
    return digests;
}

void pushedAgain(Sql &sql, std::int64_t manifest, std::int64_t repository, TimeMs when)
{
    sql.run("UPDATE manifest SET pushed_at = ? WHERE id = ?", when, manifest);
    counts::refreshFirstPush(sql, repository);
}

void pulled(Sql &sql, std::int64_t repository, const std::string &digest, std::int64_t count, TimeMs when)
{
    if (sql.run("UPDATE manifest SET pulled_at = ?, pull_count = pull_count + ? WHERE repository_id = ? AND digest = ? AND pulled_at = 0", when, count,
            repository, digest)
        > 0) {
        counts::add(sql, repository, {.neverPulled = -1});
        return;
    }
    sql.run("UPDATE manifest SET pull_count = pull_count + ?, pulled_at = CASE WHEN pulled_at < ? THEN ? ELSE pulled_at END "
            "WHERE repository_id = ? AND digest = ?",
        count, when, when, repository, digest);
}

void tagged(Sql &sql, std::int64_t manifest, std::int64_t more)
{
    const auto repository = sql.integer("SELECT repository_id FROM manifest WHERE id = ?", 0, manifest);
    changeListing(sql, manifest, repository, rowOf(sql, manifest), 0, more);
}

bool fillMissing(Sql &sql, std::int64_t repository, const std::string &digest)
{
    std::vector<std::int64_t> waiting;
    {
        // Not a join: it could be begun with all manifests of the image.
        auto rows =
            sql.select("SELECT manifest_id FROM manifest_missing mm WHERE digest = ? AND (SELECT repository_id FROM manifest WHERE id = mm.manifest_id) = ?",
                digest, repository);
        while (rows.next())
            waiting.push_back(rows.integer(0));
    }
    for (const auto manifest : waiting) {
        sql.run("DELETE FROM manifest_missing WHERE manifest_id = ? AND digest = ?", manifest, digest);
        addEdge(sql, repository, manifest, digest);
    }
    return !waiting.empty();
}

} // namespace berth::manifests
