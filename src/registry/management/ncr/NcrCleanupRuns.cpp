// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrCleanupRuns.h"

#include "registry/management/ncr/InRegistry.h"
#include "registry/store/CleanupRuns.h"

namespace berth::ncr {

namespace asio = boost::asio;

namespace {

constexpr std::size_t mostLogText = 8 << 20;

const char *statusOf(JobRun::State state)
{
    switch (state) {
    case JobRun::State::Running:
    case JobRun::State::Paused: return "Running";
    case JobRun::State::Done: return "Success";
    case JobRun::State::Stopped:
    case JobRun::State::Skipped: return "Stopped";
    case JobRun::State::Failed:
    case JobRun::State::Interrupted: break;
    }
    return "Error";
}

/// One whose run ended in its midst ended with it.
const char *statusOf(const CleanupTask &task, const JobRun &run)
{
    switch (task.state) {
    case CleanupTask::State::Running: return statusOf(run.state);
    case CleanupTask::State::Done: return "Success";
    case CleanupTask::State::Stopped: return "Stopped";
    case CleanupTask::State::Failed: break;
    }
    return "Error";
}

json::object written(const JobRun &run)
{
    const bool isScheduled = json::text(run.facts, "trigger") != "manual";
    return {{"id", run.id}, {"dry_run", json::boolean(run.facts, "dry_run")}, {"trigger", isScheduled ? "Schedule" : "MANUAL"},
        {"start_time", toRfc3339(run.startedAt)}, {"end_time", toRfc3339(run.finishedAt)}, {"status", statusOf(run.state)}};
}

json::object written(const CleanupTask &task, const JobRun &run)
{
    return {{"id", task.id}, {"execution_id", run.id}, {"repository", task.image}, {"total", task.total}, {"retained", task.total - task.deleted},
        {"start_time", toRfc3339(task.startedAt)}, {"end_time", toRfc3339(task.finishedAt != 0 ? task.finishedAt : run.finishedAt)},
        {"status", statusOf(task, run)}};
}

Result<JobRun> findRun(Sql &sql, const NcrCall &call, const RegistryRow &registry)
{
    const auto &text = call.parameters["run"];
    const auto id = readNumber(text);
    const auto run = id ? cleanupruns::find(sql, registry.id, *id) : std::nullopt;
    if (!run)
        return fail(ErrorCode::NotFound, "There is no cleanup run " + text + " of this registry");
    return *run;
}

/// As a column of the log, "2026/11/29 21:03:44"; empty for never.
std::string columnTime(const std::string &rfc3339)
{
    const auto time = fromRfc3339(rfc3339);
    return time == 0 ? std::string() : toDateTime(time).toString(QStringLiteral("yyyy/MM/dd HH:mm:ss")).toStdString();
}

std::string joined(const json::array &texts)
{
    std::string list;
    for (const auto &text : texts)
        list += (list.empty() ? "" : ",") + std::string(text.is_string() ? std::string_view(text.get_string()) : std::string_view());
    return list;
}

const char *verdictOf(const std::string &outcome)
{
    if (outcome == "deleted")
        return "DEL";
    if (outcome == "protected")
        return "IMMUTABLE";
    return outcome == "failed" || outcome == "gone" ? "ERR" : "RETAIN";
}

std::string rowOf(const json::value &entry)
{
    std::string row = "|";
    for (const auto &cell :
        {json::text(entry, "digest"), joined(json::list(entry, "tags")), std::string("image"), std::string(), columnTime(json::text(entry, "pushed_at")),
            columnTime(json::text(entry, "pulled_at")), columnTime(json::text(entry, "pushed_at")), std::string(verdictOf(json::text(entry, "outcome")))})
        row += " " + cell + " |";
    return row + "\n";
}

std::string logOf(Sql &sql, const std::string &registry, const JobRun &run, const CleanupTask &task)
{
    const auto place = registry + "/" + task.image;
    std::string log = toRfc3339(task.startedAt) + " Cleanup of " + place
        + "\n Rule algorithm: or\n Dry run: " + (json::boolean(run.facts, "dry_run") ? "true" : "false") + "\n " + std::to_string(task.total) + " artifacts\n";
    std::string errors;
    constexpr std::int64_t atOnce = 1'000;
    log += "| Digest | Tag | Kind | Labels | PushedTime | PulledTime | CreatedTime | Retention |\n|---|---|---|---|---|---|---|---|\n";
    std::int64_t told = 0;
    for (; told < task.entries && log.size() + errors.size() < mostLogText; told += atOnce) {
        for (const auto &entry : cleanupruns::entries(sql, task.id, {told, atOnce})) {
            log += rowOf(entry);
            const auto outcome = json::text(entry, "outcome");
            if (outcome == "protected" || outcome == "failed" || outcome == "gone")
                errors += "Retention error for artifact image:" + place + ":" + json::text(entry, "digest") + " : "
                    + (outcome == "protected" ? "Immutable tag" : json::text(entry, "message")) + "\n";
        }
    }
    if (told < task.entries)
        log += "… and " + std::to_string(task.entries - told) + " more\n";
    if (task.entries == 0 && task.total > 0 && task.finishedAt != 0)
        log += "The log of this run is not kept any more\n";
    return log + errors + (task.failure.empty() ? std::string() : task.failure + "\n");
}

} // namespace

asio::awaitable<http::Response> listRuns(NcrCall &call)
{
    return listIn(call, Action::See, "executions", [](Sql &sql, const RegistryRow &registry, const Page &page) -> Result<json::array> {
        json::array list;
        for (const auto &run : cleanupruns::list(sql, registry.id, page))
            list.push_back(written(run));
        return list;
    });
}

asio::awaitable<http::Response> startRun(NcrCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failure(body.error());
    const auto run = co_await call.store.write(Durability::ProcessEnd, nullptr, [&](Sql &sql) -> Result<JobRun> {
        const auto registry = findRegistryFor(sql, call, Action::Delete);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto *dry = json::find(*body, "dry_run");
        if (dry && !dry->is_null() && !dry->is_bool())
            return fail(ErrorCode::BadRequest, "dry_run is true or false");
        return cleanupruns::open(sql, registry->id, {"manual", json::boolean(*body, "dry_run"), call.access.who()}, nowMs());
    });
    if (!run)
        co_return failure(run.error());
    if (call.housekeeping.scheduler().take(*run))
        co_return success();
    (void)co_await call.store.write(Durability::ProcessEnd, nullptr, [&](Sql &sql) -> Result<void> {
        auto ended = *run;
        ended.state = JobRun::State::Interrupted;
        ended.finishedAt = nowMs();
        jobruns::update(sql, ended);
        return {};
    });
    co_return failure({ErrorCode::Conflict, "The server is starting or ending; try again"});
}

asio::awaitable<http::Response> listTasks(NcrCall &call)
{
    return listIn(call, Action::See, "tasks", [&call](Sql &sql, const RegistryRow &registry, const Page &page) -> Result<json::array> {
        const auto run = findRun(sql, call, registry);
        if (!run)
            return tl::unexpected(run.error());
        json::array list;
        for (const auto &task : cleanupruns::tasks(sql, run->id, page))
            list.push_back(written(task, *run));
        return list;
    });
}

asio::awaitable<http::Response> showLog(NcrCall &call)
{
    const auto log = co_await call.store.readSlowly([&](Sql &sql) -> Result<std::string> {
        const auto registry = findRegistryFor(sql, call, Action::See);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto run = findRun(sql, call, *registry);
        if (!run)
            return tl::unexpected(run.error());
        const auto id = readNumber(call.parameters["task"]);
        const auto task = id ? cleanupruns::findTask(sql, run->id, *id) : std::nullopt;
        if (!task)
            return fail(ErrorCode::NotFound, "There is no task " + call.parameters["task"] + " of this run");
        return logOf(sql, registry->name, *run, *task);
    });
    co_return log ? success("tasks", json::value(*log)) : failure(log.error());
}

} // namespace berth::ncr
