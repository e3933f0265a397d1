// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/Result.h"
#include "core/Time.h"
#include "registry/store/Sql.h"

namespace berth {

/// A jump of the wall clock that nobody has confirmed yet.
struct ClockJump {
    TimeMs seenAt = 0; ///< By the new time.
    TimeMs byMs = 0;   ///< Forward is positive.
};

/// Watches whether the wall clock can be believed, on which everything hangs that ends by itself: what is unused, the trash, policies.
///
/// A jump is told within one run by the time since boot, which nobody sets and which goes on in sleep; over a restart by a clock that
/// shows less than the last stamp. A computer that was switched off for a year has not jumped. After a jump nothing is destroyed until an
/// administrator has confirmed the time.
///
/// look() belongs to one thread; what is kept in the database is written by functions for a writer's transaction.
class ClockWatch {
public:
    /// From this much on it is a jump and no correction.
    static constexpr TimeMs toleratedMs = 90'000;

    ClockWatch();

    /// Compares with what was kept when the last run stamped the database. Once, at the start.
    void compareWithLastRun(Sql &sql);

    /// Empty while the clock goes as it should; else the jump, also one of an earlier run. Cheap.
    const std::optional<ClockJump> &look();

    /// Writes the jump, or without one the stamp of a clock that is well.
    static void stamp(Sql &sql, const std::optional<ClockJump> &jump);

    /// After an administrator said that the time is right. Moves what was counted before the jump along with it, so that everything keeps
    /// the time that it had left.
    static void confirm(Sql &sql, const ClockJump &jump);
    void confirmed();

private:
    std::optional<ClockJump> m_jump;
    TimeMs m_offsetMs; ///< Wall clock minus time since boot, when last looked at.
};

} // namespace berth
