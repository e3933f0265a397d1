// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "core/Result.h"

namespace berth::json {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// Parses JSON from outside: one value, UTF-8, at most 100 levels deep, no key twice in one object.
///
/// BadRequest with the place of the first fault.
Result<value> parseStrict(std::string_view text);

/// The member, or nullptr if `from` is no object or lacks it.
const value *find(const value &from, std::string_view key);
const value *find(const object &from, std::string_view key);

/// The member if it is of that type, else the fallback (replies from outside may lack anything).
std::string text(const value &from, std::string_view key, std::string_view fallback = {});
std::string text(const object &from, std::string_view key, std::string_view fallback = {});
std::int64_t integer(const value &from, std::string_view key, std::int64_t fallback = 0);
bool boolean(const value &from, std::string_view key, bool fallback = false);

/// An array member, or an empty one.
const array &list(const value &from, std::string_view key);

std::string serialize(const value &value);

} // namespace berth::json
