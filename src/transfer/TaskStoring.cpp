// SPDX-License-Identifier: Apache-2.0
#include "transfer/TaskStoring.h"

namespace berth {

json::object storedServer(const Connection &connection)
{
    return {{"id", connection.id.toStdString()}, {"name", connection.name.toStdString()}, {"kind", connection.kind.toStdString()},
        {"url", connection.url.adjusted(QUrl::RemoveUserInfo).toString(QUrl::FullyEncoded).toStdString()}};
}

std::optional<Connection> restoredServer(const json::value &stored)
{
    Connection connection;
    connection.id = qtext(stored, "id");
    connection.name = qtext(stored, "name");
    connection.kind = qtext(stored, "kind");
    connection.url = QUrl(qtext(stored, "url"), QUrl::StrictMode);
    return connection.id.isEmpty() ? std::nullopt : std::optional(connection);
}

} // namespace berth
