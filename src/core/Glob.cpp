// SPDX-License-Identifier: Apache-2.0
#include "core/Glob.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include <QString>

#include "core/GlobNodes.h"

namespace berth {

namespace {

using Kind = GlobNodes::Node::Kind;
using Place = GlobNodes::Place;

std::u32string decoded(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())).toStdU32String(); }

std::vector<std::u32string_view> split(std::u32string_view text)
{
    std::vector<std::u32string_view> parts;
    while (true) {
        const auto slash = text.find(U'/');
        parts.push_back(text.substr(0, slash));
        if (slash == std::u32string_view::npos)
            return parts;
        text.remove_prefix(slash + 1);
    }
}

/// One pattern on one text. What was found out about a place of the pattern at a place of the text is remembered, so that no pattern makes it ask
/// the same again and again.
class Matcher {
public:
    Matcher(const GlobNodes &nodes, std::u32string_view text)
        : m_nodes(nodes)
        , m_text(text)
        , m_segments(split(text))
    {
    }

    bool matches() { return matches(m_nodes.begin(), 0); }

private:
    /// Where the pattern goes on in the next segment, by alternatives; none if it ends here. Nothing: no match.
    using Rests = std::optional<std::vector<Place>>;

    static std::uint64_t key(Place place, std::size_t at) { return std::uint64_t(place) << 32 | at; }

    /// The rest of the pattern on the segments from `segment` on.
    bool matches(Place place, std::size_t segment)
    {
        const auto known = m_wholes.find(key(place, segment));
        if (known != m_wholes.end())
            return known->second;
        const bool does = matchesAnew(place, segment);
        m_wholes.emplace(key(place, segment), does);
        return does;
    }

    bool matchesAnew(Place place, std::size_t segment)
    {
        if (m_nodes.isDeep(place)) {
            const auto slash = m_nodes.at(m_nodes.at(place).next).next;
            if (slash == GlobNodes::end)
                return true;
            for (; segment < m_segments.size(); ++segment) {
                if (matches(m_nodes.at(slash).next, segment))
                    return true;
            }
            return false;
        }
        const auto text = m_segments[segment];
        const auto rests = inSegment(place, std::size_t(text.data() - m_text.data()), std::size_t(text.data() - m_text.data()) + text.size());
        if (!rests)
            return false;
        if (segment + 1 == m_segments.size())
            return rests->empty();
        return std::ranges::any_of(*rests, [&](Place rest) { return matches(rest, segment + 1); });
    }

    /// The pattern from `place` on what a segment has from `at` to `end`.
    Rests inSegment(Place place, std::size_t at, std::size_t end)
    {
        for (; place != GlobNodes::end && at < end; ++at) {
            const auto &node = m_nodes.at(place);
            if (node.kind == Kind::Star || node.kind == Kind::Alternatives)
                return remembered(place, at, end);
            if (!node.accepts(m_text[at]))
                return {};
            place = node.next;
        }
        return at < end ? Rests() : atEnd(place);
    }

    Rests remembered(Place place, std::size_t at, std::size_t end)
    {
        const auto known = m_parts.find(key(place, at));
        if (known != m_parts.end())
            return known->second;
        auto rests = m_nodes.at(place).kind == Kind::Star ? afterStar(m_nodes.at(place).next, at, end) : afterAlternatives(m_nodes.at(place), at, end);
        m_parts.emplace(key(place, at), rests);
        return rests;
    }

    Rests afterStar(Place place, std::size_t at, std::size_t end)
    {
        if (place == GlobNodes::end)
            return std::vector<Place>();
        if (m_nodes.at(place).kind == Kind::Slash)
            return std::vector{m_nodes.at(place).next};
        for (; at < end; ++at) {
            if (auto rests = inSegment(place, at, end))
                return rests;
        }
        return {};
    }

    Rests afterAlternatives(const GlobNodes::Node &node, std::size_t at, std::size_t end)
    {
        Rests all;
        for (const auto option : node.options) {
            const auto rests = inSegment(option, at, end);
            if (!rests)
                continue;
            if (!all)
                all.emplace();
            all->insert(all->end(), rests->begin(), rests->end());
            std::ranges::sort(*all); // each once: many alternatives go on at the same place
            all->erase(std::ranges::unique(*all).begin(), all->end());
        }
        return all;
    }

    /// The segment is over: what the pattern still has for it must be able to stand for nothing.
    Rests atEnd(Place place) const
    {
        if (place == GlobNodes::end)
            return std::vector<Place>();
        auto until = place;
        while (until != GlobNodes::end && m_nodes.at(until).kind != Kind::Slash) {
            if (m_nodes.at(until).holdsSlash)
                return {};
            until = m_nodes.at(until).next;
        }
        if (!m_nodes.mayBeEmpty(place, until))
            return {};
        return until == GlobNodes::end ? std::vector<Place>() : std::vector{m_nodes.at(until).next};
    }

    const GlobNodes &m_nodes;
    const std::u32string_view m_text;
    const std::vector<std::u32string_view> m_segments;
    std::unordered_map<std::uint64_t, bool> m_wholes;
    std::unordered_map<std::uint64_t, Rests> m_parts;
};

} // namespace

Result<Glob> Glob::parse(std::string_view pattern)
{
    Glob glob;
    glob.m_pattern = pattern;
    if (pattern.empty())
        return glob;
    if (pattern.size() > longest)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "A pattern has 1024 bytes at most; this one has %1"), {std::to_string(pattern.size())});
    auto nodes = GlobNodes::read(decoded(pattern));
    if (!nodes)
        return tl::unexpected(nodes.error());
    glob.m_nodes = std::make_shared<const GlobNodes>(std::move(*nodes));
    return glob;
}

bool Glob::matches(std::string_view text) const
{
    if (!m_nodes)
        return true;
    const auto characters = decoded(text);
    return Matcher(*m_nodes, characters).matches();
}

std::string patternOf(std::string_view typed)
{
    std::string bare;
    std::ranges::copy_if(typed, std::back_inserter(bare), [](char c) { return c != ' ' && c != '\t'; });
    const bool isList = bare.find(',') != std::string::npos && bare.find('{') == std::string::npos;
    return isList ? '{' + bare + '}' : bare;
}

} // namespace berth
