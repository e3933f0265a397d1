// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/BerthCall.h"

namespace berth {

/// Deletions that can still be undone.
///
///     GET    trash                 newest first, those of registries that the key may delete in
///     DELETE trash                 ends all for good (administrator)
///     GET    trash/{id}            with its artifacts, tags, and the names that are taken by now
///     POST   trash/{id}/restore    {"artifacts":[…],"tags":[…],"tag_names":{old:new}}; everything without the two lists
///     DELETE trash/{id}            ends one for good
boost::asio::awaitable<http::Response> handleTrash(BerthCall &call);

} // namespace berth
