// SPDX-License-Identifier: Apache-2.0
#include "registry/management/BerthApi.h"

#include <charconv>
#include <map>

#include <QFile>

#include "registry/management/BerthReply.h"
#include "registry/management/KeyCalls.h"
#include "registry/management/NcrObjects.h"
#include "registry/management/Paths.h"
#include "registry/management/ReclaimCall.h"
#include "registry/management/TrashCalls.h"
#include "registry/management/UpkeepCalls.h"
#include "registry/management/VisiblePage.h"
#include "registry/store/Images.h"
#include "registry/store/Tags.h"

/// A static library's resources are linked only if someone asks for them; the macro wants no namespace around it.
static void loadDocumentResource() { Q_INIT_RESOURCE(openapi); }

namespace berth {

namespace asio = boost::asio;

namespace {

using CallHandler = asio::awaitable<http::Response> (*)(BerthCall &);

/// By the first component of the path.
const std::map<std::string, CallHandler, std::less<>> handlers{
    {"me", &handleMe},
    {"keys", &handleKeys},
    {"users", &handleUsers},
    {"storage", &handleStorage},
    {"trash", &handleTrash},
    {"collection", &handleCollection},
    {"scrub", &handleScrub},
    {"health", &handleHealth},
    {"settings", &handleSettings},
    {"registries", &handleRegistryOptions},
};

/// What resources/openapi.json says of these calls.
http::Response document()
{
    static const auto text = [] {
        loadDocumentResource();
        QFile file(QStringLiteral(":/berth/openapi.json"));
        return std::make_shared<const std::string>(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string());
    }();
    return http::Response{200, {{"Content-Type", "application/json"}}, text, {}};
}

} // namespace

http::Response notACall(const BerthCall &call)
{
    static constexpr std::string_view names[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "This method"};
    return failed({ErrorCode::MethodNotAllowed, std::string(names[int(call.method())]) + " is not answered at this address"});
}

Result<std::int64_t> readNumber(const std::string &text)
{
    std::int64_t number = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (ec != std::errc() || end != text.data() + text.size())
        return fail(ErrorCode::NotFound, "There is no " + text + " here");
    return number;
}

asio::awaitable<http::Response> BerthApi::handle(http::Request &request)
{
    if (request.path == "/berth/v1/openapi.json") // tells nothing that the program's source does not
        co_return request.method == http::Method::Get ? document() : failed({ErrorCode::MethodNotAllowed, "openapi.json answers GET"});
    const auto access = co_await m_authenticator.checkKey(readKeyHeaders(request), request.peer);
    if (!access)
        co_return failed(access.error());
    auto path = ncr::splitPath(std::string_view(request.path).substr(prefix.size()));
    if (!path)
        co_return failed(path.error());
    const auto first = path->empty() ? std::string() : path->front();
    if (const auto handler = handlers.find(first); handler != handlers.end()) {
        BerthCall call{m_store, m_authenticator, *access, request, m_load, std::move(*path)};
        co_return co_await handler->second(call);
    }
    const auto method = first == "search" ? http::Method::Get : http::Method::Post;
    if ((first != "search" && first != "reclaim") || path->size() != 1)
        co_return failed({ErrorCode::NotFound, "There is no call at this address"});
    if (request.method != method)
        co_return failed({ErrorCode::MethodNotAllowed, first == "search" ? "search answers GET" : "reclaim answers POST"});
    if (first == "search")
        co_return co_await search(*access, request);
    co_return co_await handleReclaim(m_store, *access, request);
}

asio::awaitable<http::Response> BerthApi::search(const Access &access, http::Request &request)
{
    const auto text = request.parameter("q").value_or("");
    if (text.empty())
        co_return failed({ErrorCode::BadRequest, "q is the text to look for"});
    const auto page = ncr::readPage(request);
    if (!page)
        co_return failed(page.error());
    const auto found = co_await m_store.read([&](Sql &sql) -> Result<json::object> {
        const auto maySee = [&](const std::string &registry) { return access.rights().allows(registry, Action::See); };
        const bool all = seesAll(access.rights());
        json::array imageList;
        for (const auto &row : visiblePage(all, *page, [&](Page part) { return images::search(sql, text, part); }, [&](const ImageRow &image) { return maySee(image.registry); }))
            imageList.push_back(ncr::imageObject(row));
        json::array tagList;
        const auto maySeeTag = [&](const auto &tag) { return maySee(tag.repository.substr(0, tag.repository.find('/'))); };
        for (const auto &row : visiblePage(all, *page, [&](Page part) { return tags::search(sql, text, part); }, maySeeTag)) {
            auto object = ncr::tagObject(row);
            object["image"] = row.repository;
            object["digest"] = row.digest;
            tagList.push_back(std::move(object));
        }
        return json::object{{"images", imageList}, {"tags", tagList}};
    });
    co_return found ? replied(*found) : failed(found.error());
}

} // namespace berth
