// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrRegistries.h"
#include "registry/management/ncr/NcrReply.h"
#include "registry/routes/Requests.h"

/// What calls about the policies of one registry, which their address names, have in common.
namespace berth::ncr {

/// A page of a list: `work(sql, registry, page)` gives the array of that key.
template <class Work> boost::asio::awaitable<http::Response> listIn(NcrCall &call, Action action, std::string_view key, Work work)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failure(page.error());
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::array> {
        const auto registry = findRegistryFor(sql, call, action);
        return registry ? work(sql, *registry, *page) : tl::unexpected(registry.error());
    });
    co_return found ? success(key, *found) : failure(found.error());
}

/// One thing: `work(sql, registry)` gives the value of that key.
template <class Work> boost::asio::awaitable<http::Response> showIn(NcrCall &call, Action action, std::string_view key, Work work)
{
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::value> {
        const auto registry = findRegistryFor(sql, call, action);
        return registry ? work(sql, *registry) : tl::unexpected(registry.error());
    });
    co_return found ? success(key, *found) : failure(found.error());
}

/// A change by whoever may delete there: `work(sql, registry, body)` makes it.
template <class Work> boost::asio::awaitable<Result<void>> changeIn(NcrCall &call, Work work)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return tl::unexpected(body.error());
    co_return co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        return registry ? work(sql, *registry, *body) : tl::unexpected(registry.error());
    });
}

inline http::Response answered(const Result<void> &changed) { return changed ? success() : failure(changed.error()); }

/// The number of a policy as the address gives it; NotFound if it is none.
inline Result<std::int64_t> policyNumber(const std::string &text, const std::string &kind)
{
    const auto number = readNumber(text);
    return number ? number : fail(ErrorCode::NotFound, "There is no " + kind + " policy " + text);
}

/// A change of a policy gives it whole. BadRequest with what is missing.
inline Result<void> needWhole(const json::value &body)
{
    for (const char *needed : {"scope", "tag"}) {
        if (!json::find(body, needed))
            return fail(ErrorCode::BadRequest, std::string(needed) + " is missing: the whole policy is given");
    }
    return {};
}

} // namespace berth::ncr
