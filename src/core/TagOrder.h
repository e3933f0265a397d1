// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string_view>

namespace berth {

/// The order in which people read versions: numbers by value (v1.9, v1.10), letters without regard to case, and a release after its
/// candidates (1.0-rc1, 1.0, 1.0-slim). A total order: tags that differ in any byte are never equal.
std::strong_ordering compareTags(std::string_view a, std::string_view b);

} // namespace berth
