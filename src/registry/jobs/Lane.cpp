// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/Lane.h"

#include <algorithm>
#include <utility>

#include "registry/Log.h"

namespace berth {

namespace {

using namespace std::chrono_literals;

constexpr auto longestRest = 5s;         ///< Between two looks at the clock.
constexpr auto leastPause = 1ms;         ///< Between two steps, for those that wait for the writer.
constexpr TimeMs soonAfterStart = 30'000; ///< A start has better things to do.
constexpr TimeMs tooLate = 10 * 60'000;  ///< A time that passed longer ago was missed.

} // namespace

const char *wordOf(JobStatus::State state)
{
    switch (state) {
    case JobStatus::State::Idle: return "idle";
    case JobStatus::State::Waiting: return "waiting";
    case JobStatus::State::Running: return "running";
    case JobStatus::State::Paused: break;
    }
    return "paused";
}

Lane::Lane(Parts parts, const std::vector<const JobKind *> &kinds)
    : m_parts(std::move(parts))
{
    const auto now = m_parts.now();
    for (const auto *kind : kinds) {
        auto &entry = m_entries.emplace_back(Entry{kind, {}});
        if (!kind->times.empty())
            entry.times = Cron::parse(kind->times).value();
        if (entry.times)
            entry.next = kind->beginsAtStart ? now + soonAfterStart : entry.times->next(now);
    }
    m_lastNow = now;
    m_thread = std::thread([this] { run(); });
}

Lane::~Lane() { stop(); }

void Lane::stop()
{
    requestStop();
    if (m_thread.joinable())
        m_thread.join();
}

void Lane::waitUntilReady()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, longestRest, [&] { return m_isReady || m_stopping; });
}

void Lane::requestStop()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
}

bool Lane::isStopping() const
{
    const std::lock_guard guard(m_mutex);
    return m_stopping;
}

const Lane::Entry *Lane::find(const JobKind &kind, const std::string &subject) const
{
    const auto it = std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.kind == &kind && entry.subject == subject; });
    return it == m_entries.end() ? nullptr : &*it;
}

Lane::Entry &Lane::entryOf(const JobKind &kind, const std::string &subject)
{
    if (const auto *known = find(kind, subject))
        return const_cast<Entry &>(*known);
    return m_entries.emplace_back(Entry{&kind, subject});
}

void Lane::ask(const JobKind &kind, const std::string &subject, const std::string &actor)
{
    {
        const std::lock_guard guard(m_mutex);
        auto &entry = entryOf(kind, subject);
        if (entry.run && entry.run->state == JobRun::State::Paused && !entry.isCancelled) {
            entry.run->state = JobRun::State::Running;
        } else if (!entry.run || kind.repeats || entry.isCancelled) {
            entry.isWanted = true;
            entry.actor = actor;
            entry.isHeld = false;
        }
        m_woken = true;
    }
    m_wake.notify_all();
}

bool Lane::take(const JobKind &kind, const JobRun &run)
{
    {
        const std::lock_guard guard(m_mutex);
        auto &entry = entryOf(kind, run.subject);
        if (m_stopping || !m_isReady || entry.run)
            return false;
        entry.job = kind.make({run.subject, run.facts, run.id, run.startedAt});
        entry.run = run;
        entry.isDue = entry.isCancelled = false;
        entry.keptState = run.state;
        m_woken = true;
    }
    m_wake.notify_all();
    return true;
}

void Lane::pause(const JobKind &kind, const std::string &subject)
{
    const std::lock_guard guard(m_mutex);
    auto &entry = entryOf(kind, subject);
    entry.isWanted = entry.isDue = false;
    if (entry.run)
        entry.run->state = JobRun::State::Paused;
    else
        entry.isHeld = !m_isReady;
    m_woken = true;
    m_wake.notify_all();
}

void Lane::cancel(const JobKind &kind, const std::string &subject)
{
    const std::lock_guard guard(m_mutex);
    auto &entry = entryOf(kind, subject);
    entry.isWanted = entry.isDue = false;
    entry.isCancelled = entry.run || !m_isReady;
    m_woken = true;
    m_wake.notify_all();
}

void Lane::setTimes(const JobKind &kind, const std::string &subject, const std::optional<Cron> &times)
{
    const std::lock_guard guard(m_mutex);
    auto &entry = entryOf(kind, subject);
    entry.times = times;
    entry.next = times ? times->next(m_parts.now()) : 0;
    m_woken = true;
    m_wake.notify_all();
}

JobStatus Lane::status(const JobKind &kind, const std::string &subject) const
{
    using State = JobStatus::State;
    const std::lock_guard guard(m_mutex);
    const auto *entry = find(kind, subject);
    if (!entry)
        return {};
    JobStatus status{State::Idle, entry->run ? entry->run : entry->last, entry->next};
    if (entry->run)
        status.state = entry->run->state == JobRun::State::Paused ? State::Paused : State::Running;
    else if (entry->isWanted)
        status.state = State::Waiting;
    return status;
}

void Lane::wake()
{
    {
        const std::lock_guard guard(m_mutex);
        m_woken = true;
    }
    m_wake.notify_all();
}

bool Lane::hasWork(const Entry &entry) const
{
    if (entry.run)
        return entry.run->state == JobRun::State::Running || entry.isCancelled;
    return entry.isWanted || entry.isDue;
}

bool Lane::hasTurn(const Entry &entry) const
{
    return hasWork(entry) && (entry.kind->after.empty() || std::ranges::none_of(m_entries, [&](const Entry &other) {
        return other.kind->name == entry.kind->after && hasWork(other);
    }));
}

std::unique_ptr<Sql> Lane::openDatabase()
{
    while (true) {
        auto opened = Sql::open(m_parts.database, Sql::Sync::Normal);
        if (opened)
            return std::move(*opened);
        std::unique_lock lock(m_mutex);
        for (auto &entry : m_entries)
            entry.last = JobRun{0, entry.kind->name, entry.subject, {}, JobRun::State::Failed, m_parts.now(), m_parts.now(), {}, opened.error().message};
        if (m_wake.wait_for(lock, longestRest, [&] { return m_stopping; }))
            return nullptr;
    }
}

void Lane::run()
{
    const auto sql = openDatabase();
    if (!sql)
        return;
    takeUp(*sql);
    {
        const std::lock_guard guard(m_mutex);
        m_isReady = true;
    }
    m_wake.notify_all();
    while (!isStopping()) {
        const auto began = Steady::now();
        bool worked = false;
        const bool mayWork = m_parts.mayWork();
        if (mayWork)
            noteTimes();
        for (auto *entry : entries()) {
            worked |= mayWork && turn(*entry, *sql);
            keep(*entry);
        }
        writeEnds();
        // Half of the disk's and the writer's time is the others', or more.
        const auto share = std::chrono::duration_cast<Steady::duration>((Steady::now() - began) * m_parts.restShare);
        const auto rest = worked ? std::clamp<Steady::duration>(share, leastPause, 2s) : Steady::duration(longestRest);
        std::unique_lock lock(m_mutex);
        auto till = rest;
        if (!worked && mayWork) {
            for (const auto &entry : m_entries) {
                if (entry.next != 0)
                    till = std::clamp<Steady::duration>(std::chrono::milliseconds(entry.next - m_parts.now()), leastPause, till);
            }
        }
        m_wake.wait_for(lock, till, [&] { return m_stopping || (!worked && std::exchange(m_woken, false)); });
    }
    for (auto *entry : entries()) {
        entry->keptAt = {};
        keep(*entry);
    }
}

/// As they are now; more may come meanwhile, none goes.
std::vector<Lane::Entry *> Lane::entries()
{
    std::vector<Entry *> all;
    const std::lock_guard guard(m_mutex);
    for (auto &entry : m_entries)
        all.push_back(&entry);
    return all;
}

/// Which times have come.
void Lane::noteTimes()
{
    const auto now = m_parts.now();
    const bool wentBack = now < m_lastNow;
    m_lastNow = now;
    const std::lock_guard guard(m_mutex);
    for (auto &entry : m_entries) {
        if (!entry.times)
            continue;
        if (wentBack)
            entry.next = std::min(entry.next, entry.times->next(now));
        if (now < entry.next)
            continue;
        const bool isMissed = now - entry.next > tooLate;
        entry.next = entry.times->next(now);
        if (isMissed)
            continue;
        if (!entry.run)
            entry.isDue = true;
        else if (entry.kind->notesSkipped)
            skip(entry, now);
    }
}

} // namespace berth
