// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "core/Result.h"

namespace berth {

/// A deletion that can still be undone.
struct TrashEntry {
    qint64 id = 0;
    QString kind; ///< "registry", "image", "artifact", "tag" or "cleanup".
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

struct TrashPage : RowPage<TrashEntry> {
    qint64 total = 0; ///< Of all pages.
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

/// Deletions that can still be undone.
class Trash {
public:
    virtual ~Trash() = default;

    /// Newest first.
    virtual QCoro::Task<Result<TrashPage>> listTrash(QString cursor) = 0;
    virtual QCoro::Task<Result<TrashContents>> trashContents(qint64 id) = 0;
    /// Everything, or the artifacts named; `tagNames` gives tags whose names are taken another one. Conflict if a name is taken.
    virtual QCoro::Task<Result<void>> restore(qint64 id, QStringList artifacts, QMap<QString, QString> tagNames) = 0;
    virtual QCoro::Task<Result<void>> endDeletion(qint64 id) = 0;
    virtual QCoro::Task<Result<void>> emptyTrash() = 0;
};

} // namespace berth
