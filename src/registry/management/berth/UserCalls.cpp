// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/UserCalls.h"

#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Requests.h"
#include "registry/store/AccessKeys.h"
#include "registry/store/People.h"

namespace berth {

namespace asio = boost::asio;

namespace {

json::object userObject(const Person &person)
{
    json::object registries;
    for (const auto &[registry, role] : person.registries)
        registries[registry] = role;
    return {{"name", person.name}, {"role", person.role}, {"registries", registries}, {"created_at", toRfc3339(person.createdAt)},
        {"ends_at", timeOrNull(person.endsAt)}, {"key_count", person.keyCount}, {"most_keys", maxKeysOfAPerson}, {"used_at", timeOrNull(person.usedAt)}};
}

/// Lays role, registries and ends_at of a request over the person.
Result<void> readPerson(const json::value &body, Person &person)
{
    if (json::find(body, "role")) {
        person.role = json::text(body, "role", "?");
        if (!roleFrom(person.role))
            return fail(ErrorCode::BadRequest, "role is administrator, member, uploader or none");
    }
    if (const auto *registries = json::find(body, "registries")) {
        if (!registries->is_object())
            return fail(ErrorCode::BadRequest, "registries is an object of registry names and roles");
        person.registries.clear();
        for (const auto &member : registries->get_object()) {
            const auto role = member.value().is_string() ? std::string(member.value().get_string()) : std::string("?");
            if (!roleFrom(role))
                return fail(ErrorCode::BadRequest, "The role in " + std::string(member.key()) + " is administrator, member, uploader or none");
            if (auto good = checkRegistryName(std::string(member.key())); !good)
                return good;
            person.registries.emplace(member.key(), role);
        }
    }
    if (const auto *ends = json::find(body, "ends_at")) {
        person.endsAt = ends->is_string() ? fromRfc3339(json::text(body, "ends_at")) : 0;
        if (!ends->is_null() && person.endsAt == 0)
            return fail(ErrorCode::BadRequest, "ends_at is a time as in 2026-12-31T00:00:00Z, or null");
    }
    return {};
}

} // namespace

namespace usercalls {

asio::awaitable<http::Response> list(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        json::array list;
        for (const auto &row : people::list(sql, *page))
            list.push_back(userObject(row));
        return json::object{{"users", list}, {"total", people::count(sql)}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> create(BerthCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    Person person;
    person.name = json::text(*body, "name");
    person.role = "none";
    if (auto good = readPerson(*body, person); !good)
        co_return failed(good.error());
    const auto created = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<Person> {
        if (auto made = people::create(sql, person); !made)
            return tl::unexpected(made.error());
        const auto stored = people::find(sql, person.name);
        return stored ? Result<Person>(*stored) : fail(ErrorCode::Internal, "A user was not there after it was made");
    });
    co_return created ? http::jsonResponse(201, userObject(*created)) : failed(created.error());
}

asio::awaitable<http::Response> change(BerthCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    const auto stored = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<Person> {
        auto person = people::find(sql, call.parameters["user"]);
        if (!person)
            return fail(ErrorCode::NotFound, "There is no user named " + call.parameters["user"]);
        if (auto good = readPerson(*body, *person); !good)
            return tl::unexpected(good.error());
        if (auto updated = people::update(sql, *person); !updated)
            return tl::unexpected(updated.error());
        return *person;
    });
    call.authenticator.forgetPerson(call.parameters["user"]);
    co_return stored ? replied(userObject(*stored)) : failed(stored.error());
}

asio::awaitable<http::Response> remove(BerthCall &call)
{
    const auto &name = call.parameters["user"];
    const auto removed = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) { return people::remove(sql, name); });
    call.authenticator.forgetPerson(name);
    co_return removed ? replied({}) : failed(removed.error());
}

} // namespace usercalls

} // namespace berth
