// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrSelectors.h"

namespace berth::ncr {

Result<NameSelector> readSelector(const json::value &body, std::string_view member)
{
    const auto *given = json::find(body, member);
    if (!given || given->is_null())
        return NameSelector();
    const auto wrong = [&](const char *what) { return fail(ErrorCode::BadRequest, std::string(member) + what); };
    if (!given->is_object())
        return wrong(" is an object with include and pattern");
    const auto *include = json::find(*given, "include");
    if (include && !include->is_null() && !include->is_bool())
        return wrong(".include is true or false");
    const auto *pattern = json::find(*given, "pattern");
    if (pattern && !pattern->is_null() && !pattern->is_string())
        return wrong(".pattern is a text");
    NameSelector selector;
    selector.excludes = include && include->is_bool() && !include->get_bool();
    if (pattern && pattern->is_string())
        selector.pattern = json::text(*given, "pattern");
    return selector;
}

json::object writtenSelector(const NameSelector &selector) { return {{"include", !selector.excludes}, {"pattern", selector.pattern}}; }

} // namespace berth::ncr
