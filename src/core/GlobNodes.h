// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/Result.h"

namespace berth {

/// A pattern of Glob.h, read: its characters as nodes, each of which knows the one after it. Behind the end of an alternative stands what stands
/// behind all of them, so that a node says how the rest of the pattern reads from there.
class GlobNodes {
public:
    using Place = std::uint32_t;
    static constexpr Place end = 0;

    struct Node {
        enum class Kind { End, Literal, One, Star, Set, Slash, Alternatives };
        /// Characters from `low` to `high`, both included.
        struct Range {
            char32_t low;
            char32_t high;
        };
        Kind kind = Kind::End;
        Place next = end;
        char32_t literal = 0;
        bool isNegated = false;          ///< Of a set.
        bool holdsSlash = false;         ///< Of alternatives, at any depth.
        std::vector<Range> set = {};
        std::vector<Place> options = {}; ///< Where each begins; an empty one begins at `next`.

        /// The one character that it stands for.
        bool accepts(char32_t c) const;
    };

    /// BadRequest with the place of the fault.
    static Result<GlobNodes> read(std::u32string_view pattern);

    Place begin() const { return m_begin; }
    const Node &at(Place place) const { return m_nodes[place]; }
    std::size_t size() const { return m_nodes.size(); }

    /// The rest of the pattern, up to its next "/", is "**".
    bool isDeep(Place place) const;
    /// The nodes from `place` up to `until` may stand for nothing.
    bool mayBeEmpty(Place place, Place until) const;

private:
    friend class GlobReader;

    std::vector<Node> m_nodes{1}; ///< The first one is the end.
    Place m_begin = end;
};

} // namespace berth
