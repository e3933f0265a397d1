// SPDX-License-Identifier: Apache-2.0
#include "registry/store/CleanupRuns.h"

#include <array>
#include <utility>

#include "core/PolicyJson.h"
#include "registry/store/CleanupRules.h"
#include "registry/store/ProtectionRules.h"

namespace berth {

namespace {

using State = CleanupTask::State;

constexpr std::array words{
    std::pair(State::Running, "running"),
    std::pair(State::Done, "done"),
    std::pair(State::Failed, "failed"),
    std::pair(State::Stopped, "stopped"),
};

State stateOf(const std::string &word)
{
    for (const auto &[state, text] : words) {
        if (word == text)
            return state;
    }
    return State::Failed;
}

#define BERTH_TASK "SELECT id, image, total, deleted, protected, failed, state, failure, started_at, finished_at, entries FROM cleanup_task "

CleanupTask readTask(const SqlRows &rows)
{
    return {rows.integer(0), rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5), stateOf(rows.text(6)), rows.text(7),
        rows.integer(8), rows.integer(9), rows.integer(10)};
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

namespace cleanupruns {

namespace {

/// Runs beyond those that are kept, but not while the trash has what they took: it comes back by them.
void dropOldest(Sql &sql, const std::string &subject)
{
    constexpr std::int64_t atOnce = 20;
    std::vector<std::int64_t> old;
    {
        auto rows = sql.select("SELECT r.id FROM job_run r WHERE r.job = ? AND r.subject = ? AND r.finished_at > 0 AND r.state <> 'skipped' AND r.id <= "
                               "(SELECT id FROM job_run WHERE job = ? AND subject = ? AND state <> 'skipped' ORDER BY id DESC LIMIT 1 OFFSET ?) "
                               "AND NOT EXISTS (SELECT 1 FROM trash_operation o WHERE o.run_id = r.id AND o.run_id > 0) ORDER BY r.id LIMIT ?",
            job, subject, job, subject, jobruns::keptRuns, atOnce);
        while (rows.next())
            old.push_back(rows.integer(0));
    }
    for (const auto id : old) {
        sql.run("INSERT INTO cleanup_left (run_id) VALUES (?)", id);
        sql.run("DELETE FROM job_run WHERE id = ?", id);
    }
}

} // namespace

Result<JobRun> open(Sql &sql, std::int64_t registry, const Start &start, TimeMs now)
{
    if (sql.integer("SELECT 1 FROM registry WHERE id = ?", 0, registry) == 0)
        return fail(ErrorCode::NotFound, "There is no registry " + std::to_string(registry) + " any more");
    const auto subject = std::to_string(registry);
    if (sql.integer("SELECT 1 FROM job_run WHERE job = ? AND subject = ? AND finished_at = 0", 0, job, subject) != 0)
        return fail(ErrorCode::Conflict, "A cleanup of this registry is under way; wait for its end, or stop it");
    JobRun run;
    run.job = job;
    run.subject = subject;
    run.actor = start.actor;
    run.startedAt = now;
    run.facts = {{"trigger", start.trigger}, {"dry_run", start.isDry}, {"rules", policyjson::listOf(cleanuprules::list(sql, registry))},
        {"protection", policyjson::listOf(protectionrules::list(sql, registry))}};
    const auto last = jobruns::last(sql, job, subject);
    if (last) // what it was in the midst of has ended with it
        endTasks(sql, last->id, CleanupTask::State::Stopped, {}, last->finishedAt);
    run.id = jobruns::add(sql, run, jobruns::Drop::Nothing);
    dropOldest(sql, subject);
    return run;
}

std::vector<JobRun> list(Sql &sql, std::int64_t registry, Page page) { return jobruns::listOf(sql, job, std::to_string(registry), page); }

std::int64_t count(Sql &sql, std::int64_t registry)
{
    return sql.integer("SELECT count(*) FROM job_run WHERE job = ? AND subject = ?", 0, job, std::to_string(registry));
}

std::optional<JobRun> find(Sql &sql, std::int64_t registry, std::int64_t run)
{
    auto found = jobruns::find(sql, run);
    return found && found->job == job && found->subject == std::to_string(registry) ? std::move(found) : std::nullopt;
}

std::vector<CleanupTask> tasks(Sql &sql, std::int64_t run, Page page)
{
    std::vector<CleanupTask> result;
    auto rows = sql.select(BERTH_TASK "WHERE run_id = ? ORDER BY id LIMIT ? OFFSET ?", run, page.limit, page.offset);
    while (rows.next())
        result.push_back(readTask(rows));
    return result;
}

std::int64_t countTasks(Sql &sql, std::int64_t run) { return sql.integer("SELECT count(*) FROM cleanup_task WHERE run_id = ?", 0, run); }

std::optional<CleanupTask> findTask(Sql &sql, std::int64_t run, std::int64_t task)
{
    auto rows = sql.select(BERTH_TASK "WHERE id = ? AND run_id = ?", task, run);
    return rows.next() ? std::optional(readTask(rows)) : std::nullopt;
}

std::int64_t addTask(Sql &sql, std::int64_t run, const CleanupTask &task)
{
    return sql.integer("INSERT INTO cleanup_task (run_id, image, total, state, started_at) VALUES (?, ?, ?, ?, ?) RETURNING id", 0, run, task.image, task.total,
        wordOf(task.state), task.startedAt);
}

void updateTask(Sql &sql, const CleanupTask &task)
{
    sql.run("UPDATE cleanup_task SET deleted = ?, protected = ?, failed = ?, state = ?, failure = ?, finished_at = ? WHERE id = ?", task.deleted, task.shielded,
        task.failed, wordOf(task.state), task.failure, task.finishedAt, task.id);
}

void endTasks(Sql &sql, std::int64_t run, State state, const std::string &failure, TimeMs now)
{
    sql.run("UPDATE cleanup_task SET state = ?, failure = ?, finished_at = ? WHERE run_id = ? AND finished_at = 0", wordOf(state), failure, now, run);
}

void addEntries(Sql &sql, CleanupTask &task, const json::array &entries)
{
    if (entries.empty())
        return;
    const auto text = json::serialize(entries);
    sql.run("INSERT INTO cleanup_log (task_id, first, entries) VALUES (?, ?, ?)", task.id, task.entries, text);
    task.entries += std::int64_t(entries.size());
    sql.run("UPDATE cleanup_task SET entries = ?, log_bytes = log_bytes + ? WHERE id = ?", task.entries, std::int64_t(text.size()), task.id);
    sql.run("UPDATE total SET cleanup_log_bytes = cleanup_log_bytes + ? WHERE id = 1", std::int64_t(text.size()));
}

json::array entries(Sql &sql, std::int64_t task, Page page)
{
    json::array found;
    const auto from = sql.integer("SELECT max(first) FROM cleanup_log WHERE task_id = ? AND first <= ?", 0, task, page.offset);
    auto rows = sql.select(
        "SELECT first, entries FROM cleanup_log WHERE task_id = ? AND first >= ? AND first < ? ORDER BY first", task, from, page.offset + page.limit);
    while (rows.next()) {
        const auto part = json::parseStrict(rows.text(1));
        if (!part || !part->is_array())
            continue;
        auto number = rows.integer(0);
        for (const auto &entry : part->get_array()) {
            if (number >= page.offset && number < page.offset + page.limit)
                found.push_back(entry);
            ++number;
        }
    }
    return found;
}

namespace {

/// The log of a task, some rows at a time; its numbers stay.
std::int64_t dropLog(Sql &sql, std::int64_t task, std::int64_t limit)
{
    const auto dropped = sql.run(
        "DELETE FROM cleanup_log WHERE task_id = ? AND first IN (SELECT first FROM cleanup_log WHERE task_id = ? ORDER BY first LIMIT ?)", task, task, limit);
    if (dropped < limit) {
        sql.run("UPDATE total SET cleanup_log_bytes = cleanup_log_bytes - (SELECT log_bytes FROM cleanup_task WHERE id = ?) WHERE id = 1", task);
        sql.run("UPDATE cleanup_task SET entries = 0, log_bytes = 0 WHERE id = ?", task);
    }
    return dropped + 1;
}

} // namespace

std::int64_t trim(Sql &sql, std::int64_t limit, std::int64_t mostBytes)
{
    std::int64_t gone = 0;
    while (gone < limit) {
        const auto run = sql.integer("SELECT run_id FROM cleanup_left ORDER BY run_id LIMIT 1", 0);
        if (run == 0)
            break;
        const auto task = sql.integer("SELECT id FROM cleanup_task WHERE run_id = ? ORDER BY id LIMIT 1", 0, run);
        if (task == 0) {
            gone += sql.run("DELETE FROM cleanup_left WHERE run_id = ?", run);
            continue;
        }
        gone += dropLog(sql, task, limit);
        gone += sql.run("DELETE FROM cleanup_task WHERE id = ? AND log_bytes = 0", task);
    }
    while (gone < limit && sql.integer("SELECT cleanup_log_bytes FROM total WHERE id = 1", 0) > mostBytes) {
        const auto task = sql.integer("SELECT id FROM cleanup_task WHERE log_bytes > 0 AND finished_at > 0 ORDER BY id LIMIT 1", 0);
        if (task == 0)
            break;
        gone += dropLog(sql, task, limit);
    }
    return gone;
}

} // namespace cleanupruns

} // namespace berth
