// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrRegistries.h"

#include <charconv>

#include <boost/json/parse.hpp>

#include "core/Names.h"
#include "registry/jobs/CleanupTimes.h"
#include "registry/management/ncr/NcrReply.h"
#include "registry/routes/Objects.h"
#include "registry/routes/Requests.h"
#include "registry/routes/VisiblePage.h"
#include "registry/store/Deletion.h"
#include "registry/store/Registries.h"

namespace berth::ncr {

namespace asio = boost::asio;

namespace {

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
    return visiblePage(
        seesAll(access.rights()), page, [&](Page part) { return registries::list(sql, part); },
        [&](const RegistryRow &row) { return access.rights().allows(row.name, Action::See); });
}

/// The registry that a path names: a number is an ID unless the header X-Is-Resource-Name says true. NotFound.
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

Result<RegistryRow> findRegistryFor(Sql &sql, const NcrCall &call, Action action)
{
    const auto isName = readIsName(call.request);
    if (!isName)
        return tl::unexpected(isName.error());
    const auto row = findVisibleRegistry(sql, call.access, call.parameters["registry"], *isName);
    if (!row)
        return row;
    if (auto may = needRight(call.access, row->name, action); !may)
        return tl::unexpected(may.error());
    return row;
}

asio::awaitable<http::Response> listRegistries(NcrCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failure(page.error());
    const auto rows = co_await call.store.read([&](Sql &sql) -> Result<std::vector<RegistryRow>> { return visibleRegistries(sql, call.access, *page); });
    if (!rows)
        co_return failure(rows.error());
    json::array list;
    for (const auto &row : *rows)
        list.push_back(objects::ofRegistry(row, call.request.host));
    co_return success("registries", std::move(list));
}

asio::awaitable<http::Response> createRegistry(NcrCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failure(body.error());
    if (json::integer(*body, "registry_id") != 0)
        co_return notServed(call.request, "registries that draw from an image cache");
    const auto metadata = mergedMetadata("{}", *body);
    if (!metadata)
        co_return failure(metadata.error());
    const auto name = json::text(*body, "project_name");
    const auto created = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) { return registries::create(sql, name, *metadata); });
    co_return created ? success() : failure(created.error());
}

asio::awaitable<http::Response> showRegistry(NcrCall &call)
{
    const auto isName = readIsName(call.request);
    if (!isName)
        co_return failure(isName.error());
    const auto row = co_await call.store.read([&](Sql &sql) { return findVisibleRegistry(sql, call.access, call.parameters["registry"], *isName); });
    co_return row ? success("registry", objects::ofRegistry(*row, call.request.host)) : failure(row.error());
}

asio::awaitable<http::Response> changeRegistry(NcrCall &call)
{
    const auto isName = readIsName(call.request);
    if (!isName)
        co_return failure(isName.error());
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failure(body.error());
    if (const auto *allowlist = json::find(*body, "cve_allowlist"); allowlist && !allowlist->is_null())
        co_return notServed(call.request, "CVE allow-list of a registry");
    const auto changed = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<void> {
        const auto row = findVisibleRegistry(sql, call.access, call.parameters["registry"], *isName);
        if (!row)
            return tl::unexpected(row.error());
        if (auto may = needRight(call.access, row->name, Action::Delete); !may)
            return may;
        const auto metadata = mergedMetadata(row->metadata, *body);
        if (!metadata)
            return tl::unexpected(metadata.error());
        registries::setMetadata(sql, row->id, *metadata);
        return {};
    });
    co_return changed ? success() : failure(changed.error());
}

asio::awaitable<http::Response> deleteRegistry(NcrCall &call)
{
    const auto isName = readIsName(call.request);
    if (!isName)
        co_return failure(isName.error());
    const auto removed = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<std::int64_t> {
        const auto row = findRegistry(sql, call.parameters["registry"], *isName);
        return row ? deletion::deleteRegistry(sql, row->name, call.access.deed(call.request.peer)) : tl::unexpected(row.error());
    });
    call.authenticator.forgetAll(); // roles in it went along
    co_await refreshCleanupTimes(call.store, call.housekeeping);
    co_return deleted(removed);
}

} // namespace berth::ncr
