// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/Secret.h"
#include "core/Time.h"
#include "registry/store/Sql.h"

namespace berth {

/// An access key as stored: never its secret, only a salted slow hash.
struct AccessKeyRow {
    std::string id;
    std::string owner;
    std::string role;
    std::string salt;
    std::string hash;
    bool disabled = false;
    TimeMs createdAt = 0;
};

namespace accesskeys {

std::optional<AccessKeyRow> find(Sql &sql, const std::string &id);

std::int64_t count(Sql &sql);

/// Inserts the key, or replaces salt and hash of the key with that id.
void put(Sql &sql, const AccessKeyRow &key);

/// Removes every other key of that owner.
void removeOthers(Sql &sql, const std::string &owner, const std::string &keptId);

} // namespace accesskeys

} // namespace berth
