// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/WebhookCalls.h"

#include "registry/jobs/WebhookQueue.h"
#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Requests.h"
#include "registry/store/Registries.h"
#include "registry/store/WebhookDeliveries.h"
#include "registry/store/WebhookRows.h"

namespace berth::webhookcalls {

namespace asio = boost::asio;

namespace {

/// Without payload and answers.
json::object summaryOf(const WebhookDelivery &delivery)
{
    return {{"id", delivery.id}, {"target", delivery.target}, {"event", delivery.event}, {"state", wordOf(delivery.state)}, {"kind", delivery.kind},
        {"created_at", toRfc3339(delivery.createdAt)}, {"finished_at", timeOrNull(delivery.finishedAt)},
        {"next_at", timeOrNull(delivery.state == WebhookDelivery::State::Waiting ? delivery.nextAt : 0)}, {"attempt_count", delivery.tries},
        {"most_attempts", Webhooks::mostAttempts}, {"status", delivery.status}, {"failure", delivery.failure}};
}

struct Found {
    RegistryRow registry;
    WebhookPolicy policy;
};
Result<Found> findPolicy(Sql &sql, const BerthCall &call)
{
    auto registry = registries::need(sql, call.parameters["registry"]);
    if (!registry)
        return tl::unexpected(registry.error());
    const auto &text = call.parameters["policy"];
    const auto id = readNumber(text);
    auto policy = id ? webhookrows::find(sql, registry->id, *id) : std::nullopt;
    if (!policy)
        return fail(ErrorCode::NotFound, "There is no webhook " + text + " in this registry");
    return Found{std::move(*registry), std::move(*policy)};
}

Result<WebhookDelivery> findDelivery(Sql &sql, const BerthCall &call)
{
    const auto found = findPolicy(sql, call);
    if (!found)
        return tl::unexpected(found.error());
    const auto &text = call.parameters["delivery"];
    const auto id = readNumber(text);
    auto delivery = id ? webhookdeliveries::find(sql, found->policy.id, *id) : std::nullopt;
    if (!delivery)
        return fail(ErrorCode::NotFound, "There is no message " + text + " of this webhook");
    return std::move(*delivery);
}

} // namespace

asio::awaitable<http::Response> deliveries(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto found = findPolicy(sql, call);
        if (!found)
            return tl::unexpected(found.error());
        json::array list;
        for (const auto &delivery : webhookdeliveries::list(sql, found->policy.id, *page))
            list.push_back(summaryOf(delivery));
        return json::object{{"deliveries", std::move(list)}, {"total", webhookdeliveries::count(sql, found->policy.id)}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> delivery(BerthCall &call)
{
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto found = findDelivery(sql, call);
        if (!found)
            return tl::unexpected(found.error());
        auto object = summaryOf(*found);
        object["content_type"] = found->contentType;
        object["payload"] = found->payload;
        object["attempts"] = found->attempts;
        return object;
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> sendAgain(BerthCall &call)
{
    const auto body = co_await call.store.write(Durability::ProcessEnd, nullptr, [&](Sql &sql) -> Result<json::object> {
        const auto found = findDelivery(sql, call);
        if (!found)
            return tl::unexpected(found.error());
        return json::object{{"id", webhookqueue::addAgain(sql, found->policy, found->id)}};
    });
    if (!body)
        co_return failed(body.error());
    call.webhooks.wake();
    co_return replied(*body);
}

asio::awaitable<http::Response> test(BerthCall &call)
{
    const auto wish = co_await readObject(call.request);
    if (!wish)
        co_return failed(wish.error());
    const auto event = json::text(*wish, "event", webhookevent::push);
    if (!webhookevent::isKnown(event))
        co_return failed({ErrorCode::BadRequest, "event is PUSH_ARTIFACT, PULL_ARTIFACT or DELETE_ARTIFACT"});
    const auto server = call.webhooks.server();
    const auto body = co_await call.store.write(Durability::ProcessEnd, nullptr, [&](Sql &sql) -> Result<json::object> {
        const auto found = findPolicy(sql, call);
        if (!found)
            return tl::unexpected(found.error());
        const auto added = webhookqueue::addTest(sql, {call.webhooks.secrets(), server}, found->registry.name, found->policy, event);
        return added ? Result<json::object>(json::object{{"messages", *added}}) : tl::unexpected(added.error());
    });
    if (!body)
        co_return failed(body.error());
    call.webhooks.wake();
    co_return replied(*body);
}

} // namespace berth::webhookcalls
