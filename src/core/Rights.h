// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/Time.h"

namespace berth {

enum class Role { None, ImageUploader, Member, Administrator };

/// See: lists and details. Push: also creating and moving tags. Delete: also policies and webhooks.
enum class Action { See, Pull, Push, Delete };

/// What the role may do where it holds (R-010…R-012).
bool roleAllows(Role role, Action action);

/// "administrator", "member", "uploader", "none"; empty for any other text.
std::optional<Role> roleFrom(std::string_view text);
const char *nameOf(Role role);

/// What the owner of one access key may do with it.
struct Rights {
    std::string person;
    Role role = Role::None;                            ///< For the whole server.
    std::map<std::string, Role, std::less<>> registries;  ///< Wins over `role` inside these.
    std::optional<Role> limit;                         ///< The key itself may do no more than this role.
    std::optional<std::set<std::string, std::less<>>> onlyIn; ///< The key counts in these registries alone.
    std::int64_t version = 0;                          ///< Of the key's secret; tokens carry it.
    TimeMs endsAt = 0;                                 ///< From then on they are nothing; 0: never.

    bool allows(std::string_view registry, Action action) const;

    /// Registries, caches, users and settings are the server administrator's, by a key without limits.
    bool isServerAdministrator() const { return role == Role::Administrator && !isLimited(); }
    bool isLimited() const { return limit.has_value() || onlyIn.has_value(); }

    friend bool operator==(const Rights &, const Rights &) = default;
};

} // namespace berth
