// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/DateText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace berth {

QString dateText(const QDateTime &time)
{
    if (!time.isValid())
        return QCoreApplication::translate("DateText", "Never");
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    const QString clock = locale.toString(local.time(), QLocale::ShortFormat);
    const auto days = local.date().daysTo(QDate::currentDate());
    if (days == 0)
        return QCoreApplication::translate("DateText", "Today %1").arg(clock);
    if (days == 1)
        return QCoreApplication::translate("DateText", "Yesterday %1").arg(clock);
    return dayText(local.date()) + QLatin1Char(' ') + clock;
}

QString dayFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return format;
}

QString dayText(const QDate &day) { return QLocale().toString(day, dayFormat()); }

int dateWidth(const QFontMetrics &metrics) { return metrics.horizontalAdvance(dateText({QDate(2000, 12, 28), QTime(22, 58)})); }

QString dateTextWithUtc(const QDateTime &time)
{
    if (!time.isValid())
        return QCoreApplication::translate("DateText", "Never");
    const QDateTime local = time.toLocalTime();
    const QString zone = local.timeZoneAbbreviation();
    if (zone == QLatin1String("UTC"))
        return dateText(time) + QStringLiteral(" UTC");
    return QCoreApplication::translate("DateText", "%1 %2 (%3 UTC)").arg(dateText(time), zone, QLocale().toString(time.toUTC().time(), QLocale::ShortFormat));
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = qMax<qint64>(1, (milliseconds + 500) / 1000);
    if (seconds < 90)
        return QCoreApplication::translate("DateText", "%1 s").arg(seconds);
    if (seconds < 90 * 60)
        return QCoreApplication::translate("DateText", "%1 min").arg((seconds + 30) / 60);
    return QCoreApplication::translate("DateText", "%1 h").arg((seconds + 1800) / 3600);
}

} // namespace berth
