// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/Cleanup.h"
#include "registry/jobs/CleanupImage.h"
#include "registry/jobs/Job.h"
#include "registry/store/ReclaimSum.h"

namespace berth {

/// One run of a registry's cleanup, image by image, by the policies that its facts hold (CleanupRuns.h). Images without any policy for them are
/// left alone. A policy that cannot be read ends it before anything is deleted.
class CleanupJob : public Job {
public:
    struct Parts {
        WriterThread &writer;
        std::function<void(const RepositoryName &)> forget; ///< As CleanupImage has it.
        std::function<void()> flushPulls;                   ///< Hands the pulls that are gathered in memory to the writer.
    };

    CleanupJob(Parts parts, const JobStart &start);

    Result<Step> step(const Turn &turn) override;
    json::object facts() const override;

private:
    Result<void> begin(const Turn &turn);
    Result<Step> nextImage(const Turn &turn, const Cleanup &cleanup);
    void endImage();

    Parts m_parts;
    std::int64_t m_registry = 0;
    json::object m_start; ///< Facts that stay as they are.
    CleanupImage::Run m_run;
    std::optional<Cleanup> m_cleanup;
    std::string m_name; ///< The registry's.
    std::string m_last; ///< Image that was read.
    std::deque<candidates::Image> m_images; ///< That come next.
    ReclaimSum m_sum;
    std::unique_ptr<CleanupImage> m_image;

    std::int64_t m_imageCount = 0;
    std::int64_t m_neverPulled = 0;
    CleanupTask m_total; ///< Of the images that are done.
};

} // namespace berth
