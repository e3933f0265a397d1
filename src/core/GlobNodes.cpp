// SPDX-License-Identifier: Apache-2.0
#include "core/GlobNodes.h"

#include <algorithm>

#include <QString>

namespace berth {

using Kind = GlobNodes::Node::Kind;
using Place = GlobNodes::Place;

bool GlobNodes::Node::accepts(char32_t c) const
{
    switch (kind) {
    case Kind::Literal: return c == literal;
    case Kind::One: return true;
    case Kind::Set: return isNegated != std::ranges::any_of(set, [c](const Range &range) { return range.low <= c && c <= range.high; });
    case Kind::End:
    case Kind::Star:
    case Kind::Slash:
    case Kind::Alternatives: break;
    }
    return false;
}

bool GlobNodes::isDeep(Place place) const
{
    const auto &first = at(place);
    const auto &second = at(first.next);
    const auto after = at(second.next).kind;
    return first.kind == Kind::Star && second.kind == Kind::Star && (after == Kind::End || after == Kind::Slash);
}

bool GlobNodes::mayBeEmpty(Place place, Place until) const
{
    if (place == until)
        return true;
    const auto &node = at(place);
    if (node.kind == Kind::Star) // one or two of them, and nothing else
        return node.next == until || (at(node.next).kind == Kind::Star && at(node.next).next == until);
    return node.kind == Kind::Alternatives && mayBeEmpty(node.next, until)
        && std::ranges::any_of(node.options, [&](Place option) { return mayBeEmpty(option, node.next); });
}

/// Reads a pattern backwards into nodes: what follows is known before what stands before it.
class GlobReader {
public:
    explicit GlobReader(std::u32string_view pattern)
        : m_pattern(pattern)
    {
    }

    Result<GlobNodes> read()
    {
        auto sequence = readSequence(false);
        if (!sequence)
            return tl::unexpected(sequence.error());
        m_nodes.m_begin = link(*sequence, GlobNodes::end);
        return std::move(m_nodes);
    }

private:
    /// A part of the pattern whose nodes do not know yet what follows.
    struct Part {
        GlobNodes::Node node;
        std::vector<std::vector<Part>> options = {};
    };
    using Sequence = std::vector<Part>;

    bool isAtEnd() const { return m_at == m_pattern.size(); }

    tl::unexpected<Error> fault(const char *text, std::size_t at) const
    {
        return fail(ErrorCode::BadRequest, text, {QString::fromStdU32String(std::u32string(m_pattern)).toStdString(), std::to_string(at + 1)});
    }

    static bool holdsSlash(const Sequence &sequence)
    {
        return std::ranges::any_of(sequence, [](const Part &part) { return part.node.kind == Kind::Slash || part.node.holdsSlash; });
    }

    Place link(Sequence &sequence, Place next)
    {
        for (auto part = sequence.rbegin(); part != sequence.rend(); ++part) {
            part->node.next = next;
            for (auto &option : part->options)
                part->node.options.push_back(link(option, next));
            m_nodes.m_nodes.push_back(std::move(part->node));
            next = Place(m_nodes.m_nodes.size() - 1);
        }
        return next;
    }

    /// Up to the pattern's end, or to the "," or "}" that ends an alternative.
    Result<Sequence> readSequence(bool isInside)
    {
        Sequence sequence;
        while (!isAtEnd() && !(isInside && (m_pattern[m_at] == U',' || m_pattern[m_at] == U'}'))) {
            auto part = readPart(m_pattern[m_at]);
            if (!part)
                return tl::unexpected(part.error());
            sequence.push_back(std::move(*part));
        }
        return sequence;
    }

    Result<Part> readPart(char32_t c)
    {
        switch (c) {
        case U'/': return single(Kind::Slash);
        case U'?': return single(Kind::One);
        case U'*': return single(Kind::Star);
        case U'[': return readSet();
        case U'{': return readAlternatives();
        case U'\\': {
            const auto escaped = readEscaped();
            return escaped ? Result<Part>(literal(*escaped)) : tl::unexpected(escaped.error());
        }
        default: ++m_at; return literal(c);
        }
    }

    Part single(Kind kind)
    {
        ++m_at;
        Part part;
        part.node.kind = kind;
        return part;
    }

    static Part literal(char32_t c)
    {
        Part part;
        part.node.kind = Kind::Literal;
        part.node.literal = c;
        return part;
    }

    Result<Part> readAlternatives()
    {
        constexpr int mostNested = 20;
        const auto begin = m_at;
        if (++m_depth > mostNested)
            return fault(QT_TRANSLATE_NOOP("Error", "The pattern %1 nests too many { into one another at character %2"), begin);
        Part part = single(Kind::Alternatives);
        while (true) {
            auto option = readSequence(true);
            if (!option)
                return tl::unexpected(option.error());
            if (isAtEnd())
                return fault(QT_TRANSLATE_NOOP("Error", "The pattern %1 opens a { at character %2 and does not close it"), begin);
            part.node.holdsSlash = part.node.holdsSlash || holdsSlash(*option);
            part.options.push_back(std::move(*option));
            if (m_pattern[m_at++] == U'}')
                break;
        }
        --m_depth;
        return part;
    }

    /// The character after the "\\" that stands next.
    Result<char32_t> readEscaped()
    {
        const auto begin = m_at++;
        if (isAtEnd())
            return fault(QT_TRANSLATE_NOOP("Error", "The pattern %1 has a \\ at character %2 with nothing after it"), begin);
        return m_pattern[m_at++];
    }

    Result<Part> readSet()
    {
        const auto begin = m_at;
        const auto open = [&] { return fault(QT_TRANSLATE_NOOP("Error", "The pattern %1 opens a [ at character %2 and does not close it"), begin); };
        Part part = single(Kind::Set);
        if (!isAtEnd() && m_pattern[m_at] == U'^') {
            part.node.isNegated = true;
            ++m_at;
        }
        const auto first = m_at;
        while (!isAtEnd() && m_pattern[m_at] != U']') {
            const auto low = readMember();
            if (!low)
                return tl::unexpected(low.error());
            auto high = *low;
            if (!isAtEnd() && m_pattern[m_at] == U'-') {
                ++m_at;
                if (isAtEnd())
                    return open();
                const auto last = readMember();
                if (!last)
                    return tl::unexpected(last.error());
                high = *last;
            }
            part.node.set.push_back({*low, high});
        }
        if (isAtEnd())
            return open();
        if (m_at == first && !part.node.isNegated)
            return fault(QT_TRANSLATE_NOOP("Error", "The pattern %1 has an empty set at character %2"), begin);
        ++m_at;
        return part;
    }

    Result<char32_t> readMember()
    {
        const auto c = m_pattern[m_at];
        if (c == U'\\')
            return readEscaped();
        if (c == U'-' || c == U']')
            return fault(QT_TRANSLATE_NOOP("Error", "The pattern %1 has a - at character %2 that is no range: write \\- for the character"), m_at);
        ++m_at;
        return c;
    }

    std::u32string_view m_pattern;
    std::size_t m_at = 0;
    int m_depth = 0;
    GlobNodes m_nodes;
};

Result<GlobNodes> GlobNodes::read(std::u32string_view pattern) { return GlobReader(pattern).read(); }

} // namespace berth
