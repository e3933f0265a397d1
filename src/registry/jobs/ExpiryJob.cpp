// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/ExpiryJob.h"

#include "registry/store/Trash.h"

namespace berth {

Result<Job::Step> ExpiryJob::step(const Turn &turn)
{
    constexpr std::int64_t deletionsAStep = 64;
    constexpr TimeMs dayMs = 24LL * 60 * 60 * 1000;
    const auto now = nowMs();
    const auto before = now - m_settings.get()->trashDays * dayMs;
    if (!trash::isAnyBefore(turn.reader, before, now)) // a disk that sleeps is not woken
        return Step::Done;
    std::int64_t ended = 0;
    const auto written = m_writer.postAndWait({Durability::PowerCut,
        [&](Sql &sql) -> Result<void> {
            ended = trash::endBefore(sql, before, deletionsAStep);
            return {};
        },
        {}});
    if (!written)
        return tl::unexpected(written.error());
    m_ended += ended;
    return ended == deletionsAStep ? Step::More : Step::Done;
}

} // namespace berth
