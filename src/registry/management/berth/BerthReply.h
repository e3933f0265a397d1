// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Json.h"
#include "core/Time.h"
#include "registry/http/Message.h"

namespace berth {

/// The status that the error stands for, and {"errors":[{"code","message"}]}.
http::Response failed(const Error &error);

inline http::Response replied(json::object body) { return http::jsonResponse(200, body); }

/// Times in Berth's own replies: RFC 3339, or null for "never".
json::value timeOrNull(TimeMs time);

} // namespace berth
