// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include "desktop/parts/Sentence.h"

namespace berth {

/// Schedules in words. Their five fields are UTC: minute, hour, day of month, month, day of week.
namespace cronwords {

inline constexpr int fieldCount = 5;

enum class Cycle { Off, Hourly, Daily, Weekly, Custom };
Cycle cycleOf(const QString &cron);

/// Why that field is none; empty: it is one.
QString faultOf(int field, const QString &text);
/// What it means: "on the hour", "18:00 and 20:00", "Monday, Friday".
QString meaningOf(int field, const QString &text);

/// "Every day at 18:00 UTC"; only when asked for an empty one.
Sentence sentenceOf(const QString &cron);

/// The next times of it, UTC; none for what is no schedule.
QList<QDateTime> nextTimes(const QString &cron, const QDateTime &after, int count);

/// "Sat 2026-11-28 03:00", with the weekday, in the time's own zone.
QString timeWords(const QDateTime &time);
/// "in 4 days", "in 3 h".
QString untilWords(const QDateTime &time, const QDateTime &now);

} // namespace cronwords

} // namespace berth
