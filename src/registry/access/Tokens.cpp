// SPDX-License-Identifier: Apache-2.0
#include "registry/access/Tokens.h"

#include <algorithm>

#include <QByteArray>

#include "core/Json.h"
#include "core/Secret.h"
#include "registry/access/SecretHash.h"

namespace berth {

namespace {

constexpr std::size_t maxRememberedBytes = 8 << 20;
constexpr std::size_t entryBytes = 500; ///< About what an entry costs beside its token; its claims are shorter than the token.
constexpr std::size_t maxTokenBytes = 64 << 10;
constexpr QByteArray::Base64Options urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

std::string encode(const std::string &text) { return QByteArray::fromStdString(text).toBase64(urlSafe).toStdString(); }

std::string decode(std::string_view text) { return QByteArray::fromBase64(QByteArray(text.data(), qsizetype(text.size())), urlSafe).toStdString(); }

json::array actionsOf(const Grant &grant)
{
    json::array actions;
    if (grant.catalog)
        actions.emplace_back("*");
    if (grant.pull)
        actions.emplace_back("pull");
    if (grant.push)
        actions.emplace_back("push");
    if (grant.remove)
        actions.emplace_back("delete");
    return actions;
}

std::string joined(const json::array &actions)
{
    std::string text;
    for (const auto &action : actions)
        text += (text.empty() ? "" : ",") + std::string(action.get_string());
    return text;
}

} // namespace

Tokens::Tokens(const Secret &signingKey)
    : m_signingKey(signingKey)
{
}

std::string Tokens::make(const std::string &subject, std::int64_t keyVersion, const std::vector<Grant> &grants, TimeMs now, std::chrono::seconds lifetime)
{
    json::array access;
    for (const auto &grant : grants)
        access.push_back(json::object{{"type", grant.type}, {"name", grant.name}, {"actions", actionsOf(grant)}});
    const std::int64_t seconds = now / 1000;
    const json::object claims{{"iss", "berth"}, {"sub", subject}, {"aud", "berth"}, {"exp", seconds + std::min(lifetime, longestLifetime).count()},
        {"nbf", seconds}, {"iat", seconds}, {"jti", randomText(16)}, {"key_version", keyVersion}, {"access", std::move(access)}};
    const std::string signedPart = encode(R"({"alg":"HS256","typ":"JWT"})") + "." + encode(json::serialize(claims));
    return signedPart + "." + encode(hmacSha256(m_signingKey.reveal(), signedPart));
}

Result<std::shared_ptr<const TokenClaims>> Tokens::check(const std::string &token, TimeMs now)
{
    {
        const std::lock_guard guard(m_mutex);
        if (const auto it = m_checked.find(token); it != m_checked.end()) {
            if (it->second->expiresAt > now)
                return it->second;
            m_rememberedBytes -= 2 * token.size() + entryBytes;
            m_checked.erase(it);
        }
    }
    const auto invalid = fail(ErrorCode::Unauthorized, "The token is not valid any more");
    const auto lastDot = token.rfind('.');
    const auto firstDot = token.find('.');
    if (token.size() > maxTokenBytes || lastDot == std::string::npos || firstDot == lastDot)
        return invalid;
    if (!equalInConstantTime(encode(hmacSha256(m_signingKey.reveal(), token.substr(0, lastDot))), token.substr(lastDot + 1)))
        return invalid;
    const auto body = json::parseStrict(decode(std::string_view(token).substr(firstDot + 1, lastDot - firstDot - 1)));
    if (!body)
        return invalid;
    auto claims = std::make_shared<TokenClaims>();
    claims->expiresAt = json::integer(*body, "exp") * 1000;
    if (claims->expiresAt <= now)
        return invalid;
    claims->subject = json::text(*body, "sub");
    claims->keyVersion = json::integer(*body, "key_version");
    for (const auto &entry : json::list(*body, "access")) {
        const auto scope = json::text(entry, "type") + ":" + json::text(entry, "name") + ":" + joined(json::list(entry, "actions"));
        claims->grants.push_back(parseScope(scope));
    }
    const std::lock_guard guard(m_mutex);
    const auto bytes = 2 * token.size() + entryBytes;
    if (m_rememberedBytes + bytes > maxRememberedBytes) {
        m_checked.clear();
        m_rememberedBytes = 0;
    }
    if (m_checked.emplace(token, claims).second)
        m_rememberedBytes += bytes;
    return std::shared_ptr<const TokenClaims>(claims);
}

} // namespace berth
