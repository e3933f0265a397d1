// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/ClockGuard.h"

#include <utility>

namespace berth {

namespace {
constexpr std::chrono::minutes stampInterval(5);
}

ClockGuard::ClockGuard(Sql &reader, WriterThread &writer)
    : m_writer(writer)
{
    m_clock.compareWithLastRun(reader);
}

bool ClockGuard::isWell()
{
    using Steady = std::chrono::steady_clock;
    const std::lock_guard guard(m_mutex);
    const auto jump = m_clock.look();
    const bool isWell = !jump;
    if (Steady::now() >= m_nextStamp || isWell != std::exchange(m_wasWell, isWell)) {
        m_nextStamp = Steady::now() + stampInterval;
        m_writer.post({Durability::ProcessEnd,
            [jump](Sql &sql) -> Result<void> {
                ClockWatch::stamp(sql, jump);
                return {};
            },
            [](Result<void>) {}});
    }
    return isWell;
}

std::optional<ClockJump> ClockGuard::jump()
{
    const std::lock_guard guard(m_mutex);
    return m_clock.look();
}

Result<bool> ClockGuard::confirm()
{
    const auto seen = jump();
    if (!seen)
        return false;
    const auto written = m_writer.postAndWait({Durability::PowerCut,
        [&](Sql &sql) -> Result<void> {
            ClockWatch::confirm(sql, *seen);
            return {};
        },
        {}});
    if (!written)
        return tl::unexpected(written.error());
    const std::lock_guard guard(m_mutex);
    m_clock.confirmed();
    return true;
}

} // namespace berth
