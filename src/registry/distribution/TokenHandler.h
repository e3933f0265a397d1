// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/access/Authenticator.h"
#include "registry/http/Message.h"

namespace berth {

/// The token service: GET with Basic credentials, or OAuth2 POST with a password. Asking for more than allowed is no error.
/// `lifetime` is that of the tokens; 12 h at most.
boost::asio::awaitable<http::Response> handleToken(Authenticator &authenticator, std::chrono::seconds lifetime, http::Request &request);

} // namespace berth
