// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringList>

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "core/Result.h"
#include "core/SizeSum.h"

namespace berth {

struct StorageUse {
    qint64 usedBytes = 0;
    qint64 freeBytes = -1;
};

/// Where the bytes of a server are; see PlaceUse.
struct StorageFigures {
    qint64 totalBytes = 0;
    qint64 uniqueBytes = 0;
    qint64 sharedBytes = 0;
    qint64 savedBytes = 0; ///< By storing shared content once.
    qint64 trashBytes = 0;
    qint64 unusedBytes = 0;
    qint64 freeBytes = -1;
    QDateTime counted;
};

/// What one image holds: alone, together with others, and both.
struct PlaceUse {
    QString registry;
    QString image;
    qint64 uniqueBytes = 0;
    qint64 sharedBytes = 0;
    qint64 artifactCount = 0;
    qint64 tagCount = 0;
    qint64 neverPulled = 0;
    QDateTime oldestPush;

    qint64 totalBytes() const { return sizeSum(uniqueBytes, sharedBytes); }
};

struct CollectionState {
    QString state; ///< "idle", "waiting", "running" or "paused".
    qint64 wantedBytes = 0;
    qint64 removedBytes = 0;
    qint64 unusedBytes = 0;  ///< What it would take now.
    qint64 waitingBytes = 0; ///< What it leaves alone a while longer.
    QDateTime waitingUntil;
    QDateTime finished;
    QString failure;
};

struct DamagedContent {
    QString digest;
    QStringList images;
};

struct VerifyState {
    bool isRunning = false;
    qint64 readBytes = 0;
    qint64 totalBytes = 0;
    QDateTime finished;
    QList<DamagedContent> damaged;
    QString failure;
};

/// Where the bytes of a server are, and getting those back that nobody uses; each byte read and compared.
class Storage {
public:
    virtual ~Storage() = default;

    virtual QCoro::Task<Result<StorageUse>> storageUse() = 0;
    virtual QCoro::Task<Result<StorageFigures>> storage() = 0;
    /// Images, largest first.
    virtual QCoro::Task<Result<RowPage<PlaceUse>>> imageUse(QString cursor) = 0;

    virtual QCoro::Task<Result<CollectionState>> collection() = 0;
    virtual QCoro::Task<Result<CollectionState>> collect() = 0;
    virtual QCoro::Task<Result<CollectionState>> pauseCollection() = 0;

    virtual QCoro::Task<Result<VerifyState>> verifying() = 0;
    virtual QCoro::Task<Result<VerifyState>> verify() = 0;
    virtual QCoro::Task<Result<VerifyState>> stopVerifying() = 0;
};

} // namespace berth
