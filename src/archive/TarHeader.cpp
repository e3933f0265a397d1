// SPDX-License-Identifier: Apache-2.0
#include "archive/TarHeader.h"

#include <algorithm>
#include <charconv>

namespace berth {

namespace {

constexpr std::int64_t largestSize = 1LL << 53;

/// Text up to the first NUL.
std::string field(std::string_view block, std::size_t at, std::size_t width)
{
    const auto text = block.substr(at, width);
    return std::string(text.substr(0, text.find('\0')));
}

/// A number in `base` digits and nothing else; -1 if it is none or above largestSize.
std::int64_t number(std::string_view digits, int base)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    return error == std::errc() && end == digits.data() + digits.size() && value >= 0 && value <= largestSize ? value : -1;
}

/// A numeric field: octal digits among spaces and NULs, or base-256 when the top bit is set.
std::int64_t numericField(std::string_view text)
{
    if ((text.front() & 0x80) == 0) {
        using namespace std::string_view_literals;
        const auto first = text.find_first_not_of(" \0"sv);
        if (first == std::string_view::npos)
            return 0;
        const auto digits = text.substr(first);
        return number(digits.substr(0, digits.find_first_of(" \0"sv)), 8);
    }
    if ((text.front() & 0x40) != 0)
        return -1;
    std::int64_t value = text.front() & 0x3f;
    for (const char c : text.substr(1)) {
        if (value > largestSize)
            return -1;
        value = value << 8 | static_cast<unsigned char>(c);
    }
    return value <= largestSize ? value : -1;
}

/// Old writers added up signed bytes; both sums count.
bool hasGoodChecksum(std::string_view block)
{
    std::int64_t unsignedSum = 0;
    std::int64_t signedSum = 0;
    for (std::size_t i = 0; i < tarBlockBytes; ++i) {
        const char c = i >= 148 && i < 156 ? ' ' : block[i];
        unsignedSum += static_cast<unsigned char>(c);
        signedSum += static_cast<signed char>(c);
    }
    const auto stated = numericField(block.substr(148, 8));
    return stated == unsignedSum || stated == signedSum;
}

} // namespace

bool isZero(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c == '\0'; });
}

std::optional<TarHeader> TarHeader::parse(std::string_view block)
{
    if (block.size() != tarBlockBytes || !hasGoodChecksum(block))
        return std::nullopt;
    TarHeader header;
    header.name = field(block, 0, 100);
    header.linkTarget = field(block, 157, 100);
    header.type = block[156];
    header.sizeBytes = numericField(block.substr(124, 12));
    // GNU's magic ends in spaces, and its headers have times where ustar has the prefix.
    if (block.substr(257, 6) == std::string_view("ustar\0", 6)) {
        if (const auto prefix = field(block, 345, 155); !prefix.empty())
            header.name = prefix + "/" + header.name;
    }
    return header;
}

bool PaxOverrides::add(std::string_view records)
{
    while (!records.empty()) {
        const auto space = records.find(' ');
        const auto length = space == std::string_view::npos ? -1 : number(records.substr(0, space), 10);
        if (length <= std::int64_t(space) + 1 || length > std::int64_t(records.size()) || records[std::size_t(length) - 1] != '\n')
            return false;
        const auto record = records.substr(space + 1, std::size_t(length) - space - 2);
        const auto equals = record.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return false;
        const auto key = record.substr(0, equals);
        const auto value = record.substr(equals + 1);
        if (key == "path")
            path = value;
        else if (key == "linkpath")
            linkPath = value;
        else if (key == "size")
            sizeBytes = number(value, 10);
        else if (key.starts_with("GNU.sparse."))
            isSparse = true;
        records.remove_prefix(std::size_t(length));
    }
    return true;
}

} // namespace berth
