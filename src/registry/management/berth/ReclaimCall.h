// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

namespace berth {

/// What deleting the registries, images, artifacts and tags that the body names would take along and give back. Changes nothing.
boost::asio::awaitable<http::Response> reclaim(BerthCall &call);

} // namespace berth
