// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/BerthCall.h"

namespace berth {

/// GET me: whose key this is and what it may do.
boost::asio::awaitable<http::Response> handleMe(BerthCall &call);

/// Access keys: one's own, and for an administrator those of others, too. A key with limits of its own manages none.
///
///     GET    keys[?owner=]        never a secret
///     POST   keys                 {"note","owner","role","registries"}; the secret is in this answer only
///     PUT    keys/{id}            note, role, registries, disabled
///     POST   keys/{id}/secret     a new secret under the same ID; the old one and its tokens die at once
///     DELETE keys/{id}
boost::asio::awaitable<http::Response> handleKeys(BerthCall &call);

/// Users (administrator): GET users, POST users, PUT and DELETE users/{name}.
boost::asio::awaitable<http::Response> handleUsers(BerthCall &call);

} // namespace berth
