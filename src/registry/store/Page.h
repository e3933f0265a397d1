// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace berth {

/// A piece of a list: `limit` rows after skipping `offset`.
struct Page {
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

} // namespace berth
