// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Digest.h"
#include "registry/distribution/Call.h"

namespace berth {

/// Blob GET, HEAD and DELETE (OCI distribution specification, end-2 and end-10).
boost::asio::awaitable<http::Response> handleBlob(DistributionContext &context, Call call, std::string digestText);

} // namespace berth
