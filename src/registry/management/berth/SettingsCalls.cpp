// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/SettingsCalls.h"

#include "registry/management/berth/BerthReply.h"
#include "registry/routes/Requests.h"
#include "registry/store/Registries.h"

namespace berth {

namespace asio = boost::asio;

namespace {

json::object optionsObject(const RegistryRow &row)
{
    return {{"name", row.name}, {"quota_bytes", row.quotaBytes}, {"accepts_missing", row.acceptsMissing}, {"used_bytes", row.usedBytes},
        {"image_count", row.imageCount}};
}

} // namespace

namespace settingscalls {

asio::awaitable<http::Response> show(BerthCall &call) { co_return replied(toJson(*call.store.settings().get())); }

asio::awaitable<http::Response> change(BerthCall &call)
{
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    const auto stored = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<Settings> {
        auto next = berth::changed(readSettings(sql), *body);
        if (next)
            writeSettings(sql, *next);
        return next;
    });
    if (!stored)
        co_return failed(stored.error());
    call.store.settings().set(*stored);
    co_return replied(toJson(*call.store.settings().get()));
}

asio::awaitable<http::Response> showRegistry(BerthCall &call)
{
    const auto row = co_await call.store.read([&](Sql &sql) { return registries::need(sql, call.parameters["registry"]); });
    co_return row ? replied(optionsObject(*row)) : failed(row.error());
}

asio::awaitable<http::Response> changeRegistry(BerthCall &call)
{
    const auto &name = call.parameters["registry"];
    const auto body = co_await readObject(call.request);
    if (!body)
        co_return failed(body.error());
    const auto *quota = json::find(*body, "quota_bytes");
    const auto *missing = json::find(*body, "accepts_missing");
    if ((quota && (!quota->is_int64() || quota->get_int64() < 0)) || (missing && !missing->is_bool()))
        co_return failed({ErrorCode::BadRequest, "quota_bytes is a number from 0 on, accepts_missing is true or false"});
    const auto row = co_await call.store.write(Durability::PowerCut, nullptr, [&](Sql &sql) -> Result<RegistryRow> {
        const auto found = registries::need(sql, name);
        if (!found)
            return found;
        if (quota)
            registries::setQuota(sql, found->id, quota->get_int64());
        if (missing)
            registries::setAcceptsMissing(sql, found->id, missing->get_bool());
        return registries::need(sql, name);
    });
    co_return row ? replied(optionsObject(*row)) : failed(row.error());
}

} // namespace settingscalls

} // namespace berth
