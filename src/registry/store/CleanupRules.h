// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/Cleanup.h"
#include "core/Json.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// The cleanup policies of registries, and when they are run. Each call works inside the caller's transaction.
namespace cleanuprules {

/// In the order in which they were made.
std::vector<CleanupRule> list(Sql &sql, std::int64_t registry, Page page = {0, std::int64_t(mostPolicies)});

/// The new rule's number. BadRequest: it is none, or there are as many as there may be; Conflict: there is a twin.
Result<std::int64_t> add(Sql &sql, std::int64_t registry, const CleanupRule &rule);

/// Makes the rule of that number what it says. As add(); NotFound.
Result<void> change(Sql &sql, std::int64_t registry, const CleanupRule &rule);

/// NotFound.
Result<void> remove(Sql &sql, std::int64_t registry, std::int64_t id);

/// Five fields as in Cron.h, or empty: no schedule.
std::string schedule(Sql &sql, std::int64_t registry);

/// BadRequest with the field at fault.
Result<void> setSchedule(Sql &sql, std::int64_t registry, const std::string &cron);

/// All registries that have one.
std::map<std::int64_t, std::string> schedules(Sql &sql);

/// What a registry that is deleted takes to the trash, and what it brings back under its new number, its history included.
json::object taken(Sql &sql, std::int64_t registry);
/// Without its schedule, which is logged, where a policy cannot be read or `mayRun` is false: nothing is deleted by itself that policies kept.
void putBack(Sql &sql, std::int64_t registry, const json::value &taken, bool mayRun);

/// The registry is gone for good, and with it the history of its runs.
void forget(Sql &sql, const json::value &taken);

} // namespace cleanuprules

} // namespace berth
