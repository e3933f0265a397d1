// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Access.h"
#include "registry/http/Message.h"
#include "registry/management/Paths.h"
#include "registry/store/Store.h"

namespace berth::ncr {

/// Everything below registries/{registryName}/images: images, artifacts, tags (calls 25 to 33). `parts` are the components after
/// "images".
boost::asio::awaitable<http::Response> handleImages(Store &store, const Access &access, http::Request &request,
    std::string registry, std::vector<std::string> parts);

} // namespace berth::ncr
