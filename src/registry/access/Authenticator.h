// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include "core/Secret.h"
#include "registry/access/Access.h"
#include "registry/access/FailureDelay.h"
#include "registry/access/Tokens.h"
#include "registry/store/Store.h"

namespace berth {

/// Turns credentials into what a request may do. Its methods may be called on any connection's thread.
class Authenticator {
public:
    /// The store is borrowed. `anonymous` is this run's; without it the stored setting counts.
    Authenticator(Store &store, std::optional<AnonymousAccess> anonymous, const Secret &signingKey);

    /// Access of a key pair. Unauthorized alike for an unknown key and a wrong secret, which is answered late after a few from
    /// the same address; TooManyRequests when too many are being checked at once.
    boost::asio::awaitable<Result<Access>> checkKey(AccessKeyPair pair, std::string address);

    /// Access by an Authorization header (Basic or Bearer); an empty one is anonymous. Wrong credentials are Unauthorized, never taken as
    /// anonymous. A key that was deleted or disabled, or got a new secret, takes its tokens along; what its owner may do
    /// is looked up anew, so that a changed role counts from the next request on.
    boost::asio::awaitable<Result<Access>> checkAuthorization(std::string_view header, std::string address);

    /// After any change of keys or people was committed: nothing that was known before counts any more.
    void forgetKeys();

    Tokens &tokens() { return m_tokens; }
    AnonymousAccess anonymous() const;

    /// Takes the pair as an administrator's until this object goes, without storing it.
    void trustForThisRun(const AccessKeyPair &pair);

private:
    using SharedRights = std::shared_ptr<const Rights>;

    boost::asio::awaitable<Result<SharedRights>> rightsOf(std::string keyId);
    boost::asio::awaitable<Result<Access>> checkSlowly(const AccessKeyPair &pair, const std::string &fingerprint);
    SharedRights known(const std::string &keyId, const std::string *fingerprint);
    std::uint64_t generation();

    Store &m_store;
    const std::optional<AnonymousAccess> m_anonymous;
    Tokens m_tokens;
    const std::string m_fingerprintKey;
    FailureDelay m_failures;

    std::mutex m_mutex;
    std::uint64_t m_generation = 0;
    std::map<std::string, std::string> m_fingerprints; ///< Key ID to the HMAC, under a key of this process, of its right secret.
    std::map<std::string, SharedRights> m_rights;
    std::map<std::string, int> m_waitingFor; ///< Checks under way for one key.
    std::string m_trustedId;
    std::string m_trustedFingerprint;
    int m_waiting = 0;

    boost::asio::thread_pool m_hashing{1};
};

} // namespace berth
