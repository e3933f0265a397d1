// SPDX-License-Identifier: Apache-2.0
#include "core/Time.h"

#include <QLocale>
#include <QTimeZone>

namespace berth {

TimeMs nowMs() { return QDateTime::currentMSecsSinceEpoch(); }

QDateTime toDateTime(TimeMs time)
{
    // In UTC itself, not in a time zone of that name, which is written as "+00:00".
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::UTC);
#else
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
#endif
}

std::string toHttpDate(TimeMs time) { return QLocale::c().toString(toDateTime(time), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toStdString(); }

std::string toRfc3339(TimeMs time)
{
    if (time == 0)
        return "0001-01-01T00:00:00.000Z";
    return toDateTime(time).toString(Qt::ISODateWithMs).toStdString();
}

TimeMs fromRfc3339(std::string_view text)
{
    if (text.empty() || text.starts_with("0001-01-01"))
        return 0;
    std::string shortened(text);
    if (const size_t dot = shortened.find('.'); dot != std::string::npos) {
        size_t end = dot + 1;
        while (end < shortened.size() && shortened[end] >= '0' && shortened[end] <= '9')
            ++end;
        if (end > dot + 4)
            shortened.erase(dot + 4, end - dot - 4);
    }
    const auto time = QDateTime::fromString(QString::fromStdString(shortened), Qt::ISODateWithMs);
    const bool hasZone = time.timeSpec() != Qt::LocalTime; // RFC 3339 has no local times
    return time.isValid() && hasZone ? time.toMSecsSinceEpoch() : 0;
}

} // namespace berth
