// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/Json.h"
#include "core/Result.h"
#include "core/Time.h"
#include "registry/store/JobRuns.h"
#include "registry/store/Sql.h"

namespace berth {

/// What a step is given.
struct Turn {
    Sql &reader; ///< Of the job's thread; no transaction is open.
    const std::function<bool()> &isEnding; ///< The program ends, or the run is to stop: what takes long breaks off.
};

/// One run of a work that takes long, in steps of a bounded number of rows or one file, so that neither a stop nor the other work waits long.
/// Belongs to the scheduler's thread.
class Job {
public:
    enum class Step { More, Done };

    virtual ~Job() = default;

    /// Does a little. Blocks on the disk and the writer. A failure ends the run; what it had done stays.
    virtual Result<Step> step(const Turn &turn) = 0;

    /// The numbers so far and, for a job that goes on after a restart, where. Kept with the run.
    virtual json::object facts() const = 0;

    /// False for a run that found nothing to do: it is not worth keeping.
    virtual bool hasDoneSomething() const { return true; }
};

/// How a job begins.
struct JobStart {
    std::string subject; ///< What it is to work on; empty for the whole store.
    json::object facts;  ///< Of the run that is taken up again, or was opened; empty for a new one.
    std::int64_t run = 0;  ///< Its number, and when it began; where it was opened.
    TimeMs startedAt = 0;
};

/// Each has a thread of its own.
enum class JobLane {
    Writing, ///< Short steps that change the database.
    Reading, ///< Steps of seconds that read a lot.
    Policies, ///< What people's policies want, beside the upkeep.
};
inline constexpr std::size_t jobLanes = 3;

/// A kind of background work: a row of a table that a Scheduler is made with.
struct JobKind {
    std::string name;
    JobLane lane = JobLane::Writing;
    std::string after = {};     ///< Waits while the job of that name, of the same lane, has work.
    bool goesOn = false;        ///< A restart takes the run up again where it was; without this it has been interrupted.
    bool repeats = false;       ///< Asked for while it is under way it runs once more afterwards.
    bool beginsAtStart = false; ///< Soon after each start of the program, too.
    bool notesSkipped = false;  ///< A time that comes while the run before is under way stands in the history.
    std::string times = {};     ///< When it begins by itself, see Cron; empty: only when asked.

    /// Whether there is anything to do when its time has come; empty: always. Gets the last run of it, if there is one.
    std::function<bool(Sql &reader, const JobRun *last, TimeMs now)> isDue = {};

    std::function<std::unique_ptr<Job>(const JobStart &)> make = {};

    /// For a job whose runs are kept before they begin: keeps the one for which the time has come. Called on the lane's thread. Whoever wants one
    /// beside its times keeps it, too, and hands it to Scheduler::take().
    std::function<Result<JobRun>(const std::string &subject, TimeMs now)> open = {};
};

} // namespace berth
