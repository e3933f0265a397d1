// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "core/Cleanup.h"
#include "core/Json.h"
#include "core/Names.h"
#include "registry/store/CleanupCandidates.h"

namespace berth {

/// What a cleanup thinks of each artifact of one image, as it is now: for runs, test runs and previews alike.
class CleanupJudgement {
public:
    enum class Outcome { Kept, Protected, Deleted, Failed };

    /// Reads in the caller's transaction. `now` is when the run began.
    static CleanupJudgement of(Sql &reader, const Cleanup &cleanup, std::int64_t repository, const RepositoryName &name, TimeMs now);

    const std::vector<CandidateRow> &rows() const { return m_rows; } ///< Newest push first.
    Outcome outcome(std::size_t place) const;
    const CleanupVerdict &verdict(std::size_t place) const { return m_verdicts[place]; }
    bool goes(std::size_t place) const { return outcome(place) == Outcome::Deleted; }
    std::int64_t count(Outcome outcome) const;
    std::int64_t neverPulled() const { return m_neverPulled; } ///< Of those that go.

    /// {"digest", "tags", "tag_count", "size", "pushed_at", "pulled_at", "outcome", …} where the outcome is "kept" with "rule" (the place of the
    /// first policy that keeps it) or, written by a run, with "message"; "protected" with "rule" (of the protection policies) and "tag";
    /// "deleted"; or "failed" with "message".
    json::object entry(std::size_t place) const;

    /// What all entries begin with.
    static json::object entryOf(const CandidateRow &row, const char *outcome);

private:
    void hold(Sql &reader, std::int64_t repository);
    void shield(Sql &reader, const Cleanup &cleanup, std::int64_t repository, const RepositoryName &name);

    std::vector<CandidateRow> m_rows;
    std::vector<CleanupVerdict> m_verdicts;
    std::set<std::size_t> m_held; ///< Places of what would go, were it not a platform of an index that stays.
    std::int64_t m_neverPulled = 0;
};

} // namespace berth
