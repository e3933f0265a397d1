// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

/// POST: begins an upload, or takes a whole blob, or mounts one.
boost::asio::awaitable<http::Response> startUpload(Call &call);

/// GET: what has arrived.
boost::asio::awaitable<http::Response> uploadState(Call &call);

/// PATCH: more bytes.
boost::asio::awaitable<http::Response> patchUpload(Call &call);

/// PUT: the last bytes, and the digest of all.
boost::asio::awaitable<http::Response> closeUpload(Call &call);

/// DELETE: throws it away.
boost::asio::awaitable<http::Response> cancelUpload(Call &call);

} // namespace berth
