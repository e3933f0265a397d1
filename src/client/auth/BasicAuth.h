// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/auth/Authorizer.h"
#include "core/Secret.h"

namespace berth {

/// The value of an Authorization header by RFC 7617.
QByteArray basicAuthorization(const QString &user, const Secret &secret);

/// User and password with each request, unasked; for servers whose calls want them so.
class BasicAuth final : public Authorizer {
public:
    BasicAuth(const QString &user, const Secret &secret);

    void sign(HttpRequest &request, const QString &scope) override;

private:
    QString m_user;
    Secret m_secret;
};

} // namespace berth
