// SPDX-License-Identifier: Apache-2.0
#include "client/auth/KeyHeaders.h"

namespace berth {

KeyHeaders::KeyHeaders(const Connection &connection)
    : m_id(connection.keyId.toUtf8())
    , m_secret(connection.secret)
{
}

void KeyHeaders::sign(HttpRequest &request, const QString &)
{
    request.headers.emplaceBack("X-TC-AUTHENTICATION-ID", m_id);
    request.headers.emplaceBack("X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(m_secret.reveal()));
}

} // namespace berth
