// SPDX-License-Identifier: Apache-2.0
#include "core/Protection.h"

#include <algorithm>

namespace berth {

bool ProtectionRule::isTwinOf(const ProtectionRule &other) const
{
    return images == other.images && tags.excludes == other.tags.excludes && tags.pattern == other.tags.pattern;
}

Result<Protection> Protection::of(std::span<const ProtectionRule> rules)
{
    Protection protection;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        auto images = CompiledNames::of(rules[i].images);
        if (!images)
            return tl::unexpected(images.error());
        auto tags = CompiledTags::of({rules[i].tags.excludes, rules[i].tags.pattern, false});
        if (!tags)
            return tl::unexpected(tags.error());
        if (rules[i].isEnabled)
            protection.m_rules.push_back({i, std::move(*images), std::move(*tags)});
    }
    return protection;
}

bool Protection::concerns(std::string_view image) const
{
    return std::ranges::any_of(m_rules, [image](const Rule &rule) { return rule.images.chooses(image); });
}

std::optional<std::size_t> Protection::ofTag(std::string_view image, std::string_view tag) const
{
    for (const auto &rule : m_rules) {
        if (rule.images.chooses(image) && rule.tags.choosesTag(tag))
            return rule.index;
    }
    return {};
}

std::optional<Protection::Hit> Protection::ofArtifact(std::string_view image, std::span<const std::string> tags) const
{
    for (const auto &rule : m_rules) {
        if (!rule.images.chooses(image))
            continue;
        if (tags.empty() && rule.tags.choosesUntagged())
            return Hit{rule.index, {}};
        for (const auto &tag : tags) {
            if (rule.tags.choosesTag(tag))
                return Hit{rule.index, tag};
        }
    }
    return {};
}

} // namespace berth
