// SPDX-License-Identifier: Apache-2.0
#include "registry/management/NcrApi.h"

#include <algorithm>

#include "registry/management/NcrImages.h"
#include "registry/management/NcrRegistries.h"
#include "registry/management/NcrReply.h"
#include "registry/management/Paths.h"

namespace berth {

namespace asio = boost::asio;

namespace {

/// The part of the API that a path belongs to, for calls that are not served; empty if there is no such call.
std::string_view unservedPart(const std::vector<std::string> &parts)
{
    const auto has = [&](std::string_view word) { return std::ranges::find(parts, word) != parts.end(); };
    if (has("webhook"))
        return "webhooks";
    if (has("immutabletagrules"))
        return "protection policies";
    if (has("retentions"))
        return "cleanup policies";
    if (has("replications"))
        return "replication";
    if (has("endpoints"))
        return "image caches";
    if (has("scanAll"))
        return "scan schedule";
    return has("CVEAllowlist") ? "CVE allow-list" : "";
}

} // namespace

AccessKeyPair readKeyHeaders(const http::Request &request)
{
    return {std::string(request.header("x-tc-authentication-id")), Secret(std::string(request.header("x-tc-authentication-secret")))};
}

asio::awaitable<http::Response> NcrApi::handle(http::Request &request)
{
    const auto access = co_await m_authenticator.checkKey(readKeyHeaders(request), request.peer);
    if (!access)
        co_return ncr::failure(access.error());
    const auto parts = ncr::splitPath(std::string_view(request.path).substr(prefix.size()));
    if (!parts)
        co_return ncr::failure(parts.error());
    if (parts->empty() || parts->front() != "local")
        co_return ncr::failure({ErrorCode::NotFound, "The app key of this server is \"local\""});
    const auto &p = *parts;
    if (p.size() >= 2 && p[1] == "registries") {
        if (p.size() == 2)
            co_return co_await ncr::handleRegistries(m_store, *access, request);
        if (p.size() == 3)
        {
            auto response = co_await ncr::handleRegistry(m_store, *access, request, p[2]);
            if (request.method == http::Method::Delete) // roles in it went along
                m_authenticator.forgetAll();
            co_return response;
        }
        if (p[3] == "images") {
            std::vector<std::string> rest(p.begin() + 4, p.end());
            co_return co_await ncr::handleImages(m_store, *access, request, p[2], std::move(rest));
        }
    }
    if (const auto part = unservedPart(p); !part.empty())
        co_return ncr::notServed(request, part);
    co_return ncr::failure({ErrorCode::NotFound, "There is no call at this address"});
}

} // namespace berth
