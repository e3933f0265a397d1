// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/Result.h"

namespace berth {

class GlobNodes;

/// A pattern for names of images and tags, as the reference system's policies have them. The whole text has to match, upper and lower case are
/// different, "/" parts segments.
///
///   *       any characters of one segment, none included
///   **      as a whole segment: any number of segments, none included, but at the end at least one; otherwise as *
///   ?       one character of a segment
///   [a-c] [^a]   one character of the set, or none of it; \ takes the next character as it is
///   {x,y}   alternatives, which may be empty, hold "/" and further alternatives
///   \c      the character c
///
/// The empty pattern matches everything. Three ways of the reference system's matcher are kept, since a policy has to mean the same on both
/// sides: "{a,a/**}" does not match "a" (one alternative is at its end and another is not), a star takes what an empty alternative after it
/// would need ("v*{,-rc}" does not match "v1"), and a "**" that begins an alternative is a star.
///
/// A copy is cheap; matching costs at most the product of both lengths, whatever the pattern.
class Glob {
public:
    static constexpr std::size_t longest = 1024; ///< Bytes of a pattern.

    /// BadRequest with the place of the fault.
    static Result<Glob> parse(std::string_view pattern);

    bool matches(std::string_view text) const;
    const std::string &pattern() const { return m_pattern; }

private:
    std::string m_pattern;
    std::shared_ptr<const GlobNodes> m_nodes; ///< Null for the empty pattern.
};

/// What a person types, "dev, qa" for either of two, as a pattern: "{dev,qa}".
std::string patternOf(std::string_view typed);

} // namespace berth
