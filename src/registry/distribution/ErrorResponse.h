// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Result.h"
#include "registry/http/Message.h"

namespace berth {

/// An error as the distribution protocol says it (routes/Errors.h).
///
/// `code` stands in for the usual word of the protocol, where the specification has another for this place.
http::Response errorResponse(const Error &error, const char *code = nullptr);

/// 401 with the challenge of the token service. `scope` may be empty; `reason` is "", "invalid_token" or "insufficient_scope".
http::Response challengeResponse(const http::Request &request, const std::string &scope, const std::string &reason, const std::string &message);

http::Response methodNotAllowed(const std::string &allowed);

} // namespace berth
