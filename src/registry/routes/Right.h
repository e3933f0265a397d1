// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "registry/access/Access.h"

namespace berth {

/// What a caller needs for a call, looked at before its handler sees it.
struct Right {
    enum class Kind {
        Anybody,       ///< Also without an access key.
        AnyKey,        ///< The handler answers each with what is the key's to see.
        Judged,        ///< The handler judges, as it takes a look into the database to know whose the thing is.
        Administrator, ///< Of the whole server.
        SeesAll,       ///< Whose key hides no registry: sums over the whole server tell of all of them.
        InRegistry,    ///< May do `action` in the registry that the address names.
        PullOrPush,    ///< There: a push asks, too, what it may skip (R-012).
    };
    Kind kind = Kind::Administrator;
    Action action = Action::See;
};

namespace right {
inline constexpr Right anybody{Right::Kind::Anybody}, anyKey{Right::Kind::AnyKey}, judged{Right::Kind::Judged}, administrator{Right::Kind::Administrator},
    seesAll{Right::Kind::SeesAll}, see{Right::Kind::InRegistry, Action::See}, pull{Right::Kind::InRegistry, Action::Pull},
    push{Right::Kind::InRegistry, Action::Push}, remove{Right::Kind::InRegistry, Action::Delete}, pullOrPush{Right::Kind::PullOrPush, Action::Pull};
}

/// For the management APIs: Denied with the reason where the access has not that right. `registry` is the one that the address names. Whoever may
/// not see it learns nothing of what is in it, not even what is missing.
Result<void> checkRight(const Right &right, const Access &access, std::string_view registry);

/// Denied unless it is the whole server's administrator.
Result<void> needAdministrator(const Access &access);

/// Denied with the reason unless the key may do that in the registry.
Result<void> needRight(const Access &access, std::string_view registry, Action action);

} // namespace berth
