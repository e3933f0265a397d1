// SPDX-License-Identifier: Apache-2.0
// What became of the messages of webhooks.
#include "client/drivers/berth/BerthServer.h"

namespace berth {

namespace {

using namespace berthreplies;

WebhookMessage::State stateOf(const QString &word)
{
    if (word == QLatin1String("delivered"))
        return WebhookMessage::State::Delivered;
    return word == QLatin1String("failed") ? WebhookMessage::State::Failed : WebhookMessage::State::Waiting;
}

WebhookAttempt attemptOf(const json::value &from)
{
    WebhookAttempt attempt;
    attempt.at = timeOf(from, "at");
    attempt.ms = json::integer(from, "ms");
    attempt.status = int(json::integer(from, "status"));
    attempt.failure = textOf(from, "failure");
    QStringList headers;
    if (const auto *object = json::find(from, "headers"); object && object->is_object()) {
        for (const auto &header : object->get_object()) {
            if (header.value().is_string())
                headers << QString::fromStdString(std::string(header.key()) + ": " + std::string(header.value().get_string()));
        }
    }
    attempt.headers = headers.join(QLatin1Char('\n'));
    attempt.body = textOf(from, "body");
    return attempt;
}

WebhookMessage messageOf(const json::value &from)
{
    WebhookMessage message;
    message.id = json::integer(from, "id");
    message.target = int(json::integer(from, "target"));
    message.event = textOf(from, "event");
    message.kind = textOf(from, "kind");
    message.state = stateOf(textOf(from, "state"));
    message.created = timeOf(from, "created_at");
    message.finished = timeOf(from, "finished_at");
    message.next = timeOf(from, "next_at");
    message.attemptCount = json::integer(from, "attempt_count");
    message.status = int(json::integer(from, "status"));
    message.failure = textOf(from, "failure");
    message.contentType = textOf(from, "content_type");
    message.payload = QByteArray::fromStdString(json::text(from, "payload"));
    for (const auto &attempt : json::list(from, "attempts"))
        message.attempts << attemptOf(attempt);
    return message;
}

QString messagesPath(const QString &registry, qint64 webhook) { return QStringLiteral("registries/%1/webhooks/%2/deliveries").arg(registry).arg(webhook); }

} // namespace

QCoro::Task<Result<RowPage<WebhookMessage>>> BerthServer::webhookMessages(QString registry, qint64 webhook, QString cursor)
{
    const auto path = messagesPath(registry, webhook) + QLatin1Char('?') + numbered(cursor);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    QList<WebhookMessage> messages;
    for (const auto &message : json::list(*reply, "deliveries"))
        messages << messageOf(message);
    co_return numberedPage(messages, cursor, listEnd());
}

QCoro::Task<Result<WebhookMessage>> BerthServer::webhookMessage(QString registry, qint64 webhook, qint64 id)
{
    const auto path = messagesPath(registry, webhook) + QStringLiteral("/%1").arg(id);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return messageOf(*reply);
}

QCoro::Task<Result<qint64>> BerthServer::sendAgain(QString registry, qint64 webhook, qint64 id)
{
    const auto path = messagesPath(registry, webhook) + QStringLiteral("/%1").arg(id);
    const auto reply = co_await m_berth.call("POST", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return json::integer(*reply, "id");
}

QCoro::Task<Result<WebhookInboxContents>> BerthServer::inbox(QString registry)
{
    const auto path = QStringLiteral("registries/%1/inbox").arg(registry);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    WebhookInboxContents inbox;
    QUrl address = m_url;
    address.setPath(textOf(*reply, "path"));
    inbox.address = address.toString(QUrl::RemoveUserInfo);
    inbox.isReachable = json::boolean(*reply, "reachable");
    for (const auto &element : json::list(*reply, "messages")) {
        WebhookMessage message;
        message.id = json::integer(element, "id");
        message.kind = QStringLiteral("inbox");
        message.state = WebhookMessage::State::Delivered;
        message.created = message.finished = timeOf(element, "at");
        message.contentType = textOf(element, "content_type");
        message.payload = QByteArray::fromStdString(json::text(element, "body"));
        inbox.messages << message;
    }
    co_return inbox;
}

QCoro::Task<Result<void>> BerthServer::sendTest(QString registry, qint64 webhook, QString event)
{
    const auto path = QStringLiteral("registries/%1/webhooks/%2/test").arg(registry).arg(webhook);
    json::object body{{"event", event.toStdString()}};
    const auto reply = co_await m_berth.call("POST", path, std::move(body));
    co_return reply ? Result<void>() : tl::unexpected(reply.error());
}

} // namespace berth
