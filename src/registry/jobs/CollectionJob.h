// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "registry/jobs/Job.h"
#include "registry/store/BlobStore.h"
#include "registry/store/Collection.h"
#include "registry/store/DigestLocks.h"

namespace berth {

/// Takes away the blobs that are in nobody's use: first links that nothing needs any more, then marked blobs with their files, then files
/// that no row knows.
class CollectionJob : public Job {
public:
    struct Parts {
        WriterThread &writer;
        BlobStore &blobs;
        DigestLocks &locks;
        std::function<void()> blobsLeft; ///< Called on any thread after blobs went out of sight: caches are to forget them.
    };

    explicit CollectionJob(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    Result<Step> step(const Turn &turn) override;

    /// In the words of Berth's API.
    json::object facts() const override
    {
        return {{"wanted_bytes", m_wantedBytes}, {"removed_blobs", m_blobs}, {"removed_bytes", m_bytes}, {"removed_orphans", m_orphans}};
    }

private:
    enum class Phase { Links, Blobs, Orphans, Room };

    Result<void> dropLinks(const Turn &turn);
    Result<void> removeBlobs(const Turn &turn);
    Result<void> removeOrphans(const Turn &turn);
    Result<void> giveRoomBack();

    Parts m_parts;
    Phase m_phase = Phase::Links;
    collection::LinkPosition m_link;
    int m_part = 0; ///< Of the blob store, see BlobStore::forEach().
    std::int64_t m_wantedBytes = 0; ///< What was in nobody's use at its start.
    std::int64_t m_blobs = 0;
    std::int64_t m_bytes = 0;
    std::int64_t m_orphans = 0; ///< Files that no row knew.
};

} // namespace berth
