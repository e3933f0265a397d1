// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrProtection.h"

#include "registry/management/ncr/InRegistry.h"
#include "registry/management/ncr/NcrSelectors.h"
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

} // namespace

asio::awaitable<http::Response> listProtection(NcrCall &call)
{
    return listIn(call, Action::See, "immutable_tag_rules", [](Sql &sql, const RegistryRow &registry, const Page &page) -> Result<json::array> {
        json::array list;
        for (const auto &rule : protectionrules::list(sql, registry.id, page))
            list.push_back(written(rule));
        return list;
    });
}

asio::awaitable<http::Response> createProtection(NcrCall &call)
{
    const auto created = co_await changeIn(call, [](Sql &sql, const RegistryRow &registry, const json::value &body) -> Result<void> {
        auto rule = readRule(body);
        if (!rule)
            return tl::unexpected(rule.error());
        rule->isEnabled = true; // whatever it says
        const auto id = protectionrules::add(sql, registry.id, *rule);
        return id ? Result<void>() : tl::unexpected(id.error());
    });
    co_return answered(created);
}

asio::awaitable<http::Response> changeProtection(NcrCall &call)
{
    const auto changed = co_await changeIn(call, [&call](Sql &sql, const RegistryRow &registry, const json::value &body) -> Result<void> {
        const auto id = policyNumber(call.parameters["rule"], "protection");
        if (!id)
            return tl::unexpected(id.error());
        if (auto whole = needWhole(body); !whole)
            return whole;
        auto rule = readRule(body);
        if (!rule)
            return tl::unexpected(rule.error());
        rule->id = *id;
        return protectionrules::change(sql, registry.id, *rule);
    });
    co_return answered(changed);
}

asio::awaitable<http::Response> deleteProtection(NcrCall &call)
{
    const auto removed = co_await changeIn(call, [&call](Sql &sql, const RegistryRow &registry, const json::value &) -> Result<void> {
        const auto id = policyNumber(call.parameters["rule"], "protection");
        return id ? protectionrules::remove(sql, registry.id, *id) : tl::unexpected(id.error());
    });
    co_return answered(removed);
}

} // namespace berth::ncr
