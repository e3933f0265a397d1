// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/Housekeeping.h"

namespace berth {

Result<std::unique_ptr<Housekeeping>> Housekeeping::start(Store &store)
{
    const auto sql = Sql::open(store.database(), Sql::Sync::Normal);
    if (!sql)
        return tl::unexpected(sql.error());
    return std::unique_ptr<Housekeeping>(new Housekeeping(store, **sql));
}

Housekeeping::Housekeeping(Store &store, Sql &reader)
    : m_store(store)
    , m_clock(reader, store.writer())
    , m_scheduler({store.database(), store.writer(), nowMs, [this] { return m_clock.isWell(); }}, housekeepingJobs(store))
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

Result<bool> Housekeeping::confirmClock()
{
    auto confirmed = m_clock.confirm();
    m_scheduler.wake();
    return confirmed;
}

} // namespace berth
