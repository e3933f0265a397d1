// SPDX-License-Identifier: Apache-2.0
#include "client/auth/BasicAuth.h"

namespace berth {

QByteArray basicAuthorization(const QString &user, const Secret &secret)
{
    return "Basic " + (user.toUtf8() + ':' + QByteArray::fromStdString(secret.reveal())).toBase64();
}

BasicAuth::BasicAuth(const QString &user, const Secret &secret)
    : m_user(user)
    , m_secret(secret)
{
}

void BasicAuth::sign(HttpRequest &request, const QString &) { request.headers.emplaceBack("Authorization", basicAuthorization(m_user, m_secret)); }

} // namespace berth
