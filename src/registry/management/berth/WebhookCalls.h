// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// What NCR has no call for about webhooks: what was sent, and sending by hand.
namespace berth::webhookcalls {

boost::asio::awaitable<http::Response> deliveries(BerthCall &call);
boost::asio::awaitable<http::Response> delivery(BerthCall &call);
/// The same bytes once more.
boost::asio::awaitable<http::Response> sendAgain(BerthCall &call);
/// {"event": "PUSH_ARTIFACT"}: of something made up.
boost::asio::awaitable<http::Response> test(BerthCall &call);

} // namespace berth::webhookcalls
