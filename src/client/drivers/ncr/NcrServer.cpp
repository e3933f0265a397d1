// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/ncr/NcrServer.h"

#include <QSet>

#include "client/auth/KeyHeaders.h"
#include "client/drivers/ncr/NcrReplies.h"

namespace berth {

namespace {

/// An image's name as one path component. Harbor, which NCR is made of, decodes it twice.
QString imageSegment(QString image, bool once) { return image.replace(QLatin1Char('/'), once ? QLatin1String("%2F") : QLatin1String("%252F")); }

constexpr int searchHits = 20;
constexpr qint64 namesKeptMs = 60'000;

QByteArray bodyOf(const json::object &object) { return QByteArray::fromStdString(json::serialize(object)); }

QString paged(const QString &path, const QString &cursor) { return path + QStringLiteral("?page=%1&page_size=%2").arg(pageNumber(cursor)).arg(rowsPerPage); }

} // namespace

NcrServer::NcrServer(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent)
    : RemoteServer(parent)
    , m_address(connection.address())
    , m_appKey(connection.appKey)
    , m_encodesOnce(connection.encodesOnce)
    , m_http(connection.managementUrl.isEmpty() ? connection.url : connection.managementUrl, std::make_unique<KeyHeaders>(connection), link)
{
}

HttpRequest NcrServer::ncrRequest(QByteArray method, const QString &path, QByteArray body) const
{
    HttpRequest result;
    result.method = std::move(method);
    result.url = m_http.url(QStringLiteral("/ncr/v2.0/appkeys/") + QString::fromLatin1(QUrl::toPercentEncoding(m_appKey)) + QLatin1Char('/') + path);
    result.headers = {{"Accept", "application/json"}};
    if (!body.isEmpty())
        result.headers.emplaceBack("Content-Type", "application/json");
    result.body = std::move(body);
    return result;
}

QCoro::Task<Result<Deletion>> NcrServer::remove(QString path)
{
    m_listedUntil.setRemainingTime(0);
    auto wire = ncrRequest("DELETE", path, {});
    const auto reply = co_await m_http.send(std::move(wire));
    if (!reply)
        co_return tl::unexpected(reply.error());
    const auto opened = ncrreplies::open(*reply);
    if (!opened)
        co_return tl::unexpected(opened.error());
    co_return Deletion{reply->header("Berth-Trash-Operation").toLongLong()};
}

QCoro::Task<Result<json::value>> NcrServer::call(QByteArray method, QString path, QByteArray body)
{
    auto wire = ncrRequest(method, path, body);
    const auto reply = co_await m_http.send(std::move(wire));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::open(*reply);
}

QString NcrServer::imagePath(const QString &registry, const QString &image) const
{
    return QStringLiteral("registries/") + registry + QStringLiteral("/images/") + imageSegment(image, m_encodesOnce);
}

QCoro::Task<Result<RowPage<RegistrySummary>>> NcrServer::listRegistries(QString cursor)
{
    const auto reply = co_await call("GET", paged(QStringLiteral("registries"), cursor));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return numberedPage(ncrreplies::registries(*reply, m_address), cursor, listEnd());
}

QCoro::Task<Result<void>> NcrServer::createRegistry(QString name)
{
    const auto body = bodyOf({{"project_name", name.toStdString()}});
    const auto reply = co_await call("POST", QStringLiteral("registries"), body);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return Result<void>();
}

QCoro::Task<Result<RegistrySummary>> NcrServer::findRegistry(QString name)
{
    QSet<QString> seen;
    for (QString cursor;;) {
        const auto page = co_await listRegistries(cursor);
        if (!page)
            co_return tl::unexpected(page.error());
        const auto before = seen.size();
        for (const auto &row : page->rows) {
            if (row.name == name)
                co_return row;
            seen.insert(row.name);
        }
        cursor = page->next;
        if (cursor.isEmpty() || seen.size() == before) // the end, or a server that repeats itself
            co_return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "There is no registry %1 on the server."), {name.toStdString()});
    }
}

QCoro::Task<Result<Deletion>> NcrServer::deleteRegistry(QString name)
{
    // A name of digits in the path would be taken for another registry's number, so the number is looked up first.
    const auto registry = co_await findRegistry(name);
    if (!registry)
        co_return tl::unexpected(registry.error());
    if (registry->id <= 0)
        co_return fail(ErrorCode::Internal, QT_TRANSLATE_NOOP("Error", "The server tells no number of the registry %1, so it cannot be named safely."),
            {name.toStdString()});
    co_return co_await remove(QStringLiteral("registries/") + QString::number(registry->id));
}

QCoro::Task<Result<RowPage<ImageSummary>>> NcrServer::listImages(QString registry, QString cursor)
{
    const auto reply = co_await call("GET", paged(QStringLiteral("registries/") + registry + QStringLiteral("/images"), cursor));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return numberedPage(ncrreplies::images(*reply, registry), cursor, listEnd());
}

QCoro::Task<Result<Deletion>> NcrServer::deleteImage(QString registry, QString image)
{
    const auto removed = co_await remove(imagePath(registry, image));
    if (removed)
        m_namesUntil.setRemainingTime(0); // a search must not find it any more
    co_return removed;
}

QCoro::Task<Result<RowPage<ArtifactSummary>>> NcrServer::listArtifacts(QString registry, QString image, QString cursor)
{
    const auto reply = co_await call("GET", paged(imagePath(registry, image) + QStringLiteral("/artifacts"), cursor));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return numberedPage(ncrreplies::artifacts(*reply), cursor, listEnd());
}

QCoro::Task<Result<Deletion>> NcrServer::deleteArtifact(QString registry, QString image, QString digest)
{
    co_return co_await remove(imagePath(registry, image) + QStringLiteral("/artifacts/") + digest);
}

QCoro::Task<Result<RowPage<TagSummary>>> NcrServer::listTags(QString registry, QString image, QString digest, QString cursor)
{
    const auto reply = co_await call("GET", paged(imagePath(registry, image) + QStringLiteral("/artifacts/") + digest + QStringLiteral("/tags"), cursor));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return numberedPage(ncrreplies::tags(*reply), cursor, listEnd());
}

QCoro::Task<Result<void>> NcrServer::createTag(QString registry, QString image, QString digest, QString tag)
{
    const auto body = bodyOf({{"name", tag.toStdString()}});
    const auto reply = co_await call("POST", imagePath(registry, image) + QStringLiteral("/artifacts/") + digest + QStringLiteral("/tags"), body);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return Result<void>();
}

QCoro::Task<Result<Deletion>> NcrServer::deleteTag(QString registry, QString image, QString digest, QString tag)
{
    co_return co_await remove(imagePath(registry, image) + QStringLiteral("/artifacts/") + digest + QStringLiteral("/tags/") + tag);
}

QCoro::Task<> NcrServer::readNames()
{
    const auto names = co_await allNames();
    if (!names) {
        m_namesRead = tl::unexpected(names.error());
        co_return;
    }
    m_names = *names;
    m_namesUntil = QDeadlineTimer(namesKeptMs);
    m_namesRead = {};
}

QCoro::Task<Result<QList<ImageSummary>>> NcrServer::allNames()
{
    QList<ImageSummary> names;
    QSet<QString> seen; // a server that repeats a page has no more
    for (QString cursor;;) {
        const auto registries = co_await listRegistries(cursor);
        if (!registries)
            co_return tl::unexpected(registries.error());
        const auto before = seen.size();
        for (const auto &registry : registries->rows) {
            seen.insert(registry.name);
            const auto added = co_await addNames(registry.name, names, seen);
            if (!added)
                co_return tl::unexpected(added.error());
        }
        cursor = registries->next;
        if (cursor.isEmpty() || seen.size() == before)
            co_return names;
    }
}

QCoro::Task<Result<void>> NcrServer::addNames(QString registry, QList<ImageSummary> &names, QSet<QString> &seen)
{
    for (QString cursor;;) {
        const auto images = co_await listImages(registry, cursor);
        if (!images)
            co_return tl::unexpected(images.error());
        const auto before = seen.size();
        for (const auto &image : images->rows) {
            if (!seen.contains(image.path()))
                names << image;
            seen.insert(image.path());
        }
        cursor = images->next;
        if (cursor.isEmpty() || seen.size() == before)
            co_return Result<void>();
    }
}

QCoro::Task<Result<SearchResult>> NcrServer::search(QString text)
{
    SearchResult result;
    if (m_namesUntil.hasExpired()) {
        if (!m_reading || m_reading->isReady())
            m_reading = readNames();
        co_await *m_reading;
        if (!m_namesRead)
            co_return tl::unexpected(m_namesRead.error());
    }
    result.tagsSearched = false;
    for (const auto &image : std::as_const(m_names)) {
        if (result.images.size() < searchHits && image.path().contains(text, Qt::CaseInsensitive))
            result.images << image;
    }
    co_return result;
}

} // namespace berth
