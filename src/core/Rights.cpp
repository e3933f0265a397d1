// SPDX-License-Identifier: Apache-2.0
#include "core/Rights.h"

#include <utility>

namespace berth {

namespace {
constexpr std::pair<Role, const char *> names[] = {
    {Role::Administrator, "administrator"}, {Role::Member, "member"}, {Role::ImageUploader, "uploader"}, {Role::None, "none"}};
}

bool roleAllows(Role role, Action action)
{
    switch (role) {
    case Role::Administrator: return true;
    case Role::Member: return action == Action::See || action == Action::Pull;
    case Role::ImageUploader: return action == Action::See || action == Action::Push;
    case Role::None: break;
    }
    return false;
}

std::optional<Role> roleFrom(std::string_view text)
{
    for (const auto &[role, name] : names) {
        if (text == name)
            return role;
    }
    return std::nullopt;
}

const char *nameOf(Role role)
{
    for (const auto &[one, name] : names) {
        if (one == role)
            return name;
    }
    return "none";
}

bool Rights::allows(std::string_view registry, Action action) const
{
    if ((onlyIn && !onlyIn->contains(registry)) || (limit && !roleAllows(*limit, action)))
        return false;
    const auto own = registries.find(registry);
    return roleAllows(own == registries.end() ? role : own->second, action);
}

} // namespace berth
