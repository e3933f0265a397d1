// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

#include "core/Result.h"

namespace berth {

enum class DigestAlgorithm { Sha256, Sha512 };

/// Content address of a blob or manifest: "sha256:" and 64, or "sha512:" and 128, lower-case hex digits.
///
/// Always well-formed, because parse() is the only way in.
class Digest {
public:
    /// Reads the wire form. DigestInvalid for another algorithm, length or letter case.
    static Result<Digest> parse(std::string_view text);

    DigestAlgorithm algorithm() const;

    /// The wire form, as in headers and URLs.
    const std::string &toString() const { return m_text; }

    /// The hex digits alone, as in file names. Valid while this Digest lives.
    std::string_view hex() const;

    /// The first twelve hex digits, as people write them.
    std::string shortHex() const { return std::string(hex().substr(0, 12)); }

    friend auto operator<=>(const Digest &, const Digest &) = default;

private:
    explicit Digest(std::string text)
        : m_text(std::move(text))
    {
    }

    std::string m_text;
};

} // namespace berth

template <> struct std::hash<berth::Digest> {
    size_t operator()(const berth::Digest &digest) const { return std::hash<std::string>()(digest.toString()); }
};
