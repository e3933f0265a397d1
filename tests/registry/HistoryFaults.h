// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "registry/store/Sql.h"

namespace berth::test {

/// Where what is told of tags is not how they are: each tag's newest change, in its history as among the events, names what it names, unless the whole
/// image came back since. A tag from before the oldest that is kept may have none.
inline std::vector<std::string> historyFaults(Sql &sql)
{
    std::vector<std::string> faults;
    const auto add = [&](const char *what, SqlRows rows) {
        while (rows.next())
            faults.push_back(what + rows.text(0) + "/" + rows.text(1) + ":" + rows.text(2));
    };
    add("the history does not know ",
        sql.select("SELECT r.name, p.name, t.name FROM tag t JOIN repository p ON p.id = t.repository_id JOIN registry r ON r.id = p.registry_id "
                   "JOIN manifest m ON m.id = t.manifest_id LEFT JOIN tag_change c ON c.id = (SELECT max(n.id) FROM tag_change n WHERE n.registry = r.name AND "
                   "n.image = p.name AND n.tag = t.name) WHERE (m.digest <> c.digest OR (c.id IS NULL AND "
                   "t.pushed_at >= (SELECT min(at) FROM tag_change))) AND NOT EXISTS (SELECT 1 FROM event s WHERE "
                   "s.kind = 'restored' AND s.registry = r.name AND s.image = p.name AND s.at >= c.at)"));
    add("the events do not know ",
        sql.select("SELECT r.name, p.name, t.name FROM tag t JOIN repository p ON p.id = t.repository_id JOIN registry r ON r.id = p.registry_id "
                   "JOIN manifest m ON m.id = t.manifest_id LEFT JOIN event e ON e.id = (SELECT max(n.id) FROM event n WHERE n.kind = 'tag_set' AND "
                   "n.registry = r.name AND n.image = p.name AND n.tag = t.name) WHERE (m.digest <> e.digest OR (e.id IS NULL AND "
                   "t.pushed_at >= (SELECT min(at) FROM event))) AND NOT EXISTS (SELECT 1 FROM event s "
                   "WHERE s.kind = 'restored' AND s.registry = r.name AND s.image = p.name AND s.id > e.id)"));
    return faults;
}

} // namespace berth::test
