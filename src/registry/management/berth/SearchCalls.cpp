// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/SearchCalls.h"

#include <QFile>

#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Objects.h"
#include "registry/routes/Requests.h"
#include "registry/routes/VisiblePage.h"

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
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto maySee = [&](const std::string &registry) { return call.access.rights().allows(registry, Action::See); };
        const bool all = seesAll(call.access.rights());
        json::array imageList;
        for (const auto &row : visiblePage(all, *page, [&](Page part) { return images::search(sql, text, part); }, [&](const ImageRow &image) { return maySee(image.registry); }))
            imageList.push_back(objects::ofImage(row));
        json::array tagList;
        const auto maySeeTag = [&](const auto &tag) { return maySee(tag.repository.substr(0, tag.repository.find('/'))); };
        for (const auto &row : visiblePage(all, *page, [&](Page part) { return tags::search(sql, text, part); }, maySeeTag)) {
            auto object = objects::ofTag(row);
            object["image"] = row.repository;
            object["digest"] = row.digest;
            tagList.push_back(std::move(object));
        }
        return json::object{{"images", imageList}, {"tags", tagList}};
    });
    co_return found ? replied(*found) : failed(found.error());
}

} // namespace berth::searchcalls
