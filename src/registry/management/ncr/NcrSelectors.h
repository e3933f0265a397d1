// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Json.h"
#include "core/Policy.h"

/// The `scope` and `tag` of a policy, as NCR's API writes them: {"include":true,"pattern":"**"}.
namespace berth::ncr {

/// Everything where the body has no such member. BadRequest where it is something else.
Result<NameSelector> readSelector(const json::value &body, std::string_view member);
json::object writtenSelector(const NameSelector &selector);

} // namespace berth::ncr
