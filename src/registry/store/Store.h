// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include "registry/store/BlobStore.h"
#include "registry/store/Committer.h"
#include "registry/store/Database.h"
#include "registry/store/DigestLocks.h"
#include "registry/store/PullRecorder.h"
#include "registry/store/ReadCache.h"
#include "registry/store/Reliance.h"
#include "registry/store/RunBlocking.h"
#include "registry/store/Settings.h"
#include "registry/store/SpaceReserve.h"
#include "registry/store/SystemFile.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// One data folder, open: blobs, database, and the threads that work on them.
///
///     <folder>/berth.lock       held while open; names the server's address
///     <folder>/berth.sqlite     see Database
///     <folder>/blobs, uploads   see FileBlobStore
///
/// Coroutines ask it with read(), write() and push(), and go on where they were. Their work captures by reference: the caller is
/// suspended meanwhile, and g++ 12 destroys twice what a lambda inside a co_await expression has captured by value.
class Store {
public:
    /// FolderInUse if another program has the folder open (its address is in the text); else as Database::prepare().
    /// The database is the folder's own file unless another is named.
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path &folder, const std::optional<DatabaseLocation> &database = {});

    /// As finish(), then closes the folder. No coroutine may be waiting any more.
    ~Store();

    /// Ends what is under way (long readings early), writes what is gathered in memory and marks a clean end. What is asked of it
    /// afterwards gets no answer. Results that it owes others are posted before it returns, so their executors must still be there.
    void finish();

    /// Looks at a blob that could not be served or counted on as it should: what is damaged or gone is taken out of service as the scrub
    /// does, so that the next push heals it. Blocks as long as reading takes.
    void examine(const Digest &digest);

    /// Removes a stored blob that no row names (its upload was refused), unless it is being uploaded again.
    boost::asio::awaitable<void> removeUnknown(const Digest &digest);

    /// As examine(), but later, in a thread of its own kind: for callers that cannot wait.
    void examineLater(const Digest &digest);

    const DatabaseState &state() const { return m_state; }
    const std::filesystem::path &folder() const { return m_folder; }
    TimeMs startedAt() const { return m_startedAt; }
    BlobStore &blobs() { return *m_blobs; }
    ReadCache &cache() { return m_cache; }
    PullRecorder &pulls() { return m_pulls; }
    boost::asio::thread_pool &diskPool() { return m_diskPool; }
    /// For what may take minutes, such as hashing an upload of an earlier process: it must not stand in the way of the rest.
    boost::asio::thread_pool &slowPool() { return m_slowPool; }
    DigestLocks &locks() { return m_locks; }
    Reliance &reliance() { return m_reliance; }
    WriterThread &writer() { return *m_writer; }
    const DatabaseLocation &database() const { return m_database; }

    /// Blobs went out of sight: the caches are to know of none. From any thread.
    void forgetBlobs();

    /// The settings in force.
    CurrentSettings &settings() { return m_settings; }

    /// Io if the folder is not where it was opened any more: what is written there would be lost.
    Result<void> checkFolder() const;

    /// As checkFolder(); NoSpace with a sentence if, after so many bytes more, less disk is free than the floor that the settings keep.
    Result<void> checkFreeSpace(std::int64_t more = 0);

    /// Writes the address into the lock file, for programs that find the folder in use.
    Result<void> announce(const std::string &address);

    /// True while another program holds the folder's lock.
    static bool isServed(const std::filesystem::path &folder);

    /// The address in a folder's lock file; empty if it has none.
    static std::string announcedAddress(const std::filesystem::path &folder);

    /// Runs `work(Sql &)` on a reader thread, over one state of the database however many statements it takes. `work` returns a Result.
    template <class Work> boost::asio::awaitable<std::invoke_result_t<Work, Sql &>> read(Work work)
    {
        co_return co_await runBlocking(m_readers, [&] { return readHere(work); });
    }

    /// As read(), for what may take seconds: in a pool of its own kind, out of the way of what many wait for.
    template <class Work> boost::asio::awaitable<std::invoke_result_t<Work, Sql &>> readSlowly(Work work)
    {
        co_return co_await runBlocking(m_slowPool, [&] { return readHere(work); });
    }

    /// As readSlowly(), for what people look at: one after the other, so that none of it stands in the way of uploads.
    template <class Work> boost::asio::awaitable<std::invoke_result_t<Work, Sql &>> readAside(Work work)
    {
        co_return co_await runBlocking(m_asidePool, [&] { return readHere(work); });
    }

    /// Runs `work(Sql &)` in a transaction on the writer thread. A failed Result undoes it. `touched` is forgotten by
    /// the cache before the caller goes on; null: nothing to forget.
    template <class Work> boost::asio::awaitable<std::invoke_result_t<Work, Sql &>> write(Durability durability, const RepositoryName *touched, Work work)
    {
        using R = std::invoke_result_t<Work, Sql &>;
        auto name = touched ? std::optional(*touched) : std::nullopt;
        co_return co_await awaitCallback<R>([&](std::function<void(R)> done) {
            auto outcome = std::make_shared<std::optional<R>>();
            m_writer->post({durability,
                [outcome, work = std::move(work)](Sql &sql) mutable -> Result<void> {
                    outcome->emplace(work(sql));
                    if (!**outcome)
                        return tl::unexpected((*outcome)->error());
                    return {};
                },
                [this, outcome, name, done = std::move(done)](Result<void> result) {
                    if (name)
                        m_cache.forget(*name);
                    done(result ? std::move(**outcome) : R(tl::unexpected(result.error())));
                }});
        });
    }

    /// Stores a manifest; goes on when it survives a power cut.
    boost::asio::awaitable<Result<void>> push(ManifestPush push);

private:
    Store(std::filesystem::path folder, DatabaseLocation database);

    Result<void> start();
    Result<void> dropDamagedBlobs();
    Result<Sql *> readerConnection();

    template <class Work> std::invoke_result_t<Work, Sql &> readHere(Work &work)
    {
        auto sql = readerConnection();
        if (!sql)
            return tl::unexpected(sql.error());
        (*sql)->beginReading();
        auto result = work(**sql);
        (*sql)->endReading();
        if ((*sql)->hasFailed())
            return tl::unexpected((*sql)->takeError());
        return result;
    }

    void runUpkeep();

    std::filesystem::path m_folder;
    DatabaseLocation m_database;
    SystemFile m_lock;
    SystemFile m_folderLock; ///< Not open where the system cannot lock folders.
    std::unique_ptr<SpaceReserve> m_reserve;
    DatabaseState m_state;
    const TimeMs m_startedAt = nowMs();
    std::unique_ptr<BlobStore> m_blobs;
    ReadCache m_cache;
    PullRecorder m_pulls;
    DigestLocks m_locks;
    Reliance m_reliance;
    CurrentSettings m_settings;
    std::unique_ptr<WriterThread> m_writer;
    std::unique_ptr<Committer> m_committer;
    boost::asio::thread_pool m_readers{2};
    boost::asio::thread_pool m_diskPool{4};
    boost::asio::thread_pool m_slowPool{2};
    boost::asio::thread_pool m_asidePool{1};
    bool m_finished = false;

    std::mutex m_upkeepMutex;
    std::condition_variable m_upkeepWake;
    bool m_stopping = false;
    std::thread m_upkeep;
};

} // namespace berth
