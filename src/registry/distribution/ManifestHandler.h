// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

/// GET and HEAD, by tag or digest.
boost::asio::awaitable<http::Response> getManifest(Call &call);

/// Under a tag, or under a digest with tags as parameters.
boost::asio::awaitable<http::Response> putManifest(Call &call);

/// A tag alone, or by digest the artifact with its tags.
boost::asio::awaitable<http::Response> deleteManifest(Call &call);

} // namespace berth
