// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include "registry/store/BlobStore.h"
#include "registry/store/Caretaker.h"
#include "registry/store/Committer.h"
#include "registry/store/Database.h"
#include "registry/store/DigestLocks.h"
#include "registry/store/PullRecorder.h"
#include "registry/store/ReadCache.h"
#include "registry/store/Reliance.h"
#include "registry/store/RunBlocking.h"
#include "registry/store/Settings.h"
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

    /// Writes what is gathered in memory and marks a clean end. No coroutine may be waiting any more.
    ~Store();

    const DatabaseState &state() const { return m_state; }
    const std::filesystem::path &folder() const { return m_folder; }
    TimeMs startedAt() const { return m_startedAt; }
    BlobStore &blobs() { return *m_blobs; }
    ReadCache &cache() { return m_cache; }
    PullRecorder &pulls() { return m_pulls; }
    boost::asio::thread_pool &diskPool() { return m_diskPool; }
    DigestLocks &locks() { return m_locks; }
    Reliance &reliance() { return m_reliance; }
    Caretaker &caretaker() { return *m_caretaker; }

    /// The settings in force.
    CurrentSettings &settings() { return m_settings; }

    /// NoSpace with a sentence if less disk is free than the floor that the settings keep.
    Result<void> checkFreeSpace() const;

    /// Writes the address into the lock file, for programs that find the folder in use.
    Result<void> announce(const std::string &address);

    /// True while another program holds the folder's lock.
    static bool isServed(const std::filesystem::path &folder);

    /// The address in a folder's lock file; empty if it has none.
    static std::string announcedAddress(const std::filesystem::path &folder);

    /// Runs `work(Sql &)` on a reader thread. `work` returns a Result.
    template <class Work>
    boost::asio::awaitable<std::invoke_result_t<Work, Sql &>> read(Work work)
    {
        co_return co_await runBlocking(m_readers, [&]() -> std::invoke_result_t<Work, Sql &> {
            auto sql = readerConnection();
            if (!sql)
                return tl::unexpected(sql.error());
            auto result = work(**sql);
            if ((*sql)->hasFailed())
                return tl::unexpected((*sql)->takeError());
            return result;
        });
    }

    /// Runs `work(Sql &)` in a transaction on the writer thread. A failed Result undoes it. `touched` is forgotten by
    /// the cache before the caller goes on; null: nothing to forget.
    template <class Work>
    boost::asio::awaitable<std::invoke_result_t<Work, Sql &>> write(
        Durability durability, const RepositoryName *touched, Work work)
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
    void runUpkeep();

    std::filesystem::path m_folder;
    DatabaseLocation m_database;
    SystemFile m_lock;
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
    std::unique_ptr<Caretaker> m_caretaker;
    boost::asio::thread_pool m_readers{2};
    boost::asio::thread_pool m_diskPool{4};

    std::mutex m_upkeepMutex;
    std::condition_variable m_upkeepWake;
    bool m_stopping = false;
    std::thread m_upkeep;
};

} // namespace berth
