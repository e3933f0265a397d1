// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Cleanup.h"
#include "core/Json.h"
#include "core/Protection.h"

namespace berth {

/// Policies as Berth writes them: in the history of a run, in its own API and in files (resources/policies.schema.json). Numbers of rules are
/// left out.
///
///     {"disabled": false, "images": {"excludes": false, "pattern": "**"}, "tags": {…, "untagged": true}, "keep": "latest_pushed_n_images", "number": 5}
///
/// A protection rule has neither "untagged" nor the last two.
namespace policyjson {

json::object of(const CleanupRule &rule);
json::object of(const ProtectionRule &rule);

/// BadRequest for what is no rule, with the member at fault; members that are left out are as in a new rule, but "keep" and its number.
Result<CleanupRule> cleanupFrom(const json::value &value);
Result<ProtectionRule> protectionFrom(const json::value &value);

json::array listOf(const std::vector<CleanupRule> &rules);
json::array listOf(const std::vector<ProtectionRule> &rules);
Result<std::vector<CleanupRule>> cleanupListFrom(const json::value &value, std::string_view member);
Result<std::vector<ProtectionRule>> protectionListFrom(const json::value &value, std::string_view member);

} // namespace policyjson

} // namespace berth
