// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// What NCR has no call for about the cleanup of a registry.
namespace berth::cleanupcalls {

/// Whether it runs, when it will, and what ran last.
boost::asio::awaitable<http::Response> show(BerthCall &call);

/// What policies, the stored ones or others, would do now, and how many bytes would come back.
boost::asio::awaitable<http::Response> preview(BerthCall &call);

boost::asio::awaitable<http::Response> runs(BerthCall &call);
boost::asio::awaitable<http::Response> run(BerthCall &call);
/// {"action": "stop"} or "restore": everything that the run has in the trash comes back.
boost::asio::awaitable<http::Response> steerRun(BerthCall &call);
boost::asio::awaitable<http::Response> images(BerthCall &call);
boost::asio::awaitable<http::Response> artifacts(BerthCall &call);

} // namespace berth::cleanupcalls
