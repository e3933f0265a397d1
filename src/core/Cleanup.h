// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/Policy.h"
#include "core/Protection.h"
#include "core/Time.h"

namespace berth {

/// What of the chosen artifacts a cleanup rule keeps.
enum class Keep {
    Always,       ///< All of them.
    LatestPushed, ///< So many, the newest by push time, of each image.
    LatestPulled, ///< So many, the newest by pull time; never pulled ones come last.
    PushedWithin, ///< Those pushed within so many days of 24 hours.
    PulledWithin, ///< Those pulled within so many days; never pulled ones are not among them.
};

/// The word of each, which is NCR's name of the parameter ("latest_pushed_n_images"), and back.
const char *wordOf(Keep keep);
std::optional<Keep> keepFrom(std::string_view word);

/// One cleanup rule of a registry: in each image that it chooses, the artifacts that it chooses and `keep` holds for stay.
/// What no rule of an image keeps is deleted; an image that no enabled rule chooses is left alone.
struct CleanupRule {
    std::int64_t id = 0;
    bool isEnabled = true;
    NameSelector images;
    TagSelector tags;
    Keep keep = Keep::Always;
    std::int64_t number = 0; ///< Of artifacts or days; means nothing with Always.

    static constexpr std::int64_t mostArtifacts = 32'766;
    static constexpr std::int64_t mostDays = 36'500;

    /// BadRequest: the number or a pattern is none.
    Result<void> check() const;
    /// What is refused as a second one, whether enabled or not.
    bool isTwinOf(const CleanupRule &other) const;
};

/// An artifact as cleanup sees it. What belongs to another artifact (signatures, untagged children of an index) is none.
struct CleanupCandidate {
    std::string digest;
    std::vector<std::string> tags;
    TimeMs pushed = 0; ///< Of the artifact or its newest tag, whichever is later.
    TimeMs pulled = 0; ///< Likewise; 0: never.
};

/// What becomes of one artifact, and why.
struct CleanupVerdict {
    enum class Outcome { Kept, Protected, Deleted };
    Outcome outcome = Outcome::Deleted;
    std::size_t rule = 0;       ///< Of the cleanup or protection rules, by outcome: the first that keeps or protects it.
    std::string protectedTag = {};
    /// Kept: when it would go if nobody pushed or pulled, which is the first moment that no rule keeps it; nothing if never.
    std::optional<TimeMs> until = {};
};

/// The enabled rules of one registry as they stood when a run, a test run or a preview began; the same decision for each of them.
class Cleanup {
public:
    /// BadRequest with the first rule that cannot be read, disabled ones included: then nothing may be deleted.
    static Result<Cleanup> of(std::span<const CleanupRule> rules, std::span<const ProtectionRule> protection);

    /// Whether any rule chooses the image, whose name is without the registry's. If not, it is left alone.
    bool chooses(std::string_view image) const;

    /// What protects an artifact with these tags.
    std::optional<Protection::Hit> protects(std::string_view image, std::span<const std::string> tags) const { return m_protection.ofArtifact(image, tags); }
    bool mayProtect(std::string_view image) const { return m_protection.concerns(image); }

    /// A verdict for each artifact of an image that is chosen, in their order. `now` is that of the run's begin.
    std::vector<CleanupVerdict> decide(std::string_view image, std::span<const CleanupCandidate> artifacts, TimeMs now) const;

private:
    struct Rule {
        std::size_t index;
        CompiledNames images;
        CompiledTags tags;
        Keep keep;
        std::int64_t number;
    };
    static void apply(const Rule &rule, std::span<const CleanupCandidate> artifacts, TimeMs now, std::vector<CleanupVerdict> &verdicts);

    std::vector<Rule> m_rules;
    Protection m_protection;
};

} // namespace berth
