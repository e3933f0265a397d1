// SPDX-License-Identifier: Apache-2.0
#include "registry/access/Access.h"

#include <algorithm>

namespace berth {

Access Access::ofRole(Role role, std::string actor)
{
    Access access;
    access.m_role = role;
    access.m_actor = std::move(actor);
    return access;
}

Access Access::ofToken(std::string actor, Role role, AnonymousAccess anonymous, std::vector<Grant> grants)
{
    Access access;
    access.m_actor = std::move(actor);
    access.m_role = role;
    access.m_anonymous = access.m_actor.empty() ? anonymous : AnonymousAccess::Off;
    access.m_limitedByToken = true;
    access.m_grants = std::move(grants);
    return access;
}

Access Access::ofAnonymous(AnonymousAccess anonymous)
{
    Access access;
    access.m_anonymous = anonymous;
    return access;
}

bool Access::roleAllows(Action action) const
{
    switch (m_role) {
    case Role::Administrator: return true;
    case Role::Member: return action == Action::Pull;
    case Role::ImageUploader: return action == Action::Push;
    case Role::None: break;
    }
    return (action == Action::Pull && m_anonymous != AnonymousAccess::Off)
        || (action == Action::Push && m_anonymous == AnonymousAccess::Push);
}

bool Access::allows(const RepositoryName &name, Action action) const
{
    if (!m_limitedByToken)
        return roleAllows(action);
    return std::ranges::any_of(m_grants, [&](const Grant &grant) {
        if (grant.type != "repository" || grant.name != name.toString())
            return false;
        return action == Action::Pull ? grant.pull : action == Action::Push ? grant.push : grant.remove;
    });
}

bool Access::allowsCatalog() const
{
    if (!m_limitedByToken)
        return roleAllows(Action::Pull);
    return std::ranges::any_of(m_grants, [](const Grant &grant) { return grant.catalog; });
}

bool Access::mayCreateRegistries() const
{
    return m_role == Role::Administrator || m_anonymous == AnonymousAccess::Push;
}

Grant Access::narrowed(const Grant &wanted) const
{
    Grant grant = wanted;
    grant.pull = wanted.pull && roleAllows(Action::Pull);
    grant.push = wanted.push && roleAllows(Action::Push);
    grant.remove = wanted.remove && roleAllows(Action::Delete);
    grant.catalog = wanted.catalog && roleAllows(Action::Pull);
    return grant;
}

Grant parseScope(std::string_view scope)
{
    Grant grant;
    const auto first = scope.find(':');
    const auto last = scope.rfind(':');
    if (first == std::string_view::npos || last == first)
        return grant;
    grant.type = scope.substr(0, std::min(first, scope.find('(')));
    const auto name = scope.substr(first + 1, last - first - 1);
    std::string_view actions = scope.substr(last + 1);
    if (grant.type == "registry") {
        grant.name = name;
        grant.catalog = name == "catalog" && actions == "*";
        return grant;
    }
    const auto repository = RepositoryName::parse(name);
    if (grant.type != "repository" || !repository)
        return grant;
    grant.name = repository->toString();
    while (!actions.empty()) {
        const auto comma = actions.find(',');
        const auto action = actions.substr(0, comma);
        grant.pull |= action == "pull" || action == "*";
        grant.push |= action == "push" || action == "*";
        grant.remove |= action == "delete" || action == "*";
        if (comma == std::string_view::npos)
            break;
        actions.remove_prefix(comma + 1);
    }
    return grant;
}

} // namespace berth
