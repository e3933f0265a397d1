// SPDX-License-Identifier: Apache-2.0
#include "core/ReferrerTag.h"

#include <algorithm>

namespace berth {

std::string subjectOfTag(std::string_view tag)
{
    const auto dash = tag.find('-');
    if (dash == std::string_view::npos)
        return {};
    const auto algorithm = tag.substr(0, dash);
    const auto hex = tag.substr(dash + 1, std::min(tag.find('.'), tag.size()) - std::min(tag.find('.'), dash + 1));
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const bool fits = (algorithm == "sha256" && hex.size() == 64) || (algorithm == "sha512" && hex.size() == 128);
    return fits && std::ranges::all_of(hex, isHex) ? std::string(algorithm) + ":" + std::string(hex) : std::string();
}

std::string tagOfSubject(std::string_view digest)
{
    std::string tag(digest);
    std::ranges::replace(tag, ':', '-');
    return tag;
}

} // namespace berth
