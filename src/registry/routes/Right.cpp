// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/Right.h"

#include "registry/routes/VisiblePage.h"

namespace berth {

Result<void> needAdministrator(const Access &access)
{
    if (!access.rights().isServerAdministrator())
        return fail(ErrorCode::Denied, "Only an administrator of this server may do this");
    return {};
}

Result<void> needRight(const Access &access, std::string_view registry, Action action)
{
    if (access.rights().allows(registry, action))
        return {};
    const std::string in(registry);
    switch (action) {
    case Action::See: return fail(ErrorCode::Denied, "You may not look into the registry " + in);
    case Action::Pull: return fail(ErrorCode::Denied, "You may not pull from the registry " + in);
    case Action::Push: return fail(ErrorCode::Denied, "You may not push to the registry " + in);
    case Action::Delete: break;
    }
    return fail(ErrorCode::Denied, "Only an administrator of the registry " + in + " may do this");
}

Result<void> checkRight(const Right &right, const Access &access, std::string_view registry)
{
    switch (right.kind) {
    case Right::Kind::Anybody:
    case Right::Kind::AnyKey:
    case Right::Kind::Judged: return {};
    case Right::Kind::Administrator: return needAdministrator(access);
    case Right::Kind::SeesAll:
        if (seesAll(access.rights()))
            return {};
        return fail(ErrorCode::Denied, "The sums of the whole server are told only to those who may see all of its registries");
    case Right::Kind::InRegistry:
    case Right::Kind::PullOrPush: break;
    }
    if (auto may = needRight(access, registry, Action::See); !may)
        return may;
    return needRight(access, registry, right.action);
}

} // namespace berth
