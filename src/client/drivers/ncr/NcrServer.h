// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDeadlineTimer>
#include <QSet>

#include "client/auth/Connection.h"
#include "client/auth/SignedHttp.h"
#include "client/roles/Artifacts.h"
#include "client/roles/ContentSearch.h"
#include "client/roles/Images.h"
#include "client/roles/Registries.h"
#include "client/roles/RegistryLifecycle.h"
#include "client/roles/RemoteServer.h"
#include "client/roles/Tags.h"
#include "core/Json.h"

namespace berth {

/// NCR's public API v2.0, as NCR itself and Berth's registry speak it.
class NcrServer : public RemoteServer, public Registries, public RegistryLifecycle, public Images, public Artifacts, public Tags, public ContentSearch {
    Q_OBJECT

public:
    NcrServer(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent = nullptr);

    QCoro::Task<Result<RowPage<RegistrySummary>>> listRegistries(QString cursor) override;
    QCoro::Task<Result<void>> createRegistry(QString name) override;
    QCoro::Task<Result<Deletion>> deleteRegistry(QString name) override;
    QCoro::Task<Result<RowPage<ImageSummary>>> listImages(QString registry, QString cursor) override;
    QCoro::Task<Result<Deletion>> deleteImage(QString registry, QString image) override;
    QCoro::Task<Result<RowPage<ArtifactSummary>>> listArtifacts(QString registry, QString image, QString cursor) override;
    QCoro::Task<Result<Deletion>> deleteArtifact(QString registry, QString image, QString digest) override;
    QCoro::Task<Result<RowPage<TagSummary>>> listTags(QString registry, QString image, QString digest, QString cursor) override;
    QCoro::Task<Result<void>> createTag(QString registry, QString image, QString digest, QString tag) override;
    QCoro::Task<Result<Deletion>> deleteTag(QString registry, QString image, QString digest, QString tag) override;
    QCoro::Task<Result<SearchResult>> search(QString text) override;

protected:
    /// NCR's largest page is told nowhere.
    virtual ListEnd listEnd() const { return ListEnd::EmptyPage; }

private:
    /// A call of NCR's API below /appkeys/{key}/; the reply's payload without the envelope.
    QCoro::Task<Result<json::value>> call(QByteArray method, QString path, QByteArray body = {});
    HttpRequest ncrRequest(QByteArray method, const QString &path, QByteArray body) const;
    /// DELETE of an address below /appkeys/{key}/.
    QCoro::Task<Result<Deletion>> remove(QString path);

    /// NotFound if no page of the list has it.
    QCoro::Task<Result<RegistrySummary>> findRegistry(QString name);
    /// Reads the names of all images of all registries into m_names, to be kept for a minute.
    QCoro::Task<> readNames();
    QCoro::Task<Result<QList<ImageSummary>>> allNames();
    /// Those of one registry that are not among the seen ones; both outlive the call.
    QCoro::Task<Result<void>> addNames(QString registry, QList<ImageSummary> &names, QSet<QString> &seen);

    QString imagePath(const QString &registry, const QString &image) const;

    QString m_address; ///< Of the registry protocol.
    QString m_appKey;
    bool m_encodesOnce;
    QList<ImageSummary> m_names;
    Result<void> m_namesRead; ///< How the last reading of them ended. Outlives m_http, whose end cancels one.
    QDeadlineTimer m_namesUntil{0};
    SignedHttp m_http;
    std::optional<QCoro::Task<>> m_reading; ///< Shared by all searches that came while it was under way.
};

} // namespace berth
