// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrCleanup.h"

#include "registry/jobs/CleanupTimes.h"
#include "registry/management/ncr/InRegistry.h"
#include "registry/management/ncr/NcrSelectors.h"
#include "registry/store/CleanupRules.h"

namespace berth::ncr {

namespace asio = boost::asio;

namespace {

json::object written(const CleanupRule &rule)
{
    auto tag = writtenSelector({rule.tags.excludes, rule.tags.pattern});
    tag["untagged"] = rule.tags.untagged;
    return {{"id", rule.id}, {"disabled", !rule.isEnabled}, {"scope", writtenSelector(rule.images)}, {"tag", std::move(tag)},
        {"parameters", json::object{{wordOf(rule.keep), rule.keep == Keep::Always ? -1 : rule.number}}}};
}

/// {"latest_pushed_n_images": 5}: one of the five words, and what it needs.
Result<void> readParameters(const json::value &body, CleanupRule &rule)
{
    const auto *parameters = json::find(body, "parameters");
    if (!parameters || !parameters->is_object() || parameters->get_object().size() != 1)
        return fail(ErrorCode::BadRequest,
            "parameters holds exactly one of always, latest_pushed_n_images, latest_pulled_n_images, "
            "n_days_since_last_push and n_days_since_last_pull");
    const auto &member = *parameters->get_object().begin();
    const auto keep = keepFrom(member.key());
    if (!keep)
        return fail(ErrorCode::BadRequest, "parameters." + std::string(member.key()).substr(0, 60) + " is not known");
    rule.keep = *keep;
    if (*keep == Keep::Always)
        return {};
    if (!member.value().is_int64())
        return fail(ErrorCode::BadRequest, "parameters." + std::string(member.key()) + " is a whole number");
    rule.number = member.value().get_int64();
    return {};
}

/// The rule that the body describes: switched on unless it says otherwise.
Result<CleanupRule> readRule(const json::value &body)
{
    const auto images = readSelector(body, "scope");
    if (!images)
        return tl::unexpected(images.error());
    const auto tags = readSelector(body, "tag");
    if (!tags)
        return tl::unexpected(tags.error());
    const auto *tag = json::find(body, "tag");
    for (const auto *flag : {json::find(body, "disabled"), tag ? json::find(*tag, "untagged") : nullptr}) {
        if (flag && !flag->is_null() && !flag->is_bool())
            return fail(ErrorCode::BadRequest, "disabled and tag.untagged are true or false");
    }
    CleanupRule rule;
    rule.images = *images;
    // Without the word, artifacts without a tag are chosen either way, as on the reference system.
    rule.tags = {tags->excludes, tags->pattern, tag ? json::boolean(*tag, "untagged", !tags->excludes) : true};
    rule.isEnabled = !json::boolean(body, "disabled");
    if (auto read = readParameters(body, rule); !read)
        return tl::unexpected(read.error());
    return rule;
}

} // namespace

asio::awaitable<http::Response> listCleanup(NcrCall &call)
{
    return listIn(call, Action::See, "retention_rules", [](Sql &sql, const RegistryRow &registry, const Page &page) -> Result<json::array> {
        json::array list;
        for (const auto &rule : cleanuprules::list(sql, registry.id, page))
            list.push_back(written(rule));
        return list;
    });
}

asio::awaitable<http::Response> createCleanup(NcrCall &call)
{
    const auto created = co_await changeIn(call, [](Sql &sql, const RegistryRow &registry, const json::value &body) -> Result<void> {
        const auto rule = readRule(body);
        if (!rule)
            return tl::unexpected(rule.error());
        const auto id = cleanuprules::add(sql, registry.id, *rule);
        return id ? Result<void>() : tl::unexpected(id.error());
    });
    co_return answered(created);
}

asio::awaitable<http::Response> changeCleanup(NcrCall &call)
{
    const auto changed = co_await changeIn(call, [&call](Sql &sql, const RegistryRow &registry, const json::value &body) -> Result<void> {
        const auto id = policyNumber(call.parameters["rule"], "cleanup");
        if (!id)
            return tl::unexpected(id.error());
        if (auto whole = needWhole(body); !whole)
            return whole;
        auto rule = readRule(body);
        if (!rule)
            return tl::unexpected(rule.error());
        rule->id = *id;
        return cleanuprules::change(sql, registry.id, *rule);
    });
    co_return answered(changed);
}

asio::awaitable<http::Response> deleteCleanup(NcrCall &call)
{
    const auto removed = co_await changeIn(call, [&call](Sql &sql, const RegistryRow &registry, const json::value &) -> Result<void> {
        const auto &inPath = call.parameters["rule"];
        const auto inQuery = call.request.parameter("id");
        if (inPath.empty() && !inQuery)
            return fail(ErrorCode::BadRequest, "The policy's number is given by ?id=");
        const auto id = policyNumber(inPath.empty() ? inQuery.value_or("") : inPath, "cleanup");
        return id ? cleanuprules::remove(sql, registry.id, *id) : tl::unexpected(id.error());
    });
    co_return answered(removed);
}

asio::awaitable<http::Response> showSchedule(NcrCall &call)
{
    return showIn(call, Action::See, "trigger", [](Sql &sql, const RegistryRow &registry) -> Result<json::value> {
        return json::value(json::object{{"kind", "Schedule"}, {"settings", json::object{{"cron", cleanuprules::schedule(sql, registry.id)}}}});
    });
}

asio::awaitable<http::Response> setSchedule(NcrCall &call)
{
    const auto set = co_await changeIn(call, [](Sql &sql, const RegistryRow &registry, const json::value &body) -> Result<void> {
        const auto *settings = json::find(body, "settings");
        const auto *cron = settings ? json::find(*settings, "cron") : nullptr;
        if (!cron || !cron->is_string())
            return fail(ErrorCode::BadRequest, "settings.cron is a text of five fields, or empty for no schedule");
        return cleanuprules::setSchedule(sql, registry.id, std::string(cron->get_string()));
    });
    if (set)
        co_await refreshCleanupTimes(call.store, call.housekeeping);
    co_return answered(set);
}

} // namespace berth::ncr
