// SPDX-License-Identifier: Apache-2.0
// What Berth tells of cleanups beyond NCR's API, and the history of tags.
#include <QUrl>

#include "client/drivers/berth/BerthServer.h"
#include "core/PolicyJson.h"

namespace berth {

namespace {

using namespace berthreplies;

CleanupSums sumsOf(const json::value &from)
{
    CleanupSums sums;
    sums.total = json::integer(from, "total", -1);
    sums.deleted = json::integer(from, "deleted", -1);
    sums.shielded = json::integer(from, "protected", -1);
    sums.failed = json::integer(from, "failed", -1);
    sums.kept = json::integer(from, "kept", sums.total < 0 ? -1 : sums.total - sums.deleted - sums.shielded - sums.failed);
    return sums;
}

CleanupRun::State stateOf(const QString &state)
{
    using State = CleanupRun::State;
    if (state == QLatin1String("done"))
        return State::Done;
    if (state == QLatin1String("stopped"))
        return State::Stopped;
    if (state == QLatin1String("failed"))
        return State::Failed;
    if (state == QLatin1String("interrupted"))
        return State::Interrupted;
    return state == QLatin1String("skipped") ? State::Skipped : State::Running;
}

CleanupRun runOf(const json::value &from)
{
    CleanupRun run;
    run.id = json::integer(from, "id");
    run.state = stateOf(textOf(from, "state"));
    run.isTest = json::boolean(from, "dry_run");
    run.isScheduled = textOf(from, "trigger") != QLatin1String("manual");
    run.actor = textOf(from, "actor");
    run.started = timeOf(from, "started_at");
    run.finished = timeOf(from, "finished_at");
    run.failure = textOf(from, "failure");
    run.sums = sumsOf(from);
    run.images = json::integer(from, "images", -1);
    run.neverPulled = json::integer(from, "never_pulled", -1);
    run.onlyHereBytes = json::integer(from, "only_here_bytes", -1);
    run.isAtLeast = json::boolean(from, "at_least");
    run.inTrash = json::integer(from, "in_trash");
    run.restoring = json::integer(from, "restoring");
    const auto rules = policyjson::cleanupListFrom(from, "rules");
    const auto protection = policyjson::protectionListFrom(from, "protection");
    run.tellsPolicies = rules && protection;
    if (run.tellsPolicies) {
        run.rules = *rules;
        run.protection = *protection;
    }
    return run;
}

CleanupEntry::Outcome outcomeOf(const QString &word)
{
    using Outcome = CleanupEntry::Outcome;
    if (word == QLatin1String("deleted"))
        return Outcome::Deleted;
    if (word == QLatin1String("protected"))
        return Outcome::Protected;
    if (word == QLatin1String("gone"))
        return Outcome::Gone;
    return word == QLatin1String("failed") ? Outcome::Failed : Outcome::Kept;
}

CleanupEntry entryOf(const json::value &from, const QString &image)
{
    CleanupEntry entry;
    entry.image = image.isEmpty() ? textOf(from, "image") : image;
    entry.digest = textOf(from, "digest");
    entry.tags = textsOf(from, "tags");
    entry.tagCount = json::integer(from, "tag_count", entry.tags.size());
    entry.sizeBytes = json::integer(from, "size", -1);
    entry.pushed = timeOf(from, "pushed_at");
    entry.pulled = timeOf(from, "pulled_at");
    entry.outcome = outcomeOf(textOf(from, "outcome"));
    entry.rule = int(json::integer(from, "rule", -1));
    entry.protectedTag = textOf(from, "tag");
    entry.message = textOf(from, "message");
    entry.until = timeOf(from, "until");
    return entry;
}

/// "registries/team/cleanup/…"
QString cleanupPath(const QString &registry, const QString &rest) { return QStringLiteral("registries/") + registry + QStringLiteral("/cleanup") + rest; }

} // namespace

QCoro::Task<Result<CleanupPreview>> BerthServer::previewCleanup(CleanupWish wish)
{
    const auto path = cleanupPath(wish.registry, QStringLiteral("/preview"));
    json::object body{{"rules", policyjson::listOf(wish.rules)}, {"protection", policyjson::listOf(wish.protection)}};
    if (!wish.image.isEmpty())
        body["image"] = wish.image.toStdString();
    const auto reply = co_await m_berth.call("POST", path, std::move(body));
    if (!reply)
        co_return tl::unexpected(reply.error());
    CleanupPreview preview;
    for (const auto &image : json::list(*reply, "images"))
        preview.images << CleanupImageSums{textOf(image, "image"), sumsOf(image)};
    preview.imageCount = json::integer(*reply, "image_count");
    preview.sums = sumsOf(*reply);
    preview.neverPulled = json::integer(*reply, "never_pulled");
    preview.leastBytes = preview.mostBytes = json::integer(*reply, "only_here_bytes");
    preview.isPartial = json::boolean(*reply, "at_least");
    for (const auto &entry : json::list(*reply, "entries"))
        preview.entries << entryOf(entry, {});
    co_return preview;
}

QCoro::Task<Result<RowPage<CleanupRun>>> BerthServer::cleanupRuns(QString registry, QString cursor)
{
    const auto path = cleanupPath(registry, QStringLiteral("/runs?")) + numbered(cursor);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    QList<CleanupRun> runs;
    for (const auto &run : json::list(*reply, "runs"))
        runs << runOf(run);
    co_return numberedPage(runs, cursor, listEnd());
}

QCoro::Task<Result<RowPage<CleanupRunImage>>> BerthServer::cleanupRunImages(QString registry, qint64 run, QString cursor)
{
    const auto path = cleanupPath(registry, QStringLiteral("/runs/%1/images?").arg(run)) + numbered(cursor);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    QList<CleanupRunImage> images;
    for (const auto &image : json::list(*reply, "images"))
        images << CleanupRunImage{
            json::integer(image, "id"), textOf(image, "image"), sumsOf(image), textOf(image, "failure"), timeOf(image, "finished_at").isValid()};
    co_return numberedPage(images, cursor, listEnd());
}

QCoro::Task<Result<RowPage<CleanupEntry>>> BerthServer::cleanupRunArtifacts(QString registry, qint64 run, qint64 image, QString cursor)
{
    const auto path = cleanupPath(registry, QStringLiteral("/runs/%1/images/%2?").arg(run).arg(image)) + numbered(cursor);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    QList<CleanupEntry> entries;
    for (const auto &entry : json::list(*reply, "artifacts"))
        entries << entryOf(entry, {});
    co_return numberedPage(entries, cursor, listEnd());
}

QCoro::Task<Result<void>> BerthServer::steerCleanup(QString registry, qint64 run, QString action)
{
    const auto path = cleanupPath(registry, QStringLiteral("/runs/%1").arg(run));
    json::object body{{"action", action.toStdString()}};
    const auto reply = co_await m_berth.call("POST", path, std::move(body));
    co_return reply ? Result<void>() : tl::unexpected(reply.error());
}

QCoro::Task<Result<void>> BerthServer::stopCleanup(QString registry, qint64 run) { return steerCleanup(registry, run, QStringLiteral("stop")); }

QCoro::Task<Result<void>> BerthServer::restoreCleanup(QString registry, qint64 run) { return steerCleanup(registry, run, QStringLiteral("restore")); }

QCoro::Task<Result<RowPage<TagHistoryEntry>>> BerthServer::tagHistory(QString registry, QString image, QString tag, QString cursor)
{
    const auto quoted = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    const auto path = QStringLiteral("registries/%1/tag-history?").arg(registry) + numbered(cursor) + QStringLiteral("&image=") + quoted(image)
        + QStringLiteral("&tag=") + quoted(tag);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    QList<TagHistoryEntry> changes;
    for (const auto &change : json::list(*reply, "changes"))
        changes << TagHistoryEntry{
            timeOf(change, "at"), textOf(change, "actor"), textOf(change, "source"), textOf(change, "digest"), textOf(change, "former_digest")};
    co_return numberedPage(changes, cursor, listEnd());
}

} // namespace berth
