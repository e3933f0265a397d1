// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/ListHandler.h"

#include <set>

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
http::Response namesResponse(json::object body, const char *key, std::vector<std::string> names,
    const std::string &path, const ListWindow &window)
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

/// Descriptors of what refers to the digest: by its own subject, or by the list under the fallback tag.
json::array referrersOf(Sql &sql, const RepositoryName &name, const Digest &digest)
{
    json::array descriptors;
    std::set<std::string> known;
    for (const auto &row : artifacts::referrers(sql, name, digest.toString())) {
        known.insert(row.digest);
        descriptors.push_back(descriptorOf(row));
    }
    const auto content = artifacts::content(sql, name, artifacts::digestOfTag(sql, name, fallbackTag(digest)));
    const auto index = content ? json::parseStrict(content->bytes) : Result<json::value>(json::value());
    if (index) {
        for (const auto &descriptor : json::list(*index, "manifests")) {
            if (known.insert(json::text(descriptor, "digest")).second)
                descriptors.push_back(descriptor);
        }
    }
    return descriptors;
}

} // namespace

asio::awaitable<http::Response> handleTagList(DistributionContext &context, Call call)
{
    if (call.request.method != http::Method::Get && call.request.method != http::Method::Head)
        co_return methodNotAllowed("GET, HEAD");
    if (auto refused = refusal(call, Action::Pull))
        co_return *refused;
    const auto window = readWindow(call.request);
    if (!window)
        co_return errorResponse(window.error());
    auto names = co_await context.store.read([&](Sql &sql) {
        return tags::names(sql, call.name, window->last, window->count + 1);
    });
    if (!names)
        co_return errorResponse(names.error());
    co_return namesResponse({{"name", call.askedName}}, "tags", std::move(*names), "/v2/" + call.askedName + "/tags/list", *window);
}

asio::awaitable<http::Response> handleReferrers(DistributionContext &context, Call call, std::string digestText)
{
    if (call.request.method != http::Method::Get && call.request.method != http::Method::Head)
        co_return methodNotAllowed("GET, HEAD");
    if (auto refused = refusal(call, Action::Pull))
        co_return *refused;
    const auto digest = Digest::parse(digestText);
    if (!digest)
        co_return errorResponse(digest.error());
    const auto window = readWindow(call.request);
    if (!window)
        co_return errorResponse(window.error());
    const auto descriptors = co_await context.store.read(
        [&](Sql &sql) -> Result<json::array> { return referrersOf(sql, call.name, *digest); });
    if (!descriptors)
        co_return errorResponse(descriptors.error());
    const auto filter = call.request.parameter("artifactType");
    json::array manifests;
    bool begun = window->last.empty();
    bool more = false;
    for (const auto &descriptor : *descriptors) {
        if (filter && json::text(descriptor, "artifactType") != *filter)
            continue;
        more = begun && std::int64_t(manifests.size()) >= window->count;
        if (more)
            break;
        if (begun)
            manifests.push_back(descriptor);
        begun |= json::text(descriptor, "digest") == window->last;
    }
    http::Response response{200, {{"Content-Type", std::string(media::ociIndex)}}, std::string(), {}};
    response.body = json::serialize(json::object{{"schemaVersion", 2}, {"mediaType", media::ociIndex}, {"manifests", manifests}});
    if (filter)
        response.with("OCI-Filters-Applied", "artifactType");
    if (more && !manifests.empty())
        response.with("Link", nextLink("/v2/" + call.askedName + "/referrers/" + digestText, window->count, json::text(manifests.back(), "digest"),
            filter ? "&artifactType=" + http::percentEncode(*filter) : std::string()));
    co_return response;
}

asio::awaitable<http::Response> handleCatalog(DistributionContext &context, const Access &access, http::Request &request)
{
    if (request.method != http::Method::Get && request.method != http::Method::Head)
        co_return methodNotAllowed("GET, HEAD");
    const auto window = readWindow(request);
    if (!window)
        co_return errorResponse(window.error());
    auto names = co_await context.store.read([&](Sql &sql) -> Result<std::vector<std::string>> {
        std::vector<std::string> visible;
        std::string last = window->last;
        while (std::int64_t(visible.size()) <= window->count) {
            const auto page = images::catalog(sql, last, window->count + 1);
            for (const auto &text : page) {
                const auto name = RepositoryName::parse(text);
                if (name && access.keyAllows(*name, Action::Pull) && std::int64_t(visible.size()) <= window->count)
                    visible.push_back(text);
            }
            if (std::int64_t(page.size()) <= window->count)
                break;
            last = page.back();
        }
        return visible;
    });
    if (!names)
        co_return errorResponse(names.error());
    co_return namesResponse({}, "repositories", std::move(*names), "/v2/_catalog", *window);
}

} // namespace berth
