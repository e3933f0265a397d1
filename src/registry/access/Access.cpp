// SPDX-License-Identifier: Apache-2.0
#include "registry/access/Access.h"

#include <algorithm>

namespace berth {

Access::Access()
{
    static const auto nothing = std::make_shared<const Rights>();
    m_rights = nothing;
}

Access Access::ofKey(std::shared_ptr<const Rights> rights, std::string actor)
{
    Access access;
    access.m_rights = std::move(rights);
    access.m_actor = std::move(actor);
    return access;
}

Access Access::ofToken(std::shared_ptr<const Rights> rights, std::string actor, AnonymousAccess anonymous, std::vector<Grant> grants)
{
    Access access;
    if (rights)
        access.m_rights = std::move(rights);
    access.m_actor = std::move(actor);
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

bool Access::anonymousAllows(Action action) const
{
    return ((action == Action::Pull || action == Action::See) && m_anonymous != AnonymousAccess::Off)
        || (action == Action::Push && m_anonymous == AnonymousAccess::Push);
}

bool Access::keyAllows(const RepositoryName &name, Action action) const { return m_rights->allows(name.registry(), action) || anonymousAllows(action); }

bool Access::allows(const RepositoryName &name, Action action) const
{
    if (!keyAllows(name, action))
        return false;
    return !m_limitedByToken || std::ranges::any_of(m_grants, [&](const Grant &grant) {
        if (grant.type != "repository" || grant.name != name.toString())
            return false;
        return action == Action::Push ? grant.push : action == Action::Delete ? grant.remove : grant.pull;
    });
}

bool Access::allowsCatalog() const
{
    if (!m_limitedByToken)
        return !m_actor.empty() || anonymousAllows(Action::Pull);
    return std::ranges::any_of(m_grants, [](const Grant &grant) { return grant.catalog; });
}

bool Access::mayCreateRegistries() const { return m_rights->isServerAdministrator() || m_anonymous == AnonymousAccess::Push; }

Grant Access::narrowed(const Grant &wanted) const
{
    Grant grant = wanted;
    const auto name = wanted.type == "repository" ? RepositoryName::parse(wanted.name) : Result<RepositoryName>(fail(ErrorCode::NameInvalid, ""));
    const auto may = [&](Action action) { return name && keyAllows(*name, action); };
    grant.pull = wanted.pull && may(Action::Pull);
    grant.push = wanted.push && may(Action::Push);
    grant.remove = wanted.remove && may(Action::Delete);
    grant.catalog = wanted.catalog && (!m_actor.empty() || anonymousAllows(Action::Pull));
    return grant;
}

Grant parseScope(std::string_view scope)
{
    Grant grant;
    const auto first = scope.find(':');
    const auto last = scope.rfind(':');
    if (first == std::string_view::npos || last == first)
        return grant;
    const auto type = scope.substr(0, std::min(first, scope.find('(')));
    if (type != "registry" && type != "repository") // anybody's text has no place in a token
        return grant;
    grant.type = type;
    const auto name = scope.substr(first + 1, last - first - 1);
    std::string_view actions = scope.substr(last + 1);
    if (grant.type == "registry") {
        grant.catalog = name == "catalog" && actions == "*";
        grant.name = grant.catalog ? "catalog" : "";
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
