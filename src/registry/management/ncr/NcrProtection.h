// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrCall.h"

/// Protection policies of a registry (calls 6 to 9 of NCR's API).
namespace berth::ncr {

boost::asio::awaitable<http::Response> listProtection(NcrCall &call);
boost::asio::awaitable<http::Response> createProtection(NcrCall &call);
boost::asio::awaitable<http::Response> changeProtection(NcrCall &call);
boost::asio::awaitable<http::Response> deleteProtection(NcrCall &call);

} // namespace berth::ncr
