// SPDX-License-Identifier: Apache-2.0
#include "core/Text.h"

#include <algorithm>

#include <QByteArrayView>

namespace berth {

bool isCleanText(std::string_view text)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::ranges::any_of(text, isControl) || !QByteArrayView(text.data(), qsizetype(text.size())).isValidUtf8())
        return false;
    if (text.find("\xEF\xBB\xBF") != std::string_view::npos)
        return false;
    for (auto at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
        if (static_cast<unsigned char>(text[at + 1]) < 0xA0) // U+0080 to U+009F; the text is valid, so a byte follows
            return false;
    }
    return true;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace berth
