// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/CleanupImage.h"

#include <algorithm>

namespace berth {

namespace {

constexpr std::size_t summedAStep = 500; ///< Artifacts.
constexpr std::size_t loggedAStep = 500; ///< That nothing is done with but to say so.
constexpr std::int64_t deletedRowsAStep = 80; ///< About: some 20 ms of the writer.

} // namespace

CleanupImage::CleanupImage(Parts parts, const Run &run, const Cleanup &cleanup, const RepositoryName &name, std::int64_t repository)
    : m_parts(std::move(parts))
    , m_run(run)
    , m_cleanup(cleanup)
    , m_name(name)
    , m_repository(repository)
{
}

Result<bool> CleanupImage::step(const Turn &turn)
{
    Result<void> done;
    switch (m_phase) {
    case Phase::Judge: done = judge(turn); break;
    case Phase::Sum: done = addUp(turn); break;
    case Phase::Delete: done = work(); break;
    case Phase::Done: return false;
    }
    if (!done)
        return tl::unexpected(done.error());
    return m_phase != Phase::Done;
}

Result<void> CleanupImage::judge(const Turn &turn)
{
    m_parts.flushPulls();
    if (auto flushed = m_parts.writer.postAndWait({Durability::ProcessEnd, [](Sql &) -> Result<void> { return {}; }, {}}); !flushed) // behind them
        return flushed;
    turn.reader.beginReading();
    m_judgement = CleanupJudgement::of(turn.reader, m_cleanup, m_repository, m_name, m_run.startedAt);
    turn.reader.endReading();
    if (turn.reader.hasFailed())
        return tl::unexpected(turn.reader.takeError());
    const auto &rows = m_judgement.rows();
    for (const bool isPlatform : {false, true}) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].isPlatform == isPlatform)
                m_open.push_back(i);
        }
    }
    m_task.image = m_name.image();
    m_task.total = std::int64_t(rows.size());
    m_task.startedAt = nowMs();
    m_phase = Phase::Sum;
    return m_parts.writer.postAndWait({Durability::ProcessEnd,
        [this](Sql &sql) -> Result<void> {
            m_task.id = cleanupruns::addTask(sql, m_run.id, m_task);
            return {};
        },
        {}});
}

Result<void> CleanupImage::addUp(const Turn &turn)
{
    const auto &rows = m_judgement.rows();
    const auto end = std::min(rows.size(), m_summed + summedAStep);
    for (; m_summed < end; ++m_summed) {
        if (m_judgement.goes(m_summed))
            m_parts.sum.add(turn.reader, m_name, m_repository, rows[m_summed].id);
    }
    if (m_summed == rows.size() && !m_parts.sum.settle(turn.reader, summedAStep))
        m_phase = Phase::Delete;
    return {};
}

/// The next places: so many that they say a bounded number of things, or delete a bounded number of rows.
Result<void> CleanupImage::work()
{
    // What a failed or repeated transaction had changed here is as it was.
    const auto open = m_open;
    const auto passed = m_passed;
    const auto task = m_task;
    const auto taking = m_taking;
    const auto putBack = [&] {
        m_open = open;
        m_passed = passed;
        m_task = task;
        m_taking = taking;
    };
    if (!m_run.isDry)
        m_parts.flushPulls();
    const auto written = m_parts.writer.postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) {
            putBack();
            return workOn(sql);
        },
        [this](Result<void>) {
            if (!m_run.isDry)
                m_parts.forget(m_name);
        }});
    if (!written) {
        putBack();
        return written;
    }
    if (m_open.empty())
        m_phase = Phase::Done;
    return {};
}

Result<void> CleanupImage::workOn(Sql &sql)
{
    // Somebody may have deleted the image: what it held is theirs. Or have restored or ended what was taken so far.
    const bool isThere = sql.integer("SELECT registry_id FROM repository WHERE id = ?", 0, m_repository) == m_run.registry;
    if (!isThere) {
        m_open.clear();
        m_task.failure = "The image was deleted while the cleanup ran";
    }
    if (m_taking.operation != 0 && !deletion::isOpen(sql, m_taking))
        m_taking = {};
    json::array log;
    std::int64_t rows = deletedRowsAStep;
    while (!m_open.empty() && log.size() < loggedAStep && rows > 0 && !sql.hasFailed())
        takeNext(sql, log, rows);
    if (sql.hasFailed())
        return tl::unexpected(sql.takeError());
    cleanupruns::addEntries(sql, m_task, log);
    if (m_open.empty()) {
        m_task.state = isThere ? CleanupTask::State::Done : CleanupTask::State::Stopped;
        m_task.finishedAt = nowMs();
    }
    cleanupruns::updateTask(sql, m_task);
    return {};
}

void CleanupImage::takeNext(Sql &sql, json::array &log, std::int64_t &rows)
{
    const auto place = m_open.front();
    m_open.pop_front();
    const auto &row = m_judgement.rows()[place];
    if (m_run.isDry || m_judgement.verdict(place).outcome != CleanupVerdict::Outcome::Deleted) {
        const auto outcome = m_judgement.outcome(place);
        m_task.shielded += outcome == CleanupJudgement::Outcome::Protected;
        m_task.deleted += outcome == CleanupJudgement::Outcome::Deleted;
        m_task.failed += outcome == CleanupJudgement::Outcome::Failed;
        log.push_back(m_judgement.entry(place));
        return;
    }
    const auto say = [&](const CandidateRow &as, const char *outcome, std::string message) {
        auto entry = CleanupJudgement::entryOf(as, outcome);
        if (!message.empty())
            entry["message"] = std::move(message);
        log.push_back(std::move(entry));
    };
    const auto current = candidates::now(sql, m_repository, row.id);
    if (!current) {
        say(row, "gone", "It was deleted while the cleanup ran, or went along with another artifact");
        return;
    }
    const auto &then = row.value;
    const auto &now = current->value;
    if (!current->isCandidate || now.pushed > then.pushed || now.pulled > then.pulled || now.tags != then.tags || now.pushed >= m_run.startedAt) {
        say(*current, "kept", "It was pushed, tagged or pulled while the cleanup ran");
        return;
    }
    const auto taken = take(sql, row, rows);
    if (taken) {
        m_passed = 0;
        ++m_task.deleted;
        say(row, "deleted", {});
        return;
    }
    if (taken.error().code == ErrorCode::ManifestInUse && m_passed <= m_open.size()) { // an index that goes may come later
        ++m_passed;
        --rows;
        m_open.push_back(place);
        return;
    }
    const bool isProtected = taken.error().code == ErrorCode::Precondition;
    (isProtected ? m_task.shielded : m_task.failed) += 1;
    say(row, isProtected ? "protected" : "failed", taken.error().message);
}

/// The operation begins with the first that goes.
Result<void> CleanupImage::take(Sql &sql, const CandidateRow &row, std::int64_t &rows)
{
    DeletionPlan plan;
    deletion::planWithSignatures(sql, m_name, m_repository, row.id, plan);
    if (auto may = deletion::checkTaking(sql, m_name, m_repository, row.value.digest, plan); !may)
        return may;
    if (m_taking.operation == 0)
        m_taking = deletion::beginTaking(sql, m_name, m_repository, m_run.id, {});
    rows -= deletion::take(sql, m_name, row.value.digest, plan, m_taking, {}) + 1;
    return {};
}

} // namespace berth
