// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrImages.h"

#include "registry/management/ncr/NcrReply.h"
#include "registry/routes/Objects.h"
#include "registry/routes/Requests.h"
#include "registry/store/Deletion.h"
#include "registry/store/Protection.h"

namespace berth::ncr {

namespace asio = boost::asio;

namespace {

Result<std::int64_t> needImage(Sql &sql, const RepositoryName &name)
{
    const auto id = images::idOf(sql, name);
    if (id == 0)
        return fail(ErrorCode::NotFound, "There is no image " + name.toString());
    return id;
}

Result<ArtifactRow> needArtifact(Sql &sql, const RepositoryName &name, const std::string &reference)
{
    const auto image = needImage(sql, name);
    if (!image)
        return tl::unexpected(image.error());
    const auto row = artifacts::find(sql, *image, reference);
    if (!row)
        return fail(ErrorCode::NotFound, "There is no artifact " + reference + " in " + name.toString());
    return *row;
}

/// The image that the address names.
Result<RepositoryName> nameOf(const NcrCall &call) { return RepositoryName::of(call.parameters["registry"], call.parameters["image"]); }

json::array tagObjects(Sql &sql, const Protection &shield, const RepositoryName &name, std::int64_t artifact, Page page)
{
    json::array list;
    for (const auto &tag : tags::list(sql, artifact, page))
        list.push_back(objects::ofTag(tag, shield.ofTag(name.image(), tag.name).has_value()));
    return list;
}

/// The artifact's object with its newest tags and, for an index, its platforms.
json::object wholeArtifact(
    Sql &sql, const Protection &shield, const RepositoryName &name, const ArtifactRow &row, std::int64_t registryId, std::int64_t mostReferences = 100'000)
{
    constexpr std::int64_t shownTags = 100; // the tag list pages through all of them
    auto object = objects::ofArtifact(row, registryId);
    auto tagList = tagObjects(sql, shield, name, row.id, {0, shownTags});
    object["tags"] = tagList.empty() ? json::value(nullptr) : json::value(std::move(tagList));
    object["tag_count"] = row.tagCount;
    json::array references;
    for (const auto &child : artifacts::children(sql, row, mostReferences))
        references.push_back(objects::ofReference(child, row.id));
    object["references"] = references.empty() ? json::value(nullptr) : json::value(std::move(references));
    return object;
}

} // namespace

asio::awaitable<http::Response> listImages(NcrCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failure(page.error());
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::array> {
        const auto row = registries::need(sql, call.parameters["registry"]);
        if (!row)
            return tl::unexpected(row.error());
        json::array list;
        for (const auto &image : images::list(sql, row->id, *page))
            list.push_back(objects::ofImage(image));
        return list;
    });
    co_return found ? success("images", *found) : failure(found.error());
}

asio::awaitable<http::Response> showImage(NcrCall &call)
{
    const auto name = nameOf(call);
    if (!name)
        co_return failure(name.error());
    const auto image = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto row = images::find(sql, *name);
        if (!row)
            return fail(ErrorCode::NotFound, "There is no image " + name->toString());
        return objects::ofImage(*row);
    });
    co_return image ? success("image", *image) : failure(image.error());
}

asio::awaitable<http::Response> deleteImage(NcrCall &call)
{
    const auto name = nameOf(call);
    if (!name)
        co_return failure(name.error());
    const auto removed = co_await call.store.write(
        Durability::PowerCut, &*name, [&](Sql &sql) { return deletion::deleteImage(sql, *name, call.access.deed(call.request.peer)); });
    call.housekeeping.tidy();
    co_return deleted(removed);
}

asio::awaitable<http::Response> listArtifacts(NcrCall &call)
{
    const auto name = nameOf(call);
    if (!name)
        co_return failure(name.error());
    const auto page = readPage(call.request);
    if (!page)
        co_return failure(page.error());
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::array> {
        const auto image = images::find(sql, *name);
        if (!image)
            return fail(ErrorCode::NotFound, "There is no image " + name->toString());
        constexpr std::int64_t shownReferences = 200; // of an index of thousands, the artifact itself tells all
        const auto shield = protection::of(sql, name->registry());
        json::array list;
        for (const auto &row : artifacts::list(sql, image->id, *page))
            list.push_back(wholeArtifact(sql, shield, *name, row, image->registryId, shownReferences));
        return list;
    });
    co_return found ? success("artifacts", *found) : failure(found.error());
}

asio::awaitable<http::Response> showArtifact(NcrCall &call)
{
    const auto name = nameOf(call);
    if (!name)
        co_return failure(name.error());
    const auto object = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto image = images::find(sql, *name);
        const auto row = needArtifact(sql, *name, call.parameters["reference"]);
        if (!row)
            return tl::unexpected(row.error());
        return wholeArtifact(sql, protection::of(sql, name->registry()), *name, *row, image ? image->registryId : 0);
    });
    co_return object ? success("artifact", *object) : failure(object.error());
}

asio::awaitable<http::Response> deleteArtifact(NcrCall &call)
{
    const auto name = nameOf(call);
    if (!name)
        co_return failure(name.error());
    const auto removed = co_await call.store.write(Durability::PowerCut, &*name, [&](Sql &sql) {
        return deletion::deleteArtifact(sql, *name, call.parameters["reference"], deletion::Along::PlatformsAndReferrers, call.access.deed(call.request.peer));
    });
    co_return deleted(removed);
}

asio::awaitable<http::Response> listTags(NcrCall &call)
{
    const auto name = nameOf(call);
    if (!name)
        co_return failure(name.error());
    const auto page = readPage(call.request);
    if (!page)
        co_return failure(page.error());
    const auto found = co_await call.store.read([&](Sql &sql) -> Result<json::array> {
        const auto row = needArtifact(sql, *name, call.parameters["reference"]);
        if (!row)
            return tl::unexpected(row.error());
        return tagObjects(sql, protection::of(sql, name->registry()), *name, row->id, *page);
    });
    co_return found ? success("tags", *found) : failure(found.error());
}

asio::awaitable<http::Response> createTag(NcrCall &call)
{
    const auto name = nameOf(call);
    if (!name)
        co_return failure(name.error());
    const auto body = co_await http::readWholeBody(*call.request.body, 64 << 10);
    const auto value = body ? json::parseStrict(*body) : Result<json::value>(tl::unexpected(body.error()));
    if (!value)
        co_return failure(value.error());
    const auto created = co_await call.store.write(Durability::PowerCut, &*name, [&](Sql &sql) -> Result<void> {
        const auto row = needArtifact(sql, *name, call.parameters["reference"]);
        if (!row)
            return tl::unexpected(row.error());
        return tags::create(sql, {*name, row->repositoryId, row->id, row->digest}, json::text(*value, "name"), call.access.deed(call.request.peer));
    });
    co_return created ? success() : failure(created.error());
}

asio::awaitable<http::Response> deleteTag(NcrCall &call)
{
    const auto name = nameOf(call);
    if (!name)
        co_return failure(name.error());
    const auto &tag = call.parameters["tag"];
    const auto removed = co_await call.store.write(Durability::PowerCut, &*name, [&](Sql &sql) -> Result<std::int64_t> {
        const auto row = needArtifact(sql, *name, call.parameters["reference"]);
        if (!row)
            return tl::unexpected(row.error());
        if (artifacts::digestOfTag(sql, *name, tag) != row->digest)
            return fail(ErrorCode::NotFound, "The artifact has no tag " + tag);
        return deletion::deleteTag(sql, *name, tag, call.access.deed(call.request.peer));
    });
    co_return deleted(removed);
}

asio::awaitable<http::Response> scan(NcrCall &call) { co_return notServed(call.request, "vulnerability scan"); }

} // namespace berth::ncr
