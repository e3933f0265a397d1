// SPDX-License-Identifier: Apache-2.0
#include "archive/TarFault.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <archive.h>

namespace berth {

TarFault tarFault(struct archive *handle, int result)
{
    if (result == ARCHIVE_RETRY)
        return TarFault::Checksum;
    // The first that fits counts.
    constexpr std::array<std::pair<std::string_view, TarFault>, 13> words = {{
        {"Truncated input file", TarFault::BodyBreaksOff},
        {"Truncated", TarFault::HeaderBreaksOff},
        {"Damaged tar archive", TarFault::HeaderBroken},
        {"negative size", TarFault::Size},
        {"size overflow", TarFault::Size},
        {"size attribute", TarFault::Size},
        {"Special header too large", TarFault::LongHeader},
        {"Too many special headers", TarFault::HeaderCount},
        {"pax", TarFault::Pax},
        {"PAX", TarFault::Pax},
        {"GNU sparse", TarFault::Pax},
        {"Parse error", TarFault::Pax},
        {"can't be converted", TarFault::NameConversion},
    }};
    const char *said = archive_error_string(handle);
    const std::string_view text = said ? said : "";
    if (text.empty()) // where the content of a header ends too soon
        return TarFault::HeaderBroken;
    const auto *word = std::ranges::find_if(words, [&](const auto &known) { return text.find(known.first) != std::string_view::npos; });
    return word == words.end() ? TarFault::Other : word->second;
}

} // namespace berth
