// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrProtection.h"

#include <charconv>

#include "registry/management/ncr/NcrRegistries.h"
#include "registry/management/ncr/NcrReply.h"
#include "registry/management/ncr/NcrSelectors.h"
#include "registry/routes/Requests.h"
#include "registry/store/ProtectionRules.h"

namespace berth::ncr {

namespace asio = boost::asio;

namespace {

json::object written(const ProtectionRule &rule)
{
    return {{"id", rule.id}, {"disabled", !rule.isEnabled}, {"scope", writtenSelector(rule.images)},
        {"tag", writtenSelector({rule.tags.excludes, rule.tags.pattern})}};
}

/// The rule that the body describes: switched on unless it says otherwise.
Result<ProtectionRule> readRule(const json::value &body)
{
    const auto images = readSelector(body, "scope");
    if (!images)
        return tl::unexpected(images.error());
    const auto tags = readSelector(body, "tag");
    if (!tags)
        return tl::unexpected(tags.error());
    const auto *disabled = json::find(body, "disabled");
    if (disabled && !disabled->is_null() && !disabled->is_bool())
        return fail(ErrorCode::BadRequest, "disabled is true or false");
    ProtectionRule rule;
    rule.images = *images;
    rule.tags = {tags->excludes, tags->pattern, false};
    rule.isEnabled = !json::boolean(body, "disabled");
    return rule;
}

/// The number in the address.
Result<std::int64_t> readNumber(const NcrCall &call)
{
    const auto &text = call.parameters["rule"];
    std::int64_t id = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (ec != std::errc() || end != text.data() + text.size())
        return fail(ErrorCode::NotFound, "There is no protection policy " + text);
    return id;
}

} // namespace

asio::awaitable<http::Response> listProtection(NcrCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failure(page.error());
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::array> {
        const auto registry = findRegistryFor(sql, call, Action::See);
        if (!registry)
            return tl::unexpected(registry.error());
        json::array list;
        for (const auto &rule : protectionrules::list(sql, registry->id, *page))
            list.push_back(written(rule));
        return list;
    });
    co_return found ? success("immutable_tag_rules", *found) : failure(found.error());
}

asio::awaitable<http::Response> createProtection(NcrCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failure(body.error());
    const auto created = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<std::int64_t> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        if (!registry)
            return tl::unexpected(registry.error());
        auto rule = readRule(*body);
        if (!rule)
            return tl::unexpected(rule.error());
        rule->isEnabled = true; // whatever it says
        return protectionrules::add(sql, registry->id, *rule);
    });
    co_return created ? success() : failure(created.error());
}

asio::awaitable<http::Response> changeProtection(NcrCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failure(body.error());
    const auto changed = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto id = readNumber(call);
        if (!id)
            return tl::unexpected(id.error());
        for (const char *needed : {"scope", "tag"}) {
            if (!json::find(*body, needed))
                return fail(ErrorCode::BadRequest, std::string(needed) + " is missing: the whole policy is given");
        }
        auto rule = readRule(*body);
        if (!rule)
            return tl::unexpected(rule.error());
        rule->id = *id;
        return protectionrules::change(sql, registry->id, *rule);
    });
    co_return changed ? success() : failure(changed.error());
}

asio::awaitable<http::Response> deleteProtection(NcrCall &call)
{
    const auto removed = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto id = readNumber(call);
        return id ? protectionrules::remove(sql, registry->id, *id) : tl::unexpected(id.error());
    });
    co_return removed ? success() : failure(removed.error());
}

} // namespace berth::ncr
