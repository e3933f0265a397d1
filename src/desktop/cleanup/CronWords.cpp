// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/CronWords.h"

#include <QCoreApplication>
#include <QLocale>

#include "core/Cron.h"
#include "core/ErrorText.h"
#include "desktop/parts/DateText.h"

namespace berth::cronwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CronWords)
};

bool isNumber(const QString &text)
{
    bool ok = false;
    text.toInt(&ok);
    return ok;
}

bool isAny(const QString &text) { return text == QLatin1String("*") || text == QLatin1String("?"); }

QString twoDigits(int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); }

QString weekdayName(const QString &text)
{
    static const QStringList names{QStringLiteral("SUN"), QStringLiteral("MON"), QStringLiteral("TUE"), QStringLiteral("WED"), QStringLiteral("THU"),
        QStringLiteral("FRI"), QStringLiteral("SAT")};
    const int number = isNumber(text) ? text.toInt() : int(names.indexOf(text.toUpper()));
    return number < 0 || number > 6 ? QString() : QLocale().dayName(number == 0 ? 7 : number);
}

QString monthName(const QString &text)
{
    static const QStringList names{QStringLiteral("JAN"), QStringLiteral("FEB"), QStringLiteral("MAR"), QStringLiteral("APR"), QStringLiteral("MAY"),
        QStringLiteral("JUN"), QStringLiteral("JUL"), QStringLiteral("AUG"), QStringLiteral("SEP"), QStringLiteral("OCT"), QStringLiteral("NOV"),
        QStringLiteral("DEC")};
    const int number = isNumber(text) ? text.toInt() : int(names.indexOf(text.toUpper())) + 1;
    return number < 1 || number > 12 ? QString() : QLocale().standaloneMonthName(number);
}

QString valueName(int field, const QString &text)
{
    switch (field) {
    case 3: return monthName(text);
    case 4: return weekdayName(text);
    default: return isNumber(text) ? text : QString();
    }
}

/// Minute and hour of a time of day; false for anything that is not one fixed time.
bool timeOf(const QStringList &fields, QString &time)
{
    if (!isNumber(fields.at(0)) || !isNumber(fields.at(1)))
        return false;
    time = twoDigits(fields.at(1).toInt()) + QLatin1Char(':') + twoDigits(fields.at(0).toInt());
    return true;
}

} // namespace

Cycle cycleOf(const QString &cron)
{
    const auto fields = cron.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (fields.isEmpty())
        return Cycle::Off;
    if (fields.size() != fieldCount || !isAny(fields.at(2)) || !isAny(fields.at(3)))
        return Cycle::Custom;
    QString time;
    if (timeOf(fields, time))
        return isAny(fields.at(4)) ? Cycle::Daily : valueName(4, fields.at(4)).isEmpty() ? Cycle::Custom : Cycle::Weekly;
    return isNumber(fields.at(0)) && isAny(fields.at(1)) && isAny(fields.at(4)) ? Cycle::Hourly : Cycle::Custom;
}

QString faultOf(int field, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Words::tr("Write * for every one");
    if (trimmed.contains(QLatin1Char(' ')))
        return Words::tr("A field has no blanks");
    QStringList fields(fieldCount, QStringLiteral("*"));
    fields[field] = trimmed;
    if (field == 2)
        fields[3] = QStringLiteral("JAN"); // the month that has every day
    const auto read = Cron::parse(fields.join(QLatin1Char(' ')).toStdString());
    return read ? QString() : errorText(read.error());
}

QString meaningOf(int field, const QString &text)
{
    if (!faultOf(field, text).isEmpty())
        return {};
    const QString trimmed = text.trimmed();
    if (isAny(trimmed)) {
        switch (field) {
        case 0: return Words::tr("every minute");
        case 1: return Words::tr("every hour");
        case 2: return Words::tr("every day");
        case 3: return Words::tr("every month");
        default: return Words::tr("every day of the week");
        }
    }
    if (field == 0 && trimmed == QLatin1String("0"))
        return Words::tr("on the hour");
    const auto step = trimmed.section(QLatin1Char('/'), 1);
    if (trimmed.startsWith(QLatin1String("*/")) && isNumber(step))
        return Words::tr("every %n-th", "of minutes, hours, days, months, weekdays", step.toInt());
    QStringList names;
    for (const auto &part : trimmed.split(QLatin1Char(','))) {
        const QString name = valueName(field, part);
        names << (name.isEmpty() ? part : name);
    }
    return names.join(QStringLiteral(", "));
}

Sentence sentenceOf(const QString &cron)
{
    const auto fields = cron.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString time;
    switch (cycleOf(cron)) {
    case Cycle::Off: return Sentence(Words::tr("Cleanup runs only when someone asks for it."));
    case Cycle::Hourly: return Sentence::of(Words::tr("%1, at minute %2."), {Sentence::strong(Words::tr("Every hour")), Sentence(fields.at(0))});
    case Cycle::Daily:
        timeOf(fields, time);
        return Sentence::of(Words::tr("%1 at %2 UTC."), {Sentence::strong(Words::tr("Every day")), Sentence::strong(time)});
    case Cycle::Weekly:
        timeOf(fields, time);
        return Sentence::of(Words::tr("Every %1 at %2 UTC."), {Sentence::strong(weekdayName(fields.at(4))), Sentence::strong(time)});
    case Cycle::Custom: break;
    }
    return Sentence::of(Words::tr("By the schedule %1, in UTC."), {Sentence::chip(cron)});
}

QList<QDateTime> nextTimes(const QString &cron, const QDateTime &after, int count)
{
    QList<QDateTime> times;
    if (const auto schedule = Cron::parse(cron.toStdString())) {
        for (const auto time : schedule->next(after.toMSecsSinceEpoch(), count))
            times << toDateTime(time);
    }
    return times;
}

QString timeWords(const QDateTime &time)
{
    return QLocale().dayName(time.date().dayOfWeek(), QLocale::ShortFormat) + QLatin1Char(' ') + dayText(time.date()) + QLatin1Char(' ')
        + QLocale().toString(time.time(), QLocale::ShortFormat);
}

QString untilWords(const QDateTime &time, const QDateTime &now)
{
    const qint64 minutes = now.secsTo(time) / 60;
    if (minutes < 60)
        return Words::tr("in %n min", nullptr, int(qMax<qint64>(1, minutes)));
    if (minutes < 48 * 60)
        return Words::tr("in %n h", nullptr, int(minutes / 60));
    return Words::tr("in %n days", nullptr, int(minutes / 60 / 24));
}

} // namespace berth::cronwords
