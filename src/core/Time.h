// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <QDateTime>

namespace berth {

/// Milliseconds since 1970-01-01T00:00:00Z. 0 means "never".
using TimeMs = std::int64_t;

TimeMs nowMs();

/// The same as Qt's type, in UTC.
QDateTime toDateTime(TimeMs time);

/// As HTTP writes times (IMF-fixdate, RFC 9110): "Sun, 06 Nov 1994 08:49:37 GMT".
std::string toHttpDate(TimeMs time);

/// RFC 3339 in UTC with milliseconds; 0 gives "0001-01-01T00:00:00.000Z", the wire's word for "never".
std::string toRfc3339(TimeMs time);

/// Reads RFC 3339 with up to nine fraction digits and any offset; 0 for empty, "never" and unreadable text.
TimeMs fromRfc3339(std::string_view text);

} // namespace berth
