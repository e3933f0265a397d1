// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "registry/jobs/Job.h"
#include "registry/store/BlobStore.h"
#include "registry/store/DigestLocks.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// Reads every blob and compares it with its digest, then every number that rows keep about others with those. Goes on where it was.
class ScrubJob : public Job {
public:
    struct Parts {
        WriterThread &writer;
        BlobStore &blobs;
        DigestLocks &locks;
        std::function<void()> blobsLeft; ///< Called on any thread after blobs went out of sight: caches are to forget them.
    };

    ScrubJob(Parts parts, const JobStart &start);

    Result<Step> step(const Turn &turn) override;

    /// In the words of Berth's API, and the digest that was read last.
    json::object facts() const override { return {{"read_blobs", m_blobs}, {"read_bytes", m_bytes}, {"found_damaged", m_damaged}, {"position", m_position}}; }

private:
    Result<Step> checkNumbers(const Turn &turn);

    Parts m_parts;
    std::string m_position;
    std::int64_t m_blobs = 0;
    std::int64_t m_bytes = 0;
    std::int64_t m_damaged = 0;
    int m_unreadable = 0;  ///< Blobs that could not be read at all.
    std::string m_failure; ///< Of the first of them.
};

} // namespace berth
