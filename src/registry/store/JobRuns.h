// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/Json.h"
#include "core/Time.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// One run of a background job, as it is kept.
struct JobRun {
    enum class State {
        Running,
        Paused,
        Done,
        Failed,
        Stopped,     ///< By a person.
        Interrupted, ///< By the end of the program.
        Skipped,     ///< Its time came while the run before was still under way.
    };

    std::int64_t id = 0; ///< 0: not kept.
    std::string job = {};
    std::string subject = {}; ///< What it works on, such as a policy; empty for the whole store.
    std::string actor = {};   ///< Who asked for it; empty: the server itself.
    State state = State::Running;
    TimeMs startedAt = 0;
    TimeMs finishedAt = 0; ///< 0: under way or paused.
    json::object facts = {}; ///< Its numbers so far, and where it is to go on; each job has its own.
    std::string failure = {}; ///< Why it failed.
};

/// The word of a state, as the table and Berth's API have it.
const char *wordOf(JobRun::State state);

/// Runs of jobs, the newest of each job and subject.
namespace jobruns {

/// So many ended ones of a job and subject are kept.
inline constexpr std::int64_t keptRuns = 100;

/// A note that a run was skipped is kept for so many of a job and subject.
inline constexpr std::int64_t keptNotes = 10;

/// Adds the run and drops the oldest beyond those that are kept; whoever keeps runs by rules of its own says `Drop::Nothing`. Its number.
enum class Drop { Nothing, Oldest };
std::int64_t add(Sql &sql, const JobRun &run, Drop drop = Drop::Oldest);

/// Writes what of it has changed since it was added.
void update(Sql &sql, const JobRun &run);

/// The newest run that was.
std::optional<JobRun> last(Sql &sql, const std::string &job, const std::string &subject);

/// Those that have not ended; after a start: that an earlier program left.
std::vector<JobRun> open(Sql &sql);

std::optional<JobRun> find(Sql &sql, std::int64_t id);

/// Newest first; the second, of one subject.
std::vector<JobRun> list(Sql &sql, const std::string &job, Page page);
std::vector<JobRun> listOf(Sql &sql, const std::string &job, const std::string &subject, Page page);
std::int64_t count(Sql &sql, const std::string &job);

} // namespace jobruns

} // namespace berth
