// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"

namespace berth {

class Administration;
class Upkeep;

/// What some kinds of server can do and others cannot.
enum class Capability {
    CreateRegistries,
    DeleteRegistries,
    ForecastDeletions, ///< Says what a deletion takes along, in bytes.
    StorageUse,
};

/// Managing one server: the same calls for every kind, with a driver each.
///
/// Belongs to one thread. Errors carry a sentence ready to show. Destroying it ends its calls with Cancelled. Pages are numbered from 1;
/// a page shorter than asked for is the last, see endsWithEmptyPage().
class Management : public QObject {
    Q_OBJECT

public:
    static constexpr int pageSize = 100;

    using QObject::QObject;

    /// True where a page may be shorter than asked for although others follow, so that only an empty one is the end: NCR's largest page is
    /// told nowhere.
    virtual bool endsWithEmptyPage() const { return false; }

    virtual QCoro::Task<Result<QList<RegistrySummary>>> listRegistries(int page) = 0;
    virtual QCoro::Task<Result<void>> createRegistry(QString name) = 0;
    virtual QCoro::Task<Result<Deletion>> deleteRegistry(QString name) = 0;

    virtual QCoro::Task<Result<QList<ImageSummary>>> listImages(QString registry, int page) = 0;
    virtual QCoro::Task<Result<Deletion>> deleteImage(QString registry, QString image) = 0;

    virtual QCoro::Task<Result<QList<ArtifactSummary>>> listArtifacts(QString registry, QString image, int page) = 0;
    virtual QCoro::Task<Result<Deletion>> deleteArtifact(QString registry, QString image, QString digest) = 0;

    virtual QCoro::Task<Result<QList<TagSummary>>> listTags(QString registry, QString image, QString digest, int page) = 0;
    virtual QCoro::Task<Result<void>> createTag(QString registry, QString image, QString digest, QString tag) = 0;
    virtual QCoro::Task<Result<Deletion>> deleteTag(QString registry, QString image, QString digest, QString tag) = 0;

    /// Images and, where the server can, tags whose names contain the text. Servers without a search of their own are read through once,
    /// their image names kept for a while.
    virtual QCoro::Task<Result<SearchResult>> search(QString text) = 0;

    /// Trash, room, collection and verifying; null for servers that are no Berth.
    virtual Upkeep *upkeep() { return nullptr; }
    /// Keys, users, settings and health; likewise.
    virtual Administration *administration() { return nullptr; }

    /// What this kind of server can do at all; what a role may do is learnt from its refusals.
    virtual bool can(Capability capability) const = 0;

    /// What deleting these would take along: "registry", "registry/image", "registry/image@digest" or "registry/image:tag".
    /// Unsupported where the server has no such call.
    virtual QCoro::Task<Result<DeletionForecast>> forecastDeletion(QStringList registries, QStringList images, QStringList artifacts, QStringList tags) = 0;

    /// Unsupported where the server has no such call.
    virtual QCoro::Task<Result<StorageUse>> storageUse() = 0;
};

} // namespace berth
