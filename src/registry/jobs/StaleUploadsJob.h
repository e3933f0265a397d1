// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/jobs/Job.h"
#include "registry/store/BlobStore.h"

namespace berth {

/// Removes uploads that nobody has gone on with for a day.
class StaleUploadsJob : public Job {
public:
    explicit StaleUploadsJob(BlobStore &blobs)
        : m_blobs(blobs)
    {
    }

    Result<Step> step(const Turn &) override
    {
        constexpr TimeMs idleMs = 24LL * 60 * 60 * 1000;
        m_removed = m_blobs.removeStaleUploads(nowMs() - idleMs);
        return Step::Done;
    }
    json::object facts() const override { return {{"removed", m_removed}}; }
    bool hasDoneSomething() const override { return m_removed > 0; }

private:
    BlobStore &m_blobs;
    std::int64_t m_removed = 0;
};

} // namespace berth
