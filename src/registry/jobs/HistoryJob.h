// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/jobs/Job.h"
#include "registry/store/Settings.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// Drops what happened long ago, and more of it than is kept: events, changes of tags, logs of cleanups, and messages of webhooks.
class HistoryJob : public Job {
public:
    /// All borrowed.
    HistoryJob(WriterThread &writer, const CurrentSettings &settings)
        : m_writer(writer)
        , m_settings(settings)
    {
    }

    Result<Step> step(const Turn &turn) override;
    json::object facts() const override { return {{"dropped", m_dropped}}; }
    bool hasDoneSomething() const override { return m_dropped > 0; }

private:
    WriterThread &m_writer;
    const CurrentSettings &m_settings;
    std::int64_t m_dropped = 0; ///< Events and changes.
};

} // namespace berth
