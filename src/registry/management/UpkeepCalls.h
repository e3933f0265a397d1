// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/management/BerthCall.h"

namespace berth {

/// GET storage: where the bytes are. GET storage/registries, storage/images, storage/shared: by place, largest first.
boost::asio::awaitable<http::Response> handleStorage(BerthCall &call);

/// GET collection: its state, and what it would take. POST collection {"action":"start"|"pause"} (administrator).
boost::asio::awaitable<http::Response> handleCollection(BerthCall &call);

/// GET scrub: how far, and what is damaged. POST scrub {"action":"start"|"stop"} (administrator).
boost::asio::awaitable<http::Response> handleScrub(BerthCall &call);

/// GET health: what an administrator should know of, by name.
boost::asio::awaitable<http::Response> handleHealth(BerthCall &call);

/// GET settings; PUT settings with those that change (administrator).
boost::asio::awaitable<http::Response> handleSettings(BerthCall &call);

/// GET registries/{name}: quota and whether missing content is accepted. PUT changes them (administrator).
boost::asio::awaitable<http::Response> handleRegistryOptions(BerthCall &call);

} // namespace berth
