// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>
#include <optional>

#include "registry/store/ClockWatch.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// Stops all upkeep after a jump of the clock until an administrator has confirmed the time. Thread-safe.
class ClockGuard {
public:
    /// `reader` is used during the call only.
    ClockGuard(Sql &reader, WriterThread &writer);

    /// False after a jump. From time to time the database gets a stamp, so that the next start can tell, too.
    bool isWell();

    /// The jump that waits for confirm().
    std::optional<ClockJump> jump();

    /// The time is right. Blocks on the disk. False if there was nothing to confirm.
    Result<bool> confirm();

private:
    WriterThread &m_writer;
    std::mutex m_mutex;
    ClockWatch m_clock;
    std::chrono::steady_clock::time_point m_nextStamp{};
    bool m_wasWell = true;
};

} // namespace berth
