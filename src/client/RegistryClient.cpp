// SPDX-License-Identifier: Apache-2.0
#include "client/RegistryClient.h"

#include <QCoreApplication>

#include "core/Json.h"
#include "core/MediaTypes.h"

namespace berth {

namespace {

constexpr int blobTimeoutMs = 60'000;

/// What a refusal of the protocol says, for a person.
Error errorOf(const HttpReply &reply, const QString &what)
{
    const auto body = json::parseStrict(std::string_view(reply.body.constData(), size_t(reply.body.size())));
    QString said;
    std::string code;
    if (body) {
        const auto &errors = json::list(*body, "errors");
        if (!errors.empty()) {
            said = QString::fromStdString(json::text(errors.front(), "message"));
            code = json::text(errors.front(), "code");
        }
    }
    if (said.isEmpty())
        said = QCoreApplication::translate("client", "The server answered HTTP %1.").arg(reply.status);
    ErrorCode kind = ErrorCode::Internal;
    if (reply.status == 401)
        kind = ErrorCode::Unauthorized;
    else if (reply.status == 403)
        kind = ErrorCode::Denied;
    else if (reply.status == 404)
        kind = code == "MANIFEST_UNKNOWN" ? ErrorCode::ManifestUnknown : ErrorCode::NotFound;
    else if (reply.status == 413)
        kind = ErrorCode::TooLarge;
    else if (reply.status == 412)
        kind = ErrorCode::Precondition;
    else if (reply.status == 429)
        kind = ErrorCode::TooManyRequests;
    else if (reply.status >= 400 && reply.status < 500)
        kind = ErrorCode::BadRequest;
    return {kind, (what + QStringLiteral(": ") + said).toStdString()};
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

} // namespace

RegistryClient::RegistryClient(Connection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
{
}

QUrl RegistryClient::url(const QString &path) const
{
    return QUrl(m_connection.url.toString(QUrl::RemovePath) + path, QUrl::StrictMode);
}

QCoro::Task<Result<QByteArray>> RegistryClient::authorize(Challenge challenge, QString repository, QString actions)
{
    const QByteArray basic = "Basic "
        + (m_connection.keyId.toUtf8() + ':' + QByteArray::fromStdString(m_connection.secret.reveal())).toBase64();
    if (challenge.scheme == Challenge::Scheme::Basic)
        co_return basic;
    if (challenge.scheme != Challenge::Scheme::Bearer)
        co_return fail(ErrorCode::Unauthorized, QCoreApplication::translate("client", "The server asks for a kind of sign-in that Berth does not know.").toStdString());
    // Credentials go to the registry itself, or over TLS to the token service that it names.
    if (!isSameOrigin(challenge.realm, m_connection.url) && challenge.realm.scheme() != QLatin1String("https"))
        co_return fail(ErrorCode::Unauthorized, QCoreApplication::translate("client", "The server sends the sign-in to another address without TLS.").toStdString());
    challenge.scope = QStringLiteral("repository:") + repository + QLatin1Char(':') + actions;
    HttpRequest request;
    request.url = challenge.tokenUrl();
    if (!m_connection.keyId.isEmpty())
        request.headers.emplaceBack("Authorization", basic);
    const auto reply = co_await m_http.send(std::move(request));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 200)
        co_return tl::unexpected(errorOf(*reply, QCoreApplication::translate("client", "Signing in failed")));
    const auto body = json::parseStrict(std::string_view(reply->body.constData(), size_t(reply->body.size())));
    const auto token = body ? json::text(*body, "token", json::text(*body, "access_token")) : std::string();
    if (token.empty())
        co_return fail(ErrorCode::Unauthorized, QCoreApplication::translate("client", "The token service gave no token.").toStdString());
    co_return QByteArray("Bearer " + QByteArray::fromStdString(token));
}

QCoro::Task<Result<HttpReply>> RegistryClient::send(HttpRequest request, QString repository, QString actions)
{
    const QString key = repository + QLatin1Char(':') + actions;
    for (int attempt = 0;; ++attempt) {
        HttpRequest wire = request;
        if (const auto known = m_authorizations.constFind(key); known != m_authorizations.cend())
            wire.headers.emplaceBack("Authorization", *known);
        if (wire.device)
            wire.device->seek(0);
        auto reply = co_await m_http.send(std::move(wire));
        if (!reply || reply->status != 401 || attempt > 0)
            co_return reply;
        const auto challenge = Challenge::parse(reply->header("WWW-Authenticate"));
        const auto authorization = co_await authorize(challenge, repository, actions);
        if (!authorization)
            co_return tl::unexpected(authorization.error());
        m_authorizations.insert(key, *authorization);
    }
}

QCoro::Task<Result<bool>> RegistryClient::hasBlob(QString repository, Digest digest)
{
    HttpRequest request;
    request.method = "HEAD";
    request.url = url(QStringLiteral("/v2/%1/blobs/%2").arg(repository, QString::fromStdString(digest.toString())));
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull,push"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status == 200)
        co_return true;
    if (reply->status == 404)
        co_return false;
    co_return tl::unexpected(errorOf(*reply, QCoreApplication::translate("client", "Asking for a layer failed")));
}

QCoro::Task<Result<void>> RegistryClient::pushBlob(
    QString repository, Digest digest, QIODevice *content, std::function<void(qint64 sentBytes)> sent)
{
    HttpRequest start;
    start.method = "POST";
    start.url = url(QStringLiteral("/v2/%1/blobs/uploads/").arg(repository));
    const auto session = co_await send(std::move(start), repository, QStringLiteral("pull,push"));
    if (!session)
        co_return tl::unexpected(session.error());
    if (session->status != 202)
        co_return tl::unexpected(errorOf(*session, QCoreApplication::translate("client", "The server did not accept the upload")));
    QUrl location = m_connection.url.resolved(QUrl::fromEncoded(session->header("Location")));
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
        co_return tl::unexpected(errorOf(*reply, QCoreApplication::translate("client", "The server refused a layer")));
    co_return Result<void>();
}

QCoro::Task<Result<void>> RegistryClient::pushManifest(
    QString repository, QString reference, QByteArray bytes, QString mediaType)
{
    HttpRequest request;
    request.method = "PUT";
    request.url = url(QStringLiteral("/v2/%1/manifests/%2").arg(repository, reference));
    request.headers = {{"Content-Type", mediaType.toUtf8()}};
    request.body = std::move(bytes);
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull,push"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 201)
        co_return tl::unexpected(errorOf(*reply, QCoreApplication::translate("client", "The server refused the image")));
    co_return Result<void>();
}

QCoro::Task<Result<FetchedManifest>> RegistryClient::fetchManifest(QString repository, QString reference)
{
    HttpRequest request;
    request.url = url(QStringLiteral("/v2/%1/manifests/%2").arg(repository, reference));
    for (const auto type : {media::ociManifest, media::ociIndex, media::dockerManifest, media::dockerList})
        request.headers.emplaceBack("Accept", QByteArray(type.data(), qsizetype(type.size())));
    QByteArray accepts;
    for (const auto &[name, value] : request.headers)
        accepts += (accepts.isEmpty() ? "" : ", ") + value;
    request.headers = {{"Accept", accepts}};
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 200)
        co_return tl::unexpected(errorOf(*reply, QCoreApplication::translate("client", "The manifest could not be read")));
    FetchedManifest manifest;
    manifest.bytes = reply->body;
    manifest.mediaType = QString::fromUtf8(reply->header("Content-Type")).section(QLatin1Char(';'), 0, 0);
    manifest.digest = QString::fromUtf8(reply->header("Docker-Content-Digest"));
    co_return manifest;
}

QCoro::Task<Result<QString>> RegistryClient::digestOfTag(QString repository, QString tag)
{
    HttpRequest request;
    request.method = "HEAD";
    request.url = url(QStringLiteral("/v2/%1/manifests/%2").arg(repository, tag));
    request.headers = {{"Accept", "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
                                  "application/vnd.docker.distribution.manifest.v2+json, "
                                  "application/vnd.docker.distribution.manifest.list.v2+json"}};
    const auto reply = co_await send(std::move(request), repository, QStringLiteral("pull,push"));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status == 404)
        co_return QString();
    if (reply->status != 200)
        co_return tl::unexpected(errorOf(*reply, QCoreApplication::translate("client", "Asking for a tag failed")));
    co_return QString::fromUtf8(reply->header("Docker-Content-Digest"));
}

} // namespace berth
