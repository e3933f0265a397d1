// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/berth/BerthServer.h"

#include "client/drivers/ncr/NcrReplies.h"

namespace berth {

namespace {
constexpr int searchHits = 20;
}

BerthServer::BerthServer(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent)
    : NcrServer(connection, link, parent)
    , m_url(connection.url)
    , m_berth(connection, link)
{
}

QCoro::Task<Result<SearchResult>> BerthServer::search(QString text)
{
    const auto path = QStringLiteral("search?page_size=%1&q=%2").arg(searchHits).arg(QString::fromUtf8(QUrl::toPercentEncoding(text)));
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::search(*reply);
}

QCoro::Task<Result<DeletionForecast>> BerthServer::forecastDeletion(QStringList registries, QStringList images, QStringList artifacts, QStringList tags)
{
    using berthreplies::arrayOf;
    json::object wish{{"registries", arrayOf(registries)}, {"images", arrayOf(images)}, {"artifacts", arrayOf(artifacts)}, {"tags", arrayOf(tags)}};
    const auto reply = co_await m_berth.call("POST", QStringLiteral("reclaim"), std::move(wish));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::forecast(*reply);
}

QCoro::Task<Result<StorageUse>> BerthServer::storageUse()
{
    const auto reply = co_await m_berth.call("GET", QStringLiteral("storage"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    StorageUse use;
    use.usedBytes = json::integer(*reply, "used_bytes");
    use.freeBytes = json::integer(*reply, "free_bytes", -1);
    co_return use;
}

} // namespace berth
