// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrCleanup.h"

#include "registry/jobs/CleanupTimes.h"
#include "registry/management/ncr/NcrRegistries.h"
#include "registry/management/ncr/NcrReply.h"
#include "registry/management/ncr/NcrSelectors.h"
#include "registry/routes/Requests.h"
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

Result<std::int64_t> ruleNumber(const std::string &text)
{
    const auto number = readNumber(text);
    return number ? number : fail(ErrorCode::NotFound, "There is no cleanup policy " + text);
}

} // namespace

asio::awaitable<http::Response> listCleanup(NcrCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failure(page.error());
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::array> {
        const auto registry = findRegistryFor(sql, call, Action::See);
        if (!registry)
            return tl::unexpected(registry.error());
        json::array list;
        for (const auto &rule : cleanuprules::list(sql, registry->id, *page))
            list.push_back(written(rule));
        return list;
    });
    co_return found ? success("retention_rules", *found) : failure(found.error());
}

asio::awaitable<http::Response> createCleanup(NcrCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failure(body.error());
    const auto created = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<std::int64_t> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto rule = readRule(*body);
        return rule ? cleanuprules::add(sql, registry->id, *rule) : tl::unexpected(rule.error());
    });
    co_return created ? success() : failure(created.error());
}

asio::awaitable<http::Response> changeCleanup(NcrCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failure(body.error());
    const auto changed = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto id = ruleNumber(call.parameters["rule"]);
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
        return cleanuprules::change(sql, registry->id, *rule);
    });
    co_return changed ? success() : failure(changed.error());
}

asio::awaitable<http::Response> deleteCleanup(NcrCall &call)
{
    const auto &inPath = call.parameters["rule"];
    const auto inQuery = call.request.parameter("id");
    const auto removed = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        if (!registry)
            return tl::unexpected(registry.error());
        if (inPath.empty() && !inQuery)
            return fail(ErrorCode::BadRequest, "The policy's number is given by ?id=");
        const auto id = ruleNumber(inPath.empty() ? std::string(inQuery.value_or("")) : inPath);
        return id ? cleanuprules::remove(sql, registry->id, *id) : tl::unexpected(id.error());
    });
    co_return removed ? success() : failure(removed.error());
}

asio::awaitable<http::Response> showSchedule(NcrCall &call)
{
    const auto cron = co_await call.store.read([&](Sql &sql) -> Result<std::string> {
        const auto registry = findRegistryFor(sql, call, Action::See);
        return registry ? Result<std::string>(cleanuprules::schedule(sql, registry->id)) : tl::unexpected(registry.error());
    });
    if (!cron)
        co_return failure(cron.error());
    co_return success("trigger", json::object{{"kind", "Schedule"}, {"settings", json::object{{"cron", *cron}}}});
}

asio::awaitable<http::Response> setSchedule(NcrCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failure(body.error());
    const auto set = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto *settings = json::find(*body, "settings");
        const auto *cron = settings ? json::find(*settings, "cron") : nullptr;
        if (!cron || !cron->is_string())
            return fail(ErrorCode::BadRequest, "settings.cron is a text of five fields, or empty for no schedule");
        return cleanuprules::setSchedule(sql, registry->id, std::string(cron->get_string()));
    });
    if (!set)
        co_return failure(set.error());
    co_await refreshCleanupTimes(call.store, call.housekeeping);
    co_return success();
}

} // namespace berth::ncr
