// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QHash>
#include <QSet>

#include "client/protocol/RegistryClient.h"
#include "client/roles/Artifacts.h"
#include "client/roles/ContentSearch.h"
#include "client/roles/Images.h"
#include "client/roles/Registries.h"
#include "client/roles/RemoteServer.h"
#include "client/roles/Tags.h"

namespace berth {

/// Any registry, as far as the OCI distribution protocol tells: catalog, tags, manifests.
///
/// A registry is the first component of its repositories' names. Sizes are those of the compressed layers; times and pulls are unknown.
/// A tag is created by pushing its manifest again under the new name.
class PlainServer final : public RemoteServer, public Registries, public Images, public Artifacts, public Tags, public ContentSearch {
    Q_OBJECT

public:
    PlainServer(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent = nullptr);

    QCoro::Task<Result<RowPage<RegistrySummary>>> listRegistries(QString cursor) override;
    QCoro::Task<Result<RowPage<ImageSummary>>> listImages(QString registry, QString cursor) override;
    QCoro::Task<Result<Deletion>> deleteImage(QString registry, QString image) override;
    /// A page has the artifacts of up to rowsPerPage tags; one whose tags are further apart comes again with the others of its tags.
    QCoro::Task<Result<RowPage<ArtifactSummary>>> listArtifacts(QString registry, QString image, QString cursor) override;
    QCoro::Task<Result<Deletion>> deleteArtifact(QString registry, QString image, QString digest) override;
    QCoro::Task<Result<RowPage<TagSummary>>> listTags(QString registry, QString image, QString digest, QString cursor) override;
    QCoro::Task<Result<void>> createTag(QString registry, QString image, QString digest, QString tag) override;
    QCoro::Task<Result<Deletion>> deleteTag(QString registry, QString image, QString digest, QString tag) override;
    QCoro::Task<Result<SearchResult>> search(QString text) override;

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
