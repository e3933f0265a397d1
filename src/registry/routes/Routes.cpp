// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/Routes.h"

#include <algorithm>

namespace berth {

namespace {

/// The first component of a pattern; the rest stays.
std::string_view takeFirst(std::string_view &pattern)
{
    const auto slash = pattern.find('/');
    const auto first = pattern.substr(0, slash);
    pattern.remove_prefix(slash == std::string_view::npos ? pattern.size() : slash + 1);
    return first;
}

bool isWord(std::string_view component) { return component.starts_with('{'); }
bool takesMany(std::string_view component) { return component.ends_with("...}"); }

std::string_view nameIn(std::string_view word) { return word.substr(1, word.size() - (takesMany(word) ? 5 : 2)); }

} // namespace

const std::string &Parameters::operator[](std::string_view name) const
{
    static const std::string none;
    const auto found = std::ranges::find(m_values, name, &std::pair<std::string_view, std::string>::first);
    return found == m_values.end() ? none : found->second;
}

bool matches(std::string_view pattern, std::span<const std::string> components, Parameters &parameters)
{
    const auto wanted = pattern.empty() ? 0 : std::size_t(std::ranges::count(pattern, '/')) + 1;
    if (components.size() < wanted)
        return false;
    std::size_t spare = components.size() - wanted;
    std::size_t at = 0;
    for (std::size_t i = 0; i < wanted; ++i) {
        const auto part = takeFirst(pattern); // an empty one after a slash at the end
        if (!isWord(part)) {
            if (components[at++] != part)
                return false;
            continue;
        }
        auto value = components[at++];
        if (takesMany(part)) {
            for (; spare > 0; --spare)
                value += "/" + components[at++];
        }
        parameters.add(nameIn(part), std::move(value));
    }
    return spare == 0;
}

} // namespace berth
