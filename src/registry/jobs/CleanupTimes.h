// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/jobs/Housekeeping.h"

namespace berth {

/// After registries or their schedules have changed: the scheduler is to know whose cleanup begins when.
inline boost::asio::awaitable<void> refreshCleanupTimes(Store &store, Housekeeping &housekeeping)
{
    co_await runBlocking(store.slowPool(), [&] {
        housekeeping.refreshCleanupTimes();
        return true;
    });
}

} // namespace berth
