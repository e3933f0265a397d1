// SPDX-License-Identifier: Apache-2.0
#include "registry/management/UpkeepCalls.h"

#include <cstdlib>

#include "registry/management/BerthReply.h"
#include "registry/management/NcrRegistries.h"
#include "registry/management/Paths.h"
#include "registry/management/VisiblePage.h"
#include "registry/store/SystemFile.h"
#include "registry/store/Trash.h"
#include "registry/store/Usage.h"

namespace berth {

namespace asio = boost::asio;

namespace {

const char *nameOf(CollectionStatus::State state)
{
    switch (state) {
    case CollectionStatus::State::Idle: return "idle";
    case CollectionStatus::State::Waiting: return "waiting";
    case CollectionStatus::State::Running: return "running";
    case CollectionStatus::State::Paused: break;
    }
    return "paused";
}

json::value sentence(const std::optional<Error> &failure) { return failure ? json::value(failure->message) : json::value(nullptr); }

/// The page of those places that the key may see.
template <class Fetch> json::array placeList(Page page, const Fetch &fetch, const Access &access)
{
    json::array list;
    for (const auto &row : visiblePage(seesAll(access.rights()), page, fetch, [&](const PlaceUsage &place) { return access.rights().allows(place.registry, Action::See); })) {
        list.push_back(json::object{{"registry", row.registry}, {"image", row.image}, {"unique_bytes", row.uniqueBytes}, {"shared_bytes", row.sharedBytes},
            {"total_bytes", row.totalBytes()}, {"artifact_count", row.artifacts}, {"tag_count", row.tags}, {"never_pulled", row.neverPulled},
            {"oldest_push", timeOrNull(row.oldestPush)}});
    }
    return list;
}

/// Sums over the whole server tell of registries that a key may not see.
Result<void> needToSeeAll(const Access &access)
{
    if (seesAll(access.rights()))
        return {};
    return fail(ErrorCode::Denied, "The sums of the whole server are told only to those who may see all of its registries");
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
    if (auto may = ncr::needAdministrator(call.access); !may)
        co_return tl::unexpected(may.error());
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
    const auto status = call.store.caretaker().collection();
    co_return replied({{"state", nameOf(status.state)}, {"started_at", timeOrNull(status.startedAt)}, {"finished_at", timeOrNull(status.finishedAt)},
        {"wanted_bytes", status.wantedBytes}, {"removed_blobs", status.blobs}, {"removed_bytes", status.bytes}, {"removed_orphans", status.orphans},
        {"failure", sentence(status.failure)}, {"unused_blobs", unused->blobs}, {"unused_bytes", unused->bytes}, {"waiting_blobs", unused->waitingBlobs},
        {"waiting_bytes", unused->waitingBytes}, {"waiting_until", timeOrNull(unused->waitingUntil)}});
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
    const auto status = call.store.caretaker().scrubbing();
    co_return replied({{"running", status.running}, {"started_at", timeOrNull(status.progress.startedAt)},
        {"finished_at", timeOrNull(status.progress.finishedAt)}, {"read_blobs", status.progress.blobs}, {"read_bytes", status.progress.bytes},
        {"total_blobs", found->blobs}, {"total_bytes", found->bytes}, {"damaged", found->damaged}, {"failure", sentence(status.failure)}});
}

} // namespace

asio::awaitable<http::Response> handleStorage(BerthCall &call)
{
    if (call.method() != http::Method::Get || call.depth() > 2)
        co_return notACall(call);
    if (call.depth() == 1) {
        if (auto may = needToSeeAll(call.access); !may)
            co_return failed(may.error());
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
    const auto page = ncr::readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto &what = call.path[1];
    if (what != "registries" && what != "images" && what != "shared")
        co_return notACall(call);
    // Digests of registries that the key may not see are no business of its owner.
    if (auto may = what == "shared" ? ncr::needAdministrator(call.access) : Result<void>(); !may)
        co_return failed(may.error());
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        if (what == "registries")
            return json::object{{"registries", placeList(*page, [&](Page part) { return usage::ofRegistries(sql, part); }, call.access)}};
        if (what == "images")
            return json::object{{"images", placeList(*page, [&](Page part) { return usage::ofImages(sql, part); }, call.access)}};
        json::array list;
        for (const auto &row : usage::shared(sql, *page))
            list.push_back(json::object{{"digest", row.digest}, {"size", row.sizeBytes}, {"image_count", row.images}});
        return json::object{{"blobs", list}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> handleCollection(BerthCall &call)
{
    if (call.is(http::Method::Post, 1)) {
        const auto action = co_await readAction(call, "start", "pause");
        if (!action)
            co_return failed(action.error());
        if (*action == "start")
            call.store.caretaker().collect();
        else
            call.store.caretaker().pauseCollection();
    } else if (!call.is(http::Method::Get, 1)) {
        co_return notACall(call);
    } else if (auto may = needToSeeAll(call.access); !may) {
        co_return failed(may.error());
    }
    co_return co_await collectionStatus(call);
}

asio::awaitable<http::Response> handleScrub(BerthCall &call)
{
    if (call.is(http::Method::Post, 1)) {
        const auto action = co_await readAction(call, "start", "stop");
        if (!action)
            co_return failed(action.error());
        if (*action == "start")
            call.store.caretaker().scrub();
        else
            call.store.caretaker().stopScrub();
    } else if (!call.is(http::Method::Get, 1)) {
        co_return notACall(call);
    } else if (auto may = ncr::needAdministrator(call.access); !may) {
        co_return failed(may.error());
    }
    co_return co_await scrubStatus(call);
}

asio::awaitable<http::Response> handleHealth(BerthCall &call)
{
    if (!call.is(http::Method::Get, 1) && !call.is(http::Method::Post, 1))
        co_return notACall(call);
    if (auto may = ncr::needAdministrator(call.access); !may)
        co_return failed(may.error());
    if (call.method() == http::Method::Post) {
        const auto action = co_await readAction(call, "confirm_clock", "confirm_clock");
        if (!action)
            co_return failed(action.error());
        const auto confirmed = co_await runBlocking(call.store.slowPool(), [&] { return call.store.caretaker().confirmClock(); });
        if (!confirmed)
            co_return failed(confirmed.error());
    }
    const auto room = call.store.checkFreeSpace();
    const auto free = freeBytes(call.store.folder());
    const auto damaged = co_await call.store.read([](Sql &sql) -> Result<json::array> { return damagedList(sql); });
    if (!damaged)
        co_return failed(damaged.error());
    json::array problems;
    const auto tell = [&problems](const char *kind, const std::string &message) { problems.push_back(json::object{{"kind", kind}, {"message", message}}); };
    if (!room)
        tell("disk", room.error().message);
    if (const auto jump = call.store.caretaker().clockJump())
        tell("clock", clockSentence(*jump));
    if (call.load.connections >= call.load.mostConnections)
        tell("connections", "All " + std::to_string(call.load.mostConnections) + " connections that this server can hold are in use; idle ones are closed for new ones");
    if (const auto &notice = call.store.state().notice)
        tell("database", notice->message);
    if (const auto status = call.store.caretaker().collection(); status.failure)
        tell("collection", status.failure->message);
    if (const auto status = call.store.caretaker().scrubbing(); status.failure)
        tell("scrub", status.failure->message);
    co_return replied({{"healthy", problems.empty() && damaged->empty()}, {"version", BERTH_VERSION}, {"free_bytes", free}, {"problems", problems},
        {"connections", call.load.connections.load()}, {"most_connections", call.load.mostConnections.load()}, {"damaged", *damaged}, {"started_at", toRfc3339(call.store.startedAt())}});
}

asio::awaitable<http::Response> handleSettings(BerthCall &call)
{
    if (!call.is(http::Method::Get, 1) && !call.is(http::Method::Put, 1))
        co_return notACall(call);
    if (auto may = ncr::needAdministrator(call.access); !may)
        co_return failed(may.error());
    if (call.method() == http::Method::Put) {
        const auto body = co_await readObject(call.request);
        if (!body)
            co_return failed(body.error());
        const auto stored = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<Settings> {
            auto next = changed(readSettings(sql), *body);
            if (next)
                writeSettings(sql, *next);
            return next;
        });
        if (!stored)
            co_return failed(stored.error());
        call.store.settings().set(*stored);
    }
    co_return replied(toJson(*call.store.settings().get()));
}

asio::awaitable<http::Response> handleRegistryOptions(BerthCall &call)
{
    if (!call.is(http::Method::Get, 2) && !call.is(http::Method::Put, 2))
        co_return notACall(call);
    const auto object = [](const RegistryRow &row) {
        return json::object{{"name", row.name}, {"quota_bytes", row.quotaBytes}, {"accepts_missing", row.acceptsMissing}, {"used_bytes", row.usedBytes},
            {"image_count", row.imageCount}};
    };
    const auto &name = call.path[1];
    if (call.method() == http::Method::Get) {
        const auto row = co_await call.store.read([&](Sql &sql) -> Result<RegistryRow> {
            if (auto may = ncr::needRight(call.access, name, Action::See); !may)
                return tl::unexpected(may.error());
            return ncr::findRegistry(sql, name, true);
        });
        co_return row ? replied(object(*row)) : failed(row.error());
    }
    if (auto may = ncr::needAdministrator(call.access); !may)
        co_return failed(may.error());
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    const auto *quota = json::find(*body, "quota_bytes");
    const auto *missing = json::find(*body, "accepts_missing");
    if ((quota && (!quota->is_int64() || quota->get_int64() < 0)) || (missing && !missing->is_bool()))
        co_return failed({ErrorCode::BadRequest, "quota_bytes is a number from 0 on, accepts_missing is true or false"});
    const auto row = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<RegistryRow> {
        const auto found = ncr::findRegistry(sql, name, true);
        if (!found)
            return found;
        if (quota)
            registries::setQuota(sql, found->id, quota->get_int64());
        if (missing)
            registries::setAcceptsMissing(sql, found->id, missing->get_bool());
        return ncr::findRegistry(sql, name, true);
    });
    co_return row ? replied(object(*row)) : failed(row.error());
}

} // namespace berth
