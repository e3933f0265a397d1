// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QHash>
#include <QSet>

#include "client/protocol/RegistryClient.h"
#include "client/roles/Management.h"

namespace berth {

/// Any registry, as far as the OCI distribution protocol tells: catalog, tags, manifests.
///
/// A registry is the first component of its repositories' names. Sizes are those of the compressed layers; times and pulls are unknown.
/// A tag is created by pushing its manifest again under the new name.
class ProtocolManagement final : public Management {
    Q_OBJECT

public:
    ProtocolManagement(const Connection &connection, std::shared_ptr<ServerLink> link, QObject *parent = nullptr);

    QCoro::Task<Result<QList<RegistrySummary>>> listRegistries(int page) override;
    QCoro::Task<Result<void>> createRegistry(QString name) override;
    QCoro::Task<Result<Deletion>> deleteRegistry(QString name) override;
    QCoro::Task<Result<QList<ImageSummary>>> listImages(QString registry, int page) override;
    QCoro::Task<Result<Deletion>> deleteImage(QString registry, QString image) override;
    /// A page has the artifacts of up to pageSize tags; one whose tags are further apart comes again with the others of its tags.
    QCoro::Task<Result<QList<ArtifactSummary>>> listArtifacts(QString registry, QString image, int page) override;
    QCoro::Task<Result<Deletion>> deleteArtifact(QString registry, QString image, QString digest) override;
    QCoro::Task<Result<QList<TagSummary>>> listTags(QString registry, QString image, QString digest, int page) override;
    QCoro::Task<Result<void>> createTag(QString registry, QString image, QString digest, QString tag) override;
    QCoro::Task<Result<Deletion>> deleteTag(QString registry, QString image, QString digest, QString tag) override;
    QCoro::Task<Result<SearchResult>> search(QString text) override;
    bool can(Capability) const override { return false; }
    QCoro::Task<Result<DeletionForecast>> forecastDeletion(QStringList registries, QStringList images, QStringList artifacts, QStringList tags) override;
    QCoro::Task<Result<StorageUse>> storageUse() override;

private:
    /// The tags of one repository, as one reading found them.
    struct Listing {
        QString repository;
        QStringList tags;                         ///< In the order of the server.
        QHash<QString, QStringList> tagsByDigest; ///< As far as artifacts have been listed.
        QSet<QString> placed;                     ///< The tags in it.
    };

    /// All names of the catalog, fetched anew.
    QCoro::Task<Result<void>> readCatalog();
    QCoro::Task<Result<QStringList>> readTags(QString repository);
    /// Tags that `digest` has by the newest listing of that repository; null if it does not know.
    const QStringList *knownTags(const QString &repository, const QString &digest) const;

    QString m_address;
    RegistryClient m_client;
    QStringList m_catalog;
    /// The newest. Shared with the listings under way: one that was left goes on in its own and never writes into a later one.
    std::shared_ptr<Listing> m_listing;
};

} // namespace berth
