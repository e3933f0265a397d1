// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QObject>

#include <QCoroTask>

#include "client/drivers/berth/BerthHttp.h"
#include "client/roles/Types.h"
#include "core/SizeSum.h"

namespace berth {

/// A deletion that can still be undone.
struct TrashEntry {
    qint64 id = 0;
    QString kind; ///< "registry", "image", "artifact" or "tag".
    QString registry;
    QString image; ///< Empty for a registry.
    QString actor; ///< Who deleted.
    QDateTime deleted;
    QDateTime ends; ///< From then on it is gone for good.
    qint64 artifactCount = 0;
    qint64 tagCount = 0;
    QStringList tags; ///< The first few.
    qint64 returnsBytes = 0;

    QString path() const { return image.isEmpty() ? registry : registry + QLatin1Char('/') + image; }
};

struct TrashList {
    QList<TrashEntry> entries;
    qint64 total = 0;
    qint64 heldBytes = 0;
    qint64 keepDays = 0;
};

struct TrashedArtifact {
    QString digest;
    qint64 sizeBytes = 0;
    QDateTime pushed;
    QStringList tags;
};

/// A tag that cannot go back under its name.
struct RestoreConflict {
    QString tag;
    QString digest;
    QString nowDigest; ///< Empty: its artifact is not there any more.
    QDateTime since;
    QString freeName;
};

struct TrashContents {
    TrashEntry entry;
    QList<TrashedArtifact> artifacts;
    QList<RestoreConflict> conflicts;
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

/// Berth's own calls to a Berth server: trash, room, collection, verifying.
///
/// Belongs to one thread. Errors carry a sentence ready to show. Destroying it ends its calls with Cancelled.
class Upkeep final : public QObject {
    Q_OBJECT

public:
    Upkeep(Connection connection, std::shared_ptr<ServerLink> link, QObject *parent = nullptr);

    /// Newest first; pages are numbered from 1.
    QCoro::Task<Result<TrashList>> listTrash(int page);
    QCoro::Task<Result<TrashContents>> trashContents(qint64 id);
    /// Everything, or the artifacts named; `tagNames` gives tags whose names are taken another one. Conflict if a name is taken.
    QCoro::Task<Result<void>> restore(qint64 id, QStringList artifacts = {}, QMap<QString, QString> tagNames = {});
    QCoro::Task<Result<void>> endDeletion(qint64 id);
    QCoro::Task<Result<void>> emptyTrash();

    QCoro::Task<Result<StorageFigures>> storage();
    /// Images, largest first; pages are numbered from 1.
    QCoro::Task<Result<QList<PlaceUse>>> imageUse(int page);

    QCoro::Task<Result<CollectionState>> collection();
    QCoro::Task<Result<CollectionState>> collect();
    QCoro::Task<Result<CollectionState>> pauseCollection();
    QCoro::Task<Result<VerifyState>> verifying();
    QCoro::Task<Result<VerifyState>> verify();
    QCoro::Task<Result<VerifyState>> stopVerifying();

private:
    QCoro::Task<Result<CollectionState>> collectionCall(QByteArray method, json::object body);
    QCoro::Task<Result<VerifyState>> verifyCall(QByteArray method, json::object body);

    BerthHttp m_http;
};

} // namespace berth
