// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/Cron.h"
#include "registry/jobs/Job.h"
#include "registry/store/DatabaseLocation.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// What a job does and did last.
struct JobStatus {
    enum class State { Idle, Waiting, Running, Paused };
    State state = State::Idle;
    std::optional<JobRun> run = {}; ///< Under way, or the last that ended.
    TimeMs next = 0;                ///< When it begins by itself; 0: only when asked.
};

/// The word of a state, as Berth's API has it.
const char *wordOf(JobStatus::State state);

/// One thread of a scheduler and the jobs that take turns on it, a step each. Thread-safe.
class Lane {
public:
    struct Parts {
        DatabaseLocation database;
        WriterThread &writer;
        std::function<TimeMs()> now;
        std::function<bool()> mayWork;
        double restShare = 1; ///< So long it rests after steps, times as long as they took.
    };

    /// The kinds outlive it.
    Lane(Parts parts, const std::vector<const JobKind *> &kinds);
    ~Lane();

    /// Until what an earlier program left has been taken up; not for ever.
    void waitUntilReady();

    /// It ends after the step under way, which may break off; stop() waits for that.
    void requestStop();
    void stop();

    /// As the scheduler's functions of these names.
    void ask(const JobKind &kind, const std::string &subject, const std::string &actor);
    bool take(const JobKind &kind, const JobRun &run);
    void pause(const JobKind &kind, const std::string &subject);
    void cancel(const JobKind &kind, const std::string &subject);
    void setTimes(const JobKind &kind, const std::string &subject, const std::optional<Cron> &times);
    JobStatus status(const JobKind &kind, const std::string &subject) const;
    void wake();

private:
    using Steady = std::chrono::steady_clock;

    /// A job on one subject. Guarded by m_mutex but for the last four, which are the thread's.
    struct Entry {
        const JobKind *kind;
        std::string subject;
        std::optional<Cron> times = {};
        TimeMs next = 0;
        bool isDue = false;    ///< Its time has come.
        bool isWanted = false; ///< Somebody asked.
        std::string actor = {};
        bool isCancelled = false;
        bool isHeld = false;   ///< Paused before it was known whether an earlier program left a run.
        std::optional<JobRun> run = {};
        std::optional<JobRun> last = {};
        std::unique_ptr<Job> job = {};
        Steady::time_point keptAt = {};
        bool hasMoved = false; ///< Since then.
        JobRun::State keptState = JobRun::State::Running;
    };

    Entry &entryOf(const JobKind &kind, const std::string &subject);
    const Entry *find(const JobKind &kind, const std::string &subject) const;
    std::vector<Entry *> entries();
    bool hasWork(const Entry &entry) const;
    bool hasTurn(const Entry &entry) const;

    void run();
    std::unique_ptr<Sql> openDatabase();
    void takeUp(Sql &sql);
    static void obeyEarly(Entry &entry);
    void noteTimes();
    bool turn(Entry &entry, Sql &sql);
    bool begin(Entry &entry, Sql &sql);
    bool beginOpened(Entry &entry);
    void end(Entry &entry, JobRun::State state, const std::string &failure);
    void keep(Entry &entry);
    void write(JobRun &run);
    void writeEnds();
    void skip(const Entry &entry, TimeMs now);
    bool isStopping() const;

    Parts m_parts;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_woken = false;
    bool m_isReady = false;
    std::list<Entry> m_entries; ///< Only ever more of them, so that they stay where they are.
    TimeMs m_lastNow = 0;       ///< The thread's.
    std::vector<JobRun> m_ends; ///< The thread's: runs whose end could not be written yet.
    std::thread m_thread;
};

} // namespace berth
