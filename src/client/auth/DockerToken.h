// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include "client/auth/Authorizer.h"
#include "client/auth/Challenge.h"
#include "client/auth/Connection.h"
#include "client/http/HttpClient.h"

namespace berth {

/// Docker's token authentication, and Basic where the server asks for that: nothing is sent before a challenge, tokens are kept by scope.
class DockerToken final : public Authorizer {
public:
    DockerToken(Connection connection, std::shared_ptr<ServerLink> link);

    void sign(HttpRequest &request, const QString &scope) override;
    QCoro::Task<Result<bool>> answer(HttpReply refusal, QString scope) override;
    void cancelAll() override { m_http.cancelAll(); }

private:
    /// The value of an Authorization header.
    QCoro::Task<Result<QByteArray>> authorize(Challenge challenge, QString scope);

    Connection m_connection;
    QHash<QString, QByteArray> m_authorizations; ///< By scope. Outlives m_http, whose end resumes callers.
    HttpClient m_http;
};

} // namespace berth
