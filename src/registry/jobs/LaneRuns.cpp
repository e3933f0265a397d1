// SPDX-License-Identifier: Apache-2.0
// What becomes of a run on its lane: taken up, begun, a step, its end, and how it is kept.
#include "registry/jobs/Lane.h"

#include <algorithm>
#include <utility>

#include "registry/Log.h"

namespace berth {

namespace {

using namespace std::chrono_literals;

constexpr auto keepInterval = 1s;        ///< Of a run's numbers, which a kill may take back by so much.
constexpr const char *stepsFact = "steps";  ///< What the thread adds to a run's own numbers: so many steps,
constexpr const char *busyFact = "busy_ms"; ///< and how long they took together.

} // namespace

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
                    obeyEarly(entry);
                } else {
                    run.state = JobRun::State::Interrupted;
                    run.finishedAt = m_parts.now();
                    interrupted.push_back(run);
                }
            }
        }
        for (auto &entry : m_entries) {
            entry.last = jobruns::last(sql, entry.kind->name, entry.subject);
            entry.isHeld = false;
            entry.isCancelled = entry.isCancelled && entry.run;
        }
        for (const auto &run : interrupted) {
            for (auto &entry : m_entries) {
                if (entry.last && entry.last->id == run.id)
                    entry.last = run;
            }
        }
    }
    if (sql.hasFailed())
        logLine(LogLevel::Warning, "Runs of background jobs could not be read: " + sql.takeError().message);
    m_ends = std::move(interrupted);
    writeEnds();
}

/// What was asked of a run before it was taken up counts as if it had been asked after.
void Lane::obeyEarly(Entry &entry)
{
    if (entry.isCancelled)
        return; // ends it; what is wanted besides begins anew
    if (std::exchange(entry.isWanted, false))
        entry.run->state = JobRun::State::Running;
    else if (entry.isHeld)
        entry.run->state = JobRun::State::Paused;
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
    if (entry.kind->open) {
        lock.unlock();
        return beginOpened(entry);
    }
    entry.job = entry.kind->make({entry.subject, {}});
    entry.run = JobRun{0, entry.kind->name, entry.subject, isAsked ? entry.actor : std::string(), JobRun::State::Running, now};
    entry.keptAt = {};
    return true;
}

/// Its time has come: the run is kept first, unless somebody else's is under way.
bool Lane::beginOpened(Entry &entry)
{
    const auto now = m_parts.now();
    const auto run = entry.kind->open(entry.subject, now);
    if (run) {
        if (take(*entry.kind, *run))
            return true;
        auto ended = *run;
        ended.state = JobRun::State::Interrupted;
        ended.finishedAt = now;
        m_ends.push_back(ended);
        return false;
    }
    if (run.error().code == ErrorCode::Conflict && entry.kind->notesSkipped)
        skip(entry, now);
    else if (run.error().code != ErrorCode::NotFound) // what it was for is gone
        logLine(LogLevel::Warning, "A run of " + entry.kind->name + " could not begin: " + run.error().message);
    return false;
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
        if (auto &run = entry.run) { // begin() made it, and only this thread ends it
            auto facts = entry.job->facts();
            facts[stepsFact] = json::integer(run->facts, stepsFact) + 1;
            facts[busyFact] = json::integer(run->facts, busyFact) + busyMs;
            run->facts = std::move(facts);
        }
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
        run = std::exchange(entry.run, std::nullopt).value_or(JobRun());
        run.state = state;
        run.finishedAt = m_parts.now();
        run.failure = failure;
        entry.isCancelled = false;
        entry.last = run;
    }
    const bool isWorthKeeping = state != JobRun::State::Done || run.id != 0 || entry.job->hasDoneSomething();
    entry.job.reset();
    if (!isWorthKeeping)
        return;
    if (run.id != 0) {
        m_ends.push_back(run);
        writeEnds();
        return;
    }
    write(run);
    const std::lock_guard guard(m_mutex);
    if (entry.last)
        entry.last->id = run.id;
}

/// A run that is kept as if it were still under way would keep others from beginning: its end is written, on a full disk when there is room.
/// What a run that has ended did survives a power cut with it.
void Lane::writeEnds()
{
    std::erase_if(m_ends, [this](const JobRun &run) {
        return m_parts.writer
            .postAndWait({Durability::PowerCut,
                [&run](Sql &sql) -> Result<void> {
                    jobruns::update(sql, run);
                    return {};
                },
                {}})
            .has_value();
    });
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
    if (entry.run)
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
