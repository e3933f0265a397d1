// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrCall.h"

/// Cleanup policies of a registry and their schedule (calls 10 to 13, 18 and 19 of NCR's API).
namespace berth::ncr {

boost::asio::awaitable<http::Response> listCleanup(NcrCall &call);
boost::asio::awaitable<http::Response> createCleanup(NcrCall &call);
boost::asio::awaitable<http::Response> changeCleanup(NcrCall &call);
/// Takes the number from the query, as NCR does, or from the path.
boost::asio::awaitable<http::Response> deleteCleanup(NcrCall &call);
boost::asio::awaitable<http::Response> showSchedule(NcrCall &call);
boost::asio::awaitable<http::Response> setSchedule(NcrCall &call);

} // namespace berth::ncr
