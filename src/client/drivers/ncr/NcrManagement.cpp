// SPDX-License-Identifier: Apache-2.0
#include "client/drivers/ncr/NcrManagement.h"

#include <QSet>

#include "client/drivers/ncr/NcrReplies.h"

namespace berth {

namespace {

/// An image's name as one path component. Harbor, which NCR is made of, decodes it twice.
QString imageSegment(QString image, bool once) { return image.replace(QLatin1Char('/'), once ? QLatin1String("%2F") : QLatin1String("%252F")); }

constexpr int searchHits = 20;
constexpr qint64 namesKeptMs = 60'000;

QByteArray bodyOf(const json::object &object) { return QByteArray::fromStdString(json::serialize(object)); }

QString paged(const QString &path, int page) { return path + QStringLiteral("?page=%1&page_size=%2").arg(page).arg(Management::pageSize); }

} // namespace

NcrManagement::NcrManagement(Connection connection, std::shared_ptr<ServerLink> link, QObject *parent)
    : Management(parent)
    , m_connection(std::move(connection))
    , m_http(std::move(link))
{
}

HttpRequest NcrManagement::request(QByteArray method, const QString &path, QByteArray body) const
{
    HttpRequest result;
    result.method = std::move(method);
    const QUrl &base = m_connection.managementUrl.isEmpty() ? m_connection.url : m_connection.managementUrl;
    result.url = QUrl(base.toString(QUrl::RemovePath) + path, QUrl::StrictMode);
    result.headers = {{"X-TC-AUTHENTICATION-ID", m_connection.keyId.toUtf8()},
        {"X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(m_connection.secret.reveal())}, {"Accept", "application/json"}};
    if (!body.isEmpty())
        result.headers.emplaceBack("Content-Type", "application/json");
    result.body = std::move(body);
    return result;
}

HttpRequest NcrManagement::ncrRequest(QByteArray method, const QString &path, QByteArray body) const
{
    return request(std::move(method),
        QStringLiteral("/ncr/v2.0/appkeys/") + QString::fromLatin1(QUrl::toPercentEncoding(m_connection.appKey)) + QLatin1Char('/') + path, std::move(body));
}

QCoro::Task<Result<Deletion>> NcrManagement::remove(QString path)
{
    auto wire = ncrRequest("DELETE", path, {});
    const auto reply = co_await m_http.send(std::move(wire));
    if (!reply)
        co_return tl::unexpected(reply.error());
    const auto opened = ncrreplies::open(*reply);
    if (!opened)
        co_return tl::unexpected(opened.error());
    co_return Deletion{reply->header("Berth-Trash-Operation").toLongLong()};
}

QCoro::Task<Result<json::value>> NcrManagement::call(QByteArray method, QString path, QByteArray body)
{
    auto wire = ncrRequest(method, path, body);
    const auto reply = co_await m_http.send(std::move(wire));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::open(*reply);
}

QString NcrManagement::imagePath(const QString &registry, const QString &image) const
{
    return QStringLiteral("registries/") + registry + QStringLiteral("/images/") + imageSegment(image, m_connection.encodesOnce);
}

QCoro::Task<Result<QList<RegistrySummary>>> NcrManagement::listRegistries(int page)
{
    const QString host = m_connection.address();
    const auto reply = co_await call("GET", paged(QStringLiteral("registries"), page));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::registries(*reply, host);
}

QCoro::Task<Result<void>> NcrManagement::createRegistry(QString name)
{
    const auto body = bodyOf({{"project_name", name.toStdString()}});
    const auto reply = co_await call("POST", QStringLiteral("registries"), body);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return Result<void>();
}

QCoro::Task<Result<RegistrySummary>> NcrManagement::findRegistry(QString name)
{
    QSet<QString> seen;
    for (int page = 1;; ++page) {
        const auto list = co_await listRegistries(page);
        if (!list)
            co_return tl::unexpected(list.error());
        const auto before = seen.size();
        for (const auto &row : *list) {
            if (row.name == name)
                co_return row;
            seen.insert(row.name);
        }
        if (seen.size() == before) // the end, or a server that repeats itself
            co_return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "There is no registry %1 on the server."), {name.toStdString()});
    }
}

QCoro::Task<Result<Deletion>> NcrManagement::deleteRegistry(QString name)
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

QCoro::Task<Result<QList<ImageSummary>>> NcrManagement::listImages(QString registry, int page)
{
    const auto reply = co_await call("GET", paged(QStringLiteral("registries/") + registry + QStringLiteral("/images"), page));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::images(*reply, registry);
}

QCoro::Task<Result<Deletion>> NcrManagement::deleteImage(QString registry, QString image)
{
    const auto removed = co_await remove(imagePath(registry, image));
    if (removed)
        m_namesUntil.setRemainingTime(0); // a search must not find it any more
    co_return removed;
}

QCoro::Task<Result<QList<ArtifactSummary>>> NcrManagement::listArtifacts(QString registry, QString image, int page)
{
    const auto reply = co_await call("GET", paged(imagePath(registry, image) + QStringLiteral("/artifacts"), page));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::artifacts(*reply);
}

QCoro::Task<Result<Deletion>> NcrManagement::deleteArtifact(QString registry, QString image, QString digest)
{
    co_return co_await remove(imagePath(registry, image) + QStringLiteral("/artifacts/") + digest);
}

QCoro::Task<Result<QList<TagSummary>>> NcrManagement::listTags(QString registry, QString image, QString digest, int page)
{
    const auto reply = co_await call("GET", paged(imagePath(registry, image) + QStringLiteral("/artifacts/") + digest + QStringLiteral("/tags"), page));
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return ncrreplies::tags(*reply);
}

QCoro::Task<Result<void>> NcrManagement::createTag(QString registry, QString image, QString digest, QString tag)
{
    const auto body = bodyOf({{"name", tag.toStdString()}});
    const auto reply = co_await call("POST", imagePath(registry, image) + QStringLiteral("/artifacts/") + digest + QStringLiteral("/tags"), body);
    if (!reply)
        co_return tl::unexpected(reply.error());
    co_return Result<void>();
}

QCoro::Task<Result<Deletion>> NcrManagement::deleteTag(QString registry, QString image, QString digest, QString tag)
{
    co_return co_await remove(imagePath(registry, image) + QStringLiteral("/artifacts/") + digest + QStringLiteral("/tags/") + tag);
}

QCoro::Task<> NcrManagement::readNames()
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

QCoro::Task<Result<QList<ImageSummary>>> NcrManagement::allNames()
{
    QList<ImageSummary> names;
    QSet<QString> seen; // a server that repeats a page has no more
    for (int page = 1;; ++page) {
        const auto registries = co_await listRegistries(page);
        if (!registries)
            co_return tl::unexpected(registries.error());
        const auto registriesBefore = seen.size();
        for (const auto &registry : *registries) {
            seen.insert(registry.name);
            for (int imagePage = 1;; ++imagePage) {
                const auto images = co_await listImages(registry.name, imagePage);
                if (!images)
                    co_return tl::unexpected(images.error());
                const auto imagesBefore = seen.size();
                for (const auto &image : *images) {
                    if (!seen.contains(image.path()))
                        names << image;
                    seen.insert(image.path());
                }
                if (seen.size() == imagesBefore)
                    break;
            }
        }
        if (seen.size() == registriesBefore)
            co_return names;
    }
}

QCoro::Task<Result<SearchResult>> NcrManagement::search(QString text)
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

bool NcrManagement::can(Capability capability) const { return capability == Capability::CreateRegistries || capability == Capability::DeleteRegistries; }

QCoro::Task<Result<DeletionForecast>> NcrManagement::forecastDeletion(QStringList, QStringList, QStringList, QStringList)
{
    co_return fail(ErrorCode::Unsupported, "The server has no such call");
}

QCoro::Task<Result<StorageUse>> NcrManagement::storageUse() { co_return fail(ErrorCode::Unsupported, "The server has no such call"); }

} // namespace berth
