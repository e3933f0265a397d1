// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <string>

#include "core/Cleanup.h"
#include "core/Names.h"
#include "registry/jobs/CleanupJudgement.h"
#include "registry/jobs/Job.h"
#include "registry/store/ArtifactTaking.h"
#include "registry/store/CleanupRuns.h"
#include "registry/store/ReclaimSum.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// What a run of a cleanup does with one image: judges its artifacts as they are now, adds up what would come back, deletes what no policy
/// keeps unless it is a test run, and writes the log (CleanupJudgement.h has its entries), in steps. An artifact that was pushed, tagged or
/// pulled since it was judged, or pushed since the run began, stays.
class CleanupImage {
public:
    struct Parts {
        WriterThread &writer;
        std::function<void(const RepositoryName &)> forget; ///< Called on the writer's thread once artifacts of it are gone.
        std::function<void()> flushPulls;                   ///< Hands the pulls that are gathered in memory to the writer.
        ReclaimSum &sum;
    };
    struct Run {
        std::int64_t id = 0;
        std::int64_t registry = 0;
        bool isDry = false;
        TimeMs startedAt = 0;
    };

    CleanupImage(Parts parts, const Run &run, const Cleanup &cleanup, const RepositoryName &name, std::int64_t repository);

    /// A step; false when all is done. A failure ends the run.
    Result<bool> step(const Turn &turn);

    const CleanupTask &task() const { return m_task; }
    std::int64_t neverPulled() const { return m_judgement.neverPulled(); } ///< Of those that go or would.

private:
    enum class Phase { Judge, Sum, Delete, Done };

    Result<void> judge(const Turn &turn);
    Result<void> addUp(const Turn &turn);
    Result<void> work();
    Result<void> workOn(Sql &sql);
    void takeNext(Sql &sql, json::array &log, std::int64_t &rows);
    Result<void> take(Sql &sql, const CandidateRow &row, std::int64_t &rows);

    Parts m_parts;
    const Run &m_run;
    const Cleanup &m_cleanup;
    RepositoryName m_name;
    std::int64_t m_repository;

    Phase m_phase = Phase::Judge;
    CleanupJudgement m_judgement;
    std::size_t m_summed = 0;
    std::deque<std::size_t> m_open;          ///< Places that the log lacks; platforms come after what names them.
    std::size_t m_passed = 0;                ///< Of them without any change: then nothing more will change.
    CleanupTask m_task;
    deletion::CleanupTaking m_taking;
};

} // namespace berth
