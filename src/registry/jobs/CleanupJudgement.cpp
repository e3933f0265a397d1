// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/CleanupJudgement.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "registry/store/Deletion.h"

namespace berth {

namespace {

constexpr std::size_t shownTags = 20;

json::value timeOrNull(TimeMs time) { return time == 0 ? json::value(nullptr) : json::value(toRfc3339(time)); }

} // namespace

CleanupJudgement CleanupJudgement::of(Sql &reader, const Cleanup &cleanup, std::int64_t repository, const RepositoryName &name, TimeMs now)
{
    CleanupJudgement judgement;
    judgement.m_rows = candidates::of(reader, repository);
    std::vector<CleanupCandidate> values;
    values.reserve(judgement.m_rows.size());
    for (const auto &row : judgement.m_rows)
        values.push_back(row.value);
    judgement.m_verdicts = cleanup.decide(name.image(), values, now);
    // What a deletion would refuse is said by a test run, too.
    judgement.hold(reader, repository);
    judgement.shield(reader, cleanup, repository, name);
    for (std::size_t i = 0; i < values.size(); ++i)
        judgement.m_neverPulled += values[i].pulled == 0 && judgement.goes(i);
    return judgement;
}

/// Platforms of an index that stays cannot go, nor the platforms of such a platform.
void CleanupJudgement::hold(Sql &reader, std::int64_t repository)
{
    if (std::ranges::none_of(m_rows, [](const CandidateRow &row) { return row.isPlatform; }))
        return;
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> platforms; ///< By index.
    {
        auto rows =
            reader.select("SELECT c.manifest_id, m.id FROM manifest_child c JOIN manifest m ON m.repository_id = c.repository_id AND m.digest = c.digest "
                          "WHERE c.repository_id = ?",
                repository);
        while (rows.next())
            platforms[rows.integer(0)].push_back(rows.integer(1));
    }
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        places.emplace(m_rows[i].id, i);
    // From every index that stays by itself down: those that are no candidates by themselves go with what names them.
    std::vector<std::int64_t> open;
    for (const auto &[index, own] : platforms) {
        const auto place = places.find(index);
        if (place == places.end() ? reader.integer("SELECT listed FROM manifest WHERE id = ?", 0, index) != 0 : !goes(place->second))
            open.push_back(index);
    }
    std::unordered_set<std::int64_t> seen(open.begin(), open.end());
    while (!open.empty()) {
        const auto index = open.back();
        open.pop_back();
        const auto own = platforms.find(index);
        if (own == platforms.end())
            continue;
        for (const auto platform : own->second) {
            if (const auto place = places.find(platform); place != places.end() && goes(place->second))
                m_held.insert(place->second);
            if (seen.insert(platform).second)
                open.push_back(platform);
        }
    }
}

/// What goes along with an artifact may be protected by a tag of its own: then both stay.
void CleanupJudgement::shield(Sql &reader, const Cleanup &cleanup, std::int64_t repository, const RepositoryName &name)
{
    if (!cleanup.mayProtect(name.image()) || reader.integer("SELECT 1 FROM manifest WHERE repository_id = ? AND subject <> '' LIMIT 1", 0, repository) == 0)
        return;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!goes(i))
            continue;
        DeletionPlan plan;
        deletion::planArtifact(reader, m_rows[i].id, plan);
        for (const auto id : plan.manifests) {
            const auto along = id == m_rows[i].id ? std::nullopt : candidates::now(reader, repository, id);
            if (!along || along->value.tags.empty())
                continue;
            if (auto hit = cleanup.protects(name.image(), along->value.tags)) {
                m_verdicts[i].outcome = CleanupVerdict::Outcome::Protected;
                m_verdicts[i].rule = hit->rule;
                m_verdicts[i].protectedTag = std::move(hit->tag);
                break;
            }
        }
    }
}

CleanupJudgement::Outcome CleanupJudgement::outcome(std::size_t place) const
{
    switch (m_verdicts[place].outcome) {
    case CleanupVerdict::Outcome::Kept: return Outcome::Kept;
    case CleanupVerdict::Outcome::Protected: return Outcome::Protected;
    case CleanupVerdict::Outcome::Deleted: break;
    }
    return m_held.contains(place) ? Outcome::Failed : Outcome::Deleted;
}

std::int64_t CleanupJudgement::count(Outcome wanted) const
{
    std::int64_t number = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        number += outcome(i) == wanted;
    return number;
}

json::object CleanupJudgement::entryOf(const CandidateRow &row, const char *outcome)
{
    const auto &tags = row.value.tags;
    return {{"digest", row.value.digest}, {"tags", json::array(tags.begin(), tags.begin() + std::ptrdiff_t(std::min(tags.size(), shownTags)))},
        {"tag_count", tags.size()}, {"size", row.totalBytes}, {"pushed_at", toRfc3339(row.value.pushed)}, {"pulled_at", timeOrNull(row.value.pulled)},
        {"outcome", outcome}};
}

json::object CleanupJudgement::entry(std::size_t place) const
{
    const auto &verdict = m_verdicts[place];
    switch (outcome(place)) {
    case Outcome::Kept: {
        auto entry = entryOf(m_rows[place], "kept");
        entry["rule"] = verdict.rule;
        return entry;
    }
    case Outcome::Protected: {
        auto entry = entryOf(m_rows[place], "protected");
        entry["rule"] = verdict.rule;
        entry["tag"] = verdict.protectedTag;
        return entry;
    }
    case Outcome::Deleted: return entryOf(m_rows[place], "deleted");
    case Outcome::Failed: break;
    }
    auto entry = entryOf(m_rows[place], "failed");
    entry["message"] = "It is a platform of another artifact that stays";
    return entry;
}

} // namespace berth
