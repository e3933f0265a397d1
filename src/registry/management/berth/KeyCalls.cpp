// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/KeyCalls.h"

#include "registry/access/SecretHash.h"
#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Requests.h"
#include "registry/store/AccessKeys.h"
#include "registry/store/People.h"

namespace berth {

namespace asio = boost::asio;

namespace {

json::object keyObject(const AccessKeyRow &key)
{
    const auto age = nowMs() - key.secretAt;
    return {{"id", key.id}, {"owner", key.owner}, {"note", key.note}, {"role", key.roleLimit},
        {"registries", json::array(key.registries.begin(), key.registries.end())}, {"disabled", key.disabled}, {"created_at", toRfc3339(key.createdAt)},
        {"secret_at", toRfc3339(key.secretAt)}, {"used_at", timeOrNull(key.usedAt)}, {"change_advised", age >= keyAdviceMs}};
}

Result<void> needOwner(const Access &access, const std::string &owner)
{
    if (access.rights().isServerAdministrator() || (access.rights().person == owner && !access.rights().isLimited()))
        return {};
    if (access.rights().isLimited())
        return fail(ErrorCode::Denied, "A key that is limited to a role or to some registries manages no keys");
    return fail(ErrorCode::Denied, "Only " + owner + " or an administrator may manage these keys");
}

/// Lays note, role, registries and disabled of a request over the key.
Result<void> readKey(const json::value &body, AccessKeyRow &key)
{
    if (const auto *note = json::find(body, "note")) {
        if (!note->is_string() || note->get_string().size() > 200)
            return fail(ErrorCode::BadRequest, "note is a text of at most 200 bytes");
        key.note = note->get_string();
    }
    if (const auto *role = json::find(body, "role")) {
        const auto text = json::text(body, "role", "?");
        if (!role->is_string() || (!text.empty() && (!roleFrom(text) || text == "none")))
            return fail(ErrorCode::BadRequest, "role is administrator, member, uploader or empty for no limit");
        key.roleLimit = text;
    }
    if (const auto *registries = json::find(body, "registries")) {
        if (!registries->is_array())
            return fail(ErrorCode::BadRequest, "registries is a list of names");
        key.registries.clear();
        for (const auto &element : registries->get_array()) {
            const auto name = element.is_string() ? std::string(element.get_string()) : std::string();
            if (auto good = checkRegistryName(name); !good)
                return good;
            key.registries.push_back(name);
        }
    }
    if (const auto *disabled = json::find(body, "disabled")) {
        if (!disabled->is_bool())
            return fail(ErrorCode::BadRequest, "disabled is true or false");
        key.disabled = disabled->get_bool();
    }
    return {};
}

/// A secret and its hash, made off the network's threads: the hash is slow by design.
struct MadeSecret {
    Secret secret;
    std::string salt;
    std::string hash;
};

asio::awaitable<MadeSecret> makeSecret(Store &store)
{
    co_return co_await runBlocking(store.diskPool(), [] {
        MadeSecret made{makeAccessKeyPair().secret, makeSalt(), {}};
        made.hash = slowHash(made.secret, made.salt);
        return made;
    });
}

asio::awaitable<Result<AccessKeyRow>> ownKey(BerthCall &call)
{
    auto row = co_await call.store.read([&](Sql &sql) -> Result<AccessKeyRow> {
        auto found = accesskeys::find(sql, call.parameters["key"]);
        // Whose key it is, is no business of others: to them it does not exist.
        if (!found || !needOwner(call.access, found->owner))
            return fail(ErrorCode::NotFound, "There is no access key " + call.parameters["key"]);
        return *found;
    });
    co_return row;
}

} // namespace

namespace keycalls {

asio::awaitable<http::Response> me(BerthCall &call)
{
    const auto &rights = call.access.rights();
    json::object registries;
    for (const auto &[registry, role] : rights.registries)
        registries[registry] = nameOf(role);
    json::object body{{"key", call.access.actor()}, {"user", rights.person}, {"role", nameOf(rights.role)}, {"registries", registries},
        {"key_role", rights.limit ? nameOf(*rights.limit) : ""}, {"server_administrator", rights.isServerAdministrator()}, {"version", BERTH_VERSION}};
    body["key_registries"] = rights.onlyIn ? json::array(rights.onlyIn->begin(), rights.onlyIn->end()) : json::array();
    co_return replied(std::move(body));
}

asio::awaitable<http::Response> list(BerthCall &call)
{
    const auto owner = call.request.parameter("owner").value_or(call.access.rights().person);
    if (auto may = needOwner(call.access, owner); !may)
        co_return failed(may.error());
    const auto rows = co_await call.store.read([&](Sql &sql) -> Result<std::vector<AccessKeyRow>> { return accesskeys::list(sql, owner); });
    if (!rows)
        co_return failed(rows.error());
    json::array list;
    for (const auto &row : *rows)
        list.push_back(keyObject(row));
    co_return replied({{"owner", owner}, {"keys", list}, {"most", maxKeysOfAPerson}});
}

asio::awaitable<http::Response> create(BerthCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    AccessKeyRow key;
    const auto *owner = json::find(*body, "owner");
    if (owner && !owner->is_string())
        co_return failed({ErrorCode::BadRequest, "owner is the name of a user"});
    key.owner = json::text(*body, "owner", call.access.rights().person);
    if (auto may = needOwner(call.access, key.owner); !may)
        co_return failed(may.error());
    if (auto good = readKey(*body, key); !good)
        co_return failed(good.error());
    const auto made = co_await makeSecret(call.store);
    key.id = makeAccessKeyPair().id;
    key.salt = made.salt;
    key.hash = made.hash;
    key.createdAt = nowMs();
    key.secretAt = key.createdAt;
    const auto created = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) { return accesskeys::create(sql, key); });
    if (!created)
        co_return failed(created.error());
    auto object = keyObject(key);
    object["secret"] = made.secret.reveal();
    co_return http::jsonResponse(201, object).with("Cache-Control", "no-store");
}

asio::awaitable<http::Response> change(BerthCall &call)
{
    auto found = co_await ownKey(call);
    if (!found)
        co_return failed(found.error());
    auto &key = *found;
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    if (auto good = readKey(*body, key); !good)
        co_return failed(good.error());
    const auto stored = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) { return accesskeys::update(sql, key); });
    call.authenticator.forgetKey(key.id);
    co_return stored ? replied(keyObject(key)) : failed(stored.error());
}

asio::awaitable<http::Response> renewSecret(BerthCall &call)
{
    auto found = co_await ownKey(call);
    if (!found)
        co_return failed(found.error());
    auto &key = *found;
    const auto made = co_await makeSecret(call.store);
    const auto stored =
        co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) { return accesskeys::setSecret(sql, key.id, made.salt, made.hash); });
    call.authenticator.forgetKey(key.id);
    if (!stored)
        co_return failed(stored.error());
    key.secretAt = nowMs();
    auto object = keyObject(key);
    object["secret"] = made.secret.reveal();
    co_return replied(std::move(object)).with("Cache-Control", "no-store");
}

asio::awaitable<http::Response> remove(BerthCall &call)
{
    const auto key = co_await ownKey(call);
    if (!key)
        co_return failed(key.error());
    const auto removed = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) { return accesskeys::remove(sql, key->id); });
    call.authenticator.forgetKey(key->id);
    co_return removed ? replied({}) : failed(removed.error());
}

} // namespace keycalls

} // namespace berth
