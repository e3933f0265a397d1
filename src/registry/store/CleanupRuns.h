// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Cleanup.h"
#include "core/Json.h"
#include "registry/store/JobRuns.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// What a run of a registry's cleanup did with one image.
struct CleanupTask {
    enum class State { Running, Done, Failed, Stopped };

    std::int64_t id = 0;
    std::string image = {}; ///< Without the registry's name.
    std::int64_t total = 0; ///< Artifacts that were judged.
    std::int64_t deleted = 0;
    std::int64_t shielded = 0; ///< Kept by a protection policy alone.
    std::int64_t failed = 0;   ///< Were to go and could not.
    State state = State::Running;
    std::string failure = {};
    TimeMs startedAt = 0;
    TimeMs finishedAt = 0;
    std::int64_t entries = 0; ///< Of its log; 0 when it is not kept any more.
};

const char *wordOf(CleanupTask::State state);

/// Runs of a registry's cleanup: jobs of that name whose subject is the registry's number. Their facts:
///
///     {"trigger": "manual", "dry_run": true, "rules": […], "protection": […], "images": 2, "total": 9, "deleted": 4, "protected": 1,
///      "failed": 0, "never_pulled": 1, "only_here_bytes": 0, "shared_bytes": 0, "at_least": false}
///
/// Policies are as PolicyJson.h writes them, and as they were when the run began. Each call works inside the caller's transaction.
namespace cleanupruns {

inline constexpr const char *job = "cleanup";

/// What begins a run.
struct Start {
    std::string trigger; ///< "manual" or "schedule".
    bool isDry = false;  ///< Nothing is deleted (R-070).
    std::string actor = {};
};

/// Keeps a new run with the policies as they are now. Conflict while one is under way in this registry; NotFound.
Result<JobRun> open(Sql &sql, std::int64_t registry, const Start &start, TimeMs now);

/// Newest first.
std::vector<JobRun> list(Sql &sql, std::int64_t registry, Page page);
std::int64_t count(Sql &sql, std::int64_t registry);
std::optional<JobRun> find(Sql &sql, std::int64_t registry, std::int64_t run);

/// By number.
std::vector<CleanupTask> tasks(Sql &sql, std::int64_t run, Page page);
std::int64_t countTasks(Sql &sql, std::int64_t run);
std::optional<CleanupTask> findTask(Sql &sql, std::int64_t run, std::int64_t task);

std::int64_t addTask(Sql &sql, std::int64_t run, const CleanupTask &task);
void updateTask(Sql &sql, const CleanupTask &task);

/// Those that a program left that was ended in their midst.
void endTasks(Sql &sql, std::int64_t run, CleanupTask::State state, const std::string &failure, TimeMs now);

/// Adds to the log of a task: an object for each artifact, see CleanupImage.h.
void addEntries(Sql &sql, CleanupTask &task, const json::array &entries);

/// In the order in which they were judged.
json::array entries(Sql &sql, std::int64_t task, Page page);

/// All logs together are kept up to so many bytes; the oldest go first, numbers stay.
inline constexpr std::int64_t mostLogBytes = 256 << 20;

/// Drops logs beyond that and whatever runs that are not kept any more have left, at most about `limit` rows. How many.
std::int64_t trim(Sql &sql, std::int64_t limit, std::int64_t mostBytes = mostLogBytes);

} // namespace cleanupruns

} // namespace berth
