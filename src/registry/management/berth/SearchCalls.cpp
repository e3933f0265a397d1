// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/SearchCalls.h"

#include <QFile>

#include <map>

#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Objects.h"
#include "registry/routes/Requests.h"
#include "registry/store/Protection.h"
#include "registry/store/Search.h"
#include "registry/store/Tags.h"

/// A static library's resources are linked only if someone asks for them; the macro wants no namespace around it.
static void loadDocumentResource() { Q_INIT_RESOURCE(openapi); }

namespace berth::searchcalls {

boost::asio::awaitable<http::Response> document(BerthCall &)
{
    static const auto text = [] {
        loadDocumentResource();
        QFile file(QStringLiteral(":/berth/openapi.json"));
        return std::make_shared<const std::string>(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string());
    }();
    co_return http::Response{200, {{"Content-Type", "application/json"}}, text, {}};
}

boost::asio::awaitable<http::Response> search(BerthCall &call)
{
    const auto text = call.request.parameter("q").value_or("");
    if (text.empty())
        co_return failed({ErrorCode::BadRequest, "q is the text to look for"});
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto found = co_await call.store.readSlowly([&](Sql &sql) -> Result<json::object> {
        const auto names =
            search::byPartOfName(sql, text, *page, [&](const std::string &registry) { return call.access.rights().allows(registry, Action::See); });
        json::array imageList;
        for (const auto &row : names.images)
            imageList.push_back(objects::ofImage(row));
        json::array tagList;
        std::map<std::string, Protection> shields; // by registry
        for (const auto &row : names.tags) {
            const auto name = RepositoryName::parse(row.repository);
            auto shield = name ? shields.find(name->registry()) : shields.end();
            if (name && shield == shields.end())
                shield = shields.emplace(name->registry(), protection::of(sql, name->registry())).first;
            auto object = objects::ofTag(row, name && shield->second.ofTag(name->image(), row.name));
            object["image"] = row.repository;
            object["digest"] = row.digest;
            tagList.push_back(std::move(object));
        }
        return json::object{{"images", imageList}, {"tags", tagList}, {"looked_at", names.lookedAt}, {"whole", names.isWhole}};
    });
    co_return found ? replied(*found) : failed(found.error());
}

boost::asio::awaitable<http::Response> tagHistory(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto name = RepositoryName::of(call.parameters["registry"], call.request.parameter("image").value_or(""));
    const auto tag = call.request.parameter("tag").value_or("");
    if (!name || tag.empty())
        co_return failed({ErrorCode::BadRequest, "image and tag name what to tell of"});
    const bool tellsSource = call.access.rights().allows(name->registry(), Action::Delete);
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        json::array changes;
        for (const auto &change : tags::history(sql, *name, tag, *page))
            changes.push_back(json::object{{"at", toRfc3339(change.at)}, {"actor", change.by.actor}, {"source", tellsSource ? change.by.source : std::string()},
                {"digest", change.digest}, {"former_digest", change.formerDigest}});
        return json::object{{"changes", std::move(changes)}, {"total", tags::countHistory(sql, *name, tag)}};
    });
    co_return found ? replied(*found) : failed(found.error());
}

} // namespace berth::searchcalls
