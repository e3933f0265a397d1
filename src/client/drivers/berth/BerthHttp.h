// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringList>

#include <QCoroTask>

#include "client/auth/Connection.h"
#include "client/auth/SignedHttp.h"
#include "core/Json.h"
#include "core/Result.h"

namespace berth {

/// Calls under /berth/v1 of a Berth server, signed with the connection's key.
///
/// Belongs to one thread. Errors carry the server's sentence. Destroying it ends its calls with Cancelled.
class BerthHttp {
public:
    BerthHttp(const Connection &connection, const std::shared_ptr<ServerLink> &link);

    /// `path` follows "/berth/v1/", percent-encoded where need be. An empty body is not sent.
    QCoro::Task<Result<json::value>> call(QByteArray method, QString path, json::object body = {});

private:
    SignedHttp m_http;
};

/// Members of replies as Qt's types; what is absent or of another type is empty.
namespace berthreplies {

QString textOf(const json::value &from, const char *key);
QDateTime timeOf(const json::value &from, const char *key);
QStringList textsOf(const json::value &from, const char *key);
json::array arrayOf(const QStringList &texts);
/// "page=2&page_size=100".
QString numbered(const QString &cursor);

} // namespace berthreplies

} // namespace berth
