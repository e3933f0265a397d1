// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/Upkeep.h"

namespace berth {

Result<std::unique_ptr<Upkeep>> Upkeep::start(Store &store)
{
    const auto sql = Sql::open(store.database(), Sql::Sync::Normal);
    if (!sql)
        return tl::unexpected(sql.error());
    return std::unique_ptr<Upkeep>(new Upkeep(store, **sql));
}

Upkeep::Upkeep(Store &store, Sql &reader)
    : m_store(store)
    , m_clock(reader, store.writer())
    , m_scheduler({store.database(), store.writer(), nowMs, [this] { return m_clock.isWell(); }}, upkeepJobs(store))
{
    tidy();
}

Upkeep::~Upkeep() { stop(); }

void Upkeep::stop()
{
    m_scheduler.stop([this] { m_store.blobs().interrupt(); });
}

void Upkeep::ask(const char *job, const std::string &actor)
{
    if (const auto asked = m_scheduler.ask(job, {}, actor); !asked)
        Q_ASSERT_X(false, "Upkeep::ask", "the job has a row");
}

void Upkeep::collect(const std::string &actor)
{
    ask(expiry); // what has ended is to be unused by then
    ask(trash);
    ask(collection, actor);
}

Result<bool> Upkeep::confirmClock()
{
    auto confirmed = m_clock.confirm();
    m_scheduler.wake();
    return confirmed;
}

} // namespace berth
