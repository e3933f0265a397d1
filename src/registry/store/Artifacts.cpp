// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Artifacts.h"

#include <algorithm>
#include <set>

#include "core/MediaTypes.h"
#include "core/SizeSum.h"
#include "registry/store/ArtifactTaking.h"
#include "registry/store/BlobLinks.h"
#include "registry/store/Images.h"
#include "registry/store/Manifests.h"
#include "registry/store/Registries.h"
#include "registry/store/Tags.h"

namespace berth::artifacts {

namespace {

ArtifactRow readRow(const SqlRows &rows)
{
    return {rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6), rows.integer(7), rows.integer(8),
        {rows.text(9), rows.text(10), rows.text(11)}, rows.text(12), rows.text(13), rows.integer(14), rows.integer(15), rows.integer(16), rows.integer(17)};
}

// The columns of readRow.
#define BERTH_ARTIFACT_COLUMNS                                                                                                                                 \
    "m.id, m.repository_id, m.digest, m.media_type, m.artifact_type, m.config_type, "                                                                          \
    "m.annotations, m.size, m.total_size, m.os, m.architecture, m.variant, m.author, m.built_at, "                                                             \
    "m.pushed_at, m.pulled_at, m.pull_count, m.tag_count FROM manifest m "

std::string missingList(const std::vector<std::string> &digests)
{
    std::string text;
    for (const auto &digest : digests)
        text += (text.empty() ? "" : ", ") + digest;
    return text;
}

bool acceptsMissing(Sql &sql, std::int64_t repository)
{
    return sql.integer("SELECT r.accepts_missing FROM repository p JOIN registry r ON r.id = p.registry_id WHERE p.id = ?", 0, repository) != 0;
}

/// Blobs and children must be in this very repository: being stored for another one does not count.
Result<void> checkReferences(Sql &sql, const RepositoryName &name, std::int64_t repository, const Manifest &manifest)
{
    std::vector<std::string> missing;
    const auto checkBlob = [&](const Descriptor &blob) -> Result<void> {
        const auto find = [&] {
            return sql.integer("SELECT b.size FROM repository_blob rb JOIN blob b ON b.digest = "
                               "rb.digest WHERE rb.repository_id = ? AND rb.digest = ? AND b.damaged_at = 0",
                -1, repository, blob.digest.toString());
        };
        auto size = find();
        if (size < 0 && !bloblinks::has(sql, repository, blob.digest.toString()) && images::adoptLeft(sql, repository, blob.digest.toString()))
            size = find();
        if (size < 0)
            missing.push_back(blob.digest.toString());
        else if (size != blob.sizeBytes)
            return fail(ErrorCode::ManifestInvalid,
                "The blob " + blob.digest.toString() + " has " + std::to_string(size) + " bytes, the manifest says " + std::to_string(blob.sizeBytes));
        return {};
    };
    if (manifest.config) {
        if (auto good = checkBlob(*manifest.config); !good)
            return good;
    }
    for (const auto &layer : manifest.layers) {
        if (media::isForeignLayer(layer.mediaType) && !layer.urls.empty())
            continue;
        if (auto good = checkBlob(layer); !good)
            return good;
    }
    for (const auto &child : manifest.manifests) {
        const auto find = [&] {
            return sql.integer("SELECT size FROM manifest WHERE repository_id = ? AND digest = ?", -1, repository, child.digest.toString());
        };
        auto size = find();
        if (size < 0 && deletion::bringBack(sql, name, repository, child.digest.toString()))
            size = find();
        if (size < 0)
            missing.push_back(child.digest.toString());
        else if (size != child.sizeBytes)
            return fail(ErrorCode::ManifestInvalid,
                "The manifest " + child.digest.toString() + " has " + std::to_string(size) + " bytes, the index says " + std::to_string(child.sizeBytes));
    }
    if (!missing.empty() && !acceptsMissing(sql, repository))
        return fail(ErrorCode::ManifestBlobUnknown, "Not in this repository: " + missingList(missing));
    return {};
}

/// Blobs that a deletion had left over and that this manifest takes into use again count once more.
Result<void> checkQuota(Sql &sql, const RepositoryName &name, std::int64_t repository, const Manifest &manifest)
{
    std::int64_t more = 0;
    for (const auto &digest : neededBlobs(manifest))
        more += sql.integer("SELECT b.size FROM repository_blob rb JOIN blob b ON b.digest = rb.digest WHERE rb.repository_id = ? AND rb.digest = ? "
                            "AND rb.left_at > 0 AND NOT EXISTS (SELECT 1 FROM registry_blob o WHERE o.registry_id = rb.registry_id AND o.digest = rb.digest)",
            0, repository, digest.toString());
    return more > 0 ? registries::checkQuota(sql, name.registry(), more) : Result<void>();
}

/// Manifests lie in the database and are small beside what they name. All of a registry's together may have as much as its quota again, so
/// that they are no way around it.
Result<void> checkManifestRoom(Sql &sql, const RepositoryName &name, std::int64_t more)
{
    constexpr std::int64_t least = 1 << 20;
    auto rows = sql.select("SELECT quota_bytes, manifest_bytes FROM registry WHERE name = ?", name.registry());
    if (!rows.next() || rows.integer(0) == 0 || sizeSum(rows.integer(1), more) <= std::max(rows.integer(0), least))
        return {};
    return fail(ErrorCode::Denied,
        "The manifests of the registry " + name.registry() + " alone fill what it may hold. Delete artifacts, or have an administrator raise the quota");
}

/// A manifest that is here already: what was found damaged since must come anew before it is acknowledged again.
Result<void> checkDamage(Sql &sql, std::int64_t repository, std::int64_t manifest)
{
    std::vector<std::string> damaged;
    {
        auto rows =
            sql.select("SELECT b.digest FROM manifest_blob mb JOIN blob b ON b.digest = mb.digest WHERE mb.manifest_id = ? AND b.damaged_at > 0", manifest);
        while (rows.next())
            damaged.push_back(rows.text(0));
    }
    if (damaged.empty() || acceptsMissing(sql, repository))
        return {};
    return fail(ErrorCode::ManifestBlobUnknown, "Not in this repository: " + missingList(damaged));
}

std::int64_t totalBytes(Sql &sql, std::int64_t repository, const ManifestPush &push)
{
    std::int64_t total = std::int64_t(push.bytes.size());
    std::set<std::string> counted;
    if (push.manifest.config)
        total = sizeSum(total, push.manifest.config->sizeBytes);
    for (const auto &layer : push.manifest.layers) {
        if (counted.insert(layer.digest.toString()).second)
            total = sizeSum(total, layer.sizeBytes);
    }
    for (const auto &child : push.manifest.manifests)
        total = sizeSum(total, sql.integer("SELECT total_size FROM manifest WHERE repository_id = ? AND digest = ?", 0, repository, child.digest.toString()));
    return total;
}

} // namespace

std::vector<ArtifactRow> list(Sql &sql, std::int64_t repositoryId, Page page)
{
    std::vector<ArtifactRow> result;
    // Annotations of megabytes are left out of lists; the artifact itself has them.
    auto rows = sql.select("SELECT m.id, m.repository_id, m.digest, m.media_type, m.artifact_type, m.config_type, "
                           "CASE WHEN length(m.annotations) <= 65536 THEN m.annotations ELSE '{}' END, m.size, m.total_size, m.os, m.architecture, m.variant, "
                           "m.author, m.built_at, m.pushed_at, m.pulled_at, m.pull_count, m.tag_count FROM manifest m "
                           "WHERE m.repository_id = ? AND m.listed = 1 "
                           "ORDER BY m.pushed_at DESC, m.id DESC LIMIT ? OFFSET ?",
        repositoryId, page.limit, page.offset);
    while (rows.next())
        result.push_back(readRow(rows));
    return result;
}

std::optional<ArtifactRow> find(Sql &sql, std::int64_t repositoryId, const std::string &reference)
{
    const bool byDigest = reference.find(':') != std::string::npos;
    auto rows = byDigest
        ? sql.select("SELECT " BERTH_ARTIFACT_COLUMNS "WHERE m.repository_id = ? AND m.digest = ?", repositoryId, reference)
        : sql.select("SELECT " BERTH_ARTIFACT_COLUMNS "JOIN tag t ON t.manifest_id = m.id WHERE t.repository_id = ? AND t.name = ?", repositoryId, reference);
    return rows.next() ? std::optional(readRow(rows)) : std::nullopt;
}

std::vector<ChildRow> children(Sql &sql, const ArtifactRow &index, std::int64_t limit)
{
    std::vector<ChildRow> result;
    auto rows = sql.select("SELECT c.digest, c.media_type, c.size, coalesce(nullif(c.os, ''), m.os, ''), "
                           "coalesce(nullif(c.architecture, ''), m.architecture, ''), "
                           "coalesce(nullif(c.variant, ''), m.variant, ''), coalesce(m.total_size, 0), "
                           "coalesce(m.pulled_at, 0) FROM manifest_child c LEFT JOIN manifest m "
                           "ON m.repository_id = ? AND m.digest = c.digest "
                           "WHERE c.manifest_id = ? ORDER BY c.position LIMIT ?",
        index.repositoryId, index.id, limit);
    while (rows.next())
        result.push_back({rows.text(0), rows.text(1), rows.integer(2), {rows.text(3), rows.text(4), rows.text(5)}, rows.integer(6), rows.integer(7)});
    return result;
}

void referrers(Sql &sql, const RepositoryName &name, const std::string &subject, const std::string &last, const std::string &type,
    const std::function<bool(const ArtifactRow &)> &visit)
{
    const auto repository = images::idOf(sql, name);
    auto rows =
        sql.select("SELECT " BERTH_ARTIFACT_COLUMNS
                   "WHERE m.repository_id = ? AND m.subject = ? AND m.subject <> '' AND m.digest > ? AND (m.artifact_type = ? OR ? = '') ORDER BY m.digest",
            repository, subject, last, type, type);
    while (rows.next()) {
        if (!visit(readRow(rows)))
            return;
    }
}

std::string digestOfTag(Sql &sql, const RepositoryName &name, const std::string &tag)
{
    auto rows = sql.select("SELECT m.digest FROM registry r JOIN repository p ON p.registry_id = r.id "
                           "JOIN tag t ON t.repository_id = p.id JOIN manifest m ON m.id = t.manifest_id "
                           "WHERE r.name = ? AND p.name = ? AND t.name = ?",
        name.registry(), name.image(), tag);
    return rows.next() ? rows.text(0) : std::string();
}

std::optional<ManifestContent> content(Sql &sql, const RepositoryName &name, const std::string &digest)
{
    auto rows = sql.select("SELECT m.digest, m.media_type, b.bytes FROM registry r "
                           "JOIN repository p ON p.registry_id = r.id JOIN manifest m ON m.repository_id = p.id "
                           "JOIN manifest_bytes b ON b.digest = m.digest "
                           "WHERE r.name = ? AND p.name = ? AND m.digest = ?",
        name.registry(), name.image(), digest);
    if (!rows.next())
        return std::nullopt;
    return ManifestContent{rows.text(0), rows.text(1), rows.bytes(2)};
}

std::vector<Digest> neededBlobs(const Manifest &manifest)
{
    std::set<Digest> digests;
    if (manifest.config)
        digests.insert(manifest.config->digest);
    for (const auto &layer : manifest.layers) {
        if (!media::isForeignLayer(layer.mediaType) || layer.urls.empty())
            digests.insert(layer.digest);
    }
    return {digests.begin(), digests.end()};
}

Result<void> put(Sql &sql, const ManifestPush &push)
{
    const auto image = images::ensure(sql, push.repository, push.createRegistry ? images::CreateRegistry::Yes : images::CreateRegistry::No);
    if (!image)
        return tl::unexpected(image.error());
    const auto repository = *image;
    const auto now = nowMs();
    const auto digest = push.digest.toString();
    auto id = sql.integer("SELECT id FROM manifest WHERE repository_id = ? AND digest = ?", 0, repository, digest);
    if (id == 0) {
        if (auto good = checkReferences(sql, push.repository, repository, push.manifest); !good)
            return good;
        if (auto fits = checkQuota(sql, push.repository, repository, push.manifest); !fits)
            return fits;
        if (auto fits = checkManifestRoom(sql, push.repository, std::int64_t(push.bytes.size())); !fits)
            return fits;
        manifests::keepBytes(sql, digest, push.bytes);
        id = manifests::insert(sql, repository,
            {.content = push.manifest,
                .digest = digest,
                .sizeBytes = std::int64_t(push.bytes.size()),
                .totalBytes = totalBytes(sql, repository, push),
                .config = push.config,
                .pushedAt = now});
    } else {
        if (auto good = checkDamage(sql, repository, id); !good)
            return good;
        manifests::pushedAgain(sql, id, repository, now);
    }
    outbox::add(sql,
        {.at = now,
            .kind = Event::Kind::Push,
            .by = push.by,
            .registry = push.repository.registry(),
            .image = push.repository.image(),
            .tag = push.tags.empty() ? std::string() : push.tags.front(),
            .digest = digest});
    for (const auto &tag : push.tags) {
        if (auto set = tags::set(sql, {push.repository, repository, id, digest}, tag, now, push.by); !set)
            return set;
    }
    sql.run("UPDATE repository SET updated_at = ? WHERE id = ?", now, repository);
    return {};
}

void recordPulls(
    Sql &sql, const RepositoryName &name, const std::string &digest, const std::string &tag, std::int64_t count, TimeMs when, const std::string &actor)
{
    const auto repository = images::idOf(sql, name);
    if (repository == 0)
        return;
    sql.run("UPDATE repository SET pull_count = pull_count + ? WHERE id = ?", count, repository);
    manifests::pulled(sql, repository, digest, count, when);
    if (!tag.empty())
        tags::pulled(sql, repository, tag, when);
    outbox::add(sql,
        {.at = when,
            .kind = Event::Kind::Pull,
            .by = {actor, {}},
            .registry = name.registry(),
            .image = name.image(),
            .tag = tag,
            .digest = digest,
            .amount = count});
}

} // namespace berth::artifacts
