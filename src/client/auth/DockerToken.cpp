// SPDX-License-Identifier: Apache-2.0
#include "client/auth/DockerToken.h"

#include <QtGlobal>

#include "client/auth/BasicAuth.h"
#include "client/http/Origin.h"
#include "client/http/ProtocolError.h"
#include "core/Json.h"

namespace berth {

DockerToken::DockerToken(Connection connection, std::shared_ptr<ServerLink> link)
    : m_connection(std::move(connection))
    , m_http(std::move(link))
{
}

void DockerToken::sign(HttpRequest &request, const QString &scope)
{
    if (const auto known = m_authorizations.constFind(scope); known != m_authorizations.cend())
        request.headers.emplaceBack("Authorization", *known);
}

QCoro::Task<Result<bool>> DockerToken::answer(HttpReply refusal, QString scope)
{
    const auto challenge = Challenge::parse(refusal.header("WWW-Authenticate"));
    const auto authorization = co_await authorize(challenge, scope);
    if (!authorization)
        co_return tl::unexpected(authorization.error());
    m_authorizations.insert(scope, *authorization);
    co_return true;
}

QCoro::Task<Result<QByteArray>> DockerToken::authorize(Challenge challenge, QString scope)
{
    const QByteArray basic = basicAuthorization(m_connection.keyId, m_connection.secret);
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

} // namespace berth
