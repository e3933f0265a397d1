// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/Distribution.h"

#include <algorithm>

#include "registry/distribution/BlobHandler.h"
#include "registry/distribution/ErrorResponse.h"
#include "registry/distribution/ListHandler.h"
#include "registry/distribution/ManifestHandler.h"
#include "registry/distribution/UploadHandler.h"

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

/// The path's components after /v2/, decoded once; empty if one holds an encoded slash or is broken.
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

enum class Place { Blob, Upload, Uploads, Manifest, Tags, Referrers, Nowhere };

struct Target {
    Place place = Place::Nowhere;
    std::string name;
    std::string last; ///< Digest, reference or upload ID.
};

Target readTarget(const std::vector<std::string> &parts)
{
    const auto at = [&](std::size_t fromEnd) -> std::string_view {
        return parts.size() > fromEnd ? std::string_view(parts[parts.size() - 1 - fromEnd]) : std::string_view();
    };
    const auto make = [&](Place place, std::size_t used) {
        Target target{place, {}, parts.back()};
        for (std::size_t i = 0; i + used < parts.size(); ++i)
            target.name += (i == 0 ? "" : "/") + parts[i];
        return target;
    };
    if (at(1) == "tags" && at(0) == "list")
        return make(Place::Tags, 2);
    if (at(2) == "blobs" && at(1) == "uploads")
        return make(at(0).empty() ? Place::Uploads : Place::Upload, 3);
    if (at(1) == "blobs" && at(0) == "uploads")
        return make(Place::Uploads, 2);
    if (at(1) == "blobs")
        return make(Place::Blob, 2);
    if (at(1) == "manifests")
        return make(Place::Manifest, 2);
    if (at(1) == "referrers")
        return make(Place::Referrers, 2);
    return {};
}

} // namespace

std::optional<http::Response> refusal(const Call &call, Action action)
{
    if (call.access.allows(call.name, action))
        return std::nullopt;
    const char *what = action == Action::Pull ? "pull from" : action == Action::Push ? "push to" : "delete in";
    const std::string message = std::string("You may not ") + what + " " + call.askedName;
    if (call.access.couldAllow(call.name, action))
        return challengeResponse(call.request, scopeFor(call.request, call.askedName),
            call.request.hasHeader("authorization") ? "insufficient_scope" : "", message);
    return errorResponse({ErrorCode::Denied, message});
}

Distribution::Distribution(DistributionContext context, Authenticator &authenticator)
    : m_context(context)
    , m_authenticator(authenticator)
{
}

asio::awaitable<http::Response> Distribution::handle(http::Request &request)
{
    auto response = co_await route(request);
    response.with("Docker-Distribution-Api-Version", "registry/2.0");
    co_return response;
}

asio::awaitable<http::Response> Distribution::route(http::Request &request)
{
    const auto authorization = request.header("authorization");
    const auto access = co_await m_authenticator.checkAuthorization(authorization, request.peer);
    const auto parts = splitPath(std::string_view(request.path).substr(std::min<std::size_t>(request.path.size(), 4)));
    const auto target = parts ? readTarget(*parts) : Target{};
    if (!access) {
        if (access.error().code != ErrorCode::Unauthorized)
            co_return errorResponse(access.error());
        const bool bearer = authorization.size() > 1 && (authorization[1] | 32) == 'e';
        // What breaks the grammar of names could break the header as well.
        const auto scope = RepositoryName::parse(target.name) ? scopeFor(request, target.name) : std::string();
        co_return challengeResponse(request, scope, bearer ? "invalid_token" : "", access.error().message);
    }
    if (request.path == "/v2/" || request.path == "/v2") {
        if (request.method != http::Method::Get && request.method != http::Method::Head)
            co_return methodNotAllowed("GET, HEAD");
        // Also where anonymous access is on: clients learn here that signing in is possible.
        if (authorization.empty())
            co_return challengeResponse(request, "", "", "Sign in with an access key and its secret");
        co_return http::jsonResponse(200, json::object());
    }
    if (request.path == "/v2/_catalog") {
        if (access->allowsCatalog())
            co_return co_await handleCatalog(m_context, *access, request);
        if (access->couldAllowCatalog())
            co_return challengeResponse(request, "registry:catalog:*", authorization.empty() ? "" : "insufficient_scope", "You may not list this server");
        co_return errorResponse({ErrorCode::Denied, "You may not list this server"});
    }
    if (target.place == Place::Nowhere)
        co_return errorResponse({ErrorCode::NotFound, "There is nothing at this address"});
    const auto name = RepositoryName::parse(target.name);
    if (!name)
        co_return errorResponse(name.error());
    Call call{request, *access, *name, target.name};
    switch (target.place) {
    case Place::Blob: co_return co_await handleBlob(m_context, std::move(call), target.last);
    case Place::Upload: co_return co_await handleUpload(m_context, std::move(call), target.last);
    case Place::Uploads: co_return co_await handleUploads(m_context, std::move(call));
    case Place::Manifest: co_return co_await handleManifest(m_context, std::move(call), target.last);
    case Place::Tags: co_return co_await handleTagList(m_context, std::move(call));
    case Place::Referrers: co_return co_await handleReferrers(m_context, std::move(call), target.last);
    case Place::Nowhere: break;
    }
    co_return errorResponse({ErrorCode::NotFound, "There is nothing at this address"});
}

} // namespace berth
