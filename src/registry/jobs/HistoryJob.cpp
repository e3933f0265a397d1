// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/HistoryJob.h"

#include "registry/store/CleanupRuns.h"
#include "registry/store/Deletion.h"
#include "registry/store/Outbox.h"
#include "registry/store/Tags.h"
#include "registry/store/WebhookDeliveries.h"

namespace berth {

namespace {
constexpr TimeMs dayMs = 24LL * 60 * 60 * 1000;
}

Result<Job::Step> HistoryJob::step(const Turn &)
{
    std::int64_t dropped = 0;
    const auto written = m_writer.postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) -> Result<void> {
            const auto now = nowMs();
            dropped = outbox::trim(sql, now, deletion::rowsAStep) + tags::trimHistory(sql, now - m_settings.get()->tagHistoryDays * dayMs, deletion::rowsAStep)
                + cleanupruns::trim(sql, deletion::rowsAStep) + webhookdeliveries::trim(sql, now, deletion::rowsAStep);
            return {};
        },
        {}});
    if (!written)
        return tl::unexpected(written.error());
    m_dropped += dropped;
    return dropped > 0 ? Step::More : Step::Done;
}

} // namespace berth
