// SPDX-License-Identifier: Apache-2.0
#include "core/PolicyJson.h"

namespace berth::policyjson {

namespace {

tl::unexpected<Error> wrong(std::string_view member, std::string what)
{
    return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The policy's %1 is to be %2"), {std::string(member), std::move(what)});
}

/// A member that is absent or of that type.
Result<bool> readFlag(const json::value &from, std::string_view member, bool fallback)
{
    const auto *given = json::find(from, member);
    if (!given)
        return fallback;
    if (!given->is_bool())
        return wrong(member, "true or false");
    return given->get_bool();
}

struct Selector {
    bool excludes = false;
    std::string pattern = "**";
    bool untagged = true;
};

json::object written(bool excludes, const std::string &pattern) { return {{"excludes", excludes}, {"pattern", pattern}}; }

Result<Selector> readSelector(const json::value &from, std::string_view member)
{
    Selector selector;
    const auto *given = json::find(from, member);
    if (!given)
        return selector;
    if (!given->is_object())
        return wrong(member, R"({"excludes": false, "pattern": "**"})");
    const auto excludes = readFlag(*given, "excludes", false);
    if (!excludes)
        return tl::unexpected(excludes.error());
    const auto untagged = readFlag(*given, "untagged", true);
    if (!untagged)
        return tl::unexpected(untagged.error());
    const auto *pattern = json::find(*given, "pattern");
    if (pattern && !pattern->is_string())
        return wrong("pattern", "a text");
    selector.excludes = *excludes;
    selector.untagged = *untagged;
    selector.pattern = json::text(*given, "pattern", "**");
    return selector;
}

template <class Rule, class Read> Result<std::vector<Rule>> readList(const json::value &value, std::string_view member, const Read &read)
{
    std::vector<Rule> rules;
    const auto *given = json::find(value, member);
    if (given && !given->is_array())
        return wrong(member, "a list");
    for (const auto &element : json::list(value, member)) {
        auto rule = read(element);
        if (!rule)
            return tl::unexpected(rule.error());
        rules.push_back(std::move(*rule));
    }
    return rules;
}

/// What both kinds have.
template <class Rule> Result<Rule> readRule(const json::value &value)
{
    if (!value.is_object())
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "A policy is an object"));
    const auto images = readSelector(value, "images");
    if (!images)
        return tl::unexpected(images.error());
    const auto tags = readSelector(value, "tags");
    if (!tags)
        return tl::unexpected(tags.error());
    const auto disabled = readFlag(value, "disabled", false);
    if (!disabled)
        return tl::unexpected(disabled.error());
    Rule rule;
    rule.isEnabled = !*disabled;
    rule.images = {images->excludes, images->pattern};
    rule.tags = {tags->excludes, tags->pattern, tags->untagged};
    return rule;
}

} // namespace

json::object of(const CleanupRule &rule)
{
    auto tags = written(rule.tags.excludes, rule.tags.pattern);
    tags["untagged"] = rule.tags.untagged;
    json::object object{
        {"disabled", !rule.isEnabled}, {"images", written(rule.images.excludes, rule.images.pattern)}, {"tags", std::move(tags)}, {"keep", wordOf(rule.keep)}};
    if (rule.keep != Keep::Always)
        object["number"] = rule.number;
    return object;
}

json::object of(const ProtectionRule &rule)
{
    return {{"disabled", !rule.isEnabled}, {"images", written(rule.images.excludes, rule.images.pattern)},
        {"tags", written(rule.tags.excludes, rule.tags.pattern)}};
}

Result<CleanupRule> cleanupFrom(const json::value &value)
{
    auto rule = readRule<CleanupRule>(value);
    if (!rule)
        return rule;
    const auto keep = keepFrom(json::text(value, "keep"));
    if (!keep)
        return wrong("keep", "always, latest_pushed_n_images, latest_pulled_n_images, n_days_since_last_push or n_days_since_last_pull");
    rule->keep = *keep;
    if (*keep != Keep::Always) {
        const auto *number = json::find(value, "number");
        if (!number || !number->is_int64())
            return wrong("number", "a whole number");
        rule->number = number->get_int64();
    }
    if (auto good = rule->check(); !good)
        return tl::unexpected(good.error());
    return rule;
}

Result<ProtectionRule> protectionFrom(const json::value &value)
{
    auto rule = readRule<ProtectionRule>(value);
    if (!rule)
        return rule;
    rule->tags.untagged = false;
    if (auto good = Protection::of(std::span(&*rule, 1)); !good)
        return tl::unexpected(good.error());
    return rule;
}

json::array listOf(const std::vector<CleanupRule> &rules)
{
    json::array list;
    for (const auto &rule : rules)
        list.push_back(of(rule));
    return list;
}

json::array listOf(const std::vector<ProtectionRule> &rules)
{
    json::array list;
    for (const auto &rule : rules)
        list.push_back(of(rule));
    return list;
}

Result<std::vector<CleanupRule>> cleanupListFrom(const json::value &value, std::string_view member)
{
    return readList<CleanupRule>(value, member, &cleanupFrom);
}

Result<std::vector<ProtectionRule>> protectionListFrom(const json::value &value, std::string_view member)
{
    return readList<ProtectionRule>(value, member, &protectionFrom);
}

} // namespace berth::policyjson
