// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Committer.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "registry/store/Blobs.h"

namespace berth {

namespace {
/// A blob can be uploaded anew between the look at what is unsynced and the transaction; then the push goes round again.
constexpr int maxRounds = 5;
}// namespace

Result<std::unique_ptr<Committer>> Committer::start(const DatabaseLocation &database, BlobStore &blobs, WriterThread &writer)
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

void Committer::push(ManifestPush push, Done done) { enqueue({std::make_shared<const ManifestPush>(std::move(push)), std::move(done)}); }

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
    const auto unsynced = blobs::unsynced(*m_reader, std::vector<Digest>(needed.begin(), needed.end()));
    std::map<Digest, Error> failures; // of single blobs
    if (m_reader->hasFailed()) {
        const auto error = m_reader->takeError();
        for (const auto &digest : needed)
            failures.emplace(digest, error);
    } else if (!m_blobs.sync(unsynced)) {
        // One that fails must not fail the pushes that do not name it.
        for (const auto &digest : unsynced) {
            if (auto alone = m_blobs.sync(std::span(&digest, 1)); !alone)
                failures.emplace(digest, alone.error());
        }
    }
    std::vector<Digest> synced;
    std::ranges::copy_if(unsynced, std::back_inserter(synced), [&](const Digest &digest) { return !failures.contains(digest); });
    if (!synced.empty())
        m_writer.post({Durability::PowerCut,
            [synced](Sql &sql) -> Result<void> {
                for (const auto &digest : synced)
                    blobs::markSynced(sql, digest);
                return {};
            },
            [](Result<void>) {}});
    const auto failureOf = [&](const ManifestPush &push) -> std::optional<Error> {
        for (const auto &digest : artifacts::neededBlobs(push.manifest)) {
            const auto failure = failures.find(digest);
            if (failure == failures.end())
                continue;
            // Gone: collected a moment ago, or lost. Either way it has to come again.
            if (failure->second.code == ErrorCode::NotFound || failure->second.code == ErrorCode::BlobUnknown)
                return Error{ErrorCode::ManifestBlobUnknown, "Not in this repository: " + digest.toString()};
            return failure->second;
        }
        return std::nullopt;
    };

    for (auto &entry : entries) {
        const auto again = std::make_shared<bool>(false);
        m_writer.post({Durability::PowerCut,
            [push = entry.push, failure = failureOf(*entry.push), again, last = entry.rounds >= maxRounds](Sql &sql) -> Result<void> {
                if (failure)
                    return tl::unexpected(*failure);
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
