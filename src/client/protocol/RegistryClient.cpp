// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/RegistryClient.h"

#include <algorithm>

#include <QUrlQuery>

#include "client/auth/DockerToken.h"
#include "client/auth/LinkTo.h"
#include "client/http/ProtocolError.h"
#include "core/Hasher.h"
#include "core/Json.h"
#include "core/MediaTypes.h"

namespace berth {

namespace {

constexpr int blobTimeoutMs = 60'000;
constexpr int namesPerPage = 1000;

QByteArray manifestTypes()
{
    QByteArray accepts;
    for (const auto type : {media::ociIndex, media::ociManifest, media::dockerManifest, media::dockerList})
        accepts += (accepts.isEmpty() ? "" : ", ") + QByteArray(type.data(), qsizetype(type.size()));
    return accepts;
}

} // namespace

RegistryClient::RegistryClient(const Connection &connection, const std::shared_ptr<ServerLink> &link, QObject *parent)
    : QObject(parent)
    , m_address(connection.address())
    , m_http(connection.url, std::make_unique<DockerToken>(connection, link), link)
{
}

RegistryClient::RegistryClient(const Connection &connection, QObject *parent)
    : RegistryClient(connection, linkTo(connection), parent)
{
}

QCoro::Task<Result<HttpReply>> RegistryClient::send(HttpRequest request, QString repository, QString actions)
{
    return m_http.send(std::move(request), QStringLiteral("repository:") + repository + QLatin1Char(':') + actions);
}

QCoro::Task<Result<bool>> RegistryClient::hasBlob(QString repository, Digest digest)
{
    HttpRequest request;
    request.method = "HEAD";
    request.url = m_http.url(QStringLiteral("/v2/%1/blobs/%2").arg(repository, QString::fromStdString(digest.toString())));
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull,push"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status == 200)
        co_return true;
    if (reply->status == 404)
        co_return false;
    co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "Asking for a layer failed: %1")));
}

QCoro::Task<Result<void>> RegistryClient::pushBlob(QString repository, Digest digest, QIODevice *content, std::function<void(qint64 sentBytes)> sent)
{
    HttpRequest start;
    start.method = "POST";
    start.url = m_http.url(QStringLiteral("/v2/%1/blobs/uploads/").arg(repository));
    const auto session = co_await send(std::move(start), repository, QStringLiteral("pull,push"));
    if (!session)
        co_return tl::unexpected(session.error());
    if (session->status != 202)
        co_return tl::unexpected(protocolError(*session, QT_TRANSLATE_NOOP("Error", "The server did not accept the upload: %1")));
    QUrl location = session->url.resolved(QUrl::fromEncoded(session->header("Location")));
    const QString query = location.query(QUrl::FullyEncoded);
    location.setQuery((query.isEmpty() ? QString() : query + QLatin1Char('&')) + QStringLiteral("digest=") + QString::fromStdString(digest.toString()));

    HttpRequest put;
    put.method = "PUT";
    put.url = location;
    put.headers = {{"Content-Type", "application/octet-stream"}};
    put.device = content;
    put.sent = std::move(sent);
    put.timeoutMs = blobTimeoutMs;
    const auto reply = co_await send(std::move(put), repository, QStringLiteral("pull,push"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 201)
        co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "The server refused a layer: %1")));
    co_return Result<void>();
}

QCoro::Task<Result<void>> RegistryClient::pushManifest(QString repository, QString reference, QByteArray bytes, QString mediaType)
{
    HttpRequest request;
    request.method = "PUT";
    request.url = m_http.url(QStringLiteral("/v2/%1/manifests/%2").arg(repository, reference));
    request.headers = {{"Content-Type", mediaType.toUtf8()}};
    request.body = std::move(bytes);
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull,push"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 201)
        co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "The server refused the image: %1")));
    co_return Result<void>();
}

QCoro::Task<Result<FetchedManifest>> RegistryClient::fetchManifest(QString repository, QString reference)
{
    HttpRequest request;
    request.url = m_http.url(QStringLiteral("/v2/%1/manifests/%2").arg(repository, reference));
    request.headers = {{"Accept", manifestTypes()}};
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 200)
        co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "The manifest could not be read: %1")));
    FetchedManifest manifest;
    manifest.bytes = reply->body;
    manifest.mediaType = QString::fromUtf8(reply->header("Content-Type")).section(QLatin1Char(';'), 0, 0);
    manifest.digest = QString::fromUtf8(reply->header("Docker-Content-Digest"));
    if (manifest.digest.isEmpty()) // servers should tell it, and some do not
        manifest.digest = QString::fromStdString(Hasher::of(std::string_view(reply->body.constData(), size_t(reply->body.size()))).toString());
    co_return manifest;
}

QCoro::Task<Result<QString>> RegistryClient::digestOfTag(QString repository, QString tag)
{
    HttpRequest request;
    request.method = "HEAD";
    request.url = m_http.url(QStringLiteral("/v2/%1/manifests/%2").arg(repository, tag));
    request.headers = {{"Accept", manifestTypes()}};
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull,push"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status == 404)
        co_return QString();
    if (reply->status != 200)
        co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "Asking for a tag failed: %1")));
    const auto told = QString::fromUtf8(reply->header("Docker-Content-Digest"));
    if (!told.isEmpty())
        co_return told;
    const auto manifest = co_await fetchManifest(repository, tag);
    if (!manifest)
        co_return tl::unexpected(manifest.error());
    co_return manifest->digest;
}

QCoro::Task<Result<QByteArray>> RegistryClient::fetchBlob(QString repository, Digest digest)
{
    HttpRequest request;
    request.url = m_http.url(QStringLiteral("/v2/%1/blobs/%2").arg(repository, QString::fromStdString(digest.toString())));
    request.headers = {{"Accept-Encoding", "identity"}};
    request.bodyLimitBytes = 16 << 20;
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 200)
        co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "The blob could not be read: %1")));
    if (Hasher::of(std::string_view(reply->body.constData(), size_t(reply->body.size())), digest.algorithm()) != digest)
        co_return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The server sent something else than the blob %1."), {digest.shortHex()});
    co_return reply->body;
}

QCoro::Task<Result<void>> RegistryClient::streamBlob(QString repository, Digest digest, qint64 offset, std::function<bool(const QByteArray &piece)> sink)
{
    HttpRequest request;
    request.url = m_http.url(QStringLiteral("/v2/%1/blobs/%2").arg(repository, QString::fromStdString(digest.toString())));
    request.headers = {{"Accept-Encoding", "identity"}};
    if (offset > 0)
        request.headers.emplaceBack("Range", "bytes=" + QByteArray::number(offset) + '-');
    // A server that knows no ranges sends all of it again: what is there already is passed over.
    qint64 surplus = offset;
    request.sink = [&](int status, const QByteArray &piece) {
        const qint64 passed = status == 206 ? 0 : std::min(surplus, qint64(piece.size()));
        surplus -= passed;
        return passed == piece.size() || sink(passed == 0 ? piece : piece.mid(passed));
    };
    request.timeoutMs = blobTimeoutMs;
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 200 && reply->status != 206)
        co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "The blob could not be read: %1")));
    co_return Result<void>();
}

QCoro::Task<Result<NamePage>> RegistryClient::list(QString path, QString last, QString scope, QByteArray member)
{
    HttpRequest request;
    QUrlQuery query{{QStringLiteral("n"), QString::number(namesPerPage)}};
    if (!last.isEmpty())
        query.addQueryItem(QStringLiteral("last"), last);
    request.url = m_http.url(path);
    request.url.setQuery(query);
    const auto reply = co_await m_http.send(std::move(request), scope);
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 200)
        co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "The server did not list its content: %1")));
    const auto body = json::parseStrict(std::string_view(reply->body.constData(), size_t(reply->body.size())));
    if (!body)
        co_return tl::unexpected(body.error());
    NamePage page;
    for (const auto &name : json::list(*body, member.constData()))
        page.names << (name.is_string() ? QString::fromUtf8(name.get_string().c_str()) : QString());
    page.names.removeAll(QString());
    // Some servers take `last` and repeat it, or promise a next page that does not move on: neither may go on for ever.
    page.hasMore = reply->header("Link").contains("next") && !page.names.isEmpty() && page.names.last() != last;
    co_return page;
}

QCoro::Task<Result<NamePage>> RegistryClient::listRepositories(QString last)
{
    const auto page = co_await list(QStringLiteral("/v2/_catalog"), last, QStringLiteral("registry:catalog:*"), "repositories");
    const auto passing = {ErrorCode::Unreachable, ErrorCode::Cancelled, ErrorCode::TooManyRequests, ErrorCode::TooLarge, ErrorCode::Internal};
    if (page || std::find(passing.begin(), passing.end(), page.error().code) != passing.end())
        co_return page;
    // Hosted registries keep the catalog to themselves, each with a code of its own.
    const Result<void> known = co_await signIn();
    if (!known)
        co_return tl::unexpected(known.error());
    co_return fail(
        ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "%1 does not list its images. Type an image’s name to open it."), {m_address.toStdString()});
}

QCoro::Task<Result<NamePage>> RegistryClient::listTags(QString repository, QString last)
{
    return list(QStringLiteral("/v2/%1/tags/list").arg(repository), last, QStringLiteral("repository:%1:pull").arg(repository), "tags");
}

QCoro::Task<Result<void>> RegistryClient::deleteManifest(QString repository, QString reference)
{
    HttpRequest request;
    request.method = "DELETE";
    request.url = m_http.url(QStringLiteral("/v2/%1/manifests/%2").arg(repository, reference));
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull,delete"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status == 200 || reply->status == 202 || reply->status == 204)
        co_return Result<void>();
    auto error = protocolError(*reply, QT_TRANSLATE_NOOP("Error", "The server did not delete it: %1"));
    if (reply->status == 405 || reply->status == 400)
        error.code = ErrorCode::Unsupported;
    co_return tl::unexpected(error);
}

QCoro::Task<Result<void>> RegistryClient::signIn()
{
    HttpRequest request;
    request.url = m_http.url(QStringLiteral("/v2/"));
    const auto reply = co_await m_http.send(std::move(request), {});
    if (!reply)
        co_return tl::unexpected(reply.error());
    const char *stranger = QT_TRANSLATE_NOOP("Error", "This is no container registry: %1");
    const bool isAway = reply->status == 429 || reply->status >= 500;
    if (reply->status != 200)
        co_return tl::unexpected(protocolError(*reply,
            reply->status == 401 ? QT_TRANSLATE_NOOP("Error", "Signing in failed: %1")
                : isAway         ? QT_TRANSLATE_NOOP("Error", "The server cannot serve now: %1")
                                 : stranger));
    if (reply->body.trimmed().startsWith('<')) { // web sites greet everybody
        const auto gateway = fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "A gateway answered instead of the server: HTTP %1 with a web page."),
            {std::to_string(reply->status)});
        co_return fail(ErrorCode::NotFound, stranger, {}, gateway.value());
    }
    co_return Result<void>();
}

} // namespace berth
