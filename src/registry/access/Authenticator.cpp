// SPDX-License-Identifier: Apache-2.0
#include "registry/access/Authenticator.h"

#include <QByteArray>

#include "registry/access/SecretHash.h"
#include "registry/store/AccessKeys.h"

namespace berth {

namespace asio = boost::asio;

namespace {

constexpr int maxWaiting = 16;

Role roleFrom(const std::string &text)
{
    if (text == "administrator")
        return Role::Administrator;
    if (text == "member")
        return Role::Member;
    return text == "uploader" ? Role::ImageUploader : Role::None;
}

std::optional<AccessKeyPair> readBasic(std::string_view encoded)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(encoded.data(), qsizetype(encoded.size())), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const std::string text = decoded.decoded.toStdString();
    const auto colon = text.find(':');
    if (colon == std::string::npos)
        return std::nullopt;
    return AccessKeyPair{text.substr(0, colon), Secret(text.substr(colon + 1))};
}

bool startsWithWord(std::string_view text, std::string_view word)
{
    return text.size() > word.size() && text[word.size()] == ' '
        && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return (a | 32) == (b | 32); });
}

} // namespace

Authenticator::Authenticator(Store &store, AnonymousAccess anonymous)
    : m_store(store)
    , m_anonymous(anonymous)
    , m_fingerprintKey(randomText(43))
{
}

asio::awaitable<Result<Access>> Authenticator::checkKey(AccessKeyPair pair)
{
    const auto wrong = fail(ErrorCode::Unauthorized, "The access key or its secret is wrong");
    const auto fingerprint = hmacSha256(m_fingerprintKey, pair.secret.reveal());
    {
        const std::lock_guard guard(m_mutex);
        if (const auto it = m_known.find(pair.id);
            it != m_known.end() && equalInConstantTime(it->second.fingerprint, fingerprint))
            co_return Access::ofRole(it->second.role, pair.id);
    }
    if (m_waiting >= maxWaiting)
        co_return fail(ErrorCode::TooManyRequests, "Too many sign-ins at once; try again in a second");
    ++m_waiting;
    const auto row = co_await m_store.read(
        [&](Sql &sql) -> Result<std::optional<AccessKeyRow>> { return accesskeys::find(sql, pair.id); });
    // An unknown key costs the same hash as a known one, so that time tells nothing.
    const bool known = row && *row && !(*row)->disabled;
    const auto salt = known ? (*row)->salt : std::string(16, 'x');
    const auto hash = co_await runBlocking(m_hashing, [&] { return slowHash(pair.secret, salt); });
    --m_waiting;
    if (!row)
        co_return tl::unexpected(row.error());
    if (!known || !equalInConstantTime(hash, (*row)->hash))
        co_return wrong;
    const Role role = roleFrom((*row)->role);
    const std::lock_guard guard(m_mutex);
    m_known[pair.id] = {fingerprint, role};
    co_return Access::ofRole(role, pair.id);
}

asio::awaitable<bool> Authenticator::isLive(std::string keyId)
{
    {
        const std::lock_guard guard(m_mutex);
        if (m_known.contains(keyId))
            co_return true;
    }
    const auto row = co_await m_store.read(
        [&](Sql &sql) -> Result<std::optional<AccessKeyRow>> { return accesskeys::find(sql, keyId); });
    co_return row && *row && !(*row)->disabled;
}

asio::awaitable<Result<Access>> Authenticator::checkAuthorization(std::string_view header)
{
    if (header.empty())
        co_return Access::ofAnonymous(m_anonymous);
    if (startsWithWord(header, "basic")) {
        auto pair = readBasic(header.substr(6));
        if (!pair)
            co_return fail(ErrorCode::Unauthorized, "The Authorization header is malformed");
        co_return co_await checkKey(std::move(*pair));
    }
    if (!startsWithWord(header, "bearer"))
        co_return fail(ErrorCode::Unauthorized, "Only Basic and Bearer authorization are supported");
    const auto claims = m_tokens.check(std::string(header.substr(7)), nowMs());
    if (!claims)
        co_return tl::unexpected(claims.error());
    const auto &token = **claims;
    if (!token.subject.empty() && !co_await isLive(token.subject))
        co_return fail(ErrorCode::Unauthorized, "The access key of this token was deleted");
    co_return Access::ofToken(token.subject, token.role, m_anonymous, token.grants);
}

void Authenticator::trustForThisRun(const AccessKeyPair &pair)
{
    const std::lock_guard guard(m_mutex);
    m_known[pair.id] = {hmacSha256(m_fingerprintKey, pair.secret.reveal()), Role::Administrator};
}

} // namespace berth
