// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/ByteRanges.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "core/Text.h"

namespace berth {

namespace {

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || end != text.data() + text.size())
        return std::nullopt;
    return ec == std::errc::result_out_of_range ? std::numeric_limits<std::int64_t>::max() : value;
}

/// One of the list. False if it breaks the grammar; an empty range lies outside the body, or ends before it begins.
bool readOne(std::string_view text, std::int64_t size, std::optional<ByteRange> &range)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return false;
    const auto first = number(text.substr(0, dash));
    const auto last = number(text.substr(dash + 1));
    if (dash == 0) {
        if (!last)
            return false;
        const auto length = std::min(*last, size);
        if (length > 0)
            range = ByteRange{size - length, length};
        return true;
    }
    if (!first || (dash + 1 < text.size() && !last))
        return false;
    if (*first < size && (!last || *last >= *first))
        range = ByteRange{*first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
    return true;
}

/// Joins what overlaps, so that no byte goes out twice.
void joinOverlaps(std::vector<ByteRange> &ranges)
{
    auto sorted = ranges;
    std::ranges::sort(sorted, {}, &ByteRange::offset);
    std::vector<ByteRange> joined;
    for (const auto &range : sorted) {
        if (!joined.empty() && range.offset < joined.back().offset + joined.back().length)
            joined.back().length = std::max(joined.back().length, range.offset + range.length - joined.back().offset);
        else
            joined.push_back(range);
    }
    if (joined.size() < ranges.size())
        ranges = std::move(joined);
}

} // namespace

Result<std::vector<ByteRange>> readRanges(std::string_view header, std::int64_t size)
{
    constexpr std::string_view unit = "bytes=";
    std::vector<ByteRange> ranges;
    if (header.size() <= unit.size() || !std::ranges::equal(header.substr(0, unit.size()), unit, [](char a, char b) { return (a | 32) == (b | 32); }))
        return ranges;
    header.remove_prefix(unit.size());
    std::size_t count = 0;
    while (true) {
        const auto comma = header.find(',');
        const auto text = trimmed(header.substr(0, comma));
        if (!text.empty()) { // an empty element of a list means nothing
            std::optional<ByteRange> range;
            if (!readOne(text, size, range) || ++count > maxRanges)
                return std::vector<ByteRange>();
            if (range)
                ranges.push_back(*range);
        }
        if (comma == std::string_view::npos)
            break;
        header.remove_prefix(comma + 1);
    }
    if (count == 0)
        return ranges;
    if (ranges.empty())
        return fail(ErrorCode::RangeInvalid, "The blob has " + std::to_string(size) + " bytes");
    joinOverlaps(ranges);
    return ranges;
}

} // namespace berth
