// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/awaitable.hpp>

#include "core/Json.h"
#include "core/Time.h"
#include "registry/http/Message.h"

namespace berth {

/// The status that the error stands for, and {"errors":[{"code","message"}]}.
http::Response failed(const Error &error);

inline http::Response replied(json::object body) { return http::jsonResponse(200, body); }

/// The body as a JSON object of at most 1 MiB; BadRequest otherwise. No body counts as {}.
boost::asio::awaitable<Result<json::value>> readObject(http::Request &request);

/// Times in Berth's own replies: RFC 3339, or null for "never".
json::value timeOrNull(TimeMs time);

} // namespace berth
