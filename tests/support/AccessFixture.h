// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/RegistryFixture.h"

namespace berth::test {

/// An access key and its secret.
struct TestKey {
    QByteArray id;
    QByteArray secret;
};

/// A server with users and access keys that tests make as they need them.
class AccessFixture : public RegistryFixture {
    Q_OBJECT

protected:
    /// The key that the server was started with: an administrator's.
    static TestKey administrator() { return {RegistryProcess::keyId, RegistryProcess::secret}; }

    /// A call below /berth/v1/ with that key.
    HttpReply berthCall(const TestKey &key, const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    HttpReply berthCall(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        return berthCall(administrator(), method, path, body);
    }
    /// A call of NCR's API: the number in its envelope, 200 or 10000 and more.
    int ncrCall(const TestKey &key, const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;

    /// A call with any Authorization; none if it is empty.
    HttpReply with(const QByteArray &authorization, const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    static QByteArray basicOf(const TestKey &key) { return basic(key.id, key.secret); }
    /// "Bearer …" of a token for that scope.
    QByteArray bearer(const TestKey &key, const QByteArray &scope) const;
    static json::value claimsOf(const QByteArray &bearer);

    /// A new user, its name; empty if that failed. `registries` as in {"team":"member"}.
    QByteArray newUser(const QByteArray &role, const QByteArray &registries = "{}", const QByteArray &endsAt = "null");
    /// A new key; `limits` are members beside the owner, as in "role":"member". Without an ID if that failed.
    TestKey newKey(const QByteArray &owner, const QByteArray &limits = {}) const;
    TestKey newUserKey(const QByteArray &role, const QByteArray &registries = "{}") { return newKey(newUser(role, registries)); }

    static QByteArray text(const HttpReply &reply, const char *member) { return QByteArray::fromStdString(json::text(reply.jsonBody(), member)); }

private:
    int m_users = 0;
};

} // namespace berth::test
