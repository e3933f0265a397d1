// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/berth/BerthServer.h"

namespace berth {

namespace {

using namespace berthreplies;

TrashEntry entryOf(const json::value &from)
{
    TrashEntry entry;
    entry.id = json::integer(from, "id");
    entry.kind = textOf(from, "kind");
    entry.registry = textOf(from, "registry");
    entry.image = textOf(from, "image");
    entry.actor = textOf(from, "actor");
    entry.deleted = timeOf(from, "deleted_at");
    entry.ends = timeOf(from, "ends_at");
    entry.artifactCount = json::integer(from, "artifact_count");
    entry.tagCount = json::integer(from, "tag_count");
    entry.tags = textsOf(from, "tags");
    entry.returnsBytes = json::integer(from, "returns_bytes");
    return entry;
}

CollectionState collectionOf(const json::value &from)
{
    CollectionState state;
    state.state = textOf(from, "state");
    state.wantedBytes = json::integer(from, "wanted_bytes");
    state.removedBytes = json::integer(from, "removed_bytes");
    state.unusedBytes = json::integer(from, "unused_bytes");
    state.waitingBytes = json::integer(from, "waiting_bytes");
    state.waitingUntil = timeOf(from, "waiting_until");
    state.finished = timeOf(from, "finished_at");
    state.failure = textOf(from, "failure");
    return state;
}

VerifyState verifyOf(const json::value &from)
{
    VerifyState state;
    state.isRunning = json::boolean(from, "running");
    state.readBytes = json::integer(from, "read_bytes");
    state.totalBytes = json::integer(from, "total_bytes");
    state.finished = timeOf(from, "finished_at");
    for (const auto &element : json::list(from, "damaged"))
        state.damaged << DamagedContent{textOf(element, "digest"), textsOf(element, "images")};
    state.failure = textOf(from, "failure");
    return state;
}

} // namespace

QCoro::Task<Result<TrashPage>> BerthServer::listTrash(QString cursor)
{
    const auto path = QStringLiteral("trash?") + numbered(cursor);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    QList<TrashEntry> entries;
    for (const auto &element : json::list(*reply, "operations"))
        entries << entryOf(element);
    TrashPage list{numberedPage(entries, cursor, listEnd())};
    list.total = json::integer(*reply, "total");
    list.heldBytes = json::integer(*reply, "held_bytes");
    list.keepDays = json::integer(*reply, "keep_days");
    co_return list;
}

QCoro::Task<Result<TrashContents>> BerthServer::trashContents(qint64 id)
{
    const auto reply = co_await m_berth.call("GET", QStringLiteral("trash/%1").arg(id));
    if (!reply)
        co_return tl::unexpected(reply.error());
    TrashContents details;
    details.entry = entryOf(*reply);
    for (const auto &element : json::list(*reply, "artifacts"))
        details.artifacts << TrashedArtifact{textOf(element, "digest"), json::integer(element, "size"), timeOf(element, "push_time"), textsOf(element, "tags")};
    for (const auto &element : json::list(*reply, "conflicts"))
        details.conflicts << RestoreConflict{
            textOf(element, "tag"), textOf(element, "digest"), textOf(element, "now_digest"), timeOf(element, "since"), textOf(element, "free_name")};
    co_return details;
}

QCoro::Task<Result<void>> BerthServer::restore(qint64 id, QStringList artifacts, QMap<QString, QString> tagNames)
{
    json::object names;
    for (auto it = tagNames.cbegin(); it != tagNames.cend(); ++it)
        names[it.key().toStdString()] = it.value().toStdString();
    json::object body{{"tag_names", names}};
    if (!artifacts.isEmpty())
        body["artifacts"] = arrayOf(artifacts);
    const auto reply = co_await m_berth.call("POST", QStringLiteral("trash/%1/restore").arg(id), std::move(body));
    co_return reply.map([](const json::value &) {});
}

QCoro::Task<Result<void>> BerthServer::endDeletion(qint64 id)
{
    const auto reply = co_await m_berth.call("DELETE", QStringLiteral("trash/%1").arg(id));
    co_return reply.map([](const json::value &) {});
}

QCoro::Task<Result<void>> BerthServer::emptyTrash()
{
    const auto reply = co_await m_berth.call("DELETE", QStringLiteral("trash"));
    co_return reply.map([](const json::value &) {});
}

QCoro::Task<Result<StorageFigures>> BerthServer::storage()
{
    const auto reply = co_await m_berth.call("GET", QStringLiteral("storage"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    StorageFigures figures;
    figures.totalBytes = json::integer(*reply, "used_bytes");
    figures.uniqueBytes = json::integer(*reply, "unique_bytes");
    figures.sharedBytes = json::integer(*reply, "shared_bytes");
    figures.savedBytes = json::integer(*reply, "saved_bytes");
    figures.trashBytes = json::integer(*reply, "trash_bytes");
    figures.unusedBytes = json::integer(*reply, "unused_bytes");
    figures.freeBytes = json::integer(*reply, "free_bytes", -1);
    figures.counted = timeOf(*reply, "counted_at");
    co_return figures;
}

QCoro::Task<Result<RowPage<PlaceUse>>> BerthServer::imageUse(QString cursor)
{
    const auto path = QStringLiteral("storage/images?") + numbered(cursor);
    const auto reply = co_await m_berth.call("GET", path);
    if (!reply)
        co_return tl::unexpected(reply.error());
    QList<PlaceUse> rows;
    for (const auto &element : json::list(*reply, "images"))
        rows << PlaceUse{textOf(element, "registry"), textOf(element, "image"), json::integer(element, "unique_bytes"), json::integer(element, "shared_bytes"),
            json::integer(element, "artifact_count"), json::integer(element, "tag_count"), json::integer(element, "never_pulled"),
            timeOf(element, "oldest_push")};
    co_return numberedPage(rows, cursor, listEnd());
}

QCoro::Task<Result<CollectionState>> BerthServer::collectionCall(QByteArray method, json::object body)
{
    const auto reply = co_await m_berth.call(std::move(method), QStringLiteral("collection"), std::move(body));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return collectionOf(*reply);
}

QCoro::Task<Result<VerifyState>> BerthServer::verifyCall(QByteArray method, json::object body)
{
    const auto reply = co_await m_berth.call(std::move(method), QStringLiteral("scrub"), std::move(body));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return verifyOf(*reply);
}

QCoro::Task<Result<CollectionState>> BerthServer::collection() { return collectionCall("GET", {}); }
QCoro::Task<Result<CollectionState>> BerthServer::collect() { return collectionCall("POST", {{"action", "start"}}); }
QCoro::Task<Result<CollectionState>> BerthServer::pauseCollection() { return collectionCall("POST", {{"action", "pause"}}); }
QCoro::Task<Result<VerifyState>> BerthServer::verifying() { return verifyCall("GET", {}); }
QCoro::Task<Result<VerifyState>> BerthServer::verify() { return verifyCall("POST", {{"action", "start"}}); }
QCoro::Task<Result<VerifyState>> BerthServer::stopVerifying() { return verifyCall("POST", {{"action", "stop"}}); }

} // namespace berth
