// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/Names.h"

namespace berth {

enum class Role { None, ImageUploader, Member, Administrator };

enum class Action { Pull, Push, Delete };

/// What is served without credentials.
enum class AnonymousAccess { Off, Pull, Push };

/// One entry of a token's access list: a repository (canonical name) or the catalog, and what may be done.
struct Grant {
    std::string type; ///< "repository" or "registry".
    std::string name;
    bool pull = false;
    bool push = false;
    bool remove = false;
    bool catalog = false;
};

/// What one request may do, once its credentials have been checked.
class Access {
public:
    static Access ofRole(Role role, std::string actor);
    /// `anonymous` counts for a token without an actor only.
    static Access ofToken(std::string actor, Role role, AnonymousAccess anonymous, std::vector<Grant> grants);
    static Access ofAnonymous(AnonymousAccess anonymous);

    /// True if a wider token or other credentials could allow it.
    bool couldAllow(Action action) const { return m_actor.empty() || (m_limitedByToken && roleAllows(action)); }

    /// The access key's ID; empty for an anonymous request.
    const std::string &actor() const { return m_actor; }
    Role role() const { return m_role; }

    bool allows(const RepositoryName &name, Action action) const;
    bool allowsCatalog() const;

    /// Whether a push may create the registry that it names.
    bool mayCreateRegistries() const;

    /// The part of a wanted grant that this access covers; a token gets no more.
    Grant narrowed(const Grant &wanted) const;

private:
    bool roleAllows(Action action) const;

    std::string m_actor;
    Role m_role = Role::None;
    AnonymousAccess m_anonymous = AnonymousAccess::Off;
    bool m_limitedByToken = false;
    std::vector<Grant> m_grants;
};

/// Reads a scope "type[(class)]:name:action[,action]". The name may hold colons and becomes canonical; a name that breaks the
/// grammar and unknown actions give a grant that allows nothing.
Grant parseScope(std::string_view scope);

} // namespace berth
