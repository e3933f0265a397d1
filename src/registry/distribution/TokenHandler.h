// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

/// The token service. Asking for more than allowed is no error; tokens live as long as the settings say, 12 h at most.
namespace berth {

/// GET with Basic credentials, or without any.
boost::asio::awaitable<http::Response> giveToken(ServiceCall &call);

/// OAuth2's POST with a password.
boost::asio::awaitable<http::Response> giveTokenForForm(ServiceCall &call);

} // namespace berth
