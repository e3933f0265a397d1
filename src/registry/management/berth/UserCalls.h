// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// Users and their roles.
namespace berth::usercalls {

boost::asio::awaitable<http::Response> list(BerthCall &call);
boost::asio::awaitable<http::Response> create(BerthCall &call);
boost::asio::awaitable<http::Response> change(BerthCall &call);
boost::asio::awaitable<http::Response> remove(BerthCall &call);

} // namespace berth::usercalls
