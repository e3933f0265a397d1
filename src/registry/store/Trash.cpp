// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Trash.h"

#include <algorithm>
#include <map>

#include "registry/store/BlobLinks.h"
#include "registry/store/CleanupRules.h"
#include "registry/store/Deletion.h"
#include "registry/store/Manifests.h"
#include "registry/store/Tags.h"
#include "registry/store/WebhookRows.h"

namespace berth::trash {

namespace {

constexpr std::int64_t shownTags = 20;

#define BERTH_TRASH_COLUMNS                                                                                                                                    \
    "o.id, o.kind, o.registry, o.image, o.actor, o.deleted_at, coalesce(p.manifest_count, 0), coalesce(p.tag_count, 0) + "                                     \
    "(SELECT count(*) FROM trash_tag t WHERE t.operation_id = o.id), coalesce(p.unique_bytes, 0), o.run_id "                                                   \
    "FROM trash_operation o LEFT JOIN repository p ON p.operation_id = o.id WHERE o.state = '' "

TrashOperation readRow(const SqlRows &rows)
{
    return {rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8), {},
        rows.integer(9)};
}

void addTags(Sql &sql, TrashOperation &operation)
{
    const auto add = [&operation](SqlRows rows) {
        while (rows.next())
            operation.tags.push_back(rows.text(0));
    };
    add(sql.select(
        "SELECT t.name FROM repository p JOIN tag t ON t.repository_id = p.id WHERE p.operation_id = ? ORDER BY t.name LIMIT ?", operation.id, shownTags));
    add(sql.select("SELECT name FROM trash_tag WHERE operation_id = ? ORDER BY name LIMIT ?", operation.id, shownTags));
    std::ranges::sort(operation.tags);
    operation.tags.resize(std::min(operation.tags.size(), std::size_t(shownTags)));
}

std::string freeTagName(Sql &sql, std::int64_t repository, const std::string &name, TimeMs deletedAt)
{
    const auto base = (name + "-" + toRfc3339(deletedAt).substr(0, 10)).substr(name.size() > 110 ? name.size() - 110 : 0);
    for (int i = 1;; ++i) {
        const auto candidate = i == 1 ? base : base + "-" + std::to_string(i);
        if (sql.integer("SELECT count(*) FROM tag WHERE repository_id = ? AND name = ?", 0, repository, candidate) == 0)
            return candidate;
    }
}

std::vector<std::string> blobsOf(Sql &sql, std::int64_t repository, std::int64_t limit)
{
    std::vector<std::string> digests;
    auto rows = sql.select("SELECT digest FROM repository_blob WHERE repository_id = ? ORDER BY digest LIMIT ?", repository, limit);
    while (rows.next())
        digests.push_back(rows.text(0));
    return digests;
}

void drop(Sql &sql, std::int64_t id)
{
    {
        auto rows = sql.select("SELECT detail FROM trash_operation WHERE id = ? AND kind = 'registry'", id);
        const auto detail = rows.next() ? json::parseStrict(rows.text(0)) : Result<json::value>(json::object());
        if (const auto *cleanup = detail ? json::find(*detail, "cleanup") : nullptr)
            cleanuprules::forget(sql, *cleanup);
        if (detail)
            webhookrows::forget(sql, json::list(*detail, "webhooks"));
    }
    sql.run("DELETE FROM repository WHERE operation_id = ?", id);
    sql.run("DELETE FROM trash_operation WHERE id = ?", id);
}

/// It is out of the trash; what it has left goes step by step.
void close(Sql &sql, std::int64_t id)
{
    sql.run("UPDATE trash_operation SET state = 'ending' WHERE id = ?", id);
    sql.run("UPDATE total SET deletions = deletions - 1 WHERE id = 1");
}

} // namespace

std::vector<TrashOperation> list(Sql &sql, Page page)
{
    std::vector<TrashOperation> result;
    {
        auto rows = sql.select("SELECT " BERTH_TRASH_COLUMNS "ORDER BY o.deleted_at DESC, o.id DESC LIMIT ? OFFSET ?", page.limit, page.offset);
        while (rows.next())
            result.push_back(readRow(rows));
    }
    for (auto &operation : result)
        addTags(sql, operation);
    return result;
}

std::int64_t count(Sql &sql) { return sql.integer("SELECT deletions FROM total WHERE id = 1", 0); }

std::int64_t heldBytes(Sql &sql) { return sql.integer("SELECT trash_bytes FROM total WHERE id = 1", 0); }

std::int64_t countIn(Sql &sql, const std::string &registry)
{
    return sql.integer("SELECT count(*) FROM trash_operation WHERE registry = ? AND kind <> 'registry' AND state = ''", 0, registry);
}

std::int64_t heldBytesIn(Sql &sql, const std::string &registry)
{
    return sql.integer("SELECT coalesce(sum(p.unique_bytes), 0) FROM trash_operation o JOIN repository p ON p.operation_id = o.id "
                       "WHERE o.registry = ? AND o.state = ''",
        0, registry);
}

std::vector<std::string> registriesIn(Sql &sql)
{
    std::vector<std::string> names;
    auto rows = sql.select("SELECT DISTINCT registry FROM trash_operation ORDER BY registry");
    while (rows.next())
        names.push_back(rows.text(0));
    return names;
}

std::optional<TrashOperation> find(Sql &sql, std::int64_t id)
{
    std::optional<TrashOperation> operation;
    {
        auto rows = sql.select("SELECT " BERTH_TRASH_COLUMNS "AND o.id = ?", id);
        if (rows.next())
            operation = readRow(rows);
    }
    if (operation)
        addTags(sql, *operation);
    return operation;
}

std::int64_t repositoryOf(Sql &sql, std::int64_t id) { return sql.integer("SELECT id FROM repository WHERE operation_id = ?", 0, id); }

std::vector<TrashArtifact> artifacts(Sql &sql, std::int64_t id)
{
    std::vector<TrashArtifact> result;
    const auto repository = repositoryOf(sql, id);
    {
        auto rows = sql.select(
            "SELECT digest, media_type, total_size, pushed_at FROM manifest WHERE repository_id = ? ORDER BY pushed_at, id LIMIT ?", repository, mostDetails);
        while (rows.next())
            result.push_back({rows.text(0), rows.text(1), rows.integer(2), rows.integer(3), {}});
    }
    std::map<std::string, std::vector<std::string>> tagsOf;
    auto rows = sql.select("SELECT m.digest, t.name FROM tag t JOIN manifest m ON m.id = t.manifest_id WHERE t.repository_id = ? ORDER BY t.name LIMIT ?",
        repository, mostDetails);
    while (rows.next())
        tagsOf[rows.text(0)].push_back(rows.text(1));
    for (auto &artifact : result)
        artifact.tags = std::move(tagsOf[artifact.digest]);
    return result;
}

std::vector<TrashConflict> conflicts(Sql &sql, const TrashOperation &operation)
{
    std::vector<TrashConflict> result;
    const auto live = sql.integer(
        "SELECT p.id FROM registry r JOIN repository p ON p.registry_id = r.id WHERE r.name = ? AND p.name = ?", 0, operation.registry, operation.image);
    const auto taken = repositoryOf(sql, operation.id);
    const auto add = [&](SqlRows rows) {
        while (rows.next())
            result.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3), {}});
    };
    add(sql.select("SELECT tt.name, tm.digest, m.digest, t.pushed_at FROM tag tt JOIN manifest tm ON tm.id = tt.manifest_id JOIN tag t ON "
                   "t.repository_id = ? AND t.name = tt.name JOIN manifest m ON m.id = t.manifest_id WHERE tt.repository_id = ? AND m.digest <> tm.digest "
                   "ORDER BY tt.name LIMIT ?",
        live, taken, mostDetails));
    add(sql.select("SELECT tt.name, tt.digest, m.digest, t.pushed_at FROM trash_tag tt JOIN tag t ON t.repository_id = ? AND "
                   "t.name = tt.name JOIN manifest m ON m.id = t.manifest_id WHERE tt.operation_id = ? AND m.digest <> tt.digest "
                   "ORDER BY tt.name LIMIT ?",
        live, operation.id, mostDetails));
    for (auto &conflict : result)
        conflict.freeName = freeTagName(sql, live, conflict.tag, operation.deletedAt);
    auto rows = sql.select("SELECT tt.name, tt.digest FROM trash_tag tt WHERE tt.operation_id = ? AND NOT EXISTS (SELECT 1 FROM manifest m "
                           "WHERE m.repository_id = ? AND m.digest = tt.digest) AND NOT EXISTS (SELECT 1 FROM manifest m WHERE "
                           "m.repository_id = ? AND m.digest = tt.digest) ORDER BY tt.name LIMIT ?",
        operation.id, live, taken, mostDetails);
    while (rows.next())
        result.push_back({rows.text(0), rows.text(1), {}, 0, {}});
    return result;
}

void closeIfEmpty(Sql &sql, std::int64_t id)
{
    const auto repository = repositoryOf(sql, id);
    if (sql.integer("SELECT count(*) FROM trash_tag WHERE operation_id = ?", 0, id) > 0
        || sql.integer("SELECT manifest_count FROM repository WHERE id = ?", 0, repository) > 0)
        return;
    close(sql, id);
    endStep(sql, id, deletion::rowsAStep);
}

Result<Progress> end(Sql &sql, std::int64_t id)
{
    if (sql.integer("SELECT count(*) FROM trash_operation WHERE id = ? AND state = ''", 0, id) == 0)
        return fail(ErrorCode::NotFound, "This deletion is not in the trash any more");
    close(sql, id);
    return endStep(sql, id, deletion::rowsAStep);
}

bool isAnyBefore(Sql &sql, TimeMs before, TimeMs now)
{
    return sql.integer("SELECT 1 FROM trash_operation WHERE deleted_at < ? AND state = '' LIMIT 1", 0, before) > 0
        || sql.integer("SELECT 1 FROM trash_operation WHERE deleted_at > ? LIMIT 1", 0, now) > 0;
}

std::int64_t endBefore(Sql &sql, TimeMs before, std::int64_t limit)
{
    const auto now = nowMs();
    sql.run("UPDATE trash_operation SET deleted_at = ? WHERE deleted_at > ?", now, now);
    std::vector<std::int64_t> ids;
    {
        auto rows = sql.select("SELECT id FROM trash_operation WHERE deleted_at < ? AND state = '' ORDER BY deleted_at LIMIT ?", before, limit);
        while (rows.next())
            ids.push_back(rows.integer(0));
    }
    for (const auto id : ids)
        close(sql, id);
    return std::int64_t(ids.size());
}

Progress endStep(Sql &sql, std::int64_t id, std::int64_t rows)
{
    const auto repository = repositoryOf(sql, id);
    bool isMore = repository != 0;
    while (isMore && rows > 0) {
        const auto manifest = sql.integer("SELECT id FROM manifest WHERE repository_id = ? ORDER BY pushed_at, id LIMIT 1", 0, repository);
        isMore = manifest != 0;
        if (!isMore)
            break;
        const auto gone = tags::forget(sql, manifest, rows);
        rows -= gone + 1 + sql.integer("SELECT count(*) FROM manifest_blob WHERE manifest_id = ?", 0, manifest);
        if (sql.integer("SELECT tag_count FROM manifest WHERE id = ?", 0, manifest) == 0)
            manifests::remove(sql, manifest, repository);
    }
    if (isMore)
        return Progress::More;
    if (repository != 0) {
        // What is left was for a push that may be on its way.
        const auto limit = std::max<std::int64_t>(rows, 1);
        const auto now = nowMs();
        const auto links = blobsOf(sql, repository, limit);
        for (const auto &digest : links)
            bloblinks::leave(sql, repository, digest, now);
        if (const auto left = blobsOf(sql, repository, limit); !left.empty())
            return left == links ? Progress::Waiting : Progress::More;
    }
    if (rows > 0
        && sql.run("DELETE FROM trash_tag WHERE operation_id = ? AND name IN (SELECT name FROM trash_tag WHERE operation_id = ? ORDER BY name LIMIT ?)", id, id,
               rows)
            == rows)
        return Progress::More;
    drop(sql, id);
    return Progress::Done;
}

bool endSome(Sql &sql, std::int64_t rows)
{
    constexpr std::int64_t looked = 200;
    for (const auto &operation : unfinished(sql, 0, looked)) {
        if (operation.isRestoring)
            continue;
        const auto held = sql.integer("SELECT coalesce(sum(manifest_count), 0) FROM repository WHERE operation_id = ?", 0, operation.id);
        const auto progress = endStep(sql, operation.id, rows);
        if (progress == Progress::More)
            return true;
        rows -= 1 + held;
        if (rows <= 0)
            return progress == Progress::Done;
    }
    return false;
}

std::vector<Unfinished> unfinished(Sql &sql, std::int64_t after, std::int64_t limit)
{
    std::vector<Unfinished> result;
    auto rows = sql.select("SELECT id, state FROM trash_operation WHERE state <> '' AND id > ? ORDER BY id LIMIT ?", after, limit);
    while (rows.next())
        result.push_back({rows.integer(0), rows.text(1) == "restoring"});
    return result;
}

} // namespace berth::trash
