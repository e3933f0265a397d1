// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

/// Tags of a repository (end-8).
boost::asio::awaitable<http::Response> handleTagList(DistributionContext &context, Call call);

/// Artifacts whose subject is that digest (end-12), paged by `n` and `last` (the digest of the page before) as the other lists.
boost::asio::awaitable<http::Response> handleReferrers(DistributionContext &context, Call call, std::string digest);

/// Repositories of the server from which the caller may pull (Docker's _catalog).
boost::asio::awaitable<http::Response> handleCatalog(DistributionContext &context, const Access &access, http::Request &request);

} // namespace berth
