// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringList>

#include <QCoroTask>

#include "client/roles/Storage.h"
#include "core/Result.h"

namespace berth {

/// One thing that is wrong with a server.
struct HealthProblem {
    QString kind;    ///< "disk", "clock", "connections", "database", or a job: "collection", "scrub", "trash", "copy"; others may come.
    QString message; ///< The server's sentence.
};

struct Health {
    bool isHealthy = false;
    QString version;
    qint64 freeBytes = -1;
    QList<HealthProblem> problems;
    QList<DamagedContent> damaged;
    QDateTime started;
};

/// How a server is.
class HealthReport {
public:
    virtual ~HealthReport() = default;

    virtual QCoro::Task<Result<Health>> health() = 0;
    /// Says that the time is right after the clock of the server's computer had jumped.
    virtual QCoro::Task<Result<void>> confirmClock() = 0;
};

} // namespace berth
