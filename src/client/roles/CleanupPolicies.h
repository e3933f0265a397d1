// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDateTime>

#include <QCoroTask>

#include "client/roles/CleanupTypes.h"
#include "client/roles/RowPage.h"
#include "core/Cleanup.h"
#include "core/Result.h"

namespace berth {

/// What of a registry's artifacts is kept by cleanup, when it runs, and what it did.
class CleanupPolicies {
public:
    virtual ~CleanupPolicies() = default;

    /// All of them, in the server's order; there are at most 15.
    virtual QCoro::Task<Result<std::vector<CleanupRule>>> cleanupRules(QString registry) = 0;
    /// Conflict if there is such a policy; its number is the server's.
    virtual QCoro::Task<Result<void>> addCleanupRule(QString registry, CleanupRule rule) = 0;
    virtual QCoro::Task<Result<void>> changeCleanupRule(QString registry, CleanupRule rule) = 0;
    virtual QCoro::Task<Result<void>> deleteCleanupRule(QString registry, qint64 id) = 0;

    /// Five fields in UTC; empty: it runs only when asked.
    virtual QCoro::Task<Result<QString>> cleanupSchedule(QString registry) = 0;
    virtual QCoro::Task<Result<void>> setCleanupSchedule(QString registry, QString cron) = 0;

    /// Newest first. Sums are -1 where the server tells them only of each image.
    virtual QCoro::Task<Result<RowPage<CleanupRun>>> cleanupRuns(QString registry, QString cursor) = 0;
    /// Conflict if one is under way.
    virtual QCoro::Task<Result<void>> startCleanup(QString registry, bool isTest) = 0;
    virtual QCoro::Task<Result<RowPage<CleanupRunImage>>> cleanupRunImages(QString registry, qint64 run, QString cursor) = 0;
    virtual QCoro::Task<Result<RowPage<CleanupEntry>>> cleanupRunArtifacts(QString registry, qint64 run, qint64 image, QString cursor) = 0;
};

/// What a cleanup would do now. The policies are those that are given, whatever the server has; an exact sum of bytes where the server
/// counts them, else a range.
class CleanupPreviews {
public:
    virtual ~CleanupPreviews() = default;

    virtual QCoro::Task<Result<CleanupPreview>> previewCleanup(CleanupWish wish) = 0;
};

/// What may be done about a run.
class CleanupRunDeeds {
public:
    virtual ~CleanupRunDeeds() = default;

    virtual QCoro::Task<Result<void>> stopCleanup(QString registry, qint64 run) = 0;
    /// Everything that it deleted and that is in the trash still.
    virtual QCoro::Task<Result<void>> restoreCleanup(QString registry, qint64 run) = 0;
};

} // namespace berth
