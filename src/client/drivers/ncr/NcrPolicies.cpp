// SPDX-License-Identifier: Apache-2.0
// Cleanup, protection and webhooks of a registry.
#include "client/drivers/ncr/NcrPolicyReplies.h"
#include "client/drivers/ncr/NcrReplies.h"
#include "client/drivers/ncr/NcrServer.h"
#include "client/roles/ListedCleanup.h"
#include "core/Time.h"

namespace berth {

namespace {

constexpr qint64 listsKeptMs = 60'000;
constexpr qsizetype mostListed = 20'000; ///< Artifacts that a preview fetches the lists of.

QByteArray bodyOf(const json::object &object) { return QByteArray::fromStdString(json::serialize(object)); }

} // namespace

/// Policies are named under the registry's number, which a name of digits would be taken for.
QCoro::Task<Result<json::value>> NcrServer::callIn(QByteArray method, QString registry, QString path, QByteArray body)
{
    if (!m_numbers.contains(registry)) {
        const auto found = co_await findRegistry(registry);
        if (!found)
            co_return tl::unexpected(found.error());
        m_numbers.insert(registry, found->id);
    }
    const QString address = QStringLiteral("registries/%1/").arg(m_numbers.value(registry)) + path;
    auto reply = co_await call(method, address, body);
    if (!reply && reply.error().code == ErrorCode::NotFound)
        m_numbers.remove(registry); // perhaps another one has that name now
    co_return reply;
}

QCoro::Task<Result<void>> NcrServer::changeIn(QByteArray method, QString registry, QString path, QByteArray body)
{
    const auto reply = co_await callIn(method, registry, path, body);
    co_return reply ? Result<void>() : tl::unexpected(reply.error());
}

QString NcrServer::wholeList(const QString &path) { return path + QStringLiteral("?page=1&page_size=%1").arg(rowsPerPage); }

QCoro::Task<Result<std::vector<CleanupRule>>> NcrServer::cleanupRules(QString registry)
{
    const auto path = wholeList(QStringLiteral("retentions"));
    const auto reply = co_await callIn("GET", registry, path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::cleanupRules(*reply);
}

QCoro::Task<Result<void>> NcrServer::addCleanupRule(QString registry, CleanupRule rule)
{
    return changeIn("POST", registry, QStringLiteral("retentions"), bodyOf(ncrreplies::written(rule)));
}

QCoro::Task<Result<void>> NcrServer::changeCleanupRule(QString registry, CleanupRule rule)
{
    return changeIn("PUT", registry, QStringLiteral("retentions/%1").arg(rule.id), bodyOf(ncrreplies::written(rule)));
}

QCoro::Task<Result<void>> NcrServer::deleteCleanupRule(QString registry, qint64 id)
{
    return changeIn("DELETE", registry, QStringLiteral("retentions?id=%1").arg(id), {});
}

QCoro::Task<Result<QString>> NcrServer::cleanupSchedule(QString registry)
{
    const auto path = QStringLiteral("retentions/schedule");
    const auto reply = co_await callIn("GET", registry, path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    const auto *trigger = json::find(*reply, "trigger");
    const auto *settings = trigger ? json::find(*trigger, "settings") : nullptr;
    co_return settings ? QString::fromStdString(json::text(*settings, "cron")) : QString();
}

QCoro::Task<Result<void>> NcrServer::setCleanupSchedule(QString registry, QString cron)
{
    return changeIn("POST", registry, QStringLiteral("retentions/schedule"), bodyOf({{"settings", json::object{{"cron", cron.toStdString()}}}}));
}

QCoro::Task<Result<RowPage<CleanupRun>>> NcrServer::cleanupRuns(QString registry, QString cursor)
{
    const auto path = QStringLiteral("retentions/executions?page=%1&page_size=%2").arg(pageNumber(cursor)).arg(rowsPerPage);
    const auto reply = co_await callIn("GET", registry, path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return numberedPage(ncrreplies::cleanupRuns(*reply), cursor, listEnd());
}

QCoro::Task<Result<void>> NcrServer::startCleanup(QString registry, bool isTest)
{
    m_listedUntil.setRemainingTime(0);
    return changeIn("POST", registry, QStringLiteral("retentions/executions"), bodyOf({{"dry_run", isTest}}));
}

QCoro::Task<Result<RowPage<CleanupRunImage>>> NcrServer::cleanupRunImages(QString registry, qint64 run, QString cursor)
{
    const auto path = QStringLiteral("retentions/executions/%1/tasks?page=%2&page_size=%3").arg(run).arg(pageNumber(cursor)).arg(rowsPerPage);
    const auto reply = co_await callIn("GET", registry, path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    const auto images = ncrreplies::cleanupRunImages(*reply);
    for (const auto &image : images)
        m_runImages.insert({run, image.id}, image.image);
    co_return numberedPage(images, cursor, listEnd());
}

QCoro::Task<Result<RowPage<CleanupEntry>>> NcrServer::cleanupRunArtifacts(QString registry, qint64 run, qint64 image, QString)
{
    const auto path = QStringLiteral("retentions/executions/%1/tasks/%2").arg(run).arg(image);
    const auto reply = co_await callIn("GET", registry, path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    const auto name = m_runImages.value({run, image});
    co_return RowPage<CleanupEntry>{ncrreplies::cleanupEntries(name, QString::fromStdString(json::text(*reply, "tasks"))), {}};
}

QCoro::Task<Result<CleanupPreview>> NcrServer::previewCleanup(CleanupWish wish)
{
    const auto cleanup = Cleanup::of(wish.rules, wish.protection);
    if (!cleanup)
        co_return tl::unexpected(cleanup.error());
    if (wish.isFresh)
        m_listedUntil.setRemainingTime(0);
    while (m_listed.registry != wish.registry || m_listedUntil.hasExpired()) {
        if (!m_listing || m_listing->isReady()) {
            m_listingOf = wish.registry;
            m_listing = readLists(wish.registry);
        }
        const bool isOwn = m_listingOf == wish.registry;
        co_await *m_listing;
        if (isOwn && !m_listedRead)
            co_return tl::unexpected(m_listedRead.error());
        if (isOwn)
            break;
    }
    auto preview = previewOf(*cleanup, m_listed.images, wish.image, nowMs());
    preview.isPartial = m_listed.isPartial;
    co_return preview;
}

QCoro::Task<> NcrServer::readLists(QString registry)
{
    Listed listed{registry, {}, false};
    m_listedRead = co_await readImages(registry, listed);
    if (m_listedRead) {
        m_listed = std::move(listed);
        m_listedUntil.setRemainingTime(listsKeptMs);
    }
}

QCoro::Task<Result<void>> NcrServer::readImages(QString registry, Listed &listed)
{
    QSet<QString> seen; // a server that repeats a page has no more
    qsizetype artifacts = 0;
    for (QString cursor;;) {
        const auto images = co_await listImages(registry, cursor);
        if (!images)
            co_return tl::unexpected(images.error());
        const auto before = seen.size();
        for (const auto &image : images->rows) {
            if (seen.contains(image.name))
                continue;
            seen.insert(image.name);
            if (listed.isPartial = artifacts >= mostListed; listed.isPartial)
                co_return Result<void>();
            ListedImage row{image.name, {}};
            const auto read = co_await readArtifacts(registry, row);
            if (!read)
                co_return read;
            artifacts += row.artifacts.size();
            listed.images.push_back(std::move(row));
        }
        cursor = images->next;
        if (cursor.isEmpty() || seen.size() == before)
            co_return Result<void>();
    }
}

QCoro::Task<Result<void>> NcrServer::readArtifacts(QString registry, ListedImage &image)
{
    QSet<QString> seen;
    for (QString cursor;;) {
        const auto artifacts = co_await listArtifacts(registry, image.name, cursor);
        if (!artifacts)
            co_return artifacts.error().code == ErrorCode::NotFound ? Result<void>() : tl::unexpected(artifacts.error()); // gone meanwhile
        const auto before = seen.size();
        for (const auto &artifact : artifacts->rows) {
            if (!seen.contains(artifact.digest))
                image.artifacts << artifact;
            seen.insert(artifact.digest);
        }
        cursor = artifacts->next;
        if (cursor.isEmpty() || seen.size() == before || image.artifacts.size() >= mostListed)
            co_return Result<void>();
    }
}

QCoro::Task<Result<std::vector<ProtectionRule>>> NcrServer::protectionRules(QString registry)
{
    const auto path = wholeList(QStringLiteral("immutabletagrules"));
    const auto reply = co_await callIn("GET", registry, path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::protectionRules(*reply);
}

QCoro::Task<Result<void>> NcrServer::addProtectionRule(QString registry, ProtectionRule rule)
{
    return changeIn("POST", registry, QStringLiteral("immutabletagrules"), bodyOf(ncrreplies::written(rule)));
}

QCoro::Task<Result<void>> NcrServer::changeProtectionRule(QString registry, ProtectionRule rule)
{
    return changeIn("PUT", registry, QStringLiteral("immutabletagrules/%1").arg(rule.id), bodyOf(ncrreplies::written(rule)));
}

QCoro::Task<Result<void>> NcrServer::deleteProtectionRule(QString registry, qint64 id)
{
    return changeIn("DELETE", registry, QStringLiteral("immutabletagrules/%1").arg(id), {});
}

QCoro::Task<Result<std::vector<WebhookPolicy>>> NcrServer::webhooks(QString registry)
{
    const auto path = wholeList(QStringLiteral("webhook/policies"));
    const auto reply = co_await callIn("GET", registry, path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::webhooks(*reply);
}

QCoro::Task<Result<void>> NcrServer::createWebhook(QString registry, WebhookPolicy webhook)
{
    return changeIn("POST", registry, QStringLiteral("webhook/policies"), bodyOf(ncrreplies::written(webhook)));
}

QCoro::Task<Result<void>> NcrServer::changeWebhook(QString registry, WebhookPolicy webhook)
{
    return changeIn("PUT", registry, QStringLiteral("webhook/policies/%1").arg(webhook.id), bodyOf(ncrreplies::written(webhook)));
}

QCoro::Task<Result<void>> NcrServer::deleteWebhook(QString registry, qint64 id)
{
    return changeIn("DELETE", registry, QStringLiteral("webhook/policies/%1").arg(id), {});
}

} // namespace berth
