// SPDX-License-Identifier: Apache-2.0
#include "registry/management/NcrImages.h"

#include "registry/management/NcrObjects.h"
#include "registry/management/NcrRegistries.h"
#include "registry/management/NcrReply.h"
#include "registry/store/Deletion.h"

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

/// The artifact's object with its newest tags and, for an index, its platforms.
json::object wholeArtifact(Sql &sql, const ArtifactRow &row, std::int64_t registryId, std::int64_t mostReferences = 100'000)
{
    constexpr std::int64_t shownTags = 100; // the tag list pages through all of them
    auto object = artifactObject(row, registryId);
    json::array tagList;
    for (const auto &tag : tags::list(sql, row.id, {0, shownTags}))
        tagList.push_back(tagObject(tag));
    object["tags"] = tagList.empty() ? json::value(nullptr) : json::value(std::move(tagList));
    object["tag_count"] = row.tagCount;
    json::array references;
    for (const auto &child : artifacts::children(sql, row, mostReferences))
        references.push_back(referenceObject(child, row.id));
    object["references"] = references.empty() ? json::value(nullptr) : json::value(std::move(references));
    return object;
}

asio::awaitable<http::Response> listImages(Store &store, http::Request &request, std::string registry)
{
    const auto page = readPage(request);
    if (!page)
        co_return failure(page.error());
    const auto list = co_await store.read([&](Sql &sql) -> Result<json::array> {
        const auto row = findRegistry(sql, registry, true);
        if (!row)
            return tl::unexpected(row.error());
        json::array objects;
        for (const auto &image : images::list(sql, row->id, *page))
            objects.push_back(imageObject(image));
        return objects;
    });
    co_return list ? success("images", *list) : failure(list.error());
}

asio::awaitable<http::Response> handleImage(Store &store, const Access &access, http::Request &request, RepositoryName name)
{
    if (request.method == http::Method::Get) {
        const auto image = co_await store.read([&](Sql &sql) -> Result<json::object> {
            const auto row = images::find(sql, name);
            if (!row)
                return fail(ErrorCode::NotFound, "There is no image " + name.toString());
            return imageObject(*row);
        });
        co_return image ? success("image", *image) : failure(image.error());
    }
    if (request.method != http::Method::Delete)
        co_return failure({ErrorCode::MethodNotAllowed, "An image answers GET and DELETE"});
    if (auto may = needRight(access, name.registry(), Action::Delete); !may)
        co_return failure(may.error());
    const auto removed = co_await store.write(Durability::PowerCut, &name,
        [&](Sql &sql) { return deletion::deleteImage(sql, name, access.deed(request.peer)); });
    store.caretaker().tidy();
    co_return deleted(removed);
}

asio::awaitable<http::Response> listArtifacts(Store &store, http::Request &request, RepositoryName name)
{
    const auto page = readPage(request);
    if (!page)
        co_return failure(page.error());
    const auto list = co_await store.read([&](Sql &sql) -> Result<json::array> {
        const auto image = images::find(sql, name);
        if (!image)
            return fail(ErrorCode::NotFound, "There is no image " + name.toString());
        constexpr std::int64_t shownReferences = 200; // of an index of thousands, the artifact itself tells all
        json::array objects;
        for (const auto &row : artifacts::list(sql, image->id, *page))
            objects.push_back(wholeArtifact(sql, row, image->registryId, shownReferences));
        return objects;
    });
    co_return list ? success("artifacts", *list) : failure(list.error());
}

asio::awaitable<http::Response> handleArtifact(
    Store &store, const Access &access, http::Request &request, RepositoryName name, std::string reference)
{
    if (request.method == http::Method::Get) {
        const auto object = co_await store.read([&](Sql &sql) -> Result<json::object> {
            const auto row = needArtifact(sql, name, reference);
            if (!row)
                return tl::unexpected(row.error());
            return wholeArtifact(sql, *row, sql.integer("SELECT registry_id FROM repository WHERE id = ?", 0, row->repositoryId));
        });
        co_return object ? success("artifact", *object) : failure(object.error());
    }
    if (request.method != http::Method::Delete)
        co_return failure({ErrorCode::MethodNotAllowed, "An artifact answers GET and DELETE"});
    if (auto may = needRight(access, name.registry(), Action::Delete); !may)
        co_return failure(may.error());
    const auto removed = co_await store.write(Durability::PowerCut, &name, [&](Sql &sql) {
        return deletion::deleteArtifact(sql, name, reference, deletion::Along::PlatformsAndReferrers, access.deed(request.peer));
    });
    co_return deleted(removed);
}

asio::awaitable<http::Response> handleTags(
    Store &store, const Access &access, http::Request &request, RepositoryName name, ImagePath path)
{
    if (path.tag) {
        if (request.method != http::Method::Delete)
            co_return failure({ErrorCode::MethodNotAllowed, "A tag answers DELETE"});
        if (auto may = needRight(access, name.registry(), Action::Delete); !may)
            co_return failure(may.error());
        const auto removed = co_await store.write(Durability::PowerCut, &name, [&](Sql &sql) -> Result<std::int64_t> {
            const auto row = needArtifact(sql, name, *path.reference);
            if (!row)
                return tl::unexpected(row.error());
            if (artifacts::digestOfTag(sql, name, *path.tag) != row->digest)
                return fail(ErrorCode::NotFound, "The artifact has no tag " + *path.tag);
            return deletion::deleteTag(sql, name, *path.tag, access.deed(request.peer));
        });
        co_return deleted(removed);
    }
    if (request.method == http::Method::Get) {
        const auto page = readPage(request);
        if (!page)
            co_return failure(page.error());
        const auto list = co_await store.read([&](Sql &sql) -> Result<json::array> {
            const auto row = needArtifact(sql, name, *path.reference);
            if (!row)
                return tl::unexpected(row.error());
            json::array objects;
            for (const auto &tag : tags::list(sql, row->id, *page))
                objects.push_back(tagObject(tag));
            return objects;
        });
        co_return list ? success("tags", *list) : failure(list.error());
    }
    if (request.method != http::Method::Post)
        co_return failure({ErrorCode::MethodNotAllowed, "tags answers GET and POST"});
    if (auto may = needRight(access, name.registry(), Action::Push); !may)
        co_return failure(may.error());
    const auto body = co_await http::readWholeBody(*request.body, 64 << 10);
    const auto value = body ? json::parseStrict(*body) : Result<json::value>(tl::unexpected(body.error()));
    if (!value)
        co_return failure(value.error());
    const auto created = co_await store.write(Durability::PowerCut, &name, [&](Sql &sql) -> Result<void> {
        const auto row = needArtifact(sql, name, *path.reference);
        if (!row)
            return tl::unexpected(row.error());
        return tags::create(sql, {name, row->repositoryId, row->id, row->digest}, json::text(*value, "name"), access.deed(request.peer));
    });
    co_return created ? success() : failure(created.error());
}

} // namespace

asio::awaitable<http::Response> handleImages(Store &store, const Access &access, http::Request &request,
    std::string registry, std::vector<std::string> parts)
{
    // Whoever may not see the registry learns nothing of what is in it, not even what is missing.
    if (auto may = needRight(access, registry, Action::See); !may)
        co_return failure(may.error());
    if (parts.empty()) {
        if (request.method != http::Method::Get)
            co_return failure({ErrorCode::MethodNotAllowed, "images answers GET"});
        co_return co_await listImages(store, request, std::move(registry));
    }
    auto path = readImagePath(parts);
    if (path.other == "scan" || path.other == "additions")
        co_return notServed(request, "vulnerability scan");
    const auto name = RepositoryName::of(registry, path.image);
    if (!name)
        co_return failure(name.error());
    if (path.hasTags)
        co_return co_await handleTags(store, access, request, *name, std::move(path));
    if (path.reference)
        co_return co_await handleArtifact(store, access, request, *name, *path.reference);
    if (path.listsArtifacts) {
        if (request.method != http::Method::Get)
            co_return failure({ErrorCode::MethodNotAllowed, "artifacts answers GET"});
        co_return co_await listArtifacts(store, request, *name);
    }
    co_return co_await handleImage(store, access, request, *name);
}

} // namespace berth::ncr
