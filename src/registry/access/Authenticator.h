// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include "core/Secret.h"
#include "registry/access/Access.h"
#include "registry/access/Tokens.h"
#include "registry/store/Store.h"

namespace berth {

/// Turns credentials into what a request may do. Its methods may be called on any connection's thread.
class Authenticator {
public:
    /// Both are borrowed.
    Authenticator(Store &store, AnonymousAccess anonymous);

    /// Access of a key pair. Unauthorized alike for an unknown key and a wrong secret; TooManyRequests when too
    /// many are being checked at once.
    boost::asio::awaitable<Result<Access>> checkKey(AccessKeyPair pair);

    /// Access by an Authorization header (Basic or Bearer); an empty one is anonymous. Wrong credentials are Unauthorized,
    /// never taken as anonymous. A key that was deleted or disabled takes its tokens along.
    boost::asio::awaitable<Result<Access>> checkAuthorization(std::string_view header);

    Tokens &tokens() { return m_tokens; }
    AnonymousAccess anonymous() const { return m_anonymous; }

    /// Takes the pair as an administrator's until this object goes, without storing it.
    void trustForThisRun(const AccessKeyPair &pair);

private:
    struct Known {
        std::string fingerprint; ///< HMAC of the secret under a key of this process.
        Role role = Role::None;
    };

    boost::asio::awaitable<bool> isLive(std::string keyId);

    Store &m_store;
    const AnonymousAccess m_anonymous;
    Tokens m_tokens;
    const std::string m_fingerprintKey;
    std::mutex m_mutex;
    std::map<std::string, Known> m_known;
    std::atomic<int> m_waiting = 0;
    boost::asio::thread_pool m_hashing{1};
};

} // namespace berth
