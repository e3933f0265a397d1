// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDeadlineTimer>

#include "client/auth/Connection.h"
#include "client/http/HttpClient.h"
#include "client/roles/Management.h"
#include "core/Json.h"

namespace berth {

/// NCR's public API v2.0, as NCR itself and Berth's registry speak it.
class NcrManagement : public Management {
    Q_OBJECT

public:
    NcrManagement(Connection connection, std::shared_ptr<ServerLink> link, QObject *parent = nullptr);

    QCoro::Task<Result<QList<RegistrySummary>>> listRegistries(int page) override;
    QCoro::Task<Result<void>> createRegistry(QString name) override;
    QCoro::Task<Result<Deletion>> deleteRegistry(QString name) override;
    QCoro::Task<Result<QList<ImageSummary>>> listImages(QString registry, int page) override;
    QCoro::Task<Result<Deletion>> deleteImage(QString registry, QString image) override;
    QCoro::Task<Result<QList<ArtifactSummary>>> listArtifacts(QString registry, QString image, int page) override;
    QCoro::Task<Result<Deletion>> deleteArtifact(QString registry, QString image, QString digest) override;
    QCoro::Task<Result<QList<TagSummary>>> listTags(QString registry, QString image, QString digest, int page) override;
    QCoro::Task<Result<void>> createTag(QString registry, QString image, QString digest, QString tag) override;
    QCoro::Task<Result<Deletion>> deleteTag(QString registry, QString image, QString digest, QString tag) override;
    QCoro::Task<Result<SearchResult>> search(QString text) override;
    bool can(Capability capability) const override;
    bool endsWithEmptyPage() const override { return true; }
    QCoro::Task<Result<DeletionForecast>> forecastDeletion(QStringList registries, QStringList images, QStringList artifacts, QStringList tags) override;
    QCoro::Task<Result<StorageUse>> storageUse() override;

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

    QString imagePath(const QString &registry, const QString &image) const;
    HttpRequest request(QByteArray method, const QString &path, QByteArray body) const;

    Connection m_connection;
    QList<ImageSummary> m_names;
    Result<void> m_namesRead; ///< How the last reading of them ended. Outlives m_http, whose end cancels one.
    QDeadlineTimer m_namesUntil{0};
    HttpClient m_http;
    std::optional<QCoro::Task<>> m_reading; ///< Shared by all searches that came while it was under way.
};

} // namespace berth
