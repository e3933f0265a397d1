// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/Result.h"
#include "core/Time.h"
#include "registry/access/Access.h"

namespace berth {

/// What a token says, once its signature has been checked.
struct TokenClaims {
    std::string subject; ///< The access key's ID; empty for anonymous.
    Role role = Role::None;
    std::vector<Grant> grants;
    TimeMs expiresAt = 0;
};

/// Makes and checks bearer tokens: JSON Web Tokens (RFC 7519), signed with HMAC-SHA256.
///
/// The signing key lives in memory and is new at each start, so that no stored secret can leak; clients that
/// meet a token of an earlier start are told it is invalid and fetch another. Thread-safe.
class Tokens {
public:
    static constexpr std::chrono::seconds lifetime = std::chrono::hours(1); // at most 12 h

    Tokens();

    std::string make(const std::string &subject, Role role, const std::vector<Grant> &grants, TimeMs now);

    /// Unauthorized if it is malformed, not ours, or expired.
    Result<std::shared_ptr<const TokenClaims>> check(const std::string &token, TimeMs now);

private:
    std::string m_signingKey;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<const TokenClaims>> m_checked; ///< Emptied when it grows large.
};

} // namespace berth
