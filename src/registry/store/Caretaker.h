// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "registry/store/ClockWatch.h"
#include "registry/store/Collection.h"
#include "registry/store/Scrub.h"
#include "registry/store/Settings.h"
#include "registry/store/TrashWork.h"

namespace berth {

/// What the collection is doing or did last.
struct CollectionStatus {
    enum class State { Idle, Waiting, Running, Paused };
    State state = State::Idle;
    TimeMs startedAt = 0;
    TimeMs finishedAt = 0; ///< 0: never, or under way.
    std::int64_t wantedBytes = 0; ///< What was in nobody's use at its start.
    std::int64_t blobs = 0;
    std::int64_t bytes = 0;
    std::int64_t orphans = 0; ///< Files that no row knew.
    std::optional<Error> failure; ///< Why the last round broke off.
};

struct ScrubStatus {
    bool running = false;
    ScrubProgress progress;
    std::optional<Error> failure;
};

/// The thread that keeps a store in order: ends what is old in the trash, collects, scrubs. One small step at a time, so that neither a
/// stop nor the other work waits long. Thread-safe.
class Caretaker {
public:
    struct Parts {
        DatabaseLocation database;
        WriterThread &writer;
        BlobStore &blobs;
        DigestLocks &locks;
        CurrentSettings &settings;
        std::function<void()> blobsLeft; ///< Called on any thread after blobs went out of sight: caches are to forget them.
    };

    explicit Caretaker(Parts parts);

    /// Ends after the step under way.
    ~Caretaker();

    /// Goes on with what deletions and restores have left to be done.
    void tidy();

    /// Starts a collection, or one more after the one under way. A paused one goes on.
    void collect();
    void pauseCollection();

    /// Starts reading every blob from the beginning, or goes on with what was stopped.
    void scrub();
    void stopScrub();

    /// A jump of the clock that waits for confirmClock(): till then the trash, the collection and the scrub rest, even when asked.
    std::optional<ClockJump> clockJump();

    /// The time is right. Blocks on the disk. False if there was nothing to confirm.
    Result<bool> confirmClock();

    CollectionStatus collection() const;
    ScrubStatus scrubbing() const;

private:
    void run();
    bool stepTrash(Sql &sql);
    bool stepCollection(Sql &sql);
    bool stepScrub(Sql &sql);
    Result<bool> checkNumbers(Sql &sql);
    bool clockIsWell();
    void beginWhatIsDue(Sql &sql);
    void trimOutbox();
    void endOldTrash();
    void finishCollection(std::optional<Error> failure);

    Parts m_parts;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_tidyWanted = true;
    bool m_collectWanted = false;
    CollectionStatus m_collection;
    ScrubStatus m_scrub;
    ClockWatch m_clock; ///< Guarded by m_mutex.
    std::chrono::steady_clock::time_point m_nextLook{}; ///< Caretaker thread only, as the next.
    std::chrono::steady_clock::time_point m_nextStamp{};
    bool m_clockWasWell = true;
    bool m_tidying = false;
    bool m_trashIsEnded = false; ///< For the collection that is about to begin.
    TrashWork m_trashWork;
    std::thread m_thread;
};

} // namespace berth
