// SPDX-License-Identifier: Apache-2.0
#include "registry/store/AccessKeys.h"

#include <algorithm>

#include "registry/store/People.h"

namespace berth::accesskeys {

namespace {

#define BERTH_KEY_COLUMNS "SELECT id, owner, note, salt, hash, role_limit, registries, disabled, version, created_at, secret_at, used_at FROM access_key "

/// Registries as stored: their names, which hold no space, with a space between.
std::vector<std::string> split(const std::string &text)
{
    std::vector<std::string> names;
    for (std::size_t from = 0; from < text.size();) {
        const auto space = std::min(text.find(' ', from), text.size());
        names.push_back(text.substr(from, space - from));
        from = space + 1;
    }
    return names;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const auto &name : names)
        text += (text.empty() ? "" : " ") + name;
    return text;
}

AccessKeyRow readRow(const SqlRows &rows)
{
    return {rows.text(0), rows.text(1), rows.text(2), rows.bytes(3), rows.bytes(4), rows.text(5), split(rows.text(6)), rows.integer(7) != 0, rows.integer(8),
        rows.integer(9), rows.integer(10), rows.integer(11)};
}

Result<void> unknown(const std::string &id) { return fail(ErrorCode::NotFound, "There is no access key " + id); }

} // namespace

std::optional<AccessKeyRow> find(Sql &sql, const std::string &id)
{
    auto rows = sql.select(BERTH_KEY_COLUMNS "WHERE id = ?", id);
    return rows.next() ? std::optional(readRow(rows)) : std::nullopt;
}

std::vector<AccessKeyRow> list(Sql &sql, const std::string &owner)
{
    std::vector<AccessKeyRow> result;
    auto rows = sql.select(BERTH_KEY_COLUMNS "WHERE owner = ? ORDER BY created_at, id", owner);
    while (rows.next())
        result.push_back(readRow(rows));
    return result;
}

std::int64_t count(Sql &sql) { return sql.integer("SELECT count(*) FROM access_key", 0); }

void put(Sql &sql, const AccessKeyRow &key)
{
    sql.run("INSERT INTO access_key (id, owner, role, note, salt, hash, role_limit, registries, disabled, version, created_at, secret_at) "
            "VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, "
            "version = access_key.version + 1, secret_at = excluded.secret_at",
        key.id, key.owner, key.note, SqlBlob{key.salt}, SqlBlob{key.hash}, key.roleLimit, joined(key.registries), int(key.disabled), key.version, key.createdAt,
        key.createdAt);
}

Result<void> create(Sql &sql, const AccessKeyRow &key)
{
    if (!people::find(sql, key.owner))
        return fail(ErrorCode::NotFound, "There is no user named " + key.owner);
    // Counted in the transaction that writes: two creations at once cannot both be the fifth.
    if (sql.integer("SELECT count(*) FROM access_key WHERE owner = ?", 0, key.owner) >= maxKeysOfAPerson)
        return fail(ErrorCode::Conflict, "A user has at most " + std::to_string(maxKeysOfAPerson) + " access keys; delete one first");
    put(sql, key);
    return {};
}

Result<void> setSecret(Sql &sql, const std::string &id, const std::string &salt, const std::string &hash)
{
    if (sql.run("UPDATE access_key SET salt = ?, hash = ?, version = version + 1, secret_at = ? WHERE id = ?", SqlBlob{salt}, SqlBlob{hash}, nowMs(), id) == 0)
        return unknown(id);
    return {};
}

Result<void> update(Sql &sql, const AccessKeyRow &key)
{
    if (sql.run("UPDATE access_key SET note = ?, role_limit = ?, registries = ?, disabled = ? WHERE id = ?", key.note, key.roleLimit, joined(key.registries),
            int(key.disabled), key.id)
        == 0)
        return unknown(key.id);
    return people::needAnAdministrator(sql);
}

Result<void> remove(Sql &sql, const std::string &id)
{
    if (sql.run("DELETE FROM access_key WHERE id = ?", id) == 0)
        return unknown(id);
    return people::needAnAdministrator(sql);
}

void removeOthers(Sql &sql, const std::string &owner, const std::string &keptId)
{
    sql.run("DELETE FROM access_key WHERE owner = ? AND id <> ?", owner, keptId);
}

void setUsed(Sql &sql, const std::string &id, TimeMs when) { sql.run("UPDATE access_key SET used_at = ? WHERE id = ? AND used_at < ?", when, id, when); }

} // namespace berth::accesskeys
