// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/berth/BerthHttp.h"

#include "client/auth/KeyHeaders.h"
#include "client/drivers/ncr/NcrReplies.h"
#include "client/roles/RowPage.h"
#include "core/Time.h"

namespace berth {

BerthHttp::BerthHttp(const Connection &connection, const std::shared_ptr<ServerLink> &link)
    : m_http(connection.url, std::make_unique<KeyHeaders>(connection), link)
{
}

QCoro::Task<Result<json::value>> BerthHttp::call(QByteArray method, QString path, json::object body)
{
    HttpRequest request;
    request.method = std::move(method);
    request.url = m_http.url(QStringLiteral("/berth/v1/") + path);
    request.headers = {{"Accept", "application/json"}};
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

QString numbered(const QString &cursor) { return QStringLiteral("page=%1&page_size=%2").arg(pageNumber(cursor)).arg(rowsPerPage); }

} // namespace berthreplies

} // namespace berth
