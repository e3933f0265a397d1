// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Caretaker.h"

#include <algorithm>
#include <utility>

#include "registry/Log.h"
#include "registry/store/Deletion.h"
#include "registry/store/Numbers.h"
#include "registry/store/Outbox.h"
#include "registry/store/Tags.h"
#include "registry/store/Trash.h"

namespace berth {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using State = CollectionStatus::State;

constexpr std::int64_t stepBlobs = 64;
constexpr auto lookInterval = 10min;
constexpr auto stampInterval = 5min;
constexpr auto collectionPause = 5ms;       ///< Between two steps, for pushes that wait.
constexpr TimeMs collectEveryMs = 60LL * 60 * 1000;
constexpr TimeMs dayMs = 24LL * 60 * 60 * 1000;

} // namespace

Caretaker::Caretaker(Parts parts)
    : m_parts(std::move(parts))
    , m_trashWork(m_parts.writer)
{
    m_nextLook = Clock::now() + 30s; // a start has better things to do
    m_thread = std::thread([this] { run(); });
}

Caretaker::~Caretaker()
{
    {
        const std::lock_guard guard(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Caretaker::tidy()
{
    {
        const std::lock_guard guard(m_mutex);
        m_tidyWanted = true;
    }
    m_wake.notify_all();
}

void Caretaker::collect()
{
    {
        const std::lock_guard guard(m_mutex);
        m_tidyWanted = true; // what has ended is to be unused by then
        if (m_collection.state == State::Paused) {
            m_collection.state = State::Running;
        } else {
            m_collectWanted = true;
            if (m_collection.state == State::Idle)
                m_collection.state = State::Waiting;
        }
    }
    m_wake.notify_all();
}

void Caretaker::pauseCollection()
{
    const std::lock_guard guard(m_mutex);
    if (m_collection.state == State::Running)
        m_collection.state = State::Paused;
    else if (m_collection.state == State::Waiting) {
        m_collection.state = State::Idle;
        m_collectWanted = false;
    }
}

void Caretaker::scrub()
{
    {
        const std::lock_guard guard(m_mutex);
        if (!m_scrub.running && (m_scrub.progress.startedAt == 0 || m_scrub.progress.finishedAt != 0)) {
            m_scrub.progress = {};
            m_scrub.progress.startedAt = nowMs();
        }
        m_scrub.running = true;
        m_scrub.failure.reset();
    }
    m_wake.notify_all();
}

void Caretaker::stopScrub()
{
    const std::lock_guard guard(m_mutex);
    m_scrub.running = false;
}

std::optional<ClockJump> Caretaker::clockJump()
{
    const std::lock_guard guard(m_mutex);
    return m_clock.look();
}

Result<bool> Caretaker::confirmClock()
{
    const auto jump = clockJump();
    if (!jump)
        return false;
    const auto written = m_parts.writer.postAndWait({Durability::PowerCut,
        [&](Sql &sql) -> Result<void> {
            ClockWatch::confirm(sql, *jump);
            return {};
        },
        {}});
    if (!written)
        return tl::unexpected(written.error());
    {
        const std::lock_guard guard(m_mutex);
        m_clock.confirmed();
    }
    m_wake.notify_all();
    return true;
}

/// False after a jump. From time to time the database gets a stamp, so that the next start can tell, too.
bool Caretaker::clockIsWell()
{
    std::optional<ClockJump> jump;
    {
        const std::lock_guard guard(m_mutex);
        jump = m_clock.look();
    }
    const bool isWell = !jump;
    if (Clock::now() >= m_nextStamp || isWell != std::exchange(m_clockWasWell, isWell)) {
        m_nextStamp = Clock::now() + stampInterval;
        m_parts.writer.post({Durability::ProcessEnd,
            [jump](Sql &sql) -> Result<void> {
                ClockWatch::stamp(sql, jump);
                return {};
            },
            [](Result<void>) {}});
    }
    return isWell;
}

CollectionStatus Caretaker::collection() const
{
    const std::lock_guard guard(m_mutex);
    return m_collection;
}

ScrubStatus Caretaker::scrubbing() const
{
    const std::lock_guard guard(m_mutex);
    return m_scrub;
}

void Caretaker::run()
{
    auto opened = Sql::open(m_parts.database, Sql::Sync::Normal);
    if (!opened) {
        finishCollection(opened.error());
        return;
    }
    Sql &sql = **opened;
    {
        const auto progress = scrub::progress(sql);
        const std::lock_guard guard(m_mutex);
        m_clock.compareWithLastRun(sql);
        if (m_scrub.progress.startedAt == 0)
            m_scrub.progress = progress;
        m_scrub.running |= progress.startedAt != 0 && progress.finishedAt == 0;
    }
    while (true) {
        const auto began = Clock::now();
        const bool rests = !clockIsWell();
        const bool tidied = !rests && stepTrash(sql);
        const bool collected = !rests && !tidied && stepCollection(sql); // what has ended is unused before it is collected
        const bool scrubbed = !rests && stepScrub(sql);
        // Half of the disk's and the writer's time is the others'.
        auto rest = std::min<Clock::duration>(Clock::now() - began, 2s);
        if (collected)
            rest = std::max<Clock::duration>(rest, collectionPause);
        if (!tidied && !collected && !scrubbed)
            rest = 5s;
        if (!rests && Clock::now() >= m_nextLook)
            beginWhatIsDue(sql);
        std::unique_lock lock(m_mutex);
        const bool working = tidied || collected || scrubbed || rests;
        m_wake.wait_for(lock, rest, [&] {
            const bool collects = m_collection.state == State::Running || (m_collectWanted && m_collection.state != State::Paused);
            return m_stopping || (!working && (m_tidyWanted || collects || m_scrub.running));
        });
        if (m_stopping)
            return;
    }
}

/// True if there was something to do.
bool Caretaker::stepTrash(Sql &sql)
{
    {
        const std::lock_guard guard(m_mutex);
        m_tidying |= std::exchange(m_tidyWanted, false);
    }
    m_tidying = m_tidying && m_trashWork.step(sql).value_or(false); // what fails is tried again at the next look
    return m_tidying;
}

void Caretaker::beginWhatIsDue(Sql &sql)
{
    m_nextLook = Clock::now() + lookInterval;
    {
        const std::lock_guard guard(m_mutex);
        m_tidyWanted = true;
    }
    endOldTrash();
    trimOutbox();
    const auto settings = m_parts.settings.get();
    const bool isAny = collection::measure(sql, nowMs()).blobs > 0 || collection::hasLeftLinks(sql, nowMs());
    const std::lock_guard guard(m_mutex);
    if (settings->collectsByItself && isAny && m_collection.state == State::Idle && nowMs() - m_collection.finishedAt > collectEveryMs)
        m_collectWanted = true;
    const bool scrubDue = settings->scrubDays > 0 && m_scrub.progress.finishedAt != 0 && nowMs() - m_scrub.progress.finishedAt > settings->scrubDays * dayMs;
    if (scrubDue || (settings->scrubDays > 0 && m_scrub.progress.startedAt == 0)) {
        m_scrub.progress = {};
        m_scrub.progress.startedAt = nowMs();
        m_scrub.running = true;
    }
}

/// What happened long ago, and more of it than is kept.
void Caretaker::trimOutbox()
{
    std::int64_t dropped = 1;
    while (dropped > 0) {
        dropped = 0;
        const auto written = m_parts.writer.postAndWait({Durability::ProcessEnd,
            [&](Sql &sql) -> Result<void> {
                const auto now = nowMs();
                dropped = outbox::trim(sql, now, deletion::rowsAStep) + tags::trimHistory(sql, now, deletion::rowsAStep);
                return {};
            },
            {}});
        const std::lock_guard guard(m_mutex);
        if (!written || m_stopping)
            return;
    }
}

void Caretaker::endOldTrash()
{
    const auto before = nowMs() - m_parts.settings.get()->trashDays * dayMs;
    std::int64_t ended = stepBlobs;
    while (ended == stepBlobs) {
        ended = 0;
        const auto written = m_parts.writer.postAndWait({Durability::PowerCut,
            [&](Sql &sql) -> Result<void> {
                ended = trash::endBefore(sql, before, stepBlobs);
                return {};
            },
            {}});
        if (!written)
            return; // tried again at the next look
    }
}

void Caretaker::finishCollection(std::optional<Error> failure)
{
    const std::lock_guard guard(m_mutex);
    m_collection.state = State::Idle;
    m_collection.finishedAt = nowMs();
    m_collection.failure = std::move(failure);
}

bool Caretaker::stepCollection(Sql &sql)
{
    bool begins = false;
    {
        const std::lock_guard guard(m_mutex);
        if (m_collection.state == State::Paused)
            return false;
        begins = m_collectWanted && m_collection.state != State::Running;
        if (!begins && m_collection.state != State::Running)
            return false;
    }
    if (begins && !std::exchange(m_trashIsEnded, true)) { // what it held is to be unused first
        endOldTrash();
        m_tidying = true;
        return true;
    }
    if (begins) {
        m_trashIsEnded = false;
        {
            const std::lock_guard guard(m_mutex);
            m_collectWanted = false;
            m_collection = {};
            m_collection.state = State::Running;
            m_collection.startedAt = nowMs();
        }
        if (const auto dropped = collection::dropLeftLinks(sql, m_parts.writer, nowMs()); dropped.value_or(0) > 0)
            m_parts.blobsLeft();
        const auto unused = collection::measure(sql, nowMs());
        const std::lock_guard guard(m_mutex);
        m_collection.wantedBytes = unused.bytes;
    }
    std::int64_t marked = 0;
    auto result = m_parts.writer.postAndWait({Durability::ProcessEnd,
        [&](Sql &writing) -> Result<void> {
            marked = collection::mark(writing, nowMs(), stepBlobs);
            return {};
        },
        {}});
    auto step = result ? collection::removeMarked(sql, m_parts.writer, m_parts.blobs, m_parts.locks, stepBlobs, m_parts.blobsLeft)
                       : Result<collection::Step>(tl::unexpected(result.error()));
    if (step) {
        const std::lock_guard guard(m_mutex);
        m_collection.blobs += step->blobs;
        m_collection.bytes += step->bytes;
    }
    if (step && step->blobs > 0)
        return true;
    std::optional<Error> failure;
    if (!step)
        failure = step.error();
    else {
        const auto orphans = collection::removeOrphans(sql, m_parts.blobs, m_parts.locks, [this] {
            const std::lock_guard guard(m_mutex);
            return m_stopping;
        });
        if (!orphans)
            failure = orphans.error();
        {
            const std::lock_guard guard(m_mutex);
            m_collection.orphans = orphans.value_or(0);
        }
        // Whoever collects wants room.
        m_parts.writer.postAndWait({Durability::ProcessEnd, [](Sql &) -> Result<void> { return {}; }, {}, true}).map_error([](const Error &) { return 0; });
    }
    finishCollection(std::move(failure));
    return false;
}

/// What rows keep about others, against those. Internal if it is wrong, which nothing but a defect explains.
Result<bool> Caretaker::checkNumbers(Sql &sql)
{
    const auto faults = numbers::faults(sql, 3, [this] {
        const std::lock_guard guard(m_mutex);
        return m_stopping;
    });
    if (sql.hasFailed())
        return tl::unexpected(sql.takeError());
    for (const auto &fault : faults)
        logLine(LogLevel::Error, "Kept wrongly: " + fault);
    if (faults.empty())
        return true;
    return fail(ErrorCode::Internal, "Sizes and counts that are shown are wrong (" + faults.front() + "). Nothing stored is lost by that; please report it with the server's log");
}

bool Caretaker::stepScrub(Sql &sql)
{
    ScrubProgress progress;
    {
        const std::lock_guard guard(m_mutex);
        if (!m_scrub.running)
            return false;
        progress = m_scrub.progress;
    }
    const auto candidate = scrub::next(sql, progress.position);
    Result<bool> whole = true;
    if (sql.hasFailed())
        whole = tl::unexpected(sql.takeError());
    else if (!candidate) {
        whole = checkNumbers(sql);
        progress.finishedAt = nowMs();
    }
    else
        whole = scrub::check(m_parts.writer, m_parts.blobs, m_parts.locks, candidate->digest);
    if (whole && candidate) {
        progress.position = candidate->digest.toString();
        ++progress.blobs;
        progress.bytes += candidate->sizeBytes;
        progress.damaged += !*whole;
        if (!*whole)
            m_parts.blobsLeft();
    }
    m_parts.writer.post({Durability::ProcessEnd,
        [progress](Sql &writing) -> Result<void> {
            scrub::setProgress(writing, progress);
            return {};
        },
        [](Result<void>) {}});
    const std::lock_guard guard(m_mutex);
    m_scrub.progress = progress;
    if (!whole)
        m_scrub.failure = whole.error();
    if (!whole || !candidate)
        m_scrub.running = false;
    return m_scrub.running;
}

} // namespace berth
