// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "registry/store/Artifacts.h"
#include "registry/store/BlobStore.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// Makes manifest pushes durable: gathers those that have arrived, syncs their blobs in parallel, and commits all rows in one
/// transaction. Only then are they answered.
class Committer {
public:
    using Done = std::function<void(Result<void>)>;

    /// `blobs` and `writer` are borrowed. `database` is opened once more, for reading.
    static Result<std::unique_ptr<Committer>> start(const DatabaseLocation &database, BlobStore &blobs, WriterThread &writer);

    /// Finishes what was pushed.
    ~Committer();

    /// From any thread. `done` is called on the writer thread once the push survives a power cut, or has failed.
    void push(ManifestPush push, Done done);

private:
    struct Entry {
        std::shared_ptr<const ManifestPush> push;
        Done done;
        int rounds = 0;
    };

    Committer(BlobStore &blobs, WriterThread &writer)
        : m_blobs(blobs)
        , m_writer(writer)
    {
    }
    void enqueue(Entry entry);
    void run();
    void commit(std::vector<Entry> entries);

    BlobStore &m_blobs;
    WriterThread &m_writer;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Entry> m_entries;
    std::size_t m_inFlight = 0; ///< Handed to the writer and not yet answered.
    bool m_stopping = false;
    std::unique_ptr<Sql> m_reader; ///< Committer thread only.
    std::thread m_thread;
};

} // namespace berth
