// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Protection.h"

#include "registry/store/ProtectionRules.h"

namespace berth::protection {

namespace {

std::string words(const NameSelector &selector) { return (selector.excludes ? "all but " : "") + (selector.pattern.empty() ? "**" : selector.pattern); }

tl::unexpected<Error> refused(const std::vector<ProtectionRule> &rules, std::size_t index, const RepositoryName &name, const std::string &tag, const char *what)
{
    const auto &rule = rules[index];
    return fail(ErrorCode::Precondition,
        "The tag " + tag + " of " + name.toString() + " is protected by policy " + std::to_string(rule.id) + " (images " + words(rule.images) + ", tags "
            + words({rule.tags.excludes, rule.tags.pattern}) + "): " + what);
}

Protection compiled(const std::vector<ProtectionRule> &rules)
{
    auto protection = Protection::of(rules);
    return protection ? std::move(*protection) : Protection();
}

Result<void> check(Sql &sql, const RepositoryName &name, const std::string &tag, const char *what)
{
    const auto rules = protectionrules::ofRegistry(sql, name.registry());
    const auto hit = rules.empty() ? std::nullopt : compiled(rules).ofTag(name.image(), tag);
    return hit ? Result<void>(refused(rules, *hit, name, tag, what)) : Result<void>();
}

/// The first protected one of the tags in those rows; `last` becomes the last tag, or empty if there was none.
Result<void> checkAll(const std::vector<ProtectionRule> &rules, const RepositoryName &name, SqlRows rows, const char *what, std::string &last)
{
    const auto protection = compiled(rules);
    last.clear();
    while (rows.next()) {
        last = rows.text(0);
        if (const auto hit = protection.ofTag(name.image(), last))
            return refused(rules, *hit, name, last, what);
    }
    return {};
}

} // namespace

Protection of(Sql &sql, std::string_view registry) { return compiled(protectionrules::ofRegistry(sql, registry)); }

Result<void> mayMoveTag(Sql &sql, const RepositoryName &name, const std::string &tag)
{
    return check(sql, name, tag, "no push changes it, not even one of the same image; push under another tag, or have the policy switched off");
}

Result<void> mayDeleteTag(Sql &sql, const RepositoryName &name, const std::string &tag)
{
    return check(sql, name, tag, "it cannot be deleted; have the policy switched off first");
}

Result<void> mayDeleteArtifact(Sql &sql, const RepositoryName &name, std::int64_t manifest)
{
    const auto rules = protectionrules::ofRegistry(sql, name.registry());
    if (rules.empty())
        return {};
    std::string last;
    return checkAll(rules, name, sql.select("SELECT name FROM tag WHERE manifest_id = ? ORDER BY pushed_at, id", manifest),
        "its artifact cannot be deleted; have the policy switched off first", last);
}

Result<void> mayDeleteImage(Sql &sql, const RepositoryName &name, std::int64_t repository)
{
    const auto rules = protectionrules::ofRegistry(sql, name.registry());
    if (rules.empty() || !compiled(rules).concerns(name.image()))
        return {};
    constexpr std::int64_t atOnce = 1000;
    std::string last;
    do {
        if (auto may =
                checkAll(rules, name, sql.select("SELECT name FROM tag WHERE repository_id = ? AND name > ? ORDER BY name LIMIT ?", repository, last, atOnce),
                    "the image cannot be deleted; have the policy switched off first", last);
            !may)
            return may;
    } while (!last.empty());
    return {};
}

} // namespace berth::protection
