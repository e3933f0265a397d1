// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// A target of the server's own for webhooks that are being set up.
namespace berth::inboxcalls {

/// What came, newest first, and where it is to be sent.
boost::asio::awaitable<http::Response> show(BerthCall &call);
boost::asio::awaitable<http::Response> clear(BerthCall &call);
/// Takes any body of a bounded length, from anybody who knows the name of the box.
boost::asio::awaitable<http::Response> take(BerthCall &call);

} // namespace berth::inboxcalls
