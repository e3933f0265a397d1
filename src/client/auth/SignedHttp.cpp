// SPDX-License-Identifier: Apache-2.0
#include "client/auth/SignedHttp.h"

#include <QtGlobal>

#include "client/http/Origin.h"
#include "client/http/ProtocolError.h"
#include "core/Json.h"

namespace berth {

SignedHttp::SignedHttp(Connection connection, std::shared_ptr<ServerLink> link)
    : m_connection(std::move(connection))
    , m_http(std::move(link))
{
}

QUrl SignedHttp::url(const QString &path) const { return QUrl(m_connection.url.toString(QUrl::RemovePath) + path, QUrl::StrictMode); }

QCoro::Task<Result<QByteArray>> SignedHttp::authorize(Challenge challenge, QString scope)
{
    const QByteArray basic = "Basic " + (m_connection.keyId.toUtf8() + ':' + QByteArray::fromStdString(m_connection.secret.reveal())).toBase64();
    if (challenge.scheme == Challenge::Scheme::Basic && m_connection.keyId.isEmpty())
        co_return fail(ErrorCode::Unauthorized, QT_TRANSLATE_NOOP("Error", "The server asks for a user name and a password, and this connection has none."));
    if (challenge.scheme == Challenge::Scheme::Basic)
        co_return basic;
    if (challenge.scheme != Challenge::Scheme::Bearer)
        co_return fail(ErrorCode::Unauthorized, QT_TRANSLATE_NOOP("Error", "The server asks for a kind of sign-in that Berth does not know."));
    // A Berth server is its own token service. The public address that it tells the world may not lead back from this computer.
    if (m_connection.kind == ServerKind::Berth && challenge.realm.path() == QLatin1String("/service/token")) {
        challenge.realm.setScheme(m_connection.url.scheme());
        challenge.realm.setAuthority(m_connection.url.authority());
    }
    // Credentials go to the registry itself, or over TLS to the token service that it names.
    if (!isSameOrigin(challenge.realm, m_connection.url) && challenge.realm.scheme() != QLatin1String("https"))
        co_return fail(ErrorCode::Unauthorized, QT_TRANSLATE_NOOP("Error", "The server sends the sign-in to another address without TLS."));
    challenge.scope = scope;
    HttpRequest request;
    request.url = challenge.tokenUrl();
    request.isForElsewhere = true; // a token service may lie anywhere; what it may be sent was judged above
    if (!m_connection.keyId.isEmpty())
        request.headers.emplaceBack("Authorization", basic);
    const auto reply = co_await m_http.send(std::move(request));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (reply->status != 200)
        co_return tl::unexpected(protocolError(*reply, QT_TRANSLATE_NOOP("Error", "Signing in failed: %1")));
    const auto body = json::parseStrict(std::string_view(reply->body.constData(), size_t(reply->body.size())));
    const auto token = body ? json::text(*body, "token", json::text(*body, "access_token")) : std::string();
    if (token.empty())
        co_return fail(ErrorCode::Unauthorized, QT_TRANSLATE_NOOP("Error", "The token service gave no token."));
    co_return QByteArray("Bearer " + QByteArray::fromStdString(token));
}

QCoro::Task<Result<HttpReply>> SignedHttp::send(HttpRequest request, QString scope)
{
    for (int attempt = 0;; ++attempt) {
        HttpRequest wire = request;
        if (const auto known = m_authorizations.constFind(scope); known != m_authorizations.cend())
            wire.headers.emplaceBack("Authorization", *known);
        auto reply = co_await m_http.send(std::move(wire));
        if (!reply || reply->status != 401 || attempt > 0 || !isSameOrigin(reply->url, request.url))
            co_return reply;
        const auto challenge = Challenge::parse(reply->header("WWW-Authenticate"));
        const auto authorization = co_await authorize(challenge, scope);
        if (!authorization)
            co_return tl::unexpected(authorization.error());
        m_authorizations.insert(scope, *authorization);
    }
}

} // namespace berth
