// SPDX-License-Identifier: Apache-2.0
#include "desktop/cleanup/TimelineData.h"

#include <algorithm>

#include "core/Cron.h"
#include "desktop/policies/PolicySentence.h"

namespace berth {

TimelineData TimelineData::of(const CleanupPreview &preview, const std::vector<CleanupRule> &rules, const std::vector<ProtectionRule> &protection,
    const QString &cron, const QDateTime &now, int days)
{
    TimelineData data;
    const auto schedule = Cron::parse((cron.trimmed().isEmpty() ? QStringLiteral("0 %1 * * *").arg(now.time().hour()) : cron).toStdString());
    data.hasSchedule = !cron.trimmed().isEmpty() && schedule;
    data.isWhole = preview.entries.size() == preview.sums.total && !preview.isPartial;
    const auto nowMs = now.toMSecsSinceEpoch();
    const auto end = now.addDays(days);
    for (const auto &entry : preview.entries) {
        Lane lane{entry, {}, reasonOf(entry, rules, protection)};
        const bool goes = entry.outcome == CleanupEntry::Outcome::Deleted || (entry.outcome == CleanupEntry::Outcome::Kept && entry.until.isValid());
        if (goes && schedule) {
            // The run at that very moment takes it already.
            const auto from = entry.until.isValid() ? std::max<qint64>(nowMs, entry.until.toMSecsSinceEpoch() - 1) : nowMs;
            const auto at = toDateTime(schedule->next(from));
            if (at <= end)
                lane.goes = at;
        }
        data.lanes << lane;
    }
    std::ranges::stable_sort(data.lanes, [](const Lane &left, const Lane &right) {
        if (left.entry.image != right.entry.image)
            return left.entry.image < right.entry.image;
        if (left.goes.isValid() != right.goes.isValid())
            return left.goes.isValid();
        return left.goes < right.goes;
    });
    for (int i = 0; i < data.lanes.size(); ++i) {
        const auto &lane = data.lanes.at(i);
        if (!lane.goes.isValid())
            continue;
        auto &run = data.runs[lane.goes];
        run.at = lane.goes;
        run.lanes << i;
        run.bytes += qMax<qint64>(0, lane.entry.sizeBytes);
    }
    return data;
}

int TimelineData::goingBefore(const QDateTime &time) const
{
    int count = 0;
    for (const auto &run : runs)
        count += run.at <= time ? int(run.lanes.size()) : 0;
    return count;
}

qint64 TimelineData::bytesBefore(const QDateTime &time) const
{
    qint64 bytes = 0;
    for (const auto &run : runs)
        bytes += run.at <= time ? run.bytes : 0;
    return bytes;
}

} // namespace berth
