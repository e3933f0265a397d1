// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace berth {

/// The digest that a tag of the referrers tag scheme stands for: "sha256-<hex>", also with an end as signing tools add it
/// ("sha256-<hex>.sig"). Empty for any other tag.
std::string subjectOfTag(std::string_view tag);

/// What such tags of a digest begin with: "sha256-<hex>".
std::string tagOfSubject(std::string_view digest);

} // namespace berth
