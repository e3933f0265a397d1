// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrWebhooks.h"

#include <algorithm>

#include "registry/management/ncr/InRegistry.h"
#include "registry/store/WebhookRows.h"

namespace berth::ncr {

namespace asio = boost::asio;

namespace {

json::object written(const WebhookTarget &target)
{
    const bool isSlack = target.kind == WebhookTarget::Kind::Slack;
    json::object object{{"type", isSlack ? "slack" : "http"}, {"address", shownAddress(target)}, {"skip_cert_verify", target.skipsCertificate}};
    if (!target.authHeader.empty())
        object["auth_header"] = maskedSecret;
    if (!isSlack)
        object["payload_format"] = target.format == WebhookTarget::Format::CloudEvents ? "CloudEvents" : "Default";
    return object;
}

json::object written(const WebhookPolicy &policy, std::int64_t registry)
{
    json::array targets;
    for (const auto &target : policy.targets)
        targets.push_back(written(target));
    return {{"id", policy.id}, {"name", policy.name}, {"project_id", registry}, {"enabled", policy.isEnabled},
        {"event_types", json::array(policy.events.begin(), policy.events.end())}, {"targets", std::move(targets)},
        {"creation_time", toRfc3339(policy.createdAt)}, {"update_time", toRfc3339(policy.updatedAt)}};
}

tl::unexpected<Error> wrong(std::string what) { return fail(ErrorCode::BadRequest, std::move(what)); }

/// A text that is there or not; BadRequest for something else.
Result<std::string> readText(const json::value &from, std::string_view member)
{
    const auto *given = json::find(from, member);
    if (!given || given->is_null())
        return std::string();
    if (!given->is_string())
        return wrong(std::string(member) + " is a text");
    return std::string(given->get_string());
}

Result<bool> readFlag(const json::value &from, std::string_view member, bool fallback)
{
    const auto *given = json::find(from, member);
    if (!given || given->is_null())
        return fallback;
    if (!given->is_bool())
        return wrong(std::string(member) + " is true or false");
    return given->get_bool();
}

Result<WebhookTarget> readTarget(const json::value &value)
{
    if (!value.is_object())
        return wrong("A target is an object with type and address");
    WebhookTarget target;
    const auto kind = readText(value, "type");
    const auto address = readText(value, "address");
    const auto header = readText(value, "auth_header");
    const auto format = readText(value, "payload_format");
    const auto skips = readFlag(value, "skip_cert_verify", false);
    for (const auto *read : {&kind, &address, &header, &format}) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    if (!skips)
        return tl::unexpected(skips.error());
    if (*kind != "http" && *kind != "slack")
        return wrong("targets.type is http or slack");
    if (!format->empty() && *format != "Default" && *format != "CloudEvents")
        return wrong("targets.payload_format is Default or CloudEvents");
    target.kind = *kind == "slack" ? WebhookTarget::Kind::Slack : WebhookTarget::Kind::Http;
    target.address = *address;
    target.authHeader = *header;
    target.format = *format == "CloudEvents" ? WebhookTarget::Format::CloudEvents : WebhookTarget::Format::Default;
    target.skipsCertificate = *skips;
    return target;
}

/// Puts what is stored in the place of the sign that stands for it. A secret stays with its address: it never goes along to another one.
Result<void> fillIn(WebhookTarget &target, std::size_t place, const std::vector<WebhookTarget> &stored, bool isSameLength)
{
    const bool isMasked = target.kind == WebhookTarget::Kind::Slack && target.address.ends_with(maskedSecret);
    if (!isMasked && target.authHeader != maskedSecret)
        return {};
    const auto fits = [&](const WebhookTarget &old) {
        return old.kind == target.kind && (isMasked ? shownAddress(old) == target.address : old.address == target.address);
    };
    auto found = std::ranges::find_if(stored, fits);
    if (found == stored.end())
        return wrong("***** stands for a secret that is stored for that address, and there is none: give it anew");
    if (std::ranges::any_of(found, stored.end(), [&](const WebhookTarget &other) { return fits(other) && other != *found; })) {
        if (place >= stored.size() || !fits(stored[place]) || !isSameLength)
            return wrong("***** could stand for several secrets that are stored: give it anew");
        found = stored.begin() + std::ptrdiff_t(place);
    }
    if (isMasked)
        target.address = found->address;
    if (target.authHeader == maskedSecret)
        target.authHeader = found->authHeader;
    return {};
}

/// Lays what the body says over the policy. Events and targets are always given.
Result<void> readPolicy(const json::value &body, WebhookPolicy &policy)
{
    const auto name = readText(body, "name");
    const auto enabled = readFlag(body, "enabled", policy.isEnabled);
    if (!name || !enabled)
        return tl::unexpected(name ? enabled.error() : name.error());
    for (const char *list : {"event_types", "targets"}) {
        const auto *given = json::find(body, list);
        if (!given || !given->is_array())
            return wrong(std::string(list) + " is a list");
    }
    if (!name->empty())
        policy.name = *name;
    policy.isEnabled = *enabled;
    policy.events.clear();
    for (const auto &event : json::list(body, "event_types")) {
        if (!event.is_string())
            return wrong("event_types is a list of texts");
        if (std::string text(event.get_string()); std::ranges::find(policy.events, text) == policy.events.end())
            policy.events.push_back(std::move(text));
    }
    const auto stored = std::exchange(policy.targets, {});
    const bool isSameLength = json::list(body, "targets").size() == stored.size();
    for (const auto &value : json::list(body, "targets")) {
        auto target = readTarget(value);
        if (!target)
            return tl::unexpected(target.error());
        if (auto filled = fillIn(*target, policy.targets.size(), stored, isSameLength); !filled)
            return filled;
        policy.targets.push_back(std::move(*target));
    }
    return {};
}

/// The policy that the address names, with its targets.
Result<WebhookPolicy> findPolicy(Sql &sql, const NcrCall &call, std::int64_t registry)
{
    const auto &text = call.parameters["policy"];
    const auto id = readNumber(text);
    auto policy = id ? webhookrows::find(sql, registry, *id) : std::nullopt;
    if (!policy)
        return fail(ErrorCode::NotFound, "There is no webhook " + text + " in this registry");
    (void)call.webhooks.secrets().open(sql, *policy); // as in the list
    return std::move(*policy);
}

} // namespace

asio::awaitable<http::Response> listWebhooks(NcrCall &call)
{
    return listIn(call, Action::Delete, "policies", [&call](Sql &sql, const RegistryRow &registry, const Page &page) -> Result<json::array> {
        json::array list;
        for (auto &policy : webhookrows::list(sql, registry.id, page)) {
            (void)call.webhooks.secrets().open(sql, policy); // sealed under another key: its targets are to be given anew
            list.push_back(written(policy, registry.id));
        }
        return list;
    });
}

asio::awaitable<http::Response> showWebhook(NcrCall &call)
{
    return showIn(call, Action::Delete, "policy", [&call](Sql &sql, const RegistryRow &registry) -> Result<json::value> {
        const auto policy = findPolicy(sql, call, registry.id);
        return policy ? Result<json::value>(written(*policy, registry.id)) : tl::unexpected(policy.error());
    });
}

asio::awaitable<http::Response> createWebhook(NcrCall &call)
{
    const auto created = co_await changeIn(call, [&call](Sql &sql, const RegistryRow &registry, const json::value &body) -> Result<void> {
        WebhookPolicy policy;
        if (auto read = readPolicy(body, policy); !read)
            return read;
        if (auto good = checkWebhook(policy, call.webhooks.ports()); !good)
            return good;
        const auto id = webhookrows::add(sql, registry.id, policy);
        if (!id)
            return tl::unexpected(id.error());
        policy.id = *id;
        return call.webhooks.secrets().seal(sql, policy);
    });
    if (created)
        call.webhooks.wake();
    co_return answered(created);
}

asio::awaitable<http::Response> changeWebhook(NcrCall &call)
{
    const auto changed = co_await changeIn(call, [&call](Sql &sql, const RegistryRow &registry, const json::value &body) -> Result<void> {
        auto policy = findPolicy(sql, call, registry.id);
        if (!policy)
            return tl::unexpected(policy.error());
        if (auto read = readPolicy(body, *policy); !read)
            return read;
        if (auto good = checkWebhook(*policy, call.webhooks.ports()); !good)
            return good;
        if (auto stored = webhookrows::change(sql, registry.id, *policy); !stored)
            return stored;
        return call.webhooks.secrets().seal(sql, *policy);
    });
    co_return answered(changed);
}

asio::awaitable<http::Response> deleteWebhook(NcrCall &call)
{
    const auto removed = co_await changeIn(call, [&call](Sql &sql, const RegistryRow &registry, const json::value &) -> Result<void> {
        const auto &text = call.parameters["policy"];
        const auto id = readNumber(text);
        return id ? webhookrows::remove(sql, registry.id, *id) : fail(ErrorCode::NotFound, "There is no webhook " + text + " in this registry");
    });
    co_return answered(removed);
}

} // namespace berth::ncr
