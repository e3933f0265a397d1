// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/Distribution.h"

#include "registry/distribution/ErrorResponse.h"

namespace berth {

namespace asio = boost::asio;

namespace {

/// The scope to ask a token for, so that this request would be served.
std::string scopeFor(const http::Request &request, const std::string &name)
{
    const bool upload = request.path.find("/blobs/uploads/") != std::string::npos || request.path.ends_with("/blobs/uploads");
    const char *actions = "pull";
    if (upload || request.method == http::Method::Post || request.method == http::Method::Put || request.method == http::Method::Patch)
        actions = "pull,push";
    else if (request.method == http::Method::Delete)
        actions = "delete";
    return "repository:" + name + ":" + actions;
}

/// The path's components, decoded once; empty if one holds an encoded slash or is broken.
std::optional<std::vector<std::string>> splitPath(std::string_view path)
{
    std::vector<std::string> parts;
    while (true) {
        const auto slash = path.find('/');
        auto part = http::percentDecode(path.substr(0, slash));
        if (!part || part->find('/') != std::string::npos)
            return std::nullopt;
        parts.push_back(std::move(*part));
        if (slash == std::string_view::npos)
            return parts;
        path.remove_prefix(slash + 1);
    }
}

/// Empty if the access covers the action, else the refusal: 401 where wider rights can be had, 403 where not.
std::optional<http::Response> refusal(const Call &call, Action action)
{
    if (call.access.allows(call.name, action))
        return std::nullopt;
    const char *what = action == Action::Pull ? "pull from" : action == Action::Push ? "push to" : "delete in";
    const std::string message = std::string("You may not ") + what + " " + call.askedName;
    if (call.access.couldAllow(call.name, action))
        return challengeResponse(
            call.request, scopeFor(call.request, call.askedName), call.request.hasHeader("authorization") ? "insufficient_scope" : "", message);
    return errorResponse({ErrorCode::Denied, message});
}

std::optional<http::Response> refusal(const Call &call, const Right &right)
{
    if (right.kind == Right::Kind::PullOrPush && call.access.allows(call.name, Action::Push))
        return std::nullopt;
    return refusal(call, right.action);
}

http::Response nothing() { return errorResponse({ErrorCode::NotFound, "There is nothing at this address"}); }

} // namespace

asio::awaitable<http::Response> Distribution::handle(http::Request &request)
{
    auto response = co_await route(request);
    response.with("Docker-Distribution-Api-Version", "registry/2.0");
    co_return response;
}

asio::awaitable<http::Response> Distribution::route(http::Request &request)
{
    const auto components = splitPath(std::string_view(request.path).substr(std::min<std::size_t>(request.path.size(), 1)));
    auto service = components ? findRoute(serviceRoutes(), request.method, std::span(*components)) : Found<ServiceCall>();
    if (service.route && service.route->right.kind == Right::Kind::Anybody) {
        ServiceCall call{m_context, request, std::nullopt};
        co_return co_await service.route->handler(call);
    }
    auto found = components && service.allowed.empty() ? findRoute(protocolRoutes(), request.method, std::span(*components)) : Found<Call>();
    const auto &askedName = found.parameters["name"];
    const auto authorization = request.header("authorization");
    const auto access = co_await m_context.authenticator.checkAuthorization(authorization, request.peer);
    if (!access) {
        if (access.error().code != ErrorCode::Unauthorized)
            co_return errorResponse(access.error());
        const bool bearer = authorization.size() > 1 && (authorization[1] | 32) == 'e';
        // What breaks the grammar of names could break the header as well.
        const auto scope = RepositoryName::parse(askedName) ? scopeFor(request, askedName) : std::string();
        co_return challengeResponse(request, scope, bearer ? "invalid_token" : "", access.error().message);
    }
    if (!service.allowed.empty()) {
        if (!service.route)
            co_return methodNotAllowed(service.allowed);
        ServiceCall call{m_context, request, *access};
        co_return co_await service.route->handler(call);
    }
    if (found.allowed.empty())
        co_return nothing();
    const auto name = RepositoryName::parse(askedName);
    if (!name)
        co_return errorResponse(name.error());
    if (!found.route)
        co_return methodNotAllowed(found.allowed);
    Call call{m_context, request, *access, *name, askedName, std::move(found.parameters)};
    if (auto refused = refusal(call, found.route->right))
        co_return std::move(*refused);
    co_return co_await found.route->handler(call);
}

} // namespace berth
