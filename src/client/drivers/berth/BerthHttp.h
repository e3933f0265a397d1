// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringList>

#include <QCoroTask>

#include "client/auth/Connection.h"
#include "client/http/HttpClient.h"
#include "core/Json.h"
#include "core/Result.h"

namespace berth {

/// Calls under /berth/v1 of a Berth server, signed with the connection's key.
///
/// Belongs to one thread. Errors carry the server's sentence. Destroying it ends its calls with Cancelled.
class BerthHttp {
public:
    BerthHttp(Connection connection, std::shared_ptr<ServerLink> link);

    const Connection &connection() const { return m_connection; }

    /// `path` follows "/berth/v1/", percent-encoded where need be. An empty body is not sent.
    QCoro::Task<Result<json::value>> call(QByteArray method, QString path, json::object body = {});

private:
    Connection m_connection;
    HttpClient m_http;
};

/// Members of replies as Qt's types; what is absent or of another type is empty.
namespace berthreplies {

QString textOf(const json::value &from, const char *key);
QDateTime timeOf(const json::value &from, const char *key);
QStringList textsOf(const json::value &from, const char *key);
json::array arrayOf(const QStringList &texts);

} // namespace berthreplies

} // namespace berth
