// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/ncr/NcrCall.h"

/// Runs of a registry's cleanup and what became of its artifacts (calls 14 to 17 of NCR's API).
namespace berth::ncr {

boost::asio::awaitable<http::Response> listRuns(NcrCall &call);
/// Without `dry_run` the run is a real one.
boost::asio::awaitable<http::Response> startRun(NcrCall &call);
boost::asio::awaitable<http::Response> listTasks(NcrCall &call);
/// The log as a text, at most some megabytes of it.
boost::asio::awaitable<http::Response> showLog(NcrCall &call);

} // namespace berth::ncr
