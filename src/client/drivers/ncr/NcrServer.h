// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDeadlineTimer>
#include <QHash>
#include <QSet>

#include "client/auth/Connection.h"
#include "client/auth/SignedHttp.h"
#include "client/roles/Artifacts.h"
#include "client/roles/CleanupPolicies.h"
#include "client/roles/ContentSearch.h"
#include "client/roles/Images.h"
#include "client/roles/ListedCleanup.h"
#include "client/roles/ProtectionPolicies.h"
#include "client/roles/Registries.h"
#include "client/roles/RegistryLifecycle.h"
#include "client/roles/RemoteServer.h"
#include "client/roles/Tags.h"
#include "client/roles/Webhooks.h"
#include "core/Json.h"

namespace berth {

/// NCR's public API v2.0, as NCR itself and Berth's registry speak it.
class NcrServer : public RemoteServer,
                  public Registries,
                  public RegistryLifecycle,
                  public Images,
                  public Artifacts,
                  public Tags,
                  public ContentSearch,
                  public CleanupPolicies,
                  public CleanupPreviews,
                  public ProtectionPolicies,
                  public WebhookPolicies {
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

    // CleanupPolicies
    QCoro::Task<Result<std::vector<CleanupRule>>> cleanupRules(QString registry) override;
    QCoro::Task<Result<void>> addCleanupRule(QString registry, CleanupRule rule) override;
    QCoro::Task<Result<void>> changeCleanupRule(QString registry, CleanupRule rule) override;
    QCoro::Task<Result<void>> deleteCleanupRule(QString registry, qint64 id) override;
    QCoro::Task<Result<QString>> cleanupSchedule(QString registry) override;
    QCoro::Task<Result<void>> setCleanupSchedule(QString registry, QString cron) override;
    QCoro::Task<Result<RowPage<CleanupRun>>> cleanupRuns(QString registry, QString cursor) override;
    QCoro::Task<Result<void>> startCleanup(QString registry, bool isTest) override;
    QCoro::Task<Result<RowPage<CleanupRunImage>>> cleanupRunImages(QString registry, qint64 run, QString cursor) override;
    QCoro::Task<Result<RowPage<CleanupEntry>>> cleanupRunArtifacts(QString registry, qint64 run, qint64 image, QString cursor) override;

    // CleanupPreviews: from the lists of images and artifacts, which are kept for a minute
    QCoro::Task<Result<CleanupPreview>> previewCleanup(CleanupWish wish) override;

    // ProtectionPolicies
    QCoro::Task<Result<std::vector<ProtectionRule>>> protectionRules(QString registry) override;
    QCoro::Task<Result<void>> addProtectionRule(QString registry, ProtectionRule rule) override;
    QCoro::Task<Result<void>> changeProtectionRule(QString registry, ProtectionRule rule) override;
    QCoro::Task<Result<void>> deleteProtectionRule(QString registry, qint64 id) override;

    // WebhookPolicies
    QCoro::Task<Result<std::vector<WebhookPolicy>>> webhooks(QString registry) override;
    QCoro::Task<Result<void>> createWebhook(QString registry, WebhookPolicy webhook) override;
    QCoro::Task<Result<void>> changeWebhook(QString registry, WebhookPolicy webhook) override;
    QCoro::Task<Result<void>> deleteWebhook(QString registry, qint64 id) override;
    WebhookPorts webhookPorts() const override { return WebhookPorts::PublicCloud; }
    bool hasForms() const override { return false; }

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

    /// The images of a registry and their artifacts.
    struct Listed {
        QString registry;
        std::vector<ListedImage> images;
        bool isPartial = false;
    };
    /// A call about something of one registry.
    QCoro::Task<Result<json::value>> callIn(QByteArray method, QString registry, QString path, QByteArray body = {});
    QCoro::Task<Result<void>> changeIn(QByteArray method, QString registry, QString path, QByteArray body);
    static QString wholeList(const QString &path);
    /// Into m_listed, to be kept for a minute.
    QCoro::Task<> readLists(QString registry);
    /// What they fill outlives the call.
    QCoro::Task<Result<void>> readImages(QString registry, Listed &listed);
    QCoro::Task<Result<void>> readArtifacts(QString registry, ListedImage &image);

    QString m_address; ///< Of the registry protocol.
    QString m_appKey;
    bool m_encodesOnce;
    QList<ImageSummary> m_names;
    Result<void> m_namesRead; ///< How the last reading of them ended. Outlives m_http, whose end cancels one.
    QDeadlineTimer m_namesUntil{0};
    QHash<QString, qint64> m_numbers; ///< Of registries, as they were when a policy was asked for.
    QHash<std::pair<qint64, qint64>, QString> m_runImages; ///< Names of images by run and number.
    Listed m_listed;
    Result<void> m_listedRead; ///< How the last reading of them ended, as m_namesRead.
    QDeadlineTimer m_listedUntil{0};
    QString m_listingOf;
    SignedHttp m_http;
    std::optional<QCoro::Task<>> m_listing; ///< Shared by all previews that came while it was under way.
    std::optional<QCoro::Task<>> m_reading; ///< Shared by all searches that came while it was under way.
};

} // namespace berth
