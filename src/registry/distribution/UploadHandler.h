// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

/// POST to the uploads of a repository: a session, a mount, or a whole blob at once (end-4a, end-4b, end-11).
boost::asio::awaitable<http::Response> handleUploads(DistributionContext &context, Call call);

/// PATCH, PUT, GET and DELETE of one upload (end-5, end-6, end-13, end-14).
boost::asio::awaitable<http::Response> handleUpload(DistributionContext &context, Call call, std::string id);

} // namespace berth
