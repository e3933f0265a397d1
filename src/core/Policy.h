// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/Glob.h"
#include "core/Result.h"

namespace berth {

/// Rules of one kind that a registry has at most, disabled ones included.
inline constexpr std::size_t mostPolicies = 15;

/// Chooses names: those that match, or all others.
struct NameSelector {
    bool excludes = false;
    std::string pattern = "**"; ///< See Glob.

    friend bool operator==(const NameSelector &, const NameSelector &) = default;
};

/// Chooses artifacts by their tags. One with tags is chosen if any of them matches or, excluding, if any of them does not.
struct TagSelector {
    bool excludes = false;
    std::string pattern = "**";
    bool untagged = true; ///< Artifacts without a tag: chosen or, excluding, not chosen.

    friend bool operator==(const TagSelector &, const TagSelector &) = default;
};

/// Selectors with their patterns read. BadRequest with the place of the fault in the pattern.
class CompiledNames {
public:
    static Result<CompiledNames> of(const NameSelector &selector);
    bool chooses(std::string_view name) const { return m_glob.matches(name) != m_excludes; }

private:
    Glob m_glob;
    bool m_excludes = false;
};

class CompiledTags {
public:
    static Result<CompiledTags> of(const TagSelector &selector);
    bool choosesTag(std::string_view tag) const { return m_glob.matches(tag) != m_excludes; }
    bool choosesUntagged() const { return m_untagged != m_excludes; }
    bool chooses(std::span<const std::string> tags) const;

private:
    Glob m_glob;
    bool m_excludes = false;
    bool m_untagged = false;
};

} // namespace berth
