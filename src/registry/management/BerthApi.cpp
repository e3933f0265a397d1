// SPDX-License-Identifier: Apache-2.0
#include "registry/management/BerthApi.h"

#include "registry/management/NcrApi.h"
#include "registry/management/NcrObjects.h"
#include "registry/management/NcrRegistries.h"
#include "registry/management/NcrReply.h"
#include "registry/management/Paths.h"
#include "registry/store/Deletion.h"

namespace berth {

namespace asio = boost::asio;

namespace {

const char *codeOf(int status)
{
    switch (status) {
    case 400: return "BAD_REQUEST";
    case 401: return "UNAUTHORIZED";
    case 403: return "FORBIDDEN";
    case 404: return "NOT_FOUND";
    case 405: return "METHOD_NOT_ALLOWED";
    case 409: return "CONFLICT";
    case 412: return "PRECONDITION";
    case 413: return "REQUEST_ENTITY_TOO_LARGE";
    case 429: return "TOO_MANY_REQUEST";
    default: return "UNKNOWN";
    }
}

http::Response failed(const Error &error)
{
    const int status = ncr::statusOf(error.code);
    return http::jsonResponse(status,
        json::object{{"errors", json::array{json::object{{"code", codeOf(status)},
            {"message", status == 500 ? std::string("The server met an error of its own") : error.message}}}}});
}

/// Adds one wish of the request to the plan. NotFound names what is missing.
Result<void> planReference(Sql &sql, const std::string &text, DeletionPlan &plan)
{
    const auto at = text.find('@');
    const auto colon = at == std::string::npos ? text.rfind(':') : at;
    const auto name = RepositoryName::parse(std::string_view(text).substr(0, colon));
    if (!name)
        return tl::unexpected(name.error());
    const auto image = images::idOf(sql, *name);
    const auto artifact = image && colon != std::string::npos ? artifacts::find(sql, image, text.substr(colon + 1)) : std::nullopt;
    if (image == 0 || (colon != std::string::npos && !artifact))
        return fail(ErrorCode::NotFound, "There is no " + text);
    if (colon == std::string::npos) {
        plan.images.insert(name->toString());
        deletion::planImage(sql, image, plan);
    } else if (at != std::string::npos) {
        plan.artifacts.insert(name->toString() + "@" + artifact->digest);
        deletion::planArtifact(sql, artifact->id, plan);
    } else {
        plan.tags.insert(text);
    }
    return {};
}

Result<json::object> planOf(Sql &sql, const json::value &wishes)
{
    DeletionPlan plan;
    for (const auto &wish : json::list(wishes, "registries")) {
        const auto name = wish.is_string() ? std::string(wish.get_string()) : std::string();
        const auto row = registries::byName(sql, name);
        if (!row)
            return fail(ErrorCode::NotFound, "There is no registry " + name);
        plan.registries.insert(name);
        for (const auto &image : images::list(sql, row->id, {0, 1'000'000})) {
            plan.images.insert(image.registry + "/" + image.name);
            deletion::planImage(sql, image.id, plan);
        }
    }
    for (const char *kind : {"images", "artifacts", "tags"}) {
        for (const auto &wish : json::list(wishes, kind)) {
            if (!wish.is_string())
                return fail(ErrorCode::BadRequest, std::string(kind) + " is a list of strings");
            if (auto planned = planReference(sql, std::string(wish.get_string()), plan); !planned)
                return tl::unexpected(planned.error());
        }
    }
    // Tags of the artifacts that go; a tag that was named alone keeps its artifact.
    for (const auto id : plan.manifests) {
        auto rows = sql.select("SELECT r.name || '/' || p.name || ':' || t.name FROM tag t JOIN repository p ON p.id = t.repository_id "
                               "JOIN registry r ON r.id = p.registry_id WHERE t.manifest_id = ?", id);
        while (rows.next())
            plan.tags.insert(rows.text(0));
    }
    const auto bytes = deletion::bytesOf(sql, plan);
    const auto listOf = [](const std::set<std::string> &texts) { return json::array(texts.begin(), texts.end()); };
    return json::object{{"registries", listOf(plan.registries)}, {"images", listOf(plan.images)}, {"tags", listOf(plan.tags)},
        {"artifact_count", std::int64_t(plan.manifests.size())}, {"only_here_bytes", bytes.onlyHere}, {"shared_bytes", bytes.shared}};
}

} // namespace

asio::awaitable<http::Response> BerthApi::handle(http::Request &request)
{
    const auto access = co_await m_authenticator.checkKey(readKeyHeaders(request));
    if (!access)
        co_return failed(access.error());
    const auto call = std::string_view(request.path).substr(prefix.size());
    if ((call == "storage" || call == "search") && request.method != http::Method::Get)
        co_return failed({ErrorCode::MethodNotAllowed, std::string(call) + " answers GET"});
    if (call == "storage")
        co_return co_await storage();
    if (call == "search")
        co_return co_await search(request);
    if (call == "reclaim") {
        if (request.method != http::Method::Post)
            co_return failed({ErrorCode::MethodNotAllowed, "reclaim answers POST"});
        co_return co_await reclaim(request);
    }
    co_return failed({ErrorCode::NotFound, "There is no call at this address"});
}

asio::awaitable<http::Response> BerthApi::storage()
{
    const auto used = co_await m_store.read([](Sql &sql) -> Result<std::int64_t> {
        return sql.integer("SELECT coalesce(sum(size), 0) FROM blob", 0)
            + sql.integer("SELECT coalesce(sum(length(bytes)), 0) FROM manifest_bytes", 0);
    });
    if (!used)
        co_return failed(used.error());
    co_return http::jsonResponse(200, json::object{{"used_bytes", *used}, {"free_bytes", freeBytes(m_store.folder())}});
}

asio::awaitable<http::Response> BerthApi::search(http::Request &request)
{
    const auto text = request.parameter("q").value_or("");
    if (text.empty())
        co_return failed({ErrorCode::BadRequest, "q is the text to look for"});
    const auto page = ncr::readPage(request);
    if (!page)
        co_return failed(page.error());
    const auto found = co_await m_store.read([&](Sql &sql) -> Result<json::object> {
        json::array imageList;
        for (const auto &row : images::search(sql, text, *page))
            imageList.push_back(ncr::imageObject(row));
        json::array tagList;
        for (const auto &row : tags::search(sql, text, *page)) {
            auto object = ncr::tagObject(row);
            object["image"] = row.repository;
            object["digest"] = row.digest;
            tagList.push_back(std::move(object));
        }
        return json::object{{"images", imageList}, {"tags", tagList}};
    });
    co_return found ? http::jsonResponse(200, *found) : failed(found.error());
}

asio::awaitable<http::Response> BerthApi::reclaim(http::Request &request)
{
    const auto body = co_await http::readWholeBody(*request.body, 4 << 20);
    if (!body)
        co_return failed(body.error());
    const auto wishes = json::parseStrict(*body);
    if (!wishes || !wishes->is_object())
        co_return failed({ErrorCode::BadRequest, "The body is an object with the lists registries, images, artifacts and tags"});
    const auto plan = co_await m_store.read([&](Sql &sql) { return planOf(sql, *wishes); });
    co_return plan ? http::jsonResponse(200, *plan) : failed(plan.error());
}

} // namespace berth
