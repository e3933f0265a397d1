// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "registry/store/Sql.h"

namespace berth {

/// What a change must survive before it is acknowledged.
enum class Durability { ProcessEnd, PowerCut };

/// The one thread that changes the database.
///
/// Takes every job that has arrived and commits them in one transaction, a savepoint each, so that one job's
/// failure spares the rest and many jobs share one sync.
class WriterThread {
public:
    struct Job {
        Durability durability = Durability::ProcessEnd;
        /// Changes the database; a failure undoes this job alone.
        std::function<Result<void>(Sql &)> work;
        /// Called on the writer thread after the commit with the job's outcome, in the order of arrival. Must not throw.
        std::function<void(Result<void>)> done;
        /// Gives the room of SQLite's log back to the disk afterwards.
        bool shrinksLog = false;
    };

    /// Opens its connections. Starts the thread. `makeRoom` is called there when the disk is full; if it says that it gave some back, the
    /// jobs are done once more, so their work must bear being called twice.
    static Result<std::unique_ptr<WriterThread>> start(const DatabaseLocation &database, std::function<bool()> makeRoom = {});

    /// Finishes what was posted, then closes the connections.
    ~WriterThread();

    /// From any thread.
    void post(Job job);

    /// Posts the job and waits for its outcome; `done` may be empty. Not on the writer thread.
    Result<void> postAndWait(Job job);

private:
    WriterThread() = default;
    void run();
    void commit(std::vector<Job> &jobs);
    void recycleLog();
    bool tryCommit(const std::vector<Job> &jobs, std::vector<Result<void>> &results);

    DatabaseLocation m_database{std::filesystem::path()};
    std::function<bool()> m_makeRoom;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Job> m_jobs;
    bool m_stopping = false;

    // Writer thread only.
    std::unique_ptr<Sql> m_normal;
    std::unique_ptr<Sql> m_full;

    std::thread m_thread;
};

} // namespace berth
