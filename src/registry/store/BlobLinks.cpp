// SPDX-License-Identifier: Apache-2.0
#include "registry/store/BlobLinks.h"

#include <vector>

#include "registry/store/Reliance.h"

namespace berth::bloblinks {

namespace {

/// One row of repository_blob.
struct Link {
    std::int64_t registry = 0; ///< 0: of a deletion.
    TimeMs leftAt = 0;
    std::int64_t refs = 0;

    bool counts() const { return registry != 0 && leftAt == 0; }
    bool holds() const { return registry != 0 && refs > 0; }
    bool isTrashed() const { return registry == 0 && refs > 0; }
};
using MaybeLink = std::optional<Link>;

/// What the blob's own row says of all of its links.
struct Numbers {
    std::int64_t size = 0;
    std::int64_t links = 0;      ///< Images it counts for.
    std::int64_t registries = 0; ///< The same of registries.
    std::int64_t holders = 0;    ///< Images whose manifests name it.
    std::int64_t trashed = 0;    ///< Deletions whose manifests name it.
};

/// Whose alone the blob is; 0: nobody's alone.
struct Owners {
    std::int64_t image = 0;
    std::int64_t registry = 0;
    std::int64_t deletion = 0;
};

struct Totals {
    std::int64_t blobs = 0, bytes = 0, unique = 0, shared = 0, saved = 0, trash = 0, unusedBlobs = 0, unused = 0;
    bool operator==(const Totals &) const = default;
};

Totals shareOf(const Numbers &numbers)
{
    const auto size = numbers.size;
    Totals totals{.blobs = 1, .bytes = size};
    if (numbers.holders == 1)
        totals.unique = size;
    else if (numbers.holders > 1) {
        totals.shared = size;
        totals.saved = size * (numbers.holders - 1);
    } else if (numbers.trashed > 0)
        totals.trash = size;
    else {
        totals.unusedBlobs = 1;
        totals.unused = size;
    }
    return totals;
}

void changeTotals(Sql &sql, const Totals &before, const Totals &after)
{
    if (before == after)
        return;
    sql.run("UPDATE total SET blobs = blobs + ?, blob_bytes = blob_bytes + ?, unique_bytes = unique_bytes + ?, shared_bytes = shared_bytes + ?, "
            "saved_bytes = saved_bytes + ?, trash_bytes = trash_bytes + ?, unused_blobs = unused_blobs + ?, unused_bytes = unused_bytes + ? WHERE id = 1",
        after.blobs - before.blobs, after.bytes - before.bytes, after.unique - before.unique, after.shared - before.shared, after.saved - before.saved,
        after.trash - before.trash, after.unusedBlobs - before.unusedBlobs, after.unused - before.unused);
}

Numbers numbersOf(Sql &sql, const std::string &digest)
{
    auto rows = sql.select("SELECT size, links, registries, holders, trashed FROM blob WHERE digest = ?", digest);
    return rows.next() ? Numbers{rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)} : Numbers{};
}

Owners ownersOf(Sql &sql, const std::string &digest, const Numbers &numbers)
{
    Owners owners;
    if (numbers.links == 1)
        owners.image = sql.integer("SELECT repository_id FROM repository_blob WHERE digest = ? AND registry_id IS NOT NULL AND left_at = 0 LIMIT 1", 0, digest);
    if (numbers.registries == 1)
        owners.registry = sql.integer("SELECT registry_id FROM registry_blob WHERE digest = ? LIMIT 1", 0, digest);
    if (numbers.holders == 0 && numbers.trashed == 1)
        owners.deletion = sql.integer("SELECT repository_id FROM repository_blob WHERE digest = ? AND registry_id IS NULL AND refs > 0 LIMIT 1", 0, digest);
    return owners;
}

MaybeLink find(Sql &sql, std::int64_t repository, const std::string &digest)
{
    auto rows = sql.select("SELECT coalesce(registry_id, 0), left_at, refs FROM repository_blob WHERE repository_id = ? AND digest = ?", repository, digest);
    return rows.next() ? MaybeLink(Link{rows.integer(0), rows.integer(1), rows.integer(2)}) : std::nullopt;
}

std::int64_t registryOf(Sql &sql, std::int64_t repository)
{
    return sql.integer("SELECT coalesce(registry_id, 0) FROM repository WHERE id = ?", 0, repository);
}

void write(Sql &sql, std::int64_t repository, const std::string &digest, const MaybeLink &before, const MaybeLink &after)
{
    if (!after)
        sql.run("DELETE FROM repository_blob WHERE repository_id = ? AND digest = ?", repository, digest);
    else if (!before)
        sql.run("INSERT INTO repository_blob (repository_id, digest, registry_id, left_at, refs) VALUES (?, ?, nullif(CAST(? AS BIGINT), 0), ?, ?)", repository,
            digest, after->registry, after->leftAt, after->refs);
    else
        sql.run("UPDATE repository_blob SET registry_id = nullif(CAST(? AS BIGINT), 0), left_at = ?, refs = ? WHERE repository_id = ? AND digest = ?",
            after->registry, after->leftAt, after->refs, repository, digest);
}

/// One image more, or fewer, of the registry has the blob. By how much the number of registries that have it changes.
int countIn(Sql &sql, std::int64_t registry, const std::string &digest, std::int64_t size, int change)
{
    const auto links = sql.integer("INSERT INTO registry_blob (registry_id, digest, links) VALUES (?, ?, ?) ON CONFLICT (registry_id, digest) "
                                   "DO UPDATE SET links = registry_blob.links + excluded.links RETURNING links",
        0, registry, digest, change);
    if (links == 0)
        sql.run("DELETE FROM registry_blob WHERE registry_id = ? AND digest = ?", registry, digest);
    if (links != (change > 0 ? 1 : 0))
        return 0;
    sql.run("UPDATE registry SET used_bytes = used_bytes + ? WHERE id = ?", size * change, registry);
    return change;
}

void changeOwner(Sql &sql, const char *statement, std::int64_t before, std::int64_t after, std::int64_t size)
{
    if (before == after)
        return;
    if (before != 0)
        sql.run(statement, -size, before);
    if (after != 0)
        sql.run(statement, size, after);
}

bool isReliedOn(Sql &sql, const std::string &digest, TimeMs now)
{
    return sql.integer("SELECT relied_at FROM blob WHERE digest = ?", 0, digest) >= now - relianceMs;
}

/// A push that was on its way when the image was deleted may count on the blob (Images.h, adoptLeft()).
bool isWaitedFor(Sql &sql, std::int64_t deletion, const std::string &digest, TimeMs now)
{
    return sql.integer(
               "SELECT count(*) FROM repository p JOIN trash_operation o ON o.id = p.operation_id WHERE p.id = ? AND p.former_registry <> 0 AND o.deleted_at >= ?",
               0, deletion, now - relianceMs)
        > 0
        && isReliedOn(sql, digest, now);
}

/// Whether a link that no manifest of the repository needs is to stay a while.
bool lingers(Sql &sql, std::int64_t repository, std::int64_t registry, const std::string &digest, TimeMs now)
{
    return registry != 0 ? isReliedOn(sql, digest, now) : isWaitedFor(sql, repository, digest, now);
}

/// A number of references alone concerns nothing else.
bool isAlike(const MaybeLink &before, const MaybeLink &after)
{
    return before && after && before->registry == after->registry && before->counts() == after->counts() && before->holds() == after->holds()
        && before->isTrashed() == after->isTrashed();
}

void change(Sql &sql, std::int64_t repository, const std::string &digest, const MaybeLink &before, const MaybeLink &after)
{
    if (isAlike(before, after)) {
        write(sql, repository, digest, before, after);
        return;
    }
    const auto old = numbersOf(sql, digest);
    const auto oldOwners = ownersOf(sql, digest, old);
    const bool counted = before && before->counts();
    const bool counts = after && after->counts();
    Numbers now = old;
    now.links += counts - counted;
    now.holders += int(after && after->holds()) - int(before && before->holds());
    now.trashed += int(after && after->isTrashed()) - int(before && before->isTrashed());
    write(sql, repository, digest, before, after);
    if (counts != counted)
        sql.run("UPDATE repository SET used_bytes = used_bytes + ? WHERE id = ?", counts ? now.size : -now.size, repository);
    if (counted && (!counts || before->registry != after->registry))
        now.registries += countIn(sql, before->registry, digest, now.size, -1);
    if (counts && (!counted || before->registry != after->registry))
        now.registries += countIn(sql, after->registry, digest, now.size, 1);
    const bool isNamed = after && after->refs > (before ? before->refs : 0);
    if (isNamed || now.links != old.links || now.registries != old.registries || now.holders != old.holders || now.trashed != old.trashed)
        sql.run("UPDATE blob SET links = ?, registries = ?, holders = ?, trashed = ?, deleting = CASE WHEN ? = 1 THEN 0 ELSE deleting END WHERE digest = ?",
            now.links, now.registries, now.holders, now.trashed, int(isNamed), digest);
    const auto owners = ownersOf(sql, digest, now);
    constexpr auto ofRepository = "UPDATE repository SET unique_bytes = unique_bytes + ? WHERE id = ?";
    changeOwner(sql, ofRepository, oldOwners.image, owners.image, now.size);
    changeOwner(sql, ofRepository, oldOwners.deletion, owners.deletion, now.size);
    changeOwner(sql, "UPDATE registry SET unique_bytes = unique_bytes + ? WHERE id = ?", oldOwners.registry, owners.registry, now.size);
    changeTotals(sql, shareOf(old), shareOf(now));
}

} // namespace

void addBlob(Sql &sql, const std::string &digest, std::int64_t sizeBytes)
{
    if (sql.run("UPDATE blob SET relied_at = ?, deleting = 0, damaged_at = 0 WHERE digest = ?", nowMs(), digest) > 0)
        return;
    sql.run("INSERT INTO blob (digest, size, relied_at) VALUES (?, ?, ?)", digest, sizeBytes, nowMs());
    changeTotals(sql, {}, shareOf({.size = sizeBytes}));
}

void removeBlob(Sql &sql, const std::string &digest)
{
    std::vector<std::int64_t> repositories;
    {
        auto rows = sql.select("SELECT repository_id FROM repository_blob WHERE digest = ?", digest);
        while (rows.next())
            repositories.push_back(rows.integer(0));
    }
    for (const auto repository : repositories)
        remove(sql, repository, digest);
    const auto numbers = numbersOf(sql, digest);
    if (sql.run("DELETE FROM blob WHERE digest = ?", digest) > 0)
        changeTotals(sql, shareOf(numbers), {});
}

void put(Sql &sql, std::int64_t repository, const std::string &digest)
{
    const auto before = find(sql, repository, digest);
    if (before && before->leftAt == 0)
        return;
    auto after = before.value_or(Link{registryOf(sql, repository)});
    after.leftAt = 0;
    change(sql, repository, digest, before, after);
}

void putLeft(Sql &sql, std::int64_t repository, const std::string &digest) { change(sql, repository, digest, {}, Link{registryOf(sql, repository), nowMs()}); }

void remove(Sql &sql, std::int64_t repository, const std::string &digest)
{
    if (const auto before = find(sql, repository, digest))
        change(sql, repository, digest, before, {});
}

void leave(Sql &sql, std::int64_t repository, const std::string &digest, TimeMs now)
{
    const auto before = find(sql, repository, digest);
    if (!before || before->refs > 0)
        return;
    if (!lingers(sql, repository, before->registry, digest, now)) {
        change(sql, repository, digest, before, {});
    } else if (before->leftAt == 0) {
        auto after = *before;
        after.leftAt = now;
        change(sql, repository, digest, before, after);
    }
}

void name(Sql &sql, std::int64_t repository, const std::string &digest)
{
    const auto before = find(sql, repository, digest);
    auto after = before.value_or(Link{registryOf(sql, repository)});
    after.leftAt = 0;
    ++after.refs;
    change(sql, repository, digest, before, after);
}

void unname(Sql &sql, std::int64_t repository, const std::string &digest)
{
    const auto before = find(sql, repository, digest);
    if (!before)
        return;
    auto after = *before;
    --after.refs;
    const bool isOver = after.refs == 0 && after.registry == 0 && !isWaitedFor(sql, repository, digest, nowMs());
    change(sql, repository, digest, before, isOver ? MaybeLink() : after);
}

bool has(Sql &sql, std::int64_t repository, const std::string &digest)
{
    return sql.integer("SELECT count(*) FROM repository_blob WHERE repository_id = ? AND digest = ?", 0, repository, digest) > 0;
}

bool settle(Sql &sql, std::int64_t repository, std::string &last, std::int64_t limit, TimeMs now)
{
    const auto registry = registryOf(sql, repository);
    std::vector<std::pair<std::string, Link>> links;
    {
        auto rows = sql.select("SELECT digest, coalesce(registry_id, 0), left_at, refs FROM repository_blob WHERE repository_id = ? AND digest > ? "
                               "ORDER BY digest LIMIT ?",
            repository, last, limit);
        while (rows.next())
            links.emplace_back(rows.text(0), Link{rows.integer(1), rows.integer(2), rows.integer(3)});
    }
    for (const auto &[digest, before] : links) {
        last = digest;
        Link after = before;
        after.registry = registry;
        bool stays = true;
        if (before.refs > 0) {
            after.leftAt = 0;
        } else { // for a push that may be on its way
            stays = lingers(sql, repository, registry, digest, now);
            after.leftAt = before.leftAt == 0 ? now : before.leftAt;
        }
        if (!stays || after.registry != before.registry || after.leftAt != before.leftAt)
            change(sql, repository, digest, before, stays ? MaybeLink(after) : MaybeLink());
    }
    return std::int64_t(links.size()) == limit;
}

} // namespace berth::bloblinks
