// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/CleanupCalls.h"

#include "core/Cron.h"
#include "registry/management/berth/BerthReply.h"
#include "registry/management/berth/CleanupPreview.h"
#include "registry/routes/Requests.h"
#include "registry/store/CleanupRules.h"
#include "registry/store/CleanupRuns.h"
#include "registry/store/Deletion.h"
#include "registry/store/ProtectionRules.h"
#include "registry/store/Registries.h"
#include "registry/store/TrashRestore.h"

namespace berth::cleanupcalls {

namespace asio = boost::asio;

namespace {

constexpr int shownTimes = 5;

json::object runObject(Sql &sql, const JobRun &run)
{
    json::object object{{"id", run.id}, {"state", wordOf(run.state)}, {"actor", run.actor}, {"started_at", toRfc3339(run.startedAt)},
        {"finished_at", timeOrNull(run.finishedAt)}, {"failure", run.failure.empty() ? json::value(nullptr) : json::value(run.failure)},
        {"trigger", json::text(run.facts, "trigger", "schedule")}, {"dry_run", json::boolean(run.facts, "dry_run")}};
    for (const char *list : {"rules", "protection"})
        object[list] = json::list(run.facts, list);
    for (const char *number : {"images", "total", "deleted", "protected", "failed", "never_pulled", "only_here_bytes", "shared_bytes"})
        object[number] = json::integer(run.facts, number);
    object["at_least"] = json::boolean(run.facts, "at_least");
    object["in_trash"] = sql.integer("SELECT count(*) FROM trash_operation WHERE run_id = ? AND run_id > 0 AND state = ''", 0, run.id);
    object["restoring"] = sql.integer("SELECT count(*) FROM trash_operation WHERE run_id = ? AND run_id > 0 AND state = 'restoring'", 0, run.id);
    return object;
}

json::object taskObject(const CleanupTask &task, const JobRun &run)
{
    const bool hasEndedWithRun = task.state == CleanupTask::State::Running && run.finishedAt != 0;
    return {{"id", task.id}, {"image", task.image}, {"total", task.total}, {"deleted", task.deleted}, {"protected", task.shielded}, {"failed", task.failed},
        {"state", hasEndedWithRun ? wordOf(run.state) : wordOf(task.state)},
        {"failure", task.failure.empty() ? json::value(nullptr) : json::value(task.failure)}, {"started_at", toRfc3339(task.startedAt)},
        {"finished_at", timeOrNull(task.finishedAt)}, {"entries", task.entries}};
}

/// The registry, and the run that the address names.
struct Found {
    RegistryRow registry;
    JobRun run;
};
Result<Found> findRun(Sql &sql, const BerthCall &call)
{
    auto registry = registries::need(sql, call.parameters["registry"]);
    if (!registry)
        return tl::unexpected(registry.error());
    const auto id = readNumber(call.parameters["run"]);
    auto run = id ? cleanupruns::find(sql, registry->id, *id) : std::nullopt;
    if (!run)
        return fail(ErrorCode::NotFound, "There is no cleanup run " + call.parameters["run"] + " of this registry");
    return Found{std::move(*registry), std::move(*run)};
}

} // namespace

asio::awaitable<http::Response> show(BerthCall &call)
{
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto registry = registries::need(sql, call.parameters["registry"]);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto cron = cleanuprules::schedule(sql, registry->id);
        json::array times;
        if (const auto schedule = Cron::parse(cron)) {
            for (const auto time : schedule->next(nowMs(), shownTimes))
                times.emplace_back(toRfc3339(time));
        }
        json::value last;
        for (const auto &run : cleanupruns::list(sql, registry->id, {0, 1}))
            last = runObject(sql, run);
        return json::object{{"cron", cron}, {"next_runs", std::move(times)}, {"run", std::move(last)}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> preview(BerthCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    const auto wish = cleanuppreview::readWish(*body);
    if (!wish)
        co_return failed(wish.error());
    call.store.pulls().flush(call.store.writer());
    const auto made = co_await call.store.readAside([&](Sql &sql) -> Result<json::object> {
        const auto registry = registries::need(sql, call.parameters["registry"]);
        if (!registry)
            return tl::unexpected(registry.error());
        const auto cleanup = Cleanup::of(wish->rules ? *wish->rules : cleanuprules::list(sql, registry->id),
            wish->protection ? *wish->protection : protectionrules::list(sql, registry->id));
        if (!cleanup)
            return tl::unexpected(cleanup.error());
        return cleanuppreview::make(sql, *registry, *cleanup, wish->image);
    });
    co_return made ? replied(*made) : failed(made.error());
}

asio::awaitable<http::Response> runs(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto registry = registries::need(sql, call.parameters["registry"]);
        if (!registry)
            return tl::unexpected(registry.error());
        json::array list;
        for (const auto &run : cleanupruns::list(sql, registry->id, *page))
            list.push_back(runObject(sql, run));
        return json::object{{"runs", std::move(list)}, {"total", cleanupruns::count(sql, registry->id)}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> run(BerthCall &call)
{
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto found = findRun(sql, call);
        return found ? Result<json::object>(runObject(sql, found->run)) : tl::unexpected(found.error());
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> steerRun(BerthCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    const auto action = json::text(*body, "action");
    if (action != "stop" && action != "restore")
        co_return failed({ErrorCode::BadRequest, "action is stop or restore"});
    const auto found = co_await call.store.read([&](Sql &sql) { return findRun(sql, call); });
    if (!found)
        co_return failed(found.error());
    if (action == "stop") {
        if (found->run.finishedAt == 0)
            call.housekeeping.scheduler().cancel(cleanupruns::job, found->run.subject);
        co_return co_await run(call);
    }
    if (found->run.finishedAt == 0)
        co_return failed({ErrorCode::Conflict, "This cleanup is still under way; stop it first"});
    for (bool more = true; more;) {
        const auto restored = co_await call.store.write(Durability::PowerCut, nullptr,
            [&](Sql &sql) -> Result<std::int64_t> { return trash::restoreRun(sql, found->run.id, call.access.deed(call.request.peer), deletion::rowsAStep); });
        if (!restored)
            co_return failed(restored.error());
        more = *restored == deletion::rowsAStep;
    }
    call.housekeeping.tidy();
    co_return co_await run(call);
}

asio::awaitable<http::Response> images(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto found = findRun(sql, call);
        if (!found)
            return tl::unexpected(found.error());
        json::array list;
        for (const auto &task : cleanupruns::tasks(sql, found->run.id, *page))
            list.push_back(taskObject(task, found->run));
        return json::object{{"images", std::move(list)}, {"total", cleanupruns::countTasks(sql, found->run.id)}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> artifacts(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto found = findRun(sql, call);
        if (!found)
            return tl::unexpected(found.error());
        const auto id = readNumber(call.parameters["task"]);
        const auto task = id ? cleanupruns::findTask(sql, found->run.id, *id) : std::nullopt;
        if (!task)
            return fail(ErrorCode::NotFound, "There is no image " + call.parameters["task"] + " of this run");
        return json::object{{"artifacts", cleanupruns::entries(sql, task->id, *page)}, {"total", task->entries}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

} // namespace berth::cleanupcalls
