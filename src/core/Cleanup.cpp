// SPDX-License-Identifier: Apache-2.0
#include "core/Cleanup.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace berth {

namespace {

constexpr std::array keepWords{
    std::pair(Keep::Always, "always"),
    std::pair(Keep::LatestPushed, "latest_pushed_n_images"),
    std::pair(Keep::LatestPulled, "latest_pulled_n_images"),
    std::pair(Keep::PushedWithin, "n_days_since_last_push"),
    std::pair(Keep::PulledWithin, "n_days_since_last_pull"),
};

constexpr std::int64_t secondsADay = 86'400;
constexpr TimeMs msASecond = 1000;

std::int64_t secondsOf(TimeMs time) { return time / msASecond; }

/// Newest first. Those of one second are in the order of their digests, and never pulled ones, which come last, in that of their pushes.
bool isNewer(const CleanupCandidate &a, const CleanupCandidate &b, bool byPull)
{
    const auto key = [byPull](const CleanupCandidate &artifact) {
        return std::tuple(byPull ? -secondsOf(artifact.pulled) : 0, -secondsOf(artifact.pushed), std::string_view(artifact.digest));
    };
    return key(a) < key(b);
}

/// The first moment at which a time is more than so many days ago.
TimeMs endOf(TimeMs time, std::int64_t days) { return (secondsOf(time) + days * secondsADay + 1) * msASecond; }

/// A rule keeps it, for ever or until then.
void keep(CleanupVerdict &verdict, std::size_t rule, std::optional<TimeMs> until)
{
    if (verdict.outcome != CleanupVerdict::Outcome::Kept) {
        verdict.outcome = CleanupVerdict::Outcome::Kept;
        verdict.rule = rule;
        verdict.until = until;
    } else if (verdict.until) {
        verdict.until = until ? std::optional(std::max(*verdict.until, *until)) : std::nullopt;
    }
}

} // namespace

const char *wordOf(Keep keep)
{
    for (const auto &[known, word] : keepWords) {
        if (known == keep)
            return word;
    }
    return "";
}

std::optional<Keep> keepFrom(std::string_view word)
{
    for (const auto &[keep, known] : keepWords) {
        if (word == known)
            return keep;
    }
    return {};
}

Result<void> CleanupRule::check() const
{
    const bool isCount = keep == Keep::LatestPushed || keep == Keep::LatestPulled;
    const bool isDays = keep == Keep::PushedWithin || keep == Keep::PulledWithin;
    if (isCount && (number < 0 || number > mostArtifacts))
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The number of artifacts must be 0-32766, not %1"), {std::to_string(number)});
    if (isDays && (number < 0 || number > mostDays))
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The number of days must be 0-36500, not %1"), {std::to_string(number)});
    if (const auto names = CompiledNames::of(images); !names)
        return tl::unexpected(names.error());
    if (const auto compiled = CompiledTags::of(tags); !compiled)
        return tl::unexpected(compiled.error());
    return {};
}

bool CleanupRule::isTwinOf(const CleanupRule &other) const
{
    return images == other.images && tags == other.tags && keep == other.keep && (keep == Keep::Always || number == other.number);
}

Result<Cleanup> Cleanup::of(std::span<const CleanupRule> rules, std::span<const ProtectionRule> protection)
{
    Cleanup cleanup;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto &rule = rules[i];
        if (const auto checked = rule.check(); !checked)
            return tl::unexpected(checked.error());
        auto images = CompiledNames::of(rule.images);
        auto tags = CompiledTags::of(rule.tags);
        if (images && tags && rule.isEnabled)
            cleanup.m_rules.push_back({i, std::move(*images), std::move(*tags), rule.keep, rule.number});
    }
    auto compiled = Protection::of(protection);
    if (!compiled)
        return tl::unexpected(compiled.error());
    cleanup.m_protection = std::move(*compiled);
    return cleanup;
}

bool Cleanup::chooses(std::string_view image) const
{
    return std::ranges::any_of(m_rules, [image](const Rule &rule) { return rule.images.chooses(image); });
}

void Cleanup::apply(const Rule &rule, std::span<const CleanupCandidate> artifacts, TimeMs now, std::vector<CleanupVerdict> &verdicts)
{
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < artifacts.size(); ++i) {
        if (rule.tags.chooses(artifacts[i].tags))
            chosen.push_back(i);
    }
    switch (rule.keep) {
    case Keep::Always:
        for (const auto i : chosen)
            keep(verdicts[i], rule.index, {});
        return;
    case Keep::LatestPushed:
    case Keep::LatestPulled: {
        const auto count = std::min(chosen.size(), std::size_t(rule.number));
        std::ranges::partial_sort(chosen, chosen.begin() + std::ptrdiff_t(count),
            [&](std::size_t a, std::size_t b) { return isNewer(artifacts[a], artifacts[b], rule.keep == Keep::LatestPulled); });
        for (std::size_t i = 0; i < count; ++i)
            keep(verdicts[chosen[i]], rule.index, {});
        return;
    }
    case Keep::PushedWithin:
    case Keep::PulledWithin:
        for (const auto i : chosen) {
            const auto time = rule.keep == Keep::PushedWithin ? artifacts[i].pushed : artifacts[i].pulled;
            if ((rule.keep == Keep::PushedWithin || time > 0) && secondsOf(time) >= secondsOf(now) - rule.number * secondsADay)
                keep(verdicts[i], rule.index, endOf(time, rule.number));
        }
        return;
    }
}

std::vector<CleanupVerdict> Cleanup::decide(std::string_view image, std::span<const CleanupCandidate> artifacts, TimeMs now) const
{
    std::vector<CleanupVerdict> verdicts(artifacts.size());
    for (const auto &rule : m_rules) {
        if (rule.images.chooses(image))
            apply(rule, artifacts, now, verdicts);
    }
    for (std::size_t i = 0; i < artifacts.size(); ++i) {
        if (verdicts[i].outcome == CleanupVerdict::Outcome::Kept) {
            if (verdicts[i].until && m_protection.ofArtifact(image, artifacts[i].tags))
                verdicts[i].until.reset(); // protected from then on
            continue;
        }
        if (auto hit = m_protection.ofArtifact(image, artifacts[i].tags)) {
            verdicts[i].outcome = CleanupVerdict::Outcome::Protected;
            verdicts[i].rule = hit->rule;
            verdicts[i].protectedTag = std::move(hit->tag);
        }
    }
    return verdicts;
}

} // namespace berth
