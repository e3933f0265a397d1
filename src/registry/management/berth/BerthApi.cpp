// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/BerthApi.h"

#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Requests.h"

namespace berth {

boost::asio::awaitable<http::Response> BerthApi::handle(http::Request &request)
{
    const auto path = splitPath(std::string_view(request.path).substr(prefix.size()));
    auto found = path ? findRoute(berthRoutes(), request.method, std::span(*path)) : Found<BerthCall>();
    std::optional<Access> access = Access::ofAnonymous(AnonymousAccess::Off);
    if (!found.route || found.route->right.kind != Right::Kind::Anybody) {
        auto known = co_await m_authenticator.checkKey(readKeyHeaders(request), request.peer);
        if (!known)
            co_return failed(known.error());
        access = std::move(*known);
    }
    if (!path)
        co_return failed(path.error());
    if (found.allowed.empty())
        co_return failed({ErrorCode::NotFound, "There is no call at this address"});
    if (!found.route)
        co_return failed(
            {ErrorCode::MethodNotAllowed, std::string(http::nameOf(request.method)) + " is not answered at this address, which answers " + found.allowed});
    if (auto may = checkRight(found.route->right, *access, found.parameters["registry"]); !may)
        co_return failed(may.error());
    BerthCall call{m_store, m_housekeeping, m_webhooks, m_authenticator, *access, request, m_load, std::move(found.parameters)};
    co_return co_await found.route->handler(call);
}

} // namespace berth
