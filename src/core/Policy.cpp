// SPDX-License-Identifier: Apache-2.0
#include "core/Policy.h"

#include <algorithm>

namespace berth {

Result<CompiledNames> CompiledNames::of(const NameSelector &selector)
{
    auto glob = Glob::parse(selector.pattern);
    if (!glob)
        return tl::unexpected(glob.error());
    CompiledNames names;
    names.m_glob = std::move(*glob);
    names.m_excludes = selector.excludes;
    return names;
}

Result<CompiledTags> CompiledTags::of(const TagSelector &selector)
{
    auto glob = Glob::parse(selector.pattern);
    if (!glob)
        return tl::unexpected(glob.error());
    CompiledTags tags;
    tags.m_glob = std::move(*glob);
    tags.m_excludes = selector.excludes;
    tags.m_untagged = selector.untagged;
    return tags;
}

bool CompiledTags::chooses(std::span<const std::string> tags) const
{
    return tags.empty() ? choosesUntagged() : std::ranges::any_of(tags, [this](const std::string &tag) { return choosesTag(tag); });
}

} // namespace berth
