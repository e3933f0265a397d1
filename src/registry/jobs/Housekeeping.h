// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "registry/jobs/ClockGuard.h"
#include "registry/jobs/Scheduler.h"
#include "registry/store/Store.h"

namespace berth {

/// What keeps a store in order while it is open: its jobs, and the watch over the clock by which they go. Thread-safe.
class Housekeeping {
public:
    /// Begins with what is left to be done. The store outlives it.
    static Result<std::unique_ptr<Housekeeping>> start(Store &store);

    /// As stop().
    ~Housekeeping();

    /// Ends what is under way, long readings early. Before Store::finish().
    void stop();

    /// Goes on with what deletions and restores have left to be done.
    void tidy() { ask(trash); }

    /// Frees what is in nobody's use, after the trash has given up what is old.
    void collect(const std::string &actor);

    /// Frees what deletions that were ended for good have held, unless the collection is paused.
    void collectEnded();

    /// Reads every blob from the beginning, or goes on with what was stopped.
    void scrub(const std::string &actor) { ask(scrubbing, actor); }

    /// Looks up anew when cleanups begin by themselves. Blocks on the disk; call it after registries or their schedules have changed.
    void refreshCleanupTimes();

    Scheduler &scheduler() { return m_scheduler; }
    ClockGuard &clock() { return *m_clock; }

    /// Blocks on the disk; see ClockGuard.
    Result<bool> confirmClock();

    static constexpr const char *expiry = "expiry";
    static constexpr const char *trash = "trash";
    static constexpr const char *collection = "collection";
    static constexpr const char *scrubbing = "scrub";

private:
    Housekeeping(Store &store, std::unique_ptr<ClockGuard> clock);
    void ask(const char *job, const std::string &actor = {});

    Store &m_store;
    std::unique_ptr<ClockGuard> m_clock;
    Scheduler m_scheduler;
    std::mutex m_mutex;
    std::map<std::int64_t, std::string> m_cleanupTimes; ///< As the scheduler has them.
};

/// Every job of a server, a row each.
std::vector<JobKind> housekeepingJobs(Store &store);

} // namespace berth
