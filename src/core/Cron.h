// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/Result.h"
#include "core/Time.h"

namespace berth {

/// A schedule of five fields: minute, hour, day of month, month, day of week, in UTC. Values, lists ("1,5"), ranges ("1-5"; not in
/// the two day fields), steps ("*/15", "5/20": from 5 on, "1-9/2"), names of months and weekdays, "*", and "?" for either day field.
///
/// Where both day fields are restricted, either of them is enough.
class Cron {
public:
    /// BadRequest with what is wrong in which field, also for a date that never comes.
    static Result<Cron> parse(std::string_view text);

    /// The first time after `after`.
    TimeMs next(TimeMs after) const;

    /// The first `count` of them.
    std::vector<TimeMs> next(TimeMs after, int count) const;

private:
    struct Field {
        std::uint64_t values = 0; ///< A bit each.
        bool isAny = false;       ///< "*" or "?": the other day field decides alone.

        bool has(int value) const { return (values >> value) & 1; }
    };

    static Result<Field> readField(std::string_view text, int number);
    bool isDay(const QDate &date) const;
    bool everComes() const;

    Field m_minutes, m_hours, m_days, m_months, m_weekdays;
};

} // namespace berth
