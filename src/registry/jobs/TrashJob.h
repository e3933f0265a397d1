// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/jobs/Job.h"
#include "registry/store/TrashWork.h"

namespace berth {

/// Goes on with what deletions that have ended, and deletions and restores of large images, have left to be done.
class TrashJob : public Job {
public:
    explicit TrashJob(WriterThread &writer)
        : m_work(writer)
    {
    }

    Result<Step> step(const Turn &turn) override
    {
        const auto more = m_work.step(turn.reader);
        if (!more)
            return tl::unexpected(more.error());
        m_hasWorked |= *more;
        return *more ? Step::More : Step::Done;
    }
    json::object facts() const override { return {}; }
    bool hasDoneSomething() const override { return m_hasWorked; }

private:
    TrashWork m_work;
    bool m_hasWorked = false;
};

} // namespace berth
