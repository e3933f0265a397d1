// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/berth/BerthHttp.h"

#include "client/drivers/ncr/NcrReplies.h"
#include "core/Time.h"

namespace berth {

BerthHttp::BerthHttp(Connection connection, std::shared_ptr<ServerLink> link)
    : m_connection(std::move(connection))
    , m_http(std::move(link))
{
}

QCoro::Task<Result<json::value>> BerthHttp::call(QByteArray method, QString path, json::object body)
{
    HttpRequest request;
    request.method = std::move(method);
    request.url = QUrl(m_connection.url.toString(QUrl::RemovePath) + QStringLiteral("/berth/v1/") + path, QUrl::StrictMode);
    request.headers = {{"X-TC-AUTHENTICATION-ID", m_connection.keyId.toUtf8()},
        {"X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(m_connection.secret.reveal())}, {"Accept", "application/json"}};
    if (!body.empty()) {
        request.headers.emplaceBack("Content-Type", "application/json");
        request.body = QByteArray::fromStdString(json::serialize(body));
    }
    const auto reply = co_await m_http.send(std::move(request));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::openPlain(*reply);
}

namespace berthreplies {

QString textOf(const json::value &from, const char *key) { return QString::fromStdString(json::text(from, key)); }

QDateTime timeOf(const json::value &from, const char *key)
{
    const auto time = fromRfc3339(json::text(from, key));
    return time == 0 ? QDateTime() : toDateTime(time);
}

QStringList textsOf(const json::value &from, const char *key)
{
    QStringList texts;
    for (const auto &element : json::list(from, key)) {
        if (element.is_string())
            texts << QString::fromStdString(std::string(element.get_string()));
    }
    return texts;
}

json::array arrayOf(const QStringList &texts)
{
    json::array list;
    for (const auto &text : texts)
        list.emplace_back(text.toStdString());
    return list;
}

} // namespace berthreplies

} // namespace berth
