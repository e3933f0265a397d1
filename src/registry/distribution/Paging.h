// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "registry/http/Message.h"

namespace berth {

/// `n` and `last` of the protocol's lists.
struct ListWindow {
    std::int64_t count = 1000; ///< Clamped to 1000; 0 is allowed and gives an empty list.
    std::string last;          ///< Exclusive.
};

/// BadRequest if `n` is negative or no number.
Result<ListWindow> readWindow(const http::Request &request);

/// The Link header's value for the page after `last` (RFC 8288), path-absolute.
/// `more` is appended to the query, as "&name=value".
std::string nextLink(const std::string &path, std::int64_t count, const std::string &last, const std::string &more = {});

} // namespace berth
