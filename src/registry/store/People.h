// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/Json.h"
#include "core/Time.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// Somebody who may have access keys. Roles are words here ("administrator", "member", "uploader", "none"); access/Rights.h says
/// what they allow.
struct Person {
    std::string name;
    std::string role;                              ///< For the whole server.
    std::map<std::string, std::string> registries; ///< Registry to role; wins over `role` inside it.
    TimeMs createdAt = 0;
    TimeMs endsAt = 0; ///< From then on the keys are refused; 0: never.
    std::int64_t keyCount = 0;
    TimeMs usedAt = 0; ///< When one of the keys was used last; 0: never.
};

namespace people {

/// By name.
std::vector<Person> list(Sql &sql, Page page);

std::int64_t count(Sql &sql);
std::optional<Person> find(Sql &sql, const std::string &name);

/// NameInvalid for anything but 1 to 64 letters, digits and . _ - @; Conflict if the name is taken.
Result<void> create(Sql &sql, const Person &person);

/// Replaces role, registries and end. NotFound; Precondition if no administrator with a usable key would be left.
Result<void> update(Sql &sql, const Person &person);

/// With all keys. NotFound; Precondition as update().
Result<void> remove(Sql &sql, const std::string &name);

/// The roles that people have in that registry alone, by name; they end with it, and come back with it out of the trash.
json::object takeRolesIn(Sql &sql, const std::string &registry);
void putRolesIn(Sql &sql, const std::string &registry, const json::object &roles);

/// Precondition unless an administrator of the whole server has a key that is enabled and without limits: otherwise nobody could let
/// anybody in any more. Called after a change, in its transaction.
Result<void> needAnAdministrator(Sql &sql);

} // namespace people

} // namespace berth
