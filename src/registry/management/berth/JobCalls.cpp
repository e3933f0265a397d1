// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/JobCalls.h"

#include <algorithm>

#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Requests.h"
#include "registry/store/JobRuns.h"

namespace berth::jobcalls {

namespace asio = boost::asio;

namespace {

json::object runObject(const JobRun &run)
{
    return {{"state", wordOf(run.state)}, {"subject", run.subject}, {"actor", run.actor}, {"started_at", timeOrNull(run.startedAt)},
        {"finished_at", timeOrNull(run.finishedAt)}, {"facts", run.facts}, {"failure", run.failure.empty() ? json::value(nullptr) : json::value(run.failure)}};
}

} // namespace

asio::awaitable<http::Response> list(BerthCall &call)
{
    json::array jobs;
    for (const auto &name : call.housekeeping.scheduler().jobs()) {
        const auto status = call.housekeeping.scheduler().status(name);
        jobs.push_back(json::object{{"name", name}, {"state", wordOf(status.state)}, {"next_at", timeOrNull(status.next)},
            {"run", status.run ? json::value(runObject(*status.run)) : json::value(nullptr)}});
    }
    co_return replied({{"jobs", std::move(jobs)}});
}

asio::awaitable<http::Response> runs(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto &job = call.parameters["job"];
    const auto known = call.housekeeping.scheduler().jobs();
    if (std::ranges::find(known, job) == known.end())
        co_return failed({ErrorCode::NotFound, "There is no job of this name"});
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        json::array runs;
        for (const auto &run : jobruns::list(sql, job, *page))
            runs.push_back(runObject(run));
        return json::object{{"runs", std::move(runs)}, {"total", jobruns::count(sql, job)}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

} // namespace berth::jobcalls
