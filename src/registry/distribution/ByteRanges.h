// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/Result.h"

namespace berth {

struct ByteRange {
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

/// More ranges than this in one request are answered with the whole: clients that fetch layers in pieces ask for some hundreds.
inline constexpr std::size_t maxRanges = 1200;

/// Reads a Range header (RFC 9110, section 14.2) for a body of that size. Ranges come in the order asked for, unless some overlap: then
/// they are joined, in ascending order. Those beyond the end are left out. Empty: the whole body is to be sent; RangeInvalid: 416.
Result<std::vector<ByteRange>> readRanges(std::string_view header, std::int64_t size);

} // namespace berth
