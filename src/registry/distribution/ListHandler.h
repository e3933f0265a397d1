// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

boost::asio::awaitable<http::Response> listTags(Call &call);

/// What refers to a digest.
boost::asio::awaitable<http::Response> listReferrers(Call &call);

/// Names of the repositories that the caller may pull from.
boost::asio::awaitable<http::Response> listCatalog(ServiceCall &call);

} // namespace berth
