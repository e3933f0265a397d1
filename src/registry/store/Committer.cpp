// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Committer.h"

#include <future>
#include <set>

#include "registry/store/Blobs.h"

namespace berth {

namespace {
/// A blob can be uploaded anew between the look at what is unsynced and the transaction; then the push goes round again.
constexpr int maxRounds = 5;
}

Result<std::unique_ptr<Committer>> Committer::start(
    const DatabaseLocation &database, BlobStore &blobs, WriterThread &writer)
{
    std::unique_ptr<Committer> committer(new Committer(blobs, writer));
    std::promise<Result<void>> opened;
    auto outcome = opened.get_future();
    committer->m_thread = std::thread([self = committer.get(), database, &opened] {
        auto reader = Sql::open(database, Sql::Sync::Normal);
        if (!reader) {
            opened.set_value(tl::unexpected(reader.error()));
            return;
        }
        self->m_reader = std::move(*reader);
        opened.set_value({});
        self->run();
        self->m_reader.reset();
    });
    if (auto result = outcome.get(); !result) {
        committer->m_thread.join();
        return tl::unexpected(result.error());
    }
    return committer;
}

Committer::~Committer()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Committer::push(ManifestPush push, Done done)
{
    enqueue({std::make_shared<const ManifestPush>(std::move(push)), std::move(done)});
}

void Committer::enqueue(Entry entry)
{
    {
        const std::lock_guard guard(m_mutex);
        m_entries.push_back(std::move(entry));
    }
    m_wake.notify_all();
}

void Committer::run()
{
    while (true) {
        std::vector<Entry> entries;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return !m_entries.empty() || (m_stopping && m_inFlight == 0); });
            if (m_entries.empty())
                return;
            entries.swap(m_entries);
            m_inFlight += entries.size();
        }
        commit(std::move(entries));
    }
}

void Committer::commit(std::vector<Entry> entries)
{
    std::set<Digest> needed;
    for (const auto &entry : entries) {
        for (auto &digest : artifacts::neededBlobs(entry.push->manifest))
            needed.insert(std::move(digest));
    }
    const auto unsynced
        = blobs::unsynced(*m_reader, std::vector<Digest>(needed.begin(), needed.end()));
    Result<void> synced;
    if (m_reader->hasFailed())
        synced = tl::unexpected(m_reader->takeError());
    else
        synced = m_blobs.sync(unsynced);
    // A blob that collection took a moment ago fails the push that needs it, in its transaction, not the others of this round.
    const bool incomplete = !synced && (synced.error().code == ErrorCode::NotFound || synced.error().code == ErrorCode::BlobUnknown);
    if (incomplete)
        synced = {};

    if (synced && !incomplete && !unsynced.empty())
        m_writer.post({Durability::PowerCut,
            [unsynced](Sql &sql) -> Result<void> {
                for (const auto &digest : unsynced)
                    blobs::markSynced(sql, digest);
                return {};
            },
            [](Result<void>) {}});

    for (auto &entry : entries) {
        const auto again = std::make_shared<bool>(false);
        m_writer.post({Durability::PowerCut,
            [push = entry.push, synced, again, last = entry.rounds >= maxRounds](Sql &sql) -> Result<void> {
                if (!synced)
                    return synced;
                if (auto stored = artifacts::put(sql, *push); !stored)
                    return stored;
                if (!blobs::unsynced(sql, artifacts::neededBlobs(push->manifest)).empty()) {
                    *again = !last;
                    return fail(ErrorCode::Internal, "The blobs of the manifest kept changing while it was stored");
                }
                return {};
            },
            [this, entry, again](Result<void> result) mutable {
                const bool retry = *again;
                if (!retry)
                    entry.done(std::move(result));
                {
                    const std::lock_guard guard(m_mutex);
                    --m_inFlight;
                    if (retry) {
                        ++entry.rounds;
                        m_entries.push_back(std::move(entry));
                    }
                    // Under the lock: after it, a stop that waited for this answer may take the whole object down.
                    m_wake.notify_all();
                }
            }});
    }
}

} // namespace berth
