// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/ReclaimCall.h"

#include <algorithm>

#include "registry/management/berth/BerthReply.h"
#include "registry/store/Artifacts.h"
#include "registry/store/Deletion.h"
#include "registry/store/Images.h"
#include "registry/store/Registries.h"

namespace berth {

namespace {

constexpr std::int64_t mostListed = 1'000; ///< Of each kind; the counts tell the rest.

/// Adds one wish of the request to the plan. NotFound names what is missing.
Result<void> planReference(Sql &sql, const Access &access, const std::string &text, DeletionPlan &plan)
{
    const auto at = text.find('@');
    const auto colon = at == std::string::npos ? text.rfind(':') : at;
    const auto name = RepositoryName::parse(std::string_view(text).substr(0, colon));
    if (!name)
        return tl::unexpected(name.error());
    if (auto may = needRight(access, name->registry(), Action::See); !may)
        return may;
    const auto image = images::idOf(sql, *name);
    const auto nothing = fail(ErrorCode::NotFound, "There is no " + text);
    if (image == 0)
        return nothing;
    if (colon == std::string::npos) {
        plan.images.insert(name->toString());
        deletion::planImage(image, plan);
        return {};
    }
    const auto artifact = artifacts::find(sql, image, text.substr(colon + 1));
    if (!artifact)
        return nothing;
    if (at != std::string::npos) {
        plan.artifacts.insert(name->toString() + "@" + artifact->digest);
        deletion::planArtifact(sql, artifact->id, plan);
    } else {
        plan.tags.insert(text);
    }
    return {};
}

Result<json::object> planOf(Sql &sql, const Access &access, const json::value &wishes)
{
    DeletionPlan plan;
    for (const char *kind : {"registries", "images", "artifacts", "tags"}) {
        const auto *list = json::find(wishes, kind);
        if (list && (!list->is_array() || !std::ranges::all_of(list->get_array(), [](const json::value &wish) { return wish.is_string(); })))
            return fail(ErrorCode::BadRequest, std::string(kind) + " is a list of strings");
    }
    for (const auto &wish : json::list(wishes, "registries")) {
        const std::string name(wish.get_string());
        if (auto may = needRight(access, name, Action::See); !may)
            return tl::unexpected(may.error());
        const auto row = registries::byName(sql, name);
        if (!row)
            return fail(ErrorCode::NotFound, "There is no registry " + name);
        plan.registries.insert(name);
        for (const auto &image : images::list(sql, row->id, {0, 1'000'000})) {
            plan.images.insert(image.registry + "/" + image.name);
            deletion::planImage(image.id, plan);
        }
    }
    for (const char *kind : {"images", "artifacts", "tags"}) {
        for (const auto &wish : json::list(wishes, kind)) {
            if (auto planned = planReference(sql, access, std::string(wish.get_string()), plan); !planned)
                return tl::unexpected(planned.error());
        }
    }
    const auto bytes = deletion::bytesOf(sql, plan);
    const auto counts = deletion::countsOf(sql, plan);
    // Tags of the artifacts that go; a tag that was named alone keeps its artifact.
    const auto named = std::int64_t(plan.tags.size());
    plan.tags.merge(deletion::tagsOf(sql, plan, mostListed));
    const auto listOf = [](const std::set<std::string> &texts) {
        json::array list;
        for (const auto &text : texts) {
            if (std::int64_t(list.size()) < mostListed)
                list.emplace_back(text);
        }
        return list;
    };
    return json::object{{"registries", listOf(plan.registries)}, {"images", listOf(plan.images)}, {"image_count", std::int64_t(plan.images.size())},
        {"tags", listOf(plan.tags)}, {"tag_count", std::max(counts.tags + (counts.artifacts == 0 ? named : 0), std::int64_t(plan.tags.size()))},
        {"artifact_count", counts.artifacts}, {"only_here_bytes", bytes.onlyHere}, {"shared_bytes", bytes.shared}, {"at_least", bytes.isAtLeast}};
}

} // namespace

boost::asio::awaitable<http::Response> reclaim(BerthCall &call)
{
    const auto body = co_await http::readWholeBody(*call.request.body, 4 << 20);
    if (!body)
        co_return failed(body.error());
    const auto wishes = json::parseStrict(*body);
    if (!wishes || !wishes->is_object())
        co_return failed({ErrorCode::BadRequest, "The body is an object with the lists registries, images, artifacts and tags"});
    auto plan = co_await call.store.read([&](Sql &sql) { return planOf(sql, call.access, *wishes); });
    if (!plan)
        co_return failed(plan.error());
    constexpr TimeMs dayMs = 24LL * 60 * 60 * 1000;
    (*plan)["returns_at"] = toRfc3339(nowMs() + call.store.settings().get()->trashDays * dayMs);
    co_return replied(std::move(*plan));
}

} // namespace berth
