// SPDX-License-Identifier: Apache-2.0
#include "core/Cron.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <optional>
#include <string>

namespace berth {

namespace {

struct Rule {
    int least;
    int most;
    bool isDayField;
    const char *wrongValue; ///< %1: what was written.
};
constexpr std::array rules{
    Rule{0, 59, false, QT_TRANSLATE_NOOP("Error", "minute must be 0-59, not %1")},
    Rule{0, 23, false, QT_TRANSLATE_NOOP("Error", "hour must be 0-23, not %1")},
    Rule{1, 31, true, QT_TRANSLATE_NOOP("Error", "day of month must be 1-31, not %1")},
    Rule{1, 12, false, QT_TRANSLATE_NOOP("Error", "month must be 1-12 or JAN-DEC, not %1")},
    Rule{0, 6, true, QT_TRANSLATE_NOOP("Error", "day of week must be 0-6 or SUN-SAT, not %1")},
};
constexpr std::array<std::string_view, 12> monthNames{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::array<std::string_view, 7> weekdayNames{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};

std::string upper(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return result;
}

std::optional<int> numberIn(std::string_view text)
{
    int value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isDigits = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return isDigits && ec == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

template <std::size_t count> std::optional<int> nameIn(const std::array<std::string_view, count> &names, std::string_view text, int first)
{
    const auto found = std::ranges::find(names, upper(text));
    return found == names.end() ? std::nullopt : std::optional(first + int(found - names.begin()));
}

std::optional<int> valueIn(std::string_view text, int field)
{
    auto value = numberIn(text);
    if (!value && field == 3)
        value = nameIn(monthNames, text, 1);
    if (!value && field == 4)
        value = nameIn(weekdayNames, text, 0);
    const auto &rule = rules[std::size_t(field)];
    return value && *value >= rule.least && *value <= rule.most ? value : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

/// "1,2,3" for a range in a day field, where ranges are not taken.
std::string listOf(int first, int last)
{
    std::string text;
    for (int value = first; value <= last; ++value)
        text += (text.empty() ? "" : ",") + std::to_string(value);
    return text;
}

/// One part of a list: a value, a range or all, with or without a step.
struct Part {
    int first = 0;
    int last = 0;
    int step = 1;
};

Result<Part> readPart(std::string_view text, int field)
{
    const auto &rule = rules[std::size_t(field)];
    const auto wrong = fail(ErrorCode::BadRequest, rule.wrongValue, {text.empty() ? std::string("nothing") : std::string(text)});
    Part part{rule.least, rule.most, 1};
    const auto slash = text.find('/');
    const auto span = text.substr(0, slash);
    if (slash != std::string_view::npos) {
        const auto step = numberIn(text.substr(slash + 1));
        if (!step || *step < 1 || *step > rule.most - rule.least + 1)
            return wrong;
        part.step = *step;
    }
    if (span == "*")
        return part;
    const auto dash = span.find('-');
    const auto first = valueIn(span.substr(0, dash), field);
    if (!first)
        return wrong;
    part.first = *first;
    if (dash == std::string_view::npos) {
        part.last = slash == std::string_view::npos ? part.first : rule.most;
        return part;
    }
    const auto last = valueIn(span.substr(dash + 1), field);
    if (!last || *last < part.first)
        return wrong;
    if (rule.isDayField)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "Ranges are not taken in the day fields: write %1 instead of %2"),
            {listOf(part.first, *last), std::string(span)});
    part.last = *last;
    return part;
}

} // namespace

Result<Cron::Field> Cron::readField(std::string_view text, int number)
{
    Field field;
    field.isAny = text == "*" || (text == "?" && rules[std::size_t(number)].isDayField);
    for (const auto piece : split(text == "?" && field.isAny ? std::string_view("*") : text, ',')) {
        const auto part = readPart(piece, number);
        if (!part)
            return tl::unexpected(part.error());
        for (int value = part->first; value <= part->last; value += part->step)
            field.values |= std::uint64_t(1) << value;
    }
    return field;
}

Result<Cron> Cron::parse(std::string_view text)
{
    std::vector<std::string_view> fields;
    for (const auto word : split(text, ' ')) {
        if (!word.empty())
            fields.push_back(word);
    }
    if (fields.size() != rules.size())
        return fail(ErrorCode::BadRequest,
            QT_TRANSLATE_NOOP("Error", "A schedule has five fields: minute, hour, day of month, month, day of week; this one has %1"),
            {std::to_string(fields.size())});
    Cron cron;
    int number = 0;
    for (auto *field : {&cron.m_minutes, &cron.m_hours, &cron.m_days, &cron.m_months, &cron.m_weekdays}) {
        auto read = readField(fields[std::size_t(number)], number);
        if (!read)
            return tl::unexpected(read.error());
        *field = *read;
        ++number;
    }
    if (!cron.everComes())
        return fail(
            ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The day %1 of the month %2 never comes"), {std::string(fields[2]), std::string(fields[3])});
    return cron;
}

bool Cron::everComes() const
{
    if (m_days.isAny || !m_weekdays.isAny)
        return true;
    constexpr std::array days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int earliest = std::countr_zero(m_days.values);
    for (int month = 1; month <= 12; ++month) {
        if (m_months.has(month) && earliest <= days[std::size_t(month - 1)])
            return true;
    }
    return false;
}

bool Cron::isDay(const QDate &date) const
{
    if (!m_months.has(date.month()))
        return false;
    const bool day = m_days.has(date.day());
    const bool weekday = m_weekdays.has(date.dayOfWeek() % 7); // Qt's Sunday is 7
    if (m_days.isAny || m_weekdays.isAny)
        return (m_days.isAny || day) && (m_weekdays.isAny || weekday);
    return day || weekday;
}

TimeMs Cron::next(TimeMs after) const
{
    constexpr TimeMs minuteMs = 60'000;
    const auto begin = toDateTime((after / minuteMs + 1) * minuteMs);
    constexpr int longest = 366 * 9; // the 29th of February may be eight years away
    auto date = begin.date();
    for (int i = 0; i < longest; ++i, date = date.addDays(1)) {
        if (!isDay(date))
            continue;
        const bool isFirst = date == begin.date();
        for (int hour = isFirst ? begin.time().hour() : 0; hour < 24; ++hour) {
            if (!m_hours.has(hour))
                continue;
            for (int minute = isFirst && hour == begin.time().hour() ? begin.time().minute() : 0; minute < 60; ++minute) {
                if (m_minutes.has(minute))
                    return ((QDate(1970, 1, 1).daysTo(date) * 24 + hour) * 60 + minute) * minuteMs;
            }
        }
    }
    return 0; // everComes() makes sure of one
}

std::vector<TimeMs> Cron::next(TimeMs after, int count) const
{
    std::vector<TimeMs> times;
    for (; count > 0; --count)
        times.push_back(after = next(after));
    return times;
}

} // namespace berth
