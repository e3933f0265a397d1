// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// How the server runs, and what holds for one registry.
namespace berth::settingscalls {

boost::asio::awaitable<http::Response> show(BerthCall &call);

/// Those that the body names; they count at once.
boost::asio::awaitable<http::Response> change(BerthCall &call);

/// Quota, and whether missing content is accepted.
boost::asio::awaitable<http::Response> showRegistry(BerthCall &call);
boost::asio::awaitable<http::Response> changeRegistry(BerthCall &call);

} // namespace berth::settingscalls
