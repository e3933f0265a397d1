// SPDX-License-Identifier: Apache-2.0
#include "support/AccessFixture.h"

namespace berth::test {

namespace {

HttpReply callWithKey(const RegistryProcess &registry, const TestKey &key, const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!key.id.isEmpty())
        headers = {{"X-TC-AUTHENTICATION-ID", key.id}, {"X-TC-AUTHENTICATION-SECRET", key.secret}};
    if (!body.isEmpty())
        headers.emplaceBack("Content-Type", "application/json");
    return call({method, registry.url(QString::fromUtf8(path)), headers, body});
}

} // namespace

HttpReply AccessFixture::berthCall(const TestKey &key, const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    return callWithKey(registry, key, method, "/berth/v1/" + path, body);
}

int AccessFixture::ncrCall(const TestKey &key, const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    const auto envelope = callWithKey(registry, key, method, "/ncr/v2.0/appkeys/local/" + path, body).jsonBody();
    const auto *header = json::find(envelope, "header");
    return header ? int(json::integer(*header, "resultCode")) : 0;
}

HttpReply AccessFixture::with(const QByteArray &authorization, const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!authorization.isEmpty())
        headers.emplaceBack("Authorization", authorization);
    return call({method, registry.url(QString::fromUtf8(path)), headers, body});
}

QByteArray AccessFixture::bearer(const TestKey &key, const QByteArray &scope) const
{
    return "Bearer " + text(with(basicOf(key), "GET", "/service/token?service=berth&scope=" + scope), "token");
}

json::value AccessFixture::claimsOf(const QByteArray &bearer)
{
    return json::parseStrict(QByteArray::fromBase64(bearer.split('.').value(1), QByteArray::Base64UrlEncoding).toStdString()).value_or(json::value());
}

QByteArray AccessFixture::newUser(const QByteArray &role, const QByteArray &registries, const QByteArray &endsAt)
{
    const auto name = "user" + QByteArray::number(++m_users);
    const auto reply =
        berthCall("POST", "users", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"registries\":" + registries + ",\"ends_at\":" + endsAt + "}");
    return reply.status == 201 ? name : QByteArray();
}

TestKey AccessFixture::newKey(const QByteArray &owner, const QByteArray &limits) const
{
    const auto reply = berthCall("POST", "keys", "{\"owner\":\"" + owner + "\"" + (limits.isEmpty() ? "" : ",") + limits + "}");
    return {text(reply, "id"), text(reply, "secret")};
}

} // namespace berth::test
