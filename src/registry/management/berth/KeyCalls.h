// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/berth/BerthCall.h"

/// Access keys: one's own, and for an administrator those of others, too. A key with limits of its own manages none.
namespace berth::keycalls {

/// Whose key this is and what it may do.
boost::asio::awaitable<http::Response> me(BerthCall &call);

/// Never a secret.
boost::asio::awaitable<http::Response> list(BerthCall &call);

/// {"note","owner","role","registries"}; the secret is in this answer only.
boost::asio::awaitable<http::Response> create(BerthCall &call);

/// Note, role, registries, disabled.
boost::asio::awaitable<http::Response> change(BerthCall &call);

/// A new secret under the same ID; the old one and its tokens die at once.
boost::asio::awaitable<http::Response> renewSecret(BerthCall &call);

boost::asio::awaitable<http::Response> remove(BerthCall &call);

} // namespace berth::keycalls
