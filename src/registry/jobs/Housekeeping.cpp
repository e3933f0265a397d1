// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/Housekeeping.h"

#include "registry/Log.h"
#include "registry/store/CleanupRules.h"
#include "registry/store/CleanupRuns.h"

namespace berth {

Result<std::unique_ptr<Housekeeping>> Housekeeping::start(Store &store)
{
    const auto sql = Sql::open(store.database(), Sql::Sync::Normal);
    if (!sql)
        return tl::unexpected(sql.error());
    auto clock = std::make_unique<ClockGuard>(**sql, store.writer());
    if ((*sql)->hasFailed()) // what was kept of the clock decides what may be destroyed: without it nothing begins
        return tl::unexpected((*sql)->takeError());
    std::unique_ptr<Housekeeping> housekeeping(new Housekeeping(store, std::move(clock)));
    housekeeping->m_scheduler.waitUntilReady();
    housekeeping->refreshCleanupTimes();
    return housekeeping;
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

void Housekeeping::refreshCleanupTimes()
{
    const std::lock_guard guard(m_mutex); // what is read last is applied last
    const auto sql = Sql::open(m_store.database(), Sql::Sync::Normal);
    const auto schedules = sql ? cleanuprules::schedules(**sql) : std::map<std::int64_t, std::string>();
    if (!sql || (*sql)->hasFailed()) {
        logLine(LogLevel::Warning, "When cleanups begin could not be read: " + (sql ? (*sql)->takeError() : sql.error()).message);
        return;
    }
    for (const auto &[registry, cron] : m_cleanupTimes) {
        if (!schedules.contains(registry))
            m_scheduler.setTimes(cleanupruns::job, std::to_string(registry), {});
    }
    for (const auto &[registry, cron] : schedules) {
        const auto known = m_cleanupTimes.find(registry);
        if (known != m_cleanupTimes.end() && known->second == cron)
            continue; // setting it again could miss a moment
        if (auto times = Cron::parse(cron))
            m_scheduler.setTimes(cleanupruns::job, std::to_string(registry), std::move(*times));
    }
    m_cleanupTimes = schedules;
}

Result<bool> Housekeeping::confirmClock()
{
    auto confirmed = m_clock->confirm();
    m_scheduler.wake();
    return confirmed;
}

} // namespace berth
