// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Access.h"
#include "registry/http/Message.h"
#include "registry/store/Registries.h"
#include "registry/store/Store.h"

namespace berth::ncr {

/// GET and POST of the list of registries (calls 1 and 3).
boost::asio::awaitable<http::Response> handleRegistries(Store &store, const Access &access, http::Request &request);

/// GET, PUT and DELETE of one, by name or number (calls 2, 4, 5).
boost::asio::awaitable<http::Response> handleRegistry(
    Store &store, const Access &access, http::Request &request, std::string nameOrId);

/// The registry that a path names: a number is an ID unless the header X-Is-Resource-Name says true. NotFound.
Result<RegistryRow> findRegistry(Sql &sql, const std::string &nameOrId, bool isName);

/// Denied unless it is the whole server's administrator.
Result<void> needAdministrator(const Access &access);

/// Denied with the reason unless the key may do that in the registry.
Result<void> needRight(const Access &access, std::string_view registry, Action action);

} // namespace berth::ncr
