// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrCall.h"

/// Registries, by name or number (calls 1 to 5 of NCR's API).
namespace berth::ncr {

boost::asio::awaitable<http::Response> listRegistries(NcrCall &call);
boost::asio::awaitable<http::Response> createRegistry(NcrCall &call);
boost::asio::awaitable<http::Response> showRegistry(NcrCall &call);
boost::asio::awaitable<http::Response> changeRegistry(NcrCall &call);
boost::asio::awaitable<http::Response> deleteRegistry(NcrCall &call);

} // namespace berth::ncr
