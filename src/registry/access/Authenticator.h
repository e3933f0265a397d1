// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include "core/Secret.h"
#include "registry/Budget.h"
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
    /// the same address. The same pair is checked once for all who ask at the same time; a check waits up to 10 s for its turn, then
    /// TooManyRequests. Unknown keys queue apart, so that a flood of them costs the others nothing.
    boost::asio::awaitable<Result<Access>> checkKey(AccessKeyPair pair, std::string address);

    /// Access by an Authorization header (Basic or Bearer); an empty one is anonymous. Wrong credentials are Unauthorized, never taken as
    /// anonymous. A key that was deleted or disabled, or got a new secret, takes its tokens along; what its owner may do
    /// is looked up anew, so that a changed role counts from the next request on.
    boost::asio::awaitable<Result<Access>> checkAuthorization(std::string_view header, std::string address);

    /// After a change of that key, or of that person, was committed: what was known of it before counts no more.
    void forgetKey(const std::string &id);
    void forgetPerson(const std::string &name);

    /// After a change that may concern anybody.
    void forgetAll();

    /// Lets go of checks that will never end, once the threads of their requests have; before what these ran on goes.
    void abandon();

    Tokens &tokens() { return m_tokens; }
    AnonymousAccess anonymous() const;

    /// Takes the pair as an administrator's until this object goes, without storing it.
    void trustForThisRun(const AccessKeyPair &pair);

private:
    using SharedRights = std::shared_ptr<const Rights>;

    /// One check under way and who else waits for its outcome. Guarded by m_mutex.
    struct Check {
        std::optional<Result<Access>> outcome;
        std::vector<std::function<void(Result<Access>)>> waiting;
    };

    boost::asio::awaitable<Result<SharedRights>> rightsOf(std::string keyId);
    boost::asio::awaitable<Result<Access>> checkOnce(const AccessKeyPair &pair, const std::string &fingerprint);
    boost::asio::awaitable<Result<Access>> checkSlowly(const AccessKeyPair &pair, const std::string &fingerprint);
    Budget &turnsOf(const std::string &keyId);
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
    std::map<std::string, std::shared_ptr<Check>> m_checks; ///< Under way, by key and fingerprint.
    std::map<std::string, std::unique_ptr<Budget>> m_turns; ///< Of each key: guesses at one leave room for the others.
    std::string m_trustedId;
    std::string m_trustedFingerprint;

    boost::asio::thread_pool m_hashing{3};
    Budget m_knownKeys{2, 1024};
    Budget m_unknownKeys{1, 64};
};

} // namespace berth
