// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/Result.h"
#include "core/Secret.h"
#include "core/Time.h"
#include "registry/access/Access.h"

namespace berth {

/// What a token says, once its signature has been checked.
struct TokenClaims {
    std::string subject; ///< The access key's ID; empty for anonymous.
    std::int64_t keyVersion = 0; ///< Of the secret that it was given for.
    std::vector<Grant> grants;
    TimeMs expiresAt = 0;
};

/// Makes and checks bearer tokens: JSON Web Tokens (RFC 7519), signed with HMAC-SHA256.
///
/// Thread-safe.
class Tokens {
public:
    /// No token lives longer.
    static constexpr std::chrono::seconds longestLifetime = std::chrono::hours(12);

    explicit Tokens(const Secret &signingKey);

    std::string make(const std::string &subject, std::int64_t keyVersion, const std::vector<Grant> &grants, TimeMs now, std::chrono::seconds lifetime);

    /// Unauthorized if it is malformed, not ours, or expired.
    Result<std::shared_ptr<const TokenClaims>> check(const std::string &token, TimeMs now);

private:
    const Secret m_signingKey;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<const TokenClaims>> m_checked; ///< Emptied when it grows large.
    std::size_t m_rememberedBytes = 0;
};

} // namespace berth
