// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// The work that a server does by itself in the background.
namespace berth::jobcalls {

/// Every job: what it does, did last, and when it begins.
boost::asio::awaitable<http::Response> list(BerthCall &call);

/// The runs of one job, newest first.
boost::asio::awaitable<http::Response> runs(BerthCall &call);

} // namespace berth::jobcalls
