// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>

#include "client/roles/CleanupTypes.h"

namespace berth {

/// When each artifact of a registry falls to its cleanup if nobody pushes or pulls meanwhile.
struct TimelineData {
    struct Lane {
        CleanupEntry entry;
        QDateTime goes; ///< The run that takes it; invalid: it stays.
        QString reason;
    };
    struct Run {
        QDateTime at;
        QList<int> lanes; ///< Places of those that go then.
        qint64 bytes = 0; ///< Their sizes together, of which layers that others hold stay.
    };

    QList<Lane> lanes; ///< Image by image, those that go first and soonest at their head.
    QMap<QDateTime, Run> runs; ///< Only those that take something, within the horizon.
    bool hasSchedule = false;  ///< Else it is as if cleanup ran once a day.
    bool isWhole = true;       ///< Every artifact that policies choose is among them.

    /// `reasons` are those of the policies.
    static TimelineData of(const CleanupPreview &preview, const std::vector<CleanupRule> &rules, const std::vector<ProtectionRule> &protection,
        const QString &cron, const QDateTime &now, int days);

    int goingBefore(const QDateTime &time) const;
    qint64 bytesBefore(const QDateTime &time) const;
};

} // namespace berth
