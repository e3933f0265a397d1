// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace berth {

inline constexpr std::size_t tarBlockBytes = 512;

/// Whether the bytes are padding: nothing but zeros.
bool isZero(std::string_view bytes);

/// One header block of a tar file: version 7, ustar or GNU, sizes in octal or base-256.
struct TarHeader {
    std::string name;
    std::string linkTarget;
    char type = '0';
    std::int64_t sizeBytes = 0; ///< -1 for a negative, absurd or unreadable size.

    /// Reads a block of 512 bytes; nothing if its checksum is wrong.
    static std::optional<TarHeader> parse(std::string_view block);
};

/// What the PAX headers before an entry say about it; other keywords do not matter here.
struct PaxOverrides {
    std::optional<std::string> path;
    std::optional<std::string> linkPath;
    std::optional<std::int64_t> sizeBytes; ///< -1 for a negative, absurd or unreadable size.
    bool isSparse = false;

    bool isEmpty() const { return !path && !linkPath && !sizeBytes && !isSparse; }

    /// Adds the records of one PAX header; false if they break their grammar.
    bool add(std::string_view records);
};

} // namespace berth
