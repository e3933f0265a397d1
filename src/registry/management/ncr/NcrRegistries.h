// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrCall.h"
#include "registry/store/Registries.h"

/// Registries, by name or number (calls 1 to 5 of NCR's API).
namespace berth::ncr {

/// The registry that the call's address names, by its number or, where the header X-Is-Resource-Name says so or it is no number, by its name.
/// BadRequest for another header; NotFound or Denied where the caller may not do `action` in it: whoever may not see it learns nothing of it.
Result<RegistryRow> findRegistryFor(Sql &sql, const NcrCall &call, Action action);

boost::asio::awaitable<http::Response> listRegistries(NcrCall &call);
boost::asio::awaitable<http::Response> createRegistry(NcrCall &call);
boost::asio::awaitable<http::Response> showRegistry(NcrCall &call);
boost::asio::awaitable<http::Response> changeRegistry(NcrCall &call);
boost::asio::awaitable<http::Response> deleteRegistry(NcrCall &call);

} // namespace berth::ncr
