// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/ListHandler.h"

#include <algorithm>
#include <map>

#include <boost/json/parse.hpp>

#include "core/MediaTypes.h"
#include "registry/distribution/ErrorResponse.h"
#include "registry/distribution/Paging.h"
#include "registry/store/Images.h"
#include "registry/store/Tags.h"

namespace berth {

namespace asio = boost::asio;

namespace {

/// Names of one page, and the Link to the next if there is one.
http::Response namesResponse(json::object body, const char *key, std::vector<std::string> names, const std::string &path, const ListWindow &window)
{
    const bool more = std::int64_t(names.size()) > window.count;
    if (more)
        names.resize(std::size_t(window.count));
    body[key] = json::array(names.begin(), names.end());
    auto response = http::jsonResponse(200, body);
    if (more && !names.empty())
        response.with("Link", nextLink(path, window.count, names.back()));
    return response;
}

json::object descriptorOf(const ArtifactRow &row)
{
    json::object descriptor{{"mediaType", row.mediaType}, {"digest", row.digest}, {"size", row.manifestBytes}};
    if (!row.artifactType.empty())
        descriptor["artifactType"] = row.artifactType;
    boost::system::error_code ec;
    auto annotations = boost::json::parse(row.annotations, ec);
    if (!ec && annotations.is_object() && !annotations.get_object().empty())
        descriptor["annotations"] = annotations;
    return descriptor;
}

/// The tag under which clients without the referrers call keep the list of what refers to a digest.
std::string fallbackTag(const Digest &digest)
{
    return (digest.algorithm() == DigestAlgorithm::Sha512 ? "sha512-" : "sha256-") + std::string(digest.hex().substr(0, 64));
}

/// What the list under the fallback tag holds, by digest: those after `last`, of that type unless it is empty.
std::map<std::string, json::value> fallbackReferrers(
    Sql &sql, const RepositoryName &name, const Digest &digest, const std::string &last, const std::string &type)
{
    std::map<std::string, json::value> found;
    const auto content = artifacts::content(sql, name, artifacts::digestOfTag(sql, name, fallbackTag(digest)));
    const auto index = content ? json::parseStrict(content->bytes) : Result<json::value>(json::value());
    if (!index)
        return found;
    for (const auto &descriptor : json::list(*index, "manifests")) {
        const auto text = json::text(descriptor, "digest");
        if (text > last && (type.empty() || json::text(descriptor, "artifactType") == type))
            found.emplace(text, descriptor);
    }
    return found;
}

/// One page of what refers to a digest, in the order of digests, so that it goes on where it stood whatever was deleted meanwhile.
struct ReferrerPage {
    json::array descriptors;
    bool more = false;
};

/// By their own subject, or by the list under the fallback tag. A page ends early rather than hold more than some megabytes.
ReferrerPage referrersOf(Sql &sql, const RepositoryName &name, const Digest &digest, const ListWindow &window, const std::string &type)
{
    constexpr std::size_t maxPageBytes = 4 << 20;
    ReferrerPage page;
    std::size_t bytes = 0;
    auto others = fallbackReferrers(sql, name, digest, window.last, type);
    const auto add = [&](json::value descriptor, std::size_t size) {
        page.more = std::int64_t(page.descriptors.size()) >= window.count || bytes > maxPageBytes;
        if (!page.more)
            page.descriptors.push_back(std::move(descriptor));
        bytes += size;
        return !page.more;
    };
    const auto addOthersBefore = [&](const std::string &limit) {
        while (!others.empty() && (limit.empty() || others.begin()->first < limit)) {
            const auto size = json::serialize(others.begin()->second).size();
            if (!add(std::move(others.begin()->second), size))
                return false;
            others.erase(others.begin());
        }
        return true;
    };
    artifacts::referrers(sql, name, digest.toString(), window.last, type, [&](const ArtifactRow &row) {
        if (!addOthersBefore(row.digest))
            return false;
        others.erase(row.digest);
        return add(descriptorOf(row), row.annotations.size() + 300);
    });
    if (!page.more)
        addOthersBefore({});
    return page;
}

} // namespace

asio::awaitable<http::Response> listTags(Call &call)
{
    const auto window = readWindow(call.request);
    if (!window)
        co_return errorResponse(window.error());
    auto names = co_await call.context.store.read([&](Sql &sql) { return tags::names(sql, call.name, window->last, window->count + 1); });
    if (!names)
        co_return errorResponse(names.error());
    co_return namesResponse({{"name", call.askedName}}, "tags", std::move(*names), "/v2/" + call.askedName + "/tags/list", *window);
}

asio::awaitable<http::Response> listReferrers(Call &call)
{
    const auto &digestText = call.parameters["digest"];
    const auto digest = Digest::parse(digestText);
    if (!digest)
        co_return errorResponse(digest.error());
    const auto window = readWindow(call.request);
    if (!window)
        co_return errorResponse(window.error());
    auto type = call.request.parameter("artifactType").value_or("");
    std::ranges::replace(type, ' ', '+'); // media types hold no spaces, and many clients send their plus as it is
    auto page = co_await call.context.store.read([&](Sql &sql) -> Result<ReferrerPage> { return referrersOf(sql, call.name, *digest, *window, type); });
    if (!page)
        co_return errorResponse(page.error());
    http::Response response{200, {{"Content-Type", std::string(media::ociIndex)}}, std::string(), {}};
    const bool more = page->more && !page->descriptors.empty();
    const auto last = more ? json::text(page->descriptors.back(), "digest") : std::string();
    response.body = json::serialize(json::object{{"schemaVersion", 2}, {"mediaType", media::ociIndex}, {"manifests", std::move(page->descriptors)}});
    if (!type.empty())
        response.with("OCI-Filters-Applied", "artifactType");
    if (more)
        response.with("Link",
            nextLink("/v2/" + call.askedName + "/referrers/" + digestText, window->count, last,
                type.empty() ? std::string() : "&artifactType=" + http::percentEncode(type)));
    co_return response;
}

asio::awaitable<http::Response> listCatalog(ServiceCall &call)
{
    const auto access = call.access.value_or(Access::ofAnonymous(AnonymousAccess::Off));
    if (!access.allowsCatalog()) {
        if (access.couldAllowCatalog())
            co_return challengeResponse(
                call.request, "registry:catalog:*", call.request.header("authorization").empty() ? "" : "insufficient_scope", "You may not list this server");
        co_return errorResponse({ErrorCode::Denied, "You may not list this server"});
    }
    const auto window = readWindow(call.request);
    if (!window)
        co_return errorResponse(window.error());
    auto names = co_await call.context.store.read([&](Sql &sql) -> Result<std::vector<std::string>> {
        return images::catalog(sql, window->last, window->count == 0 ? 0 : window->count + 1, [&](const std::string &registry) {
            const auto any = RepositoryName::of(registry, "any");
            return any && access.keyAllows(*any, Action::Pull);
        });
    });
    if (!names)
        co_return errorResponse(names.error());
    co_return namesResponse({}, "repositories", std::move(*names), "/v2/_catalog", *window);
}

} // namespace berth
