// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/Housekeeping.h"

namespace berth {

Result<std::unique_ptr<Housekeeping>> Housekeeping::start(Store &store)
{
    const auto sql = Sql::open(store.database(), Sql::Sync::Normal);
    if (!sql)
        return tl::unexpected(sql.error());
    auto clock = std::make_unique<ClockGuard>(**sql, store.writer());
    if ((*sql)->hasFailed()) // what was kept of the clock decides what may be destroyed: without it nothing begins
        return tl::unexpected((*sql)->takeError());
    return std::unique_ptr<Housekeeping>(new Housekeeping(store, std::move(clock)));
}

Housekeeping::Housekeeping(Store &store, std::unique_ptr<ClockGuard> clock)
    : m_store(store)
    , m_clock(std::move(clock))
    , m_scheduler({store.database(), store.writer(), nowMs, [this] { return m_clock->isWell(); }}, housekeepingJobs(store))
{
    tidy();
}

Housekeeping::~Housekeeping() { stop(); }

void Housekeeping::stop()
{
    m_scheduler.stop([this] { m_store.blobs().interrupt(); });
}

void Housekeeping::ask(const char *job, const std::string &actor)
{
    if (const auto asked = m_scheduler.ask(job, {}, actor); !asked)
        Q_ASSERT_X(false, "Housekeeping::ask", "the job has a row");
}

void Housekeeping::collect(const std::string &actor)
{
    ask(expiry); // what has ended is to be unused by then
    ask(trash);
    ask(collection, actor);
}

void Housekeeping::collectEnded()
{
    ask(trash);
    if (m_scheduler.status(collection).state != JobStatus::State::Paused) // whoever paused it goes on with it
        ask(collection);
}

Result<bool> Housekeeping::confirmClock()
{
    auto confirmed = m_clock->confirm();
    m_scheduler.wake();
    return confirmed;
}

} // namespace berth
