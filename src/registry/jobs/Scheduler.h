// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/Cron.h"
#include "core/Result.h"
#include "registry/jobs/Job.h"
#include "registry/jobs/Lane.h"
#include "registry/store/DatabaseLocation.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// Runs jobs: at their times, when asked, and those that a restart cut short. Thread-safe.
///
/// Times are UTC. One that passed while the program did not run or the computer slept is not caught up; one that comes while the run before
/// is still under way is skipped; the history says so where the job wants that. Runs and their numbers are kept in the database.
class Scheduler {
public:
    struct Parts {
        DatabaseLocation database;
        WriterThread &writer;
        std::function<TimeMs()> now = nowMs;                      ///< Tests move it; they call wake() then.
        std::function<bool()> mayWork = [] { return true; };      ///< While false everything rests, even what was asked for.
    };

    /// Begins at once. A `times` that is no schedule is a defect.
    Scheduler(Parts parts, std::vector<JobKind> kinds);

    /// As stop().
    ~Scheduler();

    /// Ends after the steps under way, and keeps where each run is. What is asked of it afterwards does nothing. `interrupt` makes what reads
    /// long end early (Cancelled); called once the jobs know that it is no failure.
    void stop(const std::function<void()> &interrupt = [] {});

    /// Begins a run, takes a paused one up again, or lets a job that repeats run once more. NotFound for a name that is none.
    Result<void> ask(const std::string &job, const std::string &subject = {}, const std::string &actor = {});

    /// Runs that an earlier program left are marked first: whoever keeps runs for take() waits for that.
    void waitUntilReady();

    /// Begins a run that was kept before, of a job whose kind opens its runs. False if it cannot begin now: then whoever kept it ends it.
    bool take(const JobRun &run);

    /// Holds a run that is under way, over restarts too; one that has not begun yet is given up.
    void pause(const std::string &job, const std::string &subject = {});

    /// Ends a run for good; what it had done stays.
    void cancel(const std::string &job, const std::string &subject = {});

    /// When a job begins by itself; without times it does not any more. For jobs whose times are data, such as policies.
    void setTimes(const std::string &job, const std::string &subject, const std::optional<Cron> &times);

    JobStatus status(const std::string &job, const std::string &subject = {}) const;

    /// The names of all jobs.
    std::vector<std::string> jobs() const;

    /// The clock was moved.
    void wake();

private:
    /// Both null for a name that is none.
    struct Place {
        const JobKind *kind = nullptr;
        Lane *lane = nullptr;
    };
    Place placeOf(const std::string &job) const;

    std::vector<JobKind> m_kinds;
    std::array<std::unique_ptr<Lane>, jobLanes> m_lanes;
};

} // namespace berth
