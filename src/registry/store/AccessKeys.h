// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Secret.h"
#include "core/Time.h"
#include "registry/store/Sql.h"

namespace berth {

/// How many access keys one person may have.
inline constexpr std::int64_t maxKeysOfAPerson = 5;

/// From this age on a key should be changed.
inline constexpr TimeMs keyAdviceMs = 90LL * 24 * 60 * 60 * 1000;

/// An access key as stored: never its secret, only a salted slow hash.
struct AccessKeyRow {
    std::string id;
    std::string owner; ///< A person's name.
    std::string note;  ///< Who or what uses it.
    std::string salt;
    std::string hash;
    std::string roleLimit;               ///< The key may do no more than this role; empty: no limit of its own.
    std::vector<std::string> registries; ///< The key counts in these alone; empty: everywhere.
    bool disabled = false;
    std::int64_t version = 1; ///< Grows with each new secret; tokens of an older one are refused (R-005).
    TimeMs createdAt = 0;
    TimeMs secretAt = 0; ///< When the secret was made: its age counts from here.
    TimeMs usedAt = 0;   ///< 0: never.
};

namespace accesskeys {

std::optional<AccessKeyRow> find(Sql &sql, const std::string &id);

/// A person's keys, oldest first.
std::vector<AccessKeyRow> list(Sql &sql, const std::string &owner);

std::int64_t count(Sql &sql);

/// Stores a new key. Conflict if its owner has five already, NotFound if there is no such person.
Result<void> create(Sql &sql, const AccessKeyRow &key);

/// Inserts the key, or replaces salt and hash of the key with that id, whatever the limits say.
void put(Sql &sql, const AccessKeyRow &key);

/// Replaces the secret; the id stays, the version grows. NotFound.
Result<void> setSecret(Sql &sql, const std::string &id, const std::string &salt, const std::string &hash);

/// Replaces note, limits and whether it is disabled. NotFound; Precondition as people::needAnAdministrator().
Result<void> update(Sql &sql, const AccessKeyRow &key);

/// NotFound; Precondition as people::needAnAdministrator().
Result<void> remove(Sql &sql, const std::string &id);

/// Removes every other key of that owner.
void removeOthers(Sql &sql, const std::string &owner, const std::string &keptId);

void setUsed(Sql &sql, const std::string &id, TimeMs when);

} // namespace accesskeys

} // namespace berth
