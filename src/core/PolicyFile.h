// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/Cleanup.h"
#include "core/Protection.h"
#include "core/Result.h"

namespace berth {

/// The policies of a registry as a file, to be kept, compared and applied elsewhere (resources/policies.schema.json). Webhooks are not in it: where
/// they send to may be a secret.
///
///     {"berth_policies": 1, "registry": "team", "cleanup": {"schedule": "0 18 * * *", "rules": […]}, "protection": {"rules": […]}}
struct PolicyFile {
    static constexpr int version = 1;
    static constexpr std::size_t mostBytes = 1 << 20;

    std::string registry; ///< Where they were; says nothing of where they are applied.
    std::optional<std::string> schedule = {}; ///< Nothing: the file does not speak of it.
    std::vector<CleanupRule> cleanup = {};
    std::vector<ProtectionRule> protection = {};

    std::string text() const;
    /// BadRequest with what is wrong: no such file, a newer version, a rule or schedule that is none, more than a registry may have.
    static Result<PolicyFile> read(std::string_view text);
};

/// What is to be done so that a registry has the policies of a file.
struct PolicyPlan {
    template <class Rule> struct Part {
        std::vector<Rule> added = {};
        std::vector<Rule> switched = {}; ///< There already, and enabled or disabled otherwise; as they are to be, with the registry's numbers.
        std::vector<Rule> kept = {};     ///< The same on both sides.
        std::vector<Rule> others = {};   ///< In the registry alone.
    };
    Part<CleanupRule> cleanup;
    Part<ProtectionRule> protection;
    std::optional<std::string> schedule; ///< The new one; nothing: it stays.

    /// `now` is what the registry has, with its numbers.
    static PolicyPlan of(const PolicyFile &now, const PolicyFile &wanted);

    /// What the registry has when it is done.
    std::vector<CleanupRule> cleanupAfter(bool removesOthers) const;
    std::vector<ProtectionRule> protectionAfter(bool removesOthers) const;
    std::size_t changes(bool removesOthers) const;
};

} // namespace berth
