// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrApi.h"

#include <algorithm>

#include "registry/management/ncr/NcrReply.h"
#include "registry/routes/Requests.h"

namespace berth {

namespace {

/// The part of the API that a path belongs to, for calls that are not served; empty if there is no such call.
std::string_view unservedPart(const std::vector<std::string> &parts)
{
    const auto has = [&](std::string_view word) { return std::ranges::find(parts, word) != parts.end(); };
    if (has("replications"))
        return "replication";
    if (has("endpoints"))
        return "image caches";
    if (has("scanAll"))
        return "scan schedule";
    return has("CVEAllowlist") ? "CVE allow-list" : "";
}

} // namespace

boost::asio::awaitable<http::Response> NcrApi::handle(http::Request &request)
{
    const auto access = co_await m_authenticator.checkKey(readKeyHeaders(request), request.peer);
    if (!access)
        co_return ncr::failure(access.error());
    const auto path = splitPath(std::string_view(request.path).substr(prefix.size()));
    if (!path)
        co_return ncr::failure(path.error());
    if (path->empty() || path->front() != "local")
        co_return ncr::failure({ErrorCode::NotFound, "The app key of this server is \"local\""});
    auto found = findRoute(ncrRoutes(), request.method, std::span(*path).subspan(1));
    if (found.allowed.empty()) {
        if (const auto part = unservedPart(*path); !part.empty())
            co_return ncr::notServed(request, part);
        co_return ncr::failure({ErrorCode::NotFound, "There is no call at this address"});
    }
    // Whoever may not see the registry learns nothing of what is in it, not even what is missing.
    if (auto may = found.route ? checkRight(found.route->right, *access, found.parameters["registry"]) : Result<void>(); !may)
        co_return ncr::failure(may.error());
    if (!found.route)
        co_return ncr::failure({ErrorCode::MethodNotAllowed, "This address answers " + found.allowed});
    NcrCall call{m_store, m_housekeeping, m_webhooks, m_authenticator, *access, request, std::move(found.parameters)};
    co_return co_await found.route->handler(call);
}

} // namespace berth
