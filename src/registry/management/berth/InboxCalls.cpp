// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/InboxCalls.h"

#include <QStringDecoder>

#include "registry/management/berth/BerthReply.h"
#include "registry/store/Registries.h"

namespace berth::inboxcalls {

namespace asio = boost::asio;

namespace {

json::object written(const WebhookInbox::Message &message)
{
    return {{"id", message.id}, {"at", toRfc3339(message.at)}, {"content_type", message.contentType}, {"authorized", message.hasAuthorization},
        {"body", message.body}};
}

/// Headers may be of any bytes.
std::string printable(std::string_view text)
{
    std::string kept;
    for (const char c : text.substr(0, 200)) {
        if (c >= ' ' && c <= '~')
            kept += c;
    }
    return kept;
}

asio::awaitable<Result<std::int64_t>> registryOf(BerthCall &call)
{
    co_return co_await call.store.read([&](Sql &sql) -> Result<std::int64_t> {
        const auto registry = registries::need(sql, call.parameters["registry"]);
        return registry ? Result<std::int64_t>(registry->id) : tl::unexpected(registry.error());
    });
}

} // namespace

asio::awaitable<http::Response> show(BerthCall &call)
{
    const auto registry = co_await registryOf(call);
    if (!registry)
        co_return failed(registry.error());
    json::array list;
    for (const auto &message : call.webhooks.inbox().messages(*registry))
        list.push_back(written(message));
    co_return replied(
        {{"path", "/berth/v1/inbox/" + call.webhooks.inbox().boxOf(*registry)}, {"reachable", call.webhooks.reachesItself()}, {"messages", std::move(list)}});
}

asio::awaitable<http::Response> clear(BerthCall &call)
{
    const auto registry = co_await registryOf(call);
    if (!registry)
        co_return failed(registry.error());
    call.webhooks.inbox().clear(*registry);
    co_return co_await show(call);
}

asio::awaitable<http::Response> take(BerthCall &call)
{
    auto body = co_await http::readWholeBody(*call.request.body, WebhookInbox::mostBytes);
    if (!body)
        co_return failed(body.error());
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(QByteArrayView(body->data(), qsizetype(body->size())));
    if (decoder.hasError() || text.contains(QChar()))
        co_return failed({ErrorCode::BadRequest, "The body is text in UTF-8"});
    WebhookInbox::Message message{0, nowMs(), printable(call.request.header("content-type")), !call.request.header("authorization").empty(), std::move(*body)};
    if (!call.webhooks.inbox().take(call.parameters["box"], std::move(message)))
        co_return failed({ErrorCode::NotFound, "There is no such inbox"});
    co_return replied({{"taken", true}});
}

} // namespace berth::inboxcalls
