// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/berth/BerthServer.h"

#include <QUrl>

#include "core/Time.h"

namespace berth {

namespace {

using namespace berthreplies;

Role roleOf(const json::value &from, const char *key) { return roleFrom(json::text(from, key)).value_or(Role::None); }

AccessKey keyOf(const json::value &from)
{
    AccessKey key;
    key.id = textOf(from, "id");
    key.owner = textOf(from, "owner");
    key.note = textOf(from, "note");
    key.limit = roleFrom(json::text(from, "role"));
    key.registries = textsOf(from, "registries");
    key.isDisabled = json::boolean(from, "disabled");
    key.changeAdvised = json::boolean(from, "change_advised");
    key.created = timeOf(from, "created_at");
    key.secretMade = timeOf(from, "secret_at");
    key.used = timeOf(from, "used_at");
    return key;
}

json::object wishFor(const AccessKey &key)
{
    return {{"note", key.note.toStdString()}, {"role", key.limit ? nameOf(*key.limit) : ""}, {"registries", arrayOf(key.registries)}};
}

Result<MadeAccessKey> madeKeyOf(const Result<json::value> &reply)
{
    if (!reply)
        return tl::unexpected(reply.error());
    return MadeAccessKey{keyOf(*reply), Secret(json::text(*reply, "secret"))};
}

User userOf(const json::value &from)
{
    User user;
    user.name = textOf(from, "name");
    user.role = roleOf(from, "role");
    if (const auto *registries = json::find(from, "registries"); registries && registries->is_object()) {
        for (const auto &member : registries->get_object())
            user.registries.insert(QString::fromStdString(std::string(member.key())), roleOf(*registries, std::string(member.key()).c_str()));
    }
    user.created = timeOf(from, "created_at");
    user.ends = timeOf(from, "ends_at");
    user.used = timeOf(from, "used_at");
    user.keyCount = int(json::integer(from, "key_count"));
    user.mostKeys = int(json::integer(from, "most_keys", 5));
    return user;
}

json::object wishFor(const User &user)
{
    json::object registries;
    for (auto it = user.registries.cbegin(); it != user.registries.cend(); ++it)
        registries[it.key().toStdString()] = nameOf(it.value());
    json::object wish{{"role", nameOf(user.role)}, {"registries", registries}, {"ends_at", nullptr}};
    if (user.ends.isValid())
        wish["ends_at"] = toRfc3339(user.ends.toMSecsSinceEpoch());
    return wish;
}

ServerSettings settingsOf(const json::value &from)
{
    return {json::integer(from, "trash_days"), json::integer(from, "free_floor_bytes"), json::integer(from, "token_minutes"), json::integer(from, "scrub_days"),
        json::boolean(from, "creates_registries"), json::boolean(from, "collects_by_itself"), textOf(from, "anonymous"), textOf(from, "public_url")};
}

json::object differences(const ServerSettings &from, const ServerSettings &to)
{
    json::object wish;
    const auto add = [&wish](const char *name, const auto &old, const auto &now) {
        if (old != now)
            wish[name] = now;
    };
    add("trash_days", from.trashDays, to.trashDays);
    add("free_floor_bytes", from.freeFloorBytes, to.freeFloorBytes);
    add("token_minutes", from.tokenMinutes, to.tokenMinutes);
    add("scrub_days", from.scrubDays, to.scrubDays);
    add("creates_registries", from.createsRegistries, to.createsRegistries);
    add("collects_by_itself", from.collectsByItself, to.collectsByItself);
    add("anonymous", from.anonymous.toStdString(), to.anonymous.toStdString());
    add("public_url", from.publicUrl.toStdString(), to.publicUrl.toStdString());
    return wish;
}

RegistryOptions optionsOf(const json::value &from)
{
    return {textOf(from, "name"), json::integer(from, "quota_bytes"), json::integer(from, "used_bytes"), json::boolean(from, "accepts_missing")};
}

/// One component of a path.
QString component(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

template <class Value> Result<Value> opened(const Result<json::value> &reply, Value (*read)(const json::value &))
{
    if (!reply)
        return tl::unexpected(reply.error());
    return read(*reply);
}

} // namespace

QCoro::Task<Result<Me>> BerthServer::me()
{
    const auto reply = co_await m_berth.call("GET", QStringLiteral("me"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    Me me{textOf(*reply, "key"), textOf(*reply, "user"), textOf(*reply, "version"), {}};
    auto &rights = me.rights;
    rights.person = me.user.toStdString();
    rights.role = roleOf(*reply, "role");
    rights.limit = roleFrom(json::text(*reply, "key_role"));
    if (const auto *registries = json::find(*reply, "registries"); registries && registries->is_object()) {
        for (const auto &member : registries->get_object())
            rights.registries.emplace(member.key(), roleOf(*registries, std::string(member.key()).c_str()));
    }
    for (const auto &name : textsOf(*reply, "key_registries")) {
        if (!rights.onlyIn)
            rights.onlyIn.emplace();
        rights.onlyIn->insert(name.toStdString());
    }
    co_return me;
}

QCoro::Task<Result<AccessKeyList>> BerthServer::keys(QString owner)
{
    const QString path = owner.isEmpty() ? QStringLiteral("keys") : QStringLiteral("keys?owner=") + component(owner);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    AccessKeyList list;
    list.owner = textOf(*reply, "owner");
    list.most = int(json::integer(*reply, "most", list.most));
    for (const auto &element : json::list(*reply, "keys"))
        list.keys << keyOf(element);
    co_return list;
}

QCoro::Task<Result<MadeAccessKey>> BerthServer::createKey(AccessKey key)
{
    auto wish = wishFor(key);
    if (!key.owner.isEmpty())
        wish["owner"] = key.owner.toStdString();
    const auto reply = co_await m_berth.call("POST", QStringLiteral("keys"), std::move(wish));
    co_return madeKeyOf(reply);
}

QCoro::Task<Result<AccessKey>> BerthServer::changeKey(AccessKey key)
{
    auto wish = wishFor(key);
    const QString path = QStringLiteral("keys/") + component(key.id);
    const auto reply = co_await m_berth.call("PUT", path, std::move(wish));
    co_return opened<AccessKey>(reply, keyOf);
}

QCoro::Task<Result<AccessKey>> BerthServer::switchKey(QString id, bool disabled)
{
    json::object wish{{"disabled", disabled}};
    const QString path = QStringLiteral("keys/") + component(id);
    const auto reply = co_await m_berth.call("PUT", path, std::move(wish));
    co_return opened<AccessKey>(reply, keyOf);
}

QCoro::Task<Result<MadeAccessKey>> BerthServer::renewSecret(QString id)
{
    const QString path = QStringLiteral("keys/%1/secret").arg(component(id));
    const auto reply = co_await m_berth.call("POST", path);
    co_return madeKeyOf(reply);
}

QCoro::Task<Result<void>> BerthServer::deleteKey(QString id)
{
    const QString path = QStringLiteral("keys/") + component(id);
    const auto reply = co_await m_berth.call("DELETE", path);
    co_return reply.map([](const json::value &) {});
}

QCoro::Task<Result<UserPage>> BerthServer::listUsers(QString cursor)
{
    const QString path = QStringLiteral("users?") + numbered(cursor);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    QList<User> users;
    for (const auto &element : json::list(*reply, "users"))
        users << userOf(element);
    UserPage list{numberedPage(users, cursor, listEnd())};
    list.total = json::integer(*reply, "total", users.size());
    co_return list;
}

QCoro::Task<Result<User>> BerthServer::createUser(User user)
{
    auto wish = wishFor(user);
    wish["name"] = user.name.toStdString();
    const auto reply = co_await m_berth.call("POST", QStringLiteral("users"), std::move(wish));
    co_return opened<User>(reply, userOf);
}

QCoro::Task<Result<User>> BerthServer::changeUser(User user)
{
    const QString path = QStringLiteral("users/") + component(user.name);
    auto wish = wishFor(user);
    const auto reply = co_await m_berth.call("PUT", path, std::move(wish));
    co_return opened<User>(reply, userOf);
}

QCoro::Task<Result<void>> BerthServer::deleteUser(QString name)
{
    const QString path = QStringLiteral("users/") + component(name);
    const auto reply = co_await m_berth.call("DELETE", path);
    co_return reply.map([](const json::value &) {});
}

QCoro::Task<Result<ServerSettings>> BerthServer::settings()
{
    const auto reply = co_await m_berth.call("GET", QStringLiteral("settings"));
    co_return opened<ServerSettings>(reply, settingsOf);
}

QCoro::Task<Result<ServerSettings>> BerthServer::changeSettings(ServerSettings from, ServerSettings to)
{
    auto wish = differences(from, to);
    const auto reply = co_await m_berth.call("PUT", QStringLiteral("settings"), std::move(wish));
    co_return opened<ServerSettings>(reply, settingsOf);
}

QCoro::Task<Result<RegistryOptions>> BerthServer::registryOptions(QString registry)
{
    const QString path = QStringLiteral("registries/") + component(registry);
    const auto reply = co_await m_berth.call("GET", path);
    co_return opened<RegistryOptions>(reply, optionsOf);
}

QCoro::Task<Result<RegistryOptions>> BerthServer::changeRegistryOptions(RegistryOptions options)
{
    json::object wish{{"quota_bytes", options.quotaBytes}, {"accepts_missing", options.acceptsMissing}};
    const QString path = QStringLiteral("registries/") + component(options.name);
    const auto reply = co_await m_berth.call("PUT", path, std::move(wish));
    co_return opened<RegistryOptions>(reply, optionsOf);
}

QCoro::Task<Result<Health>> BerthServer::health()
{
    const auto reply = co_await m_berth.call("GET", QStringLiteral("health"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    Health health;
    health.isHealthy = json::boolean(*reply, "healthy");
    health.version = textOf(*reply, "version");
    health.freeBytes = json::integer(*reply, "free_bytes", -1);
    for (const auto &element : json::list(*reply, "problems"))
        health.problems << HealthProblem{textOf(element, "kind"), textOf(element, "message")};
    for (const auto &element : json::list(*reply, "damaged"))
        health.damaged << DamagedContent{textOf(element, "digest"), textsOf(element, "images")};
    health.started = timeOf(*reply, "started_at");
    co_return health;
}

QCoro::Task<Result<void>> BerthServer::confirmClock()
{
    json::object wish{{"action", "confirm_clock"}};
    const auto reply = co_await m_berth.call("POST", QStringLiteral("health"), std::move(wish));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return Result<void>();
}

} // namespace berth
