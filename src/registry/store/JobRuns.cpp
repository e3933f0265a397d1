// SPDX-License-Identifier: Apache-2.0
#include "registry/store/JobRuns.h"

#include <array>
#include <utility>

namespace berth {

namespace {

using State = JobRun::State;

constexpr std::array words{
    std::pair(State::Running, "running"),
    std::pair(State::Paused, "paused"),
    std::pair(State::Done, "done"),
    std::pair(State::Failed, "failed"),
    std::pair(State::Stopped, "stopped"),
    std::pair(State::Interrupted, "interrupted"),
    std::pair(State::Skipped, "skipped"),
};

State stateOf(const std::string &word)
{
    for (const auto &[state, text] : words) {
        if (word == text)
            return state;
    }
    return State::Failed;
}

#define BERTH_RUN "SELECT id, job, subject, actor, state, started_at, finished_at, facts, failure FROM job_run "

JobRun read(const SqlRows &rows)
{
    JobRun run{rows.integer(0), rows.text(1), rows.text(2), rows.text(3), stateOf(rows.text(4)), rows.integer(5), rows.integer(6), {}, rows.text(8)};
    if (const auto facts = json::parseStrict(rows.text(7)); facts && facts->is_object())
        run.facts = facts->get_object();
    return run;
}

std::vector<JobRun> readAll(SqlRows rows)
{
    std::vector<JobRun> runs;
    while (rows.next())
        runs.push_back(read(rows));
    return runs;
}

} // namespace

const char *wordOf(State state)
{
    for (const auto &[known, text] : words) {
        if (known == state)
            return text;
    }
    return "";
}

namespace jobruns {

std::int64_t add(Sql &sql, const JobRun &run, Drop drop)
{
    const auto id =
        sql.integer("INSERT INTO job_run (job, subject, actor, state, started_at, finished_at, facts, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id", 0,
            run.job, run.subject, run.actor, wordOf(run.state), run.startedAt, run.finishedAt, json::serialize(run.facts), run.failure);
    if (run.state == State::Skipped)
        sql.run("DELETE FROM job_run WHERE job = ? AND subject = ? AND state = 'skipped' AND id <= (SELECT id FROM job_run WHERE job = ? AND subject = ? "
                "AND state = 'skipped' ORDER BY id DESC LIMIT 1 OFFSET ?)",
            run.job, run.subject, run.job, run.subject, keptNotes);
    else if (drop == Drop::Oldest)
        sql.run("DELETE FROM job_run WHERE job = ? AND subject = ? AND finished_at > 0 AND id <= (SELECT id FROM job_run WHERE job = ? AND subject = ? "
                "ORDER BY id DESC LIMIT 1 OFFSET ?)",
            run.job, run.subject, run.job, run.subject, keptRuns);
    return id;
}

void update(Sql &sql, const JobRun &run)
{
    sql.run("UPDATE job_run SET state = ?, finished_at = ?, facts = ?, failure = ? WHERE id = ?", wordOf(run.state), run.finishedAt, json::serialize(run.facts),
        run.failure, run.id);
}

std::optional<JobRun> last(Sql &sql, const std::string &job, const std::string &subject)
{
    auto rows = sql.select(BERTH_RUN "WHERE job = ? AND subject = ? AND state <> 'skipped' ORDER BY id DESC LIMIT 1", job, subject);
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::vector<JobRun> open(Sql &sql) { return readAll(sql.select(BERTH_RUN "WHERE finished_at = 0 ORDER BY id")); }

std::optional<JobRun> find(Sql &sql, std::int64_t id)
{
    auto rows = sql.select(BERTH_RUN "WHERE id = ?", id);
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::vector<JobRun> listOf(Sql &sql, const std::string &job, const std::string &subject, Page page)
{
    return readAll(sql.select(BERTH_RUN "WHERE job = ? AND subject = ? ORDER BY id DESC LIMIT ? OFFSET ?", job, subject, page.limit, page.offset));
}

std::vector<JobRun> list(Sql &sql, const std::string &job, Page page)
{
    return readAll(sql.select(BERTH_RUN "WHERE job = ? ORDER BY id DESC LIMIT ? OFFSET ?", job, page.limit, page.offset));
}

std::int64_t count(Sql &sql, const std::string &job) { return sql.integer("SELECT count(*) FROM job_run WHERE job = ?", 0, job); }

} // namespace jobruns

} // namespace berth
