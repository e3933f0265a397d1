// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

/// Tags of a repository (end-8).
boost::asio::awaitable<http::Response> handleTagList(DistributionContext &context, Call call);

/// Artifacts whose subject is that digest (end-12).
boost::asio::awaitable<http::Response> handleReferrers(DistributionContext &context, Call call, std::string digest);

/// Repositories of the server (Docker's _catalog).
boost::asio::awaitable<http::Response> handleCatalog(DistributionContext &context, http::Request &request);

} // namespace berth
