// SPDX-License-Identifier: Apache-2.0
#include "registry/store/AccessKeys.h"

namespace berth::accesskeys {

std::optional<AccessKeyRow> find(Sql &sql, const std::string &id)
{
    auto rows = sql.select(
        "SELECT id, owner, role, salt, hash, disabled, created_at FROM access_key WHERE id = ?", id);
    if (!rows.next())
        return std::nullopt;
    return AccessKeyRow{rows.text(0), rows.text(1), rows.text(2), rows.bytes(3), rows.bytes(4),
        rows.integer(5) != 0, rows.integer(6)};
}

std::int64_t count(Sql &sql) { return sql.integer("SELECT count(*) FROM access_key", 0); }

void put(Sql &sql, const AccessKeyRow &key)
{
    sql.run("INSERT INTO access_key (id, owner, role, salt, hash, disabled, created_at) VALUES (?, ?, ?, ?, ?, 0, ?) "
            "ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash",
        key.id, key.owner, key.role, SqlBlob{key.salt}, SqlBlob{key.hash}, key.createdAt);
}

void removeOthers(Sql &sql, const std::string &owner, const std::string &keptId)
{
    sql.run("DELETE FROM access_key WHERE owner = ? AND id <> ?", owner, keptId);
}

} // namespace berth::accesskeys
