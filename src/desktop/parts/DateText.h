// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QFontMetrics>
#include <QString>

namespace berth {

/// A time as people read it, local, without seconds: "Today 14:32", "Yesterday 18:44", else date and time; "Never" for an invalid one.
QString dateText(const QDateTime &time);

/// A day by the person's locale, with all four digits of the year.
QString dayText(const QDate &day);
/// The format of that, for fields.
QString dayFormat();

/// As wide as dates get, for columns.
int dateWidth(const QFontMetrics &metrics);

/// Local time with its zone, and UTC behind it: for details.
QString dateTextWithUtc(const QDateTime &time);

/// "32 s", "4 min", "2 h".
QString durationText(qint64 milliseconds);

} // namespace berth
