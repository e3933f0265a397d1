// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/Policy.h"

namespace berth {

/// A rule that keeps tags from being moved and deleted, and what they name from being deleted.
struct ProtectionRule {
    std::int64_t id = 0;
    bool isEnabled = true;
    NameSelector images;
    TagSelector tags{false, "**", false}; ///< `untagged` counts as false whatever it says.

    /// Twins: what is refused as a second one, whether enabled or not.
    bool isTwinOf(const ProtectionRule &other) const;
};

/// The rules of one registry, read once. An image's name is without the registry's.
class Protection {
public:
    /// BadRequest with the fault of the first rule that cannot be read, disabled ones included.
    static Result<Protection> of(std::span<const ProtectionRule> rules);

    /// Index of the first enabled rule that protects the tag.
    std::optional<std::size_t> ofTag(std::string_view image, std::string_view tag) const;

    struct Hit {
        std::size_t rule;
        std::string tag; ///< The first one that is protected; empty for an artifact without tags.
    };
    /// An artifact is protected by any of its tags. Without tags it is where a rule excludes tags: it has none that is excluded.
    std::optional<Hit> ofArtifact(std::string_view image, std::span<const std::string> tags) const;

    /// Some enabled rule chooses the image.
    bool concerns(std::string_view image) const;

private:
    struct Rule {
        std::size_t index;
        CompiledNames images;
        CompiledTags tags;
    };
    std::vector<Rule> m_rules; ///< The enabled ones.
};

} // namespace berth
