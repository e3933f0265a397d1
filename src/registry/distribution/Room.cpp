// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/Room.h"

#include "registry/store/Registries.h"

namespace berth {

boost::asio::awaitable<Result<Room>> Room::find(DistributionContext &context, const Call &call, std::int64_t announced, bool isCounted)
{
    if (auto free = context.store.checkFreeSpace(announced); !free)
        co_return tl::unexpected(free.error());
    Room room(context, call.name.registry());
    const auto onTheirWay = context.uploads.bytesInto(call.name.registry());
    const auto left = co_await context.store.read([&](Sql &sql) -> Result<std::optional<std::int64_t>> {
        if (auto fits = registries::checkQuota(sql, call.name.registry(), onTheirWay + (isCounted ? 0 : std::max<std::int64_t>(announced, 1))); !fits)
            return tl::unexpected(fits.error());
        return registries::quotaLeft(sql, call.name.registry());
    });
    if (!left)
        co_return tl::unexpected(left.error());
    room.m_left = *left;
    co_return room;
}

Result<void> Room::check() const
{
    if (auto free = m_context->store.checkFreeSpace(0); !free)
        return free;
    if (m_left && m_context->uploads.bytesInto(m_registry) > *m_left)
        return fail(ErrorCode::Denied,
            "The registry " + m_registry + " is full: this upload goes beyond its quota. Delete images, or have an administrator raise the quota");
    return {};
}

} // namespace berth
