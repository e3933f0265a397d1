// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Digest.h"
#include "registry/distribution/Call.h"

namespace berth {

/// GET, whole or in ranges, and HEAD.
boost::asio::awaitable<http::Response> getBlob(Call &call);

/// Out of the repository's sight at once.
boost::asio::awaitable<http::Response> deleteBlob(Call &call);

} // namespace berth
