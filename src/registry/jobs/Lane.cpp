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
constexpr auto keepInterval = 1s;        ///< Of a run's numbers, which a kill may take back by so much.
constexpr TimeMs soonAfterStart = 30'000; ///< A start has better things to do.
constexpr const char *stepsFact = "steps";  ///< What the thread adds to a run's own numbers: so many steps,
constexpr const char *busyFact = "busy_ms"; ///< and how long they took together.
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
        }
        m_woken = true;
    }
    m_wake.notify_all();
}

void Lane::pause(const JobKind &kind, const std::string &subject)
{
    const std::lock_guard guard(m_mutex);
    auto &entry = entryOf(kind, subject);
    entry.isWanted = entry.isDue = false;
    if (entry.run)
        entry.run->state = JobRun::State::Paused;
    m_woken = true;
    m_wake.notify_all();
}

void Lane::cancel(const JobKind &kind, const std::string &subject)
{
    const std::lock_guard guard(m_mutex);
    auto &entry = entryOf(kind, subject);
    entry.isWanted = entry.isDue = false;
    entry.isCancelled = entry.run.has_value();
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

/// What the program before this one left.
void Lane::takeUp(Sql &sql)
{
    auto left = jobruns::open(sql);
    std::ranges::reverse(left); // the newest is the one that was; an older one could not write its end
    std::vector<JobRun> interrupted;
    {
        const std::lock_guard guard(m_mutex);
        std::vector<Entry *> own;
        for (auto &entry : m_entries)
            own.push_back(&entry);
        for (const auto *first : own) {
            const auto &kind = *first->kind;
            for (auto run : left) {
                if (run.job != kind.name)
                    continue;
                auto &entry = entryOf(kind, run.subject);
                // A paused run waits for whoever paused it, though it begins anew where it cannot go on.
                if ((kind.goesOn || run.state == JobRun::State::Paused) && !entry.run) {
                    entry.job = kind.make({run.subject, run.facts});
                    entry.keptState = run.state;
                    entry.run = std::move(run);
                } else {
                    run.state = JobRun::State::Interrupted;
                    run.finishedAt = m_parts.now();
                    interrupted.push_back(run);
                }
            }
        }
        for (auto &entry : m_entries)
            entry.last = jobruns::last(sql, entry.kind->name, entry.subject);
        for (const auto &run : interrupted) {
            for (auto &entry : m_entries) {
                if (entry.last && entry.last->id == run.id)
                    entry.last = run;
            }
        }
    }
    if (sql.hasFailed())
        logLine(LogLevel::Warning, "Runs of background jobs could not be read: " + sql.takeError().message);
    if (!interrupted.empty()) {
        m_parts.writer.post({Durability::ProcessEnd,
            [interrupted](Sql &writing) -> Result<void> {
                for (const auto &run : interrupted)
                    jobruns::update(writing, run);
                return {};
            },
            [](Result<void>) {}});
    }
}

void Lane::run()
{
    const auto sql = openDatabase();
    if (!sql)
        return;
    takeUp(*sql);
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
        // Half of the disk's and the writer's time is the others'.
        const auto rest = worked ? std::clamp<Steady::duration>(Steady::now() - began, leastPause, 2s) : Steady::duration(longestRest);
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

void Lane::skip(const Entry &entry, TimeMs now)
{
    const JobRun skipped{0, entry.kind->name, entry.subject, {}, JobRun::State::Skipped, now, now, {}, "The run before was still under way"};
    m_parts.writer.post({Durability::ProcessEnd,
        [skipped](Sql &sql) -> Result<void> {
            jobruns::add(sql, skipped);
            return {};
        },
        [](Result<void>) {}});
}

/// Makes the run; false if there is nothing to do.
bool Lane::begin(Entry &entry, Sql &sql)
{
    std::unique_lock lock(m_mutex);
    if (!entry.isWanted && !entry.isDue) // given up meanwhile
        return false;
    bool isAsked = std::exchange(entry.isWanted, false);
    entry.isDue = false;
    entry.isCancelled = false;
    const auto last = entry.last;
    const auto now = m_parts.now();
    if (!isAsked && entry.kind->isDue) {
        lock.unlock();
        const bool isDue = entry.kind->isDue(sql, last ? &*last : nullptr, now);
        if (sql.hasFailed())
            logLine(LogLevel::Warning, "Whether there is work for " + entry.kind->name + " could not be read: " + sql.takeError().message);
        if (!isDue)
            return false;
        lock.lock();
        isAsked = std::exchange(entry.isWanted, false);
    }
    entry.job = entry.kind->make({entry.subject, {}});
    entry.run = JobRun{0, entry.kind->name, entry.subject, isAsked ? entry.actor : std::string(), JobRun::State::Running, now};
    entry.keptAt = {};
    return true;
}

/// One step; false if it was not its turn or nothing is to be done.
bool Lane::turn(Entry &entry, Sql &sql)
{
    bool isNew = false;
    {
        const std::lock_guard guard(m_mutex);
        if (m_stopping || !hasTurn(entry))
            return false;
        isNew = !entry.run;
    }
    if (isNew && !begin(entry, sql))
        return false;
    const std::function<bool()> isEnding = [&] {
        const std::lock_guard guard(m_mutex);
        return m_stopping || entry.isCancelled || entry.run->state == JobRun::State::Paused;
    };
    const auto began = Steady::now();
    auto step = isEnding() ? Result<Job::Step>(Job::Step::More) : entry.job->step({sql, isEnding});
    const auto busyMs = std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - began).count();
    if (step && sql.hasFailed())
        step = tl::unexpected(sql.takeError());
    const bool isBrokenOff = !step && step.error().code == ErrorCode::Cancelled && isEnding();
    bool isCancelled = false;
    {
        const std::lock_guard guard(m_mutex);
        auto facts = entry.job->facts();
        facts[stepsFact] = json::integer(entry.run->facts, stepsFact) + 1;
        facts[busyFact] = json::integer(entry.run->facts, busyFact) + busyMs;
        entry.run->facts = std::move(facts);
        entry.hasMoved = true;
        isCancelled = entry.isCancelled;
    }
    if (!step && !isBrokenOff)
        end(entry, JobRun::State::Failed, step.error().message);
    else if (step && *step == Job::Step::Done)
        end(entry, JobRun::State::Done, {});
    else if (isCancelled)
        end(entry, JobRun::State::Stopped, {});
    return true;
}

void Lane::end(Entry &entry, JobRun::State state, const std::string &failure)
{
    JobRun run;
    {
        const std::lock_guard guard(m_mutex);
        entry.run->state = state;
        entry.run->finishedAt = m_parts.now();
        entry.run->failure = failure;
        entry.isCancelled = false;
        entry.last = std::exchange(entry.run, std::nullopt);
        run = *entry.last;
    }
    const bool isWorthKeeping = state != JobRun::State::Done || run.id != 0 || entry.job->hasDoneSomething();
    entry.job.reset();
    if (!isWorthKeeping)
        return;
    write(run);
    const std::lock_guard guard(m_mutex);
    entry.last->id = run.id;
}

/// Writes how far the run is: when it begins, when it is held or goes on, and from time to time.
void Lane::keep(Entry &entry)
{
    JobRun run;
    {
        const std::lock_guard guard(m_mutex);
        if (!entry.run)
            return;
        run = *entry.run;
    }
    const bool isDue =
        run.id == 0 ? entry.job->hasDoneSomething() : entry.keptState != run.state || (entry.hasMoved && Steady::now() - entry.keptAt >= keepInterval);
    if (!isDue)
        return;
    entry.hasMoved = false;
    entry.keptAt = Steady::now();
    entry.keptState = run.state;
    write(run);
    const std::lock_guard guard(m_mutex);
    entry.run->id = run.id;
}

/// Adds it, or what has changed of it. A run that cannot be kept, on a full disk, works all the same.
void Lane::write(JobRun &run)
{
    if (run.id != 0) {
        m_parts.writer.post({Durability::ProcessEnd,
            [run](Sql &sql) -> Result<void> {
                jobruns::update(sql, run);
                return {};
            },
            [](Result<void>) {}});
        return;
    }
    std::int64_t id = 0;
    const auto written = m_parts.writer.postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) -> Result<void> {
            id = jobruns::add(sql, run);
            return {};
        },
        {}});
    run.id = written ? id : 0;
}

} // namespace berth
