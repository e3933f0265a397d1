// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// Deletions that can be undone, for administrators of their registries.
namespace berth::trashcalls {

boost::asio::awaitable<http::Response> list(BerthCall &call);
boost::asio::awaitable<http::Response> details(BerthCall &call);

/// All of a deletion, or the artifacts and tags that the body names.
boost::asio::awaitable<http::Response> restore(BerthCall &call);

/// Ends one for good, or all.
boost::asio::awaitable<http::Response> end(BerthCall &call);
boost::asio::awaitable<http::Response> empty(BerthCall &call);

} // namespace berth::trashcalls
