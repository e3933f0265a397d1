// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Access.h"
#include "registry/http/Message.h"
#include "registry/store/Store.h"

namespace berth {

/// POST reclaim: what a deletion of registries, images, artifacts and tags would take along, and its bytes, only here and shared, and when they return. Changes
/// nothing.
boost::asio::awaitable<http::Response> handleReclaim(Store &store, const Access &access, http::Request &request);

} // namespace berth
