// SPDX-License-Identifier: Apache-2.0
#include "registry/access/Authenticator.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QByteArray>

#include "core/Text.h"
#include "registry/access/SecretHash.h"
#include "registry/store/AccessKeys.h"
#include "registry/store/People.h"

namespace berth {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds patience(10);
constexpr std::size_t maxSharing = 1024; ///< Requests that wait for one check.
constexpr std::size_t maxIdBytes = 255;
constexpr std::size_t maxSecretBytes = 1024;

tl::unexpected<Error> tooMany() { return fail(ErrorCode::TooManyRequests, "Too many sign-ins at once; try again in a second"); }
tl::unexpected<Error> wrongKey() { return fail(ErrorCode::Unauthorized, "The access key or its secret is wrong"); }

AnonymousAccess accessOf(const std::string &mode)
{
    return mode == "pull" ? AnonymousAccess::Pull : mode == "push" ? AnonymousAccess::Push : AnonymousAccess::Off;
}

/// What the key's owner may do with it; null if the key is disabled or its owner's time is over.
std::shared_ptr<const Rights> readRights(Sql &sql, const AccessKeyRow &key)
{
    const auto person = people::find(sql, key.owner);
    if (!person || key.disabled || (person->endsAt != 0 && person->endsAt <= nowMs()))
        return nullptr;
    auto rights = std::make_shared<Rights>();
    rights->person = person->name;
    rights->role = roleFrom(person->role).value_or(Role::None);
    for (const auto &[registry, role] : person->registries)
        rights->registries.emplace(registry, roleFrom(role).value_or(Role::None));
    if (!key.roleLimit.empty())
        rights->limit = roleFrom(key.roleLimit).value_or(Role::None);
    if (!key.registries.empty())
        rights->onlyIn.emplace(key.registries.begin(), key.registries.end());
    rights->version = key.version;
    rights->endsAt = person->endsAt;
    return rights;
}

std::optional<AccessKeyPair> readBasic(std::string_view encoded)
{
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray(encoded.data(), qsizetype(encoded.size())), QByteArray::AbortOnBase64DecodingErrors);
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

Authenticator::Authenticator(Store &store, std::optional<AnonymousAccess> anonymous, const Secret &signingKey)
    : m_store(store)
    , m_anonymous(anonymous)
    , m_tokens(signingKey)
    , m_fingerprintKey(randomText(43))
{
}

AnonymousAccess Authenticator::anonymous() const { return m_anonymous ? *m_anonymous : accessOf(m_store.settings().get()->anonymous); }

void Authenticator::forgetKey(const std::string &id)
{
    const std::lock_guard guard(m_mutex);
    ++m_generation;
    m_fingerprints.erase(id);
    m_rights.erase(id);
}

void Authenticator::forgetPerson(const std::string &name)
{
    const std::lock_guard guard(m_mutex);
    ++m_generation;
    std::erase_if(m_rights, [&](const auto &entry) {
        if (entry.second->person != name)
            return false;
        m_fingerprints.erase(entry.first);
        return true;
    });
}

void Authenticator::forgetAll()
{
    const std::lock_guard guard(m_mutex);
    ++m_generation;
    m_fingerprints.clear();
    m_rights.clear();
}

void Authenticator::abandon()
{
    std::map<std::string, std::shared_ptr<Check>> checks;
    {
        const std::lock_guard guard(m_mutex);
        checks.swap(m_checks);
    }
    for (auto &[key, check] : checks)
        check->waiting.clear();
}

Budget &Authenticator::turnsOf(const std::string &keyId)
{
    const std::lock_guard guard(m_mutex);
    auto &turns = m_turns[keyId];
    if (!turns)
        turns = std::make_unique<Budget>(1, 128);
    return *turns;
}

std::uint64_t Authenticator::generation()
{
    const std::lock_guard guard(m_mutex);
    return m_generation;
}

/// The rights of a key that was looked up since the last change; with a fingerprint, only if it is that of the right secret.
Authenticator::SharedRights Authenticator::known(const std::string &keyId, const std::string *fingerprint)
{
    const std::lock_guard guard(m_mutex);
    if (!m_trustedId.empty() && keyId == m_trustedId) {
        static const auto administrator = std::make_shared<const Rights>(Rights{"administrator", Role::Administrator, {}, {}, {}, 0, 0});
        return !fingerprint || equalInConstantTime(m_trustedFingerprint, *fingerprint) ? administrator : nullptr;
    }
    if (fingerprint) {
        const auto right = m_fingerprints.find(keyId);
        if (right == m_fingerprints.end() || !equalInConstantTime(right->second, *fingerprint))
            return nullptr;
    }
    const auto it = m_rights.find(keyId);
    if (it == m_rights.end() || (it->second->endsAt != 0 && it->second->endsAt <= nowMs()))
        return nullptr; // the store then says whether there are any
    return it->second;
}

asio::awaitable<Result<Access>> Authenticator::checkKey(AccessKeyPair pair, std::string address)
{
    const auto fingerprint = hmacSha256(m_fingerprintKey, pair.secret.reveal());
    if (auto rights = known(pair.id, &fingerprint)) {
        m_store.pulls().recordKey(pair.id);
        co_return Access::ofKey(std::move(rights), pair.id);
    }
    // What cannot be a key is none; it must not become one on its way to the database.
    if (pair.id.empty() || pair.id.size() > maxIdBytes || pair.secret.reveal().size() > maxSecretBytes || !isCleanText(pair.id))
        co_return wrongKey();
    auto access = co_await checkOnce(pair, fingerprint);
    if (access) {
        m_failures.succeeded(address, pair.id);
        m_store.pulls().recordKey(pair.id);
    } else if (access.error().code == ErrorCode::Unauthorized) {
        if (const auto delay = m_failures.failed(address, pair.id); delay.count() > 0) {
            asio::steady_timer timer(co_await asio::this_coro::executor, delay);
            boost::system::error_code ignored;
            co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        }
    }
    co_return access;
}

asio::awaitable<Result<Access>> Authenticator::checkOnce(const AccessKeyPair &pair, const std::string &fingerprint)
{
    const auto key = pair.id + '\n' + fingerprint;
    std::shared_ptr<Check> check;
    bool isFirst = false;
    {
        const std::lock_guard guard(m_mutex);
        auto &slot = m_checks[key];
        isFirst = !slot;
        if (isFirst)
            slot = std::make_shared<Check>();
        check = slot;
    }
    if (!isFirst) {
        co_return co_await awaitCallback<Result<Access>>([&](std::function<void(Result<Access>)> done) {
            std::optional<Result<Access>> now;
            {
                const std::lock_guard guard(m_mutex);
                if (check->outcome)
                    now = check->outcome;
                else if (check->waiting.size() >= maxSharing)
                    now = tooMany();
                else
                    check->waiting.push_back(done);
            }
            if (now)
                done(std::move(*now));
        });
    }
    auto result = co_await checkSlowly(pair, fingerprint);
    std::vector<std::function<void(Result<Access>)>> waiting;
    {
        const std::lock_guard guard(m_mutex);
        m_checks.erase(key);
        check->outcome = result;
        waiting.swap(check->waiting);
    }
    for (auto &done : waiting)
        done(result);
    co_return result;
}

asio::awaitable<Result<Access>> Authenticator::checkSlowly(const AccessKeyPair &pair, const std::string &fingerprint)
{
    const auto before = generation();
    SharedRights rights;
    const auto row = co_await m_store.read([&](Sql &sql) -> Result<std::optional<AccessKeyRow>> {
        auto found = accesskeys::find(sql, pair.id);
        if (found)
            rights = readRights(sql, *found);
        return found;
    });
    if (!row)
        co_return tl::unexpected(row.error());
    const std::optional<AccessKeyRow> &key = *row;
    // An unknown key costs the same hash as a known one, so that time tells nothing.
    const bool usable = key && rights;
    std::string hash;
    {
        std::optional<Budget::Share> ownTurn;
        if (usable) {
            ownTurn = co_await turnsOf(pair.id).take(1, patience);
            if (!ownTurn)
                co_return tooMany();
        }
        Budget &turns = usable ? m_knownKeys : m_unknownKeys;
        const auto turn = co_await turns.take(1, patience);
        if (!turn) {
            // As late as for a key that exists, whose check comes before it is refused.
            asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(200 + std::int64_t(randomText(2)[0]) * 5));
            boost::system::error_code ignored;
            co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
            co_return tooMany();
        }
        const auto salt = usable ? key->salt : std::string(16, 'x');
        hash = co_await runBlocking(m_hashing, [&] { return slowHash(pair.secret, salt); });
    }
    if (!usable)
        co_return wrongKey();
    if (!equalInConstantTime(hash, key->hash)) {
        // Whoever guesses learns no more from waiting for a known key than for an unknown one.
        const auto turn = co_await m_unknownKeys.take(1, patience);
        co_return turn ? Result<Access>(wrongKey()) : tooMany();
    }
    const std::lock_guard guard(m_mutex);
    if (before == m_generation) {
        m_fingerprints[pair.id] = fingerprint;
        m_rights[pair.id] = rights;
    }
    co_return Access::ofKey(rights, pair.id);
}

asio::awaitable<Result<Authenticator::SharedRights>> Authenticator::rightsOf(std::string keyId)
{
    if (auto rights = known(keyId, nullptr))
        co_return rights;
    const auto before = generation();
    const auto rights = co_await m_store.read([&](Sql &sql) -> Result<SharedRights> {
        const auto row = accesskeys::find(sql, keyId);
        auto found = row ? readRights(sql, *row) : nullptr;
        if (!found)
            return fail(ErrorCode::Unauthorized, "The access key of this token was deleted or disabled");
        return found;
    });
    if (rights) {
        const std::lock_guard guard(m_mutex);
        if (before == m_generation)
            m_rights[keyId] = *rights;
    }
    co_return rights;
}

asio::awaitable<Result<Access>> Authenticator::checkAuthorization(std::string_view header, std::string address)
{
    if (header.empty())
        co_return Access::ofAnonymous(anonymous());
    if (startsWithWord(header, "basic")) {
        auto pair = readBasic(header.substr(6));
        if (!pair)
            co_return fail(ErrorCode::Unauthorized, "The Authorization header is malformed");
        co_return co_await checkKey(std::move(*pair), std::move(address));
    }
    if (!startsWithWord(header, "bearer"))
        co_return fail(ErrorCode::Unauthorized, "Only Basic and Bearer authorization are supported");
    const auto claims = m_tokens.check(std::string(header.substr(7)), nowMs());
    if (!claims)
        co_return tl::unexpected(claims.error());
    const auto &token = **claims;
    if (token.subject.empty())
        co_return Access::ofToken(nullptr, {}, anonymous(), token.grants);
    const auto rights = co_await rightsOf(token.subject);
    if (!rights)
        co_return tl::unexpected(rights.error());
    if ((*rights)->version != token.keyVersion)
        co_return fail(ErrorCode::Unauthorized, "The access key of this token has a new secret");
    m_store.pulls().recordKey(token.subject);
    co_return Access::ofToken(*rights, token.subject, AnonymousAccess::Off, token.grants);
}

void Authenticator::trustForThisRun(const AccessKeyPair &pair)
{
    const std::lock_guard guard(m_mutex);
    m_trustedId = pair.id;
    m_trustedFingerprint = hmacSha256(m_fingerprintKey, pair.secret.reveal());
}

} // namespace berth
