// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include "client/auth/Challenge.h"
#include "client/auth/Connection.h"
#include "client/http/HttpClient.h"

namespace berth {

/// HTTP to one registry with its sign-in: Basic, or Docker's token authentication. Tokens are kept by scope while this lives.
///
/// Belongs to one thread; otherwise as HttpClient.
class SignedHttp {
public:
    SignedHttp(Connection connection, std::shared_ptr<ServerLink> link);

    /// Sends with what is known for `scope` ("repository:a/b:pull", "registry:catalog:*", or empty), and once more after a challenge.
    /// A 401 that remains is a reply like any other. Unauthorized if there is no way to sign in.
    QCoro::Task<Result<HttpReply>> send(HttpRequest request, QString scope);

    /// A URL of the registry; `path` is encoded.
    QUrl url(const QString &path) const;
    const Connection &connection() const { return m_connection; }
    void cancelAll() { m_http.cancelAll(); }

private:
    QCoro::Task<Result<QByteArray>> authorize(Challenge challenge, QString scope);

    Connection m_connection;
    QHash<QString, QByteArray> m_authorizations; ///< By scope. Outlives m_http, whose end resumes callers.
    HttpClient m_http;
};

} // namespace berth
