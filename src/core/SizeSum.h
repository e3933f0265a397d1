// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>

namespace berth {

/// The sum of sizes or counts that others tell, who may tell anything: what is negative (unknown) counts as nothing, and what would
/// overflow stays at the largest number.
inline constexpr std::int64_t sizeSum(std::int64_t a, std::int64_t b)
{
    a = a < 0 ? 0 : a;
    b = b < 0 ? 0 : b;
    return a > std::numeric_limits<std::int64_t>::max() - b ? std::numeric_limits<std::int64_t>::max() : a + b;
}

} // namespace berth
