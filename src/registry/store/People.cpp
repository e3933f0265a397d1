// SPDX-License-Identifier: Apache-2.0
#include "registry/store/People.h"

#include <algorithm>

#include "core/Names.h"

namespace berth::people {

namespace {

#define BERTH_PERSON_COLUMNS                                                                                                                                   \
    "p.name, p.role, p.created_at, p.ends_at, (SELECT count(*) FROM access_key k WHERE k.owner = p.name), "                                                    \
    "(SELECT coalesce(max(k.used_at), 0) FROM access_key k WHERE k.owner = p.name) FROM person p "

Person readRow(const SqlRows &rows) { return {rows.text(0), rows.text(1), {}, rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5)}; }

void addRegistries(Sql &sql, Person &person)
{
    auto rows = sql.select("SELECT registry, role FROM person_registry WHERE person = ?", person.name);
    while (rows.next())
        person.registries.emplace(rows.text(0), rows.text(1));
}

void putRegistries(Sql &sql, const Person &person)
{
    sql.run("DELETE FROM person_registry WHERE person = ?", person.name);
    for (const auto &[registry, role] : person.registries)
        sql.run("INSERT INTO person_registry (person, registry, role) VALUES (?, ?, ?)", person.name, registry, role);
}

} // namespace

std::vector<Person> list(Sql &sql, Page page)
{
    std::vector<Person> result;
    {
        auto rows = sql.select("SELECT " BERTH_PERSON_COLUMNS "ORDER BY p.name LIMIT ? OFFSET ?", page.limit, page.offset);
        while (rows.next())
            result.push_back(readRow(rows));
    }
    for (auto &person : result)
        addRegistries(sql, person);
    return result;
}

std::int64_t count(Sql &sql) { return sql.integer("SELECT count(*) FROM person", 0); }

std::optional<Person> find(Sql &sql, const std::string &name)
{
    std::optional<Person> person;
    {
        auto rows = sql.select("SELECT " BERTH_PERSON_COLUMNS "WHERE p.name = ?", name);
        if (rows.next())
            person = readRow(rows);
    }
    if (person)
        addRegistries(sql, *person);
    return person;
}

Result<void> create(Sql &sql, const Person &person)
{
    if (auto good = checkUserName(person.name); !good)
        return good;
    if (sql.run(
            "INSERT INTO person (name, role, created_at, ends_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", person.name, person.role, nowMs(), person.endsAt)
        == 0)
        return fail(ErrorCode::Conflict, "There is a user named " + person.name + " already");
    putRegistries(sql, person);
    return {};
}

Result<void> update(Sql &sql, const Person &person)
{
    if (sql.run("UPDATE person SET role = ?, ends_at = ? WHERE name = ?", person.role, person.endsAt, person.name) == 0)
        return fail(ErrorCode::NotFound, "There is no user named " + person.name);
    putRegistries(sql, person);
    return needAnAdministrator(sql);
}

Result<void> remove(Sql &sql, const std::string &name)
{
    sql.run("DELETE FROM access_key WHERE owner = ?", name);
    if (sql.run("DELETE FROM person WHERE name = ?", name) == 0)
        return fail(ErrorCode::NotFound, "There is no user named " + name);
    return needAnAdministrator(sql);
}

json::object takeRolesIn(Sql &sql, const std::string &registry)
{
    json::object roles;
    {
        auto rows = sql.select("SELECT person, role FROM person_registry WHERE registry = ? ORDER BY person", registry);
        while (rows.next())
            roles[rows.text(0)] = rows.text(1);
    }
    sql.run("DELETE FROM person_registry WHERE registry = ?", registry);
    return roles;
}

void putRolesIn(Sql &sql, const std::string &registry, const json::object &roles)
{
    for (const auto &member : roles) {
        if (member.value().is_string())
            sql.run("INSERT INTO person_registry (person, registry, role) SELECT p.name, CAST(? AS TEXT), CAST(? AS TEXT) FROM person p WHERE p.name = ? "
                    "ON CONFLICT DO NOTHING",
                registry, std::string(member.value().get_string()), std::string(member.key()));
    }
}

Result<void> needAnAdministrator(Sql &sql)
{
    const auto usable = sql.integer("SELECT count(*) FROM access_key k JOIN person p ON p.name = k.owner WHERE p.role = 'administrator' "
                                    "AND (p.ends_at = 0 OR p.ends_at > ?) AND k.disabled = 0 AND k.role_limit = '' AND k.registries = ''",
        0, nowMs());
    if (usable == 0 && !sql.hasFailed())
        return fail(ErrorCode::Precondition, "This would leave the server without an administrator who can sign in; make another one first");
    return {};
}

} // namespace berth::people
