// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/UpkeepCalls.h"

#include <cstdlib>

#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Requests.h"
#include "registry/routes/VisiblePage.h"
#include "registry/store/Collection.h"
#include "registry/store/Scrub.h"
#include "registry/store/SystemFile.h"
#include "registry/store/Trash.h"
#include "registry/store/Usage.h"

namespace berth {

namespace asio = boost::asio;

namespace {

/// Nothing of a run that never was.
JobRun runOf(const JobStatus &status) { return status.run.value_or(JobRun()); }

json::value failureOf(const JobRun &run) { return run.failure.empty() ? json::value(nullptr) : json::value(run.failure); }

/// The page of those places that the key may see.
template <class Fetch> json::array placeList(Page page, const Fetch &fetch, const Access &access)
{
    json::array list;
    for (const auto &row :
        visiblePage(seesAll(access.rights()), page, fetch, [&](const PlaceUsage &place) { return access.rights().allows(place.registry, Action::See); })) {
        list.push_back(json::object{{"registry", row.registry}, {"image", row.image}, {"unique_bytes", row.uniqueBytes}, {"shared_bytes", row.sharedBytes},
            {"total_bytes", row.totalBytes()}, {"artifact_count", row.artifacts}, {"tag_count", row.tags}, {"never_pulled", row.neverPulled},
            {"oldest_push", timeOrNull(row.oldestPush)}});
    }
    return list;
}

json::array damagedList(Sql &sql)
{
    json::array list;
    for (const auto &row : scrub::damaged(sql, {0, 100}))
        list.push_back(json::object{{"digest", row.digest}, {"size", row.sizeBytes}, {"found_at", toRfc3339(row.foundAt)},
            {"images", json::array(row.images.begin(), row.images.end())}});
    return list;
}

std::string clockSentence(const ClockJump &jump)
{
    const auto minutes = std::abs(jump.byMs) / 60'000;
    const auto span = minutes < 120 ? std::to_string(minutes) + " minutes" : std::to_string(minutes / 60) + " hours";
    return "This computer's clock jumped " + span + (jump.byMs > 0 ? " forward" : " back")
        + ". Until you confirm that it is right, nothing is emptied from the trash and no unused space is freed";
}

/// Reads {"action":…}; BadRequest unless it is one of the two.
asio::awaitable<Result<std::string>> readAction(BerthCall &call, std::string first, std::string second)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return tl::unexpected(body.error());
    auto action = json::text(*body, "action");
    if (action != first && action != second)
        co_return fail(ErrorCode::BadRequest, "action is " + first + (first == second ? "" : " or " + second));
    co_return action;
}

asio::awaitable<http::Response> collectionStatus(BerthCall &call)
{
    const auto unused = co_await call.store.read([](Sql &sql) -> Result<UnusedBytes> { return collection::measure(sql, nowMs()); });
    if (!unused)
        co_return failed(unused.error());
    const auto status = call.housekeeping.scheduler().status(Housekeeping::collection);
    const auto run = runOf(status);
    const auto fact = [&run](const char *name) { return json::integer(run.facts, name); };
    co_return replied({{"state", wordOf(status.state)}, {"started_at", timeOrNull(run.startedAt)}, {"finished_at", timeOrNull(run.finishedAt)},
        {"wanted_bytes", fact("wanted_bytes")}, {"removed_blobs", fact("removed_blobs")}, {"removed_bytes", fact("removed_bytes")},
        {"removed_orphans", fact("removed_orphans")}, {"failure", failureOf(run)}, {"unused_blobs", unused->blobs}, {"unused_bytes", unused->bytes},
        {"waiting_blobs", unused->waitingBlobs}, {"waiting_bytes", unused->waitingBytes}, {"waiting_until", timeOrNull(unused->waitingUntil)}});
}

asio::awaitable<http::Response> scrubStatus(BerthCall &call)
{
    struct Found {
        json::array damaged;
        std::int64_t blobs = 0;
        std::int64_t bytes = 0;
    };
    const auto found = co_await call.store.read([](Sql &sql) -> Result<Found> {
        const auto all = usage::ofStore(sql);
        return Found{damagedList(sql), all.blobs, all.blobBytes};
    });
    if (!found)
        co_return failed(found.error());
    const auto status = call.housekeeping.scheduler().status(Housekeeping::scrubbing);
    const auto run = runOf(status);
    const bool isRunning = status.state == JobStatus::State::Running || status.state == JobStatus::State::Waiting;
    co_return replied({{"running", isRunning}, {"started_at", timeOrNull(run.startedAt)}, {"finished_at", timeOrNull(run.finishedAt)},
        {"read_blobs", json::integer(run.facts, "read_blobs")}, {"read_bytes", json::integer(run.facts, "read_bytes")}, {"total_blobs", found->blobs},
        {"total_bytes", found->bytes}, {"damaged", found->damaged}, {"failure", failureOf(run)}});
}

} // namespace

namespace upkeepcalls {

asio::awaitable<http::Response> storage(BerthCall &call)
{
    const auto free = freeBytes(call.store.folder());
    std::int64_t uploads = 0;
    const auto used = co_await call.store.read([&](Sql &sql) -> Result<StoreUsage> {
        uploads = call.store.blobs().uploadBytes();
        return usage::ofStore(sql);
    });
    if (!used)
        co_return failed(used.error());
    co_return replied({{"used_bytes", used->totalBytes}, {"free_bytes", free}, {"unique_bytes", used->uniqueBytes}, {"shared_bytes", used->sharedBytes},
        {"saved_bytes", used->savedBytes}, {"trash_bytes", used->trashBytes}, {"unused_bytes", used->unusedBytes}, {"upload_bytes", uploads},
        {"manifest_bytes", used->manifestBytes}, {"counted_at", toRfc3339(nowMs())}});
}

asio::awaitable<http::Response> largestRegistries(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        return json::object{{"registries",
            placeList(
                *page, [&](Page part) { return usage::ofRegistries(sql, part); }, call.access)}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> largestImages(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        return json::object{{"images",
            placeList(
                *page, [&](Page part) { return usage::ofImages(sql, part); }, call.access)}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> sharedBlobs(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        json::array list;
        for (const auto &row : usage::shared(sql, *page))
            list.push_back(json::object{{"digest", row.digest}, {"size", row.sizeBytes}, {"image_count", row.images}});
        return json::object{{"blobs", list}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> collection(BerthCall &call) { co_return co_await collectionStatus(call); }

asio::awaitable<http::Response> steerCollection(BerthCall &call)
{
    const auto action = co_await readAction(call, "start", "pause");
    if (!action)
        co_return failed(action.error());
    if (*action == "start")
        call.housekeeping.collect(call.access.who());
    else
        call.housekeeping.scheduler().pause(Housekeeping::collection);
    co_return co_await collectionStatus(call);
}

asio::awaitable<http::Response> scrub(BerthCall &call) { co_return co_await scrubStatus(call); }

asio::awaitable<http::Response> steerScrub(BerthCall &call)
{
    const auto action = co_await readAction(call, "start", "stop");
    if (!action)
        co_return failed(action.error());
    if (*action == "start")
        call.housekeeping.scrub(call.access.who());
    else
        call.housekeeping.scheduler().pause(Housekeeping::scrubbing); // goes on where it was
    co_return co_await scrubStatus(call);
}

asio::awaitable<http::Response> health(BerthCall &call)
{
    const auto room = call.store.checkFreeSpace();
    const auto free = freeBytes(call.store.folder());
    const auto damaged = co_await call.store.read([](Sql &sql) -> Result<json::array> { return damagedList(sql); });
    if (!damaged)
        co_return failed(damaged.error());
    json::array problems;
    const auto tell = [&problems](const char *kind, const std::string &message) { problems.push_back(json::object{{"kind", kind}, {"message", message}}); };
    if (!room)
        tell("disk", room.error().message);
    if (const auto jump = call.housekeeping.clock().jump())
        tell("clock", clockSentence(*jump));
    if (call.load.connections >= call.load.mostConnections)
        tell("connections",
            "All " + std::to_string(call.load.mostConnections) + " connections that this server can hold are in use; idle ones are closed for new ones");
    if (const auto &notice = call.store.state().notice)
        tell("database", notice->message);
    for (const auto &job : call.housekeeping.scheduler().jobs()) {
        if (const auto status = call.housekeeping.scheduler().status(job); status.run && status.run->state == JobRun::State::Failed)
            tell(job.c_str(), status.run->failure);
    }
    co_return replied({{"healthy", problems.empty() && damaged->empty()}, {"version", BERTH_VERSION}, {"free_bytes", free}, {"problems", problems},
        {"connections", call.load.connections.load()}, {"most_connections", call.load.mostConnections.load()}, {"damaged", *damaged},
        {"started_at", toRfc3339(call.store.startedAt())}});
}

asio::awaitable<http::Response> confirmClock(BerthCall &call)
{
    const auto action = co_await readAction(call, "confirm_clock", "confirm_clock");
    if (!action)
        co_return failed(action.error());
    const auto confirmed = co_await runBlocking(call.store.slowPool(), [&] { return call.housekeeping.confirmClock(); });
    if (!confirmed)
        co_return failed(confirmed.error());
    co_return co_await health(call);
}

} // namespace upkeepcalls

} // namespace berth
