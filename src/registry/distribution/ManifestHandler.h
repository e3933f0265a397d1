// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

/// Manifest GET, HEAD, PUT and DELETE by tag or digest (end-3, end-7, end-9).
boost::asio::awaitable<http::Response> handleManifest(DistributionContext &context, Call call, std::string reference);

} // namespace berth
