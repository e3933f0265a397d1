// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/TrashCalls.h"

#include "registry/jobs/CleanupTimes.h"
#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Requests.h"
#include "registry/routes/VisiblePage.h"
#include "registry/store/Deletion.h"
#include "registry/store/TrashRestore.h"

namespace berth {

namespace asio = boost::asio;

namespace {

constexpr TimeMs dayMs = 24LL * 60 * 60 * 1000;

json::array listOf(const std::vector<std::string> &texts) { return json::array(texts.begin(), texts.end()); }

json::object operationObject(const TrashOperation &row, std::int64_t keepDays)
{
    return {{"id", row.id}, {"kind", row.kind}, {"registry", row.registry}, {"image", row.image}, {"actor", row.actor},
        {"deleted_at", toRfc3339(row.deletedAt)}, {"ends_at", toRfc3339(row.deletedAt + keepDays * dayMs)}, {"artifact_count", row.artifactCount},
        {"tag_count", row.tagCount}, {"tags", listOf(row.tags)}, {"returns_bytes", row.returnsBytes},
        {"run", row.run == 0 ? json::value(nullptr) : json::value(row.run)}};
}

bool maySee(const Access &access, const TrashOperation &operation)
{
    return operation.kind == "registry" ? access.rights().isServerAdministrator() : access.rights().allows(operation.registry, Action::Delete);
}

Result<void> needOperation(const Access &access, const std::optional<TrashOperation> &operation)
{
    if (!operation)
        return fail(ErrorCode::NotFound, "This deletion is not in the trash any more");
    if (maySee(access, *operation))
        return {};
    return fail(ErrorCode::Denied, "Only an administrator of its registry may see or undo this deletion"); // names nothing
}

/// The page of what the key may undo.
std::vector<TrashOperation> visible(Sql &sql, const Access &access, Page page)
{
    return visiblePage(
        access.rights().isServerAdministrator(), page, [&](Page part) { return trash::list(sql, part); },
        [&](const TrashOperation &row) { return maySee(access, row); });
}

/// Number and held bytes of what the key may undo: the whole server's are told only to who sees all of it.
std::pair<std::int64_t, std::int64_t> totals(Sql &sql, const Access &access)
{
    if (access.rights().isServerAdministrator())
        return {trash::count(sql), trash::heldBytes(sql)};
    std::pair<std::int64_t, std::int64_t> sums{0, 0};
    for (const auto &registry : trash::registriesIn(sql)) {
        if (!access.rights().allows(registry, Action::Delete))
            continue;
        sums.first += trash::countIn(sql, registry);
        sums.second += trash::heldBytesIn(sql, registry);
    }
    return sums;
}

Result<std::optional<std::set<std::string>>> readSet(const json::value &body, const char *name)
{
    const auto *value = json::find(body, name);
    if (!value)
        return std::nullopt;
    std::set<std::string> texts;
    for (const auto &element : json::list(body, name)) {
        if (!element.is_string())
            return fail(ErrorCode::BadRequest, std::string(name) + " is a list of strings");
        texts.emplace(element.get_string());
    }
    if (!value->is_array())
        return fail(ErrorCode::BadRequest, std::string(name) + " is a list of strings");
    return texts;
}

Result<RestoreWishes> readWishes(const json::value &body)
{
    auto artifacts = readSet(body, "artifacts");
    auto tags = readSet(body, "tags");
    if (!artifacts || !tags)
        return tl::unexpected(artifacts ? tags.error() : artifacts.error());
    RestoreWishes wishes{std::move(*artifacts), std::move(*tags), {}};
    if (const auto *names = json::find(body, "tag_names")) {
        if (!names->is_object())
            return fail(ErrorCode::BadRequest, "tag_names is an object of strings");
        for (const auto &member : names->get_object()) {
            if (!member.value().is_string())
                return fail(ErrorCode::BadRequest, "tag_names is an object of strings");
            wishes.tagNames.emplace(member.key(), member.value().get_string());
        }
    }
    return wishes;
}

} // namespace

namespace trashcalls {

asio::awaitable<http::Response> list(BerthCall &call)
{
    const auto page = readPage(call.request);
    if (!page)
        co_return failed(page.error());
    const auto days = call.store.settings().get()->trashDays;
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        json::array operations;
        for (const auto &row : visible(sql, call.access, *page))
            operations.push_back(operationObject(row, days));
        const auto [total, held] = totals(sql, call.access);
        return json::object{{"operations", std::move(operations)}, {"total", total}, {"held_bytes", held}, {"keep_days", days}};
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> details(BerthCall &call)
{
    const auto number = readNumber(call.parameters["operation"]);
    if (!number)
        co_return failed(number.error());
    const auto id = *number;
    const auto days = call.store.settings().get()->trashDays;
    const auto body = co_await call.store.read([&](Sql &sql) -> Result<json::object> {
        const auto operation = trash::find(sql, id);
        if (auto may = needOperation(call.access, operation); !may)
            return tl::unexpected(may.error());
        json::array artifacts;
        for (const auto &row : trash::artifacts(sql, id))
            artifacts.push_back(json::object{{"digest", row.digest}, {"media_type", row.mediaType}, {"size", row.totalBytes},
                {"push_time", toRfc3339(row.pushedAt)}, {"tags", listOf(row.tags)}});
        json::array conflicts;
        for (const auto &row : trash::conflicts(sql, *operation))
            conflicts.push_back(json::object{
                {"tag", row.tag}, {"digest", row.digest}, {"now_digest", row.nowDigest}, {"since", timeOrNull(row.since)}, {"free_name", row.freeName}});
        auto object = operationObject(*operation, days);
        object["artifacts"] = std::move(artifacts);
        object["conflicts"] = std::move(conflicts);
        return object;
    });
    co_return body ? replied(*body) : failed(body.error());
}

asio::awaitable<http::Response> restore(BerthCall &call)
{
    const auto number = readNumber(call.parameters["operation"]);
    if (!number)
        co_return failed(number.error());
    const auto id = *number;
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    const auto wishes = readWishes(*body);
    if (!wishes)
        co_return failed(wishes.error());
    const auto &access = call.access.rights();
    const auto operation = co_await call.store.read([&](Sql &sql) -> Result<TrashOperation> {
        const auto found = trash::find(sql, id);
        if (auto may = needOperation(call.access, found); !may)
            return tl::unexpected(may.error());
        auto there = found.value_or(TrashOperation{});
        if (!access.isServerAdministrator() && sql.integer("SELECT count(*) FROM registry WHERE name = ?", 0, there.registry) == 0)
            return fail(ErrorCode::Denied, "The registry " + there.registry + " was deleted, too; only an administrator of the server may bring it back");
        return there;
    });
    if (!operation)
        co_return failed(operation.error());
    const auto name = RepositoryName::of(operation->registry, operation->image);
    const auto outcome = co_await call.store.write(
        Durability::PowerCut, name ? &*name : nullptr, [&](Sql &sql) { return trash::restore(sql, id, *wishes, call.access.deed(call.request.peer)); });
    if (!outcome)
        co_return failed(outcome.error());
    call.housekeeping.tidy();
    if (outcome->madeRegistry) { // roles in it came back, and when it is cleaned up
        call.authenticator.forgetAll();
        co_await refreshCleanupTimes(call.store, call.housekeeping);
        call.webhooks.wake();
    }
    co_return replied(
        {{"artifacts", outcome->artifacts}, {"tags", outcome->tags}, {"made_registry", outcome->madeRegistry}, {"unfinished", outcome->isUnfinished}});
}

asio::awaitable<http::Response> end(BerthCall &call)
{
    const auto number = readNumber(call.parameters["operation"]);
    if (!number)
        co_return failed(number.error());
    const auto id = *number;
    const auto ended = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<trash::Progress> {
        if (auto may = needOperation(call.access, trash::find(sql, id)); !may)
            return tl::unexpected(may.error());
        return trash::end(sql, id);
    });
    if (!ended)
        co_return failed(ended.error());
    call.housekeeping.collectEnded();
    co_return replied({});
}

asio::awaitable<http::Response> empty(BerthCall &call)
{
    constexpr std::int64_t step = 100;
    std::int64_t count = 0;
    const auto until = nowMs() + 1; // what is deleted from now on stays
    while (true) {
        const auto ended =
            co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<std::int64_t> { return trash::endBefore(sql, until, step); });
        if (!ended)
            co_return failed(ended.error());
        count += *ended;
        if (*ended < step)
            break;
    }
    // What is little goes before the answer, the rest step by step.
    for (int steps = 0; steps < 10; ++steps) {
        const auto more =
            co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<bool> { return trash::endSome(sql, deletion::rowsAStep); });
        if (!more)
            co_return failed(more.error());
        if (!*more)
            break;
    }
    call.housekeeping.collectEnded();
    co_return replied({{"ended", count}});
}

} // namespace trashcalls

} // namespace berth
