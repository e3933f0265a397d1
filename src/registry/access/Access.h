// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/Names.h"
#include "core/Rights.h"
#include "registry/store/Outbox.h"

namespace berth {

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
    static Access ofKey(std::shared_ptr<const Rights> rights, std::string actor);
    /// `rights` are the key's as they are now, null for an anonymous token; `anonymous` counts for that only.
    static Access ofToken(std::shared_ptr<const Rights> rights, std::string actor, AnonymousAccess anonymous, std::vector<Grant> grants);
    static Access ofAnonymous(AnonymousAccess anonymous);

    /// The access key's ID; empty for an anonymous request.
    const std::string &actor() const { return m_actor; }

    /// Whose request it is, for people to read: the key's owner, else the key, else nobody.
    const std::string &who() const { return m_rights->person.empty() ? m_actor : m_rights->person; }

    /// What is done for this request, whose client has that address.
    Author deed(const std::string &source) const { return {who(), source}; }

    /// Never null: without a key, rights to nothing.
    const Rights &rights() const { return *m_rights; }

    bool allows(const RepositoryName &name, Action action) const;

    /// What the key (or anybody) may do there, whatever the token was asked for. By this, and not by the grants, a mount's source is
    /// judged: clients ask tokens for the target alone.
    bool keyAllows(const RepositoryName &name, Action action) const;

    /// True if a wider token or other credentials could allow it.
    bool couldAllow(const RepositoryName &name, Action action) const { return m_actor.empty() || (m_limitedByToken && keyAllows(name, action)); }

    bool allowsCatalog() const;
    bool couldAllowCatalog() const { return m_actor.empty() || m_limitedByToken; }

    /// Whether a push may create the registry that it names.
    bool mayCreateRegistries() const;

    /// The part of a wanted grant that this access covers; a token gets no more.
    Grant narrowed(const Grant &wanted) const;

private:
    Access();
    bool anonymousAllows(Action action) const;

    std::string m_actor;
    std::shared_ptr<const Rights> m_rights;
    AnonymousAccess m_anonymous = AnonymousAccess::Off;
    bool m_limitedByToken = false;
    std::vector<Grant> m_grants;
};

/// Reads a scope "type[(class)]:name:action[,action]". The name may hold colons and becomes canonical; a name that breaks the
/// grammar and unknown actions give a grant that allows nothing.
Grant parseScope(std::string_view scope);

} // namespace berth
