// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// What keeps a store in order, and where its bytes are.
namespace berth::upkeepcalls {

/// Sums of the whole store; then by place, largest first.
boost::asio::awaitable<http::Response> storage(BerthCall &call);
boost::asio::awaitable<http::Response> largestRegistries(BerthCall &call);
boost::asio::awaitable<http::Response> largestImages(BerthCall &call);
boost::asio::awaitable<http::Response> sharedBlobs(BerthCall &call);

/// Its state, and what it would take; {"action":"start"|"pause"}.
boost::asio::awaitable<http::Response> collection(BerthCall &call);
boost::asio::awaitable<http::Response> steerCollection(BerthCall &call);

/// How far, and what is damaged; {"action":"start"|"stop"}.
boost::asio::awaitable<http::Response> scrub(BerthCall &call);
boost::asio::awaitable<http::Response> steerScrub(BerthCall &call);

/// What an administrator should know of, by name; {"action":"confirm_clock"}: the time is right.
boost::asio::awaitable<http::Response> health(BerthCall &call);
boost::asio::awaitable<http::Response> confirmClock(BerthCall &call);

} // namespace berth::upkeepcalls
