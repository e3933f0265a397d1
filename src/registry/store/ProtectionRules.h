// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/Json.h"
#include "core/Protection.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// The protection rules of registries, where Protection.h finds them.
namespace protectionrules {

/// In the order in which they were made.
std::vector<ProtectionRule> list(Sql &sql, std::int64_t registry, Page page = {0, std::int64_t(mostPolicies)});

/// All of a registry, by its name; none where there is no such registry.
std::vector<ProtectionRule> ofRegistry(Sql &sql, std::string_view name);

/// The new rule's number. BadRequest: a pattern is none, or there are as many as there may be; Conflict: there is a twin.
Result<std::int64_t> add(Sql &sql, std::int64_t registry, const ProtectionRule &rule);

/// Makes the rule of that number what it says. As add(); NotFound.
Result<void> change(Sql &sql, std::int64_t registry, const ProtectionRule &rule);

/// NotFound.
Result<void> remove(Sql &sql, std::int64_t registry, std::int64_t id);

/// What a registry that is deleted takes to the trash, and what it brings back.
json::array taken(Sql &sql, std::int64_t registry);
/// False: some of them could not be read, so that less is protected than was.
bool putBack(Sql &sql, std::int64_t registry, const json::array &rules);

} // namespace protectionrules

} // namespace berth
