// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/drivers/berth/BerthHttp.h"
#include "client/drivers/ncr/NcrServer.h"
#include "client/roles/AccessKeys.h"
#include "client/roles/DeletionForecasts.h"
#include "client/roles/HealthReport.h"
#include "client/roles/Identity.h"
#include "client/roles/ServerConfiguration.h"
#include "client/roles/Storage.h"
#include "client/roles/TagHistory.h"
#include "client/roles/Trash.h"
#include "client/roles/Users.h"

namespace berth {

/// A Berth: NCR's public API, and beside it Berth's own calls for what that has none for.
class BerthServer final : public NcrServer,
                          public DeletionForecasts,
                          public CleanupRunDeeds,
                          public WebhookMessages,
                          public WebhookInboxes,
                          public TagHistory,
                          public Trash,
                          public Storage,
                          public Identity,
                          public AccessKeys,
                          public Users,
                          public ServerConfiguration,
                          public HealthReport {
    Q_OBJECT

public:
    BerthServer(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent = nullptr);

    QCoro::Task<Result<SearchResult>> search(QString text) override;

    // DeletionForecasts
    QCoro::Task<Result<DeletionForecast>> forecastDeletion(QStringList registries, QStringList images, QStringList artifacts, QStringList tags) override;

    // CleanupPolicies and CleanupPreviews: with sums and reasons that NCR's API does not tell
    QCoro::Task<Result<RowPage<CleanupRun>>> cleanupRuns(QString registry, QString cursor) override;
    QCoro::Task<Result<RowPage<CleanupRunImage>>> cleanupRunImages(QString registry, qint64 run, QString cursor) override;
    QCoro::Task<Result<RowPage<CleanupEntry>>> cleanupRunArtifacts(QString registry, qint64 run, qint64 image, QString cursor) override;
    QCoro::Task<Result<CleanupPreview>> previewCleanup(CleanupWish wish) override;

    // CleanupRunDeeds
    QCoro::Task<Result<void>> stopCleanup(QString registry, qint64 run) override;
    QCoro::Task<Result<void>> restoreCleanup(QString registry, qint64 run) override;

    // WebhookPolicies: where it may send to is a setting of the server
    WebhookPorts webhookPorts() const override { return WebhookPorts::Any; }
    bool hasForms() const override { return true; }

    // WebhookMessages
    QCoro::Task<Result<RowPage<WebhookMessage>>> webhookMessages(QString registry, qint64 webhook, QString cursor) override;
    QCoro::Task<Result<WebhookMessage>> webhookMessage(QString registry, qint64 webhook, qint64 id) override;
    QCoro::Task<Result<qint64>> sendAgain(QString registry, qint64 webhook, qint64 id) override;
    QCoro::Task<Result<void>> sendTest(QString registry, qint64 webhook, QString event) override;

    // WebhookInboxes
    QCoro::Task<Result<WebhookInboxContents>> inbox(QString registry) override;

    // TagHistory
    QCoro::Task<Result<RowPage<TagHistoryEntry>>> tagHistory(QString registry, QString image, QString tag, QString cursor) override;

    // Trash
    QCoro::Task<Result<TrashPage>> listTrash(QString cursor) override;
    QCoro::Task<Result<TrashContents>> trashContents(qint64 id) override;
    QCoro::Task<Result<void>> restore(qint64 id, QStringList artifacts, QMap<QString, QString> tagNames) override;
    QCoro::Task<Result<void>> endDeletion(qint64 id) override;
    QCoro::Task<Result<void>> emptyTrash() override;

    // Storage
    QCoro::Task<Result<StorageUse>> storageUse() override;
    QCoro::Task<Result<StorageFigures>> storage() override;
    QCoro::Task<Result<RowPage<PlaceUse>>> imageUse(QString cursor) override;
    QCoro::Task<Result<CollectionState>> collection() override;
    QCoro::Task<Result<CollectionState>> collect() override;
    QCoro::Task<Result<CollectionState>> pauseCollection() override;
    QCoro::Task<Result<VerifyState>> verifying() override;
    QCoro::Task<Result<VerifyState>> verify() override;
    QCoro::Task<Result<VerifyState>> stopVerifying() override;

    // Identity
    QCoro::Task<Result<Me>> me() override;

    // AccessKeys
    QCoro::Task<Result<AccessKeyList>> keys(QString owner) override;
    QCoro::Task<Result<MadeAccessKey>> createKey(AccessKey key) override;
    QCoro::Task<Result<AccessKey>> changeKey(AccessKey key) override;
    QCoro::Task<Result<AccessKey>> switchKey(QString id, bool disabled) override;
    QCoro::Task<Result<MadeAccessKey>> renewSecret(QString id) override;
    QCoro::Task<Result<void>> deleteKey(QString id) override;

    // Users
    QCoro::Task<Result<UserPage>> listUsers(QString cursor) override;
    QCoro::Task<Result<User>> createUser(User user) override;
    QCoro::Task<Result<User>> changeUser(User user) override;
    QCoro::Task<Result<void>> deleteUser(QString name) override;

    // ServerConfiguration
    QCoro::Task<Result<ServerSettings>> settings() override;
    QCoro::Task<Result<ServerSettings>> changeSettings(ServerSettings from, ServerSettings to) override;
    QCoro::Task<Result<RegistryOptions>> registryOptions(QString registry) override;
    QCoro::Task<Result<RegistryOptions>> changeRegistryOptions(RegistryOptions options) override;

    // HealthReport
    QCoro::Task<Result<Health>> health() override;
    QCoro::Task<Result<void>> confirmClock() override;

protected:
    ListEnd listEnd() const override { return ListEnd::ShortPage; }

private:
    QCoro::Task<Result<void>> steerCleanup(QString registry, qint64 run, QString action);
    QCoro::Task<Result<CollectionState>> collectionCall(QByteArray method, json::object body);
    QCoro::Task<Result<VerifyState>> verifyCall(QByteArray method, json::object body);

    QUrl m_url; ///< As webhooks reach it.
    BerthHttp m_berth;
};

} // namespace berth
