// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDeadlineTimer>

#include "client/Administration.h"
#include "client/Connection.h"
#include "client/HttpClient.h"
#include "client/Management.h"
#include "client/Upkeep.h"
#include "core/Json.h"

namespace berth {

/// NCR's public API v2.0, as NCR itself and Berth's own registry speak it; the latter answers Berth's calls as well.
class NcrManagement final : public Management {
    Q_OBJECT

public:
    explicit NcrManagement(Connection connection, QObject *parent = nullptr);

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
    Upkeep *upkeep() override { return m_upkeep.get(); }
    Administration *administration() override { return m_administration.get(); }
    bool can(Capability capability) const override;
    bool endsWithEmptyPage() const override { return m_connection.kind == ServerKind::Ncr; }
    QCoro::Task<Result<DeletionForecast>> forecastDeletion(
        QStringList registries, QStringList images, QStringList artifacts, QStringList tags) override;
    QCoro::Task<Result<StorageUse>> storageUse() override;

private:
    /// A call of NCR's API below /appkeys/{key}/; the reply's payload without the envelope.
    QCoro::Task<Result<json::value>> call(QByteArray method, QString path, QByteArray body = {});
    HttpRequest ncrRequest(QByteArray method, const QString &path, QByteArray body) const;
    /// A call below /berth/v1/.
    QCoro::Task<Result<json::value>> berthCall(QByteArray method, QString path, QByteArray body = {});

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
    std::unique_ptr<Upkeep> m_upkeep;                 ///< Null unless it is a Berth.
    std::unique_ptr<Administration> m_administration; ///< Likewise.
    std::optional<QCoro::Task<>> m_reading; ///< Shared by all searches that came while it was under way.
};

} // namespace berth
