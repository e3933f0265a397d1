// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/jobs/Job.h"
#include "registry/store/Settings.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// Ends what has been in the trash for as many days as the settings say. What it held then goes with the TrashJob.
class ExpiryJob : public Job {
public:
    ExpiryJob(WriterThread &writer, CurrentSettings &settings)
        : m_writer(writer)
        , m_settings(settings)
    {
    }

    Result<Step> step(const Turn &turn) override;
    json::object facts() const override { return {{"ended", m_ended}}; }
    bool hasDoneSomething() const override { return m_ended > 0; }

private:
    WriterThread &m_writer;
    CurrentSettings &m_settings;
    std::int64_t m_ended = 0; ///< Deletions.
};

} // namespace berth
