// SPDX-License-Identifier: Apache-2.0
#include "registry/management/NcrRegistries.h"

#include <charconv>

#include <boost/json/parse.hpp>

#include "registry/management/NcrObjects.h"
#include "registry/management/NcrReply.h"
#include "registry/management/Paths.h"
#include "registry/management/VisiblePage.h"
#include "core/Names.h"
#include "registry/store/Deletion.h"
#include "registry/store/Registries.h"

namespace berth::ncr {

namespace asio = boost::asio;

namespace {

constexpr std::size_t maxBodyBytes = 1 << 20;

asio::awaitable<Result<json::value>> readObject(http::Request &request)
{
    const auto body = co_await http::readWholeBody(*request.body, maxBodyBytes);
    if (!body)
        co_return tl::unexpected(body.error());
    auto value = json::parseStrict(*body);
    if (value && !value->is_object())
        co_return fail(ErrorCode::BadRequest, "The body is a JSON object");
    co_return value;
}

/// `metadata` of a request laid over what is stored: keys that are left out are kept.
Result<std::string> mergedMetadata(const std::string &stored, const json::value &body)
{
    json::object merged = boost::json::parse(stored).as_object();
    if (const auto *metadata = json::find(body, "metadata"); metadata && !metadata->is_null()) {
        if (!metadata->is_object())
            return fail(ErrorCode::BadRequest, "metadata is an object of strings");
        for (const auto &member : metadata->get_object()) {
            if (!member.value().is_string())
                return fail(ErrorCode::BadRequest, "metadata." + std::string(member.key()) + " is a string, as in \"true\"");
            merged[member.key()] = member.value();
        }
    }
    return json::serialize(merged);
}

Result<bool> readIsName(const http::Request &request)
{
    const auto text = request.header("x-is-resource-name");
    if (text.empty() || text == "false" || text == "False" || text == "0")
        return false;
    if (text == "true" || text == "True" || text == "1")
        return true;
    return fail(ErrorCode::BadRequest, "X-Is-Resource-Name is true or false");
}

/// The page of what the caller may see.
std::vector<RegistryRow> visibleRegistries(Sql &sql, const Access &access, Page page)
{
    return visiblePage(seesAll(access.rights()), page, [&](Page part) { return registries::list(sql, part); }, [&](const RegistryRow &row) { return access.rights().allows(row.name, Action::See); });
}

asio::awaitable<http::Response> create(Store &store, http::Request &request)
{
    const auto body = co_await readObject(request);
    if (!body)
        co_return failure(body.error());
    if (json::integer(*body, "registry_id") != 0)
        co_return notServed(request, "registries that draw from an image cache");
    const auto metadata = mergedMetadata("{}", *body);
    if (!metadata)
        co_return failure(metadata.error());
    const auto name = json::text(*body, "project_name");
    const auto created = co_await store.write(
        Durability::PowerCut, nullptr, [&](Sql &sql) { return registries::create(sql, name, *metadata); });
    co_return created ? success() : failure(created.error());
}

} // namespace

Result<void> needAdministrator(const Access &access)
{
    if (!access.rights().isServerAdministrator())
        return fail(ErrorCode::Denied, "Only an administrator of this server may do this");
    return {};
}

Result<void> needRight(const Access &access, std::string_view registry, Action action)
{
    if (access.rights().allows(registry, action))
        return {};
    const std::string in(registry);
    switch (action) {
    case Action::See: return fail(ErrorCode::Denied, "You may not look into the registry " + in);
    case Action::Pull: return fail(ErrorCode::Denied, "You may not pull from the registry " + in);
    case Action::Push: return fail(ErrorCode::Denied, "You may not push to the registry " + in);
    case Action::Delete: break;
    }
    return fail(ErrorCode::Denied, "Only an administrator of the registry " + in + " may do this");
}

Result<RegistryRow> findRegistry(Sql &sql, const std::string &nameOrId, bool isName)
{
    std::int64_t id = 0;
    const auto [end, ec] = std::from_chars(nameOrId.data(), nameOrId.data() + nameOrId.size(), id);
    const bool number = ec == std::errc() && end == nameOrId.data() + nameOrId.size();
    const auto row = number && !isName ? registries::byId(sql, id) : registries::byName(sql, nameOrId);
    if (!row)
        return fail(ErrorCode::NotFound, "There is no registry " + nameOrId);
    return *row;
}

namespace {

/// Whoever may not see a registry learns neither its name by its number nor by its name whether it is there.
Result<RegistryRow> findVisibleRegistry(Sql &sql, const Access &access, const std::string &nameOrId, bool isName)
{
    const auto row = findRegistry(sql, nameOrId, isName);
    if (row && access.rights().allows(row->name, Action::See))
        return row;
    const bool isNumber = !nameOrId.empty() && nameOrId.find_first_not_of("0123456789") == std::string::npos;
    if (isNumber && !isName)
        return fail(ErrorCode::NotFound, "There is no registry " + nameOrId);
    if (auto may = needRight(access, nameOrId, Action::See); !may)
        return tl::unexpected(may.error());
    return row;
}

} // namespace

asio::awaitable<http::Response> handleRegistries(Store &store, const Access &access, http::Request &request)
{
    if (request.method == http::Method::Post) {
        if (auto may = needAdministrator(access); !may)
            co_return failure(may.error());
        co_return co_await create(store, request);
    }
    if (request.method != http::Method::Get)
        co_return failure({ErrorCode::MethodNotAllowed, "registries answers GET and POST"});
    const auto page = readPage(request);
    if (!page)
        co_return failure(page.error());
    const auto rows = co_await store.read([&](Sql &sql) -> Result<std::vector<RegistryRow>> { return visibleRegistries(sql, access, *page); });
    if (!rows)
        co_return failure(rows.error());
    json::array list;
    for (const auto &row : *rows)
        list.push_back(registryObject(row, request.host));
    co_return success("registries", std::move(list));
}

asio::awaitable<http::Response> handleRegistry(
    Store &store, const Access &access, http::Request &request, std::string nameOrId)
{
    const auto isName = readIsName(request);
    if (!isName)
        co_return failure(isName.error());
    if (request.method == http::Method::Get) {
        const auto row = co_await store.read([&](Sql &sql) { return findVisibleRegistry(sql, access, nameOrId, *isName); });
        co_return row ? success("registry", registryObject(*row, request.host)) : failure(row.error());
    }
    if (request.method == http::Method::Delete) {
        if (auto may = needAdministrator(access); !may)
            co_return failure(may.error());
        const auto removed = co_await store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<std::int64_t> {
            const auto row = findRegistry(sql, nameOrId, *isName);
            return row ? deletion::deleteRegistry(sql, row->name, access.deed(request.peer)) : tl::unexpected(row.error());
        });
        co_return deleted(removed);
    }
    if (request.method != http::Method::Put)
        co_return failure({ErrorCode::MethodNotAllowed, "A registry answers GET, PUT and DELETE"});
    const auto body = co_await readObject(request);
    if (!body)
        co_return failure(body.error());
    if (const auto *allowlist = json::find(*body, "cve_allowlist"); allowlist && !allowlist->is_null())
        co_return notServed(request, "CVE allow-list of a registry");
    const auto changed = co_await store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        const auto row = findVisibleRegistry(sql, access, nameOrId, *isName);
        if (!row)
            return tl::unexpected(row.error());
        if (auto may = needRight(access, row->name, Action::Delete); !may)
            return may;
        const auto metadata = mergedMetadata(row->metadata, *body);
        if (!metadata)
            return tl::unexpected(metadata.error());
        registries::setMetadata(sql, row->id, *metadata);
        return {};
    });
    co_return changed ? success() : failure(changed.error());
}

} // namespace berth::ncr
