// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Protection.h"

#include <functional>

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

/// The first protected one of the tags, which `part` gives some thousand at a time, from the one of that number on.
Result<void> checkAll(const std::vector<ProtectionRule> &rules, const RepositoryName &name,
    const std::function<SqlRows(std::int64_t from, std::int64_t most)> &part, const char *what)
{
    constexpr std::int64_t atOnce = 1000;
    const auto protection = compiled(rules);
    std::int64_t seen = 0;
    for (std::int64_t before = -atOnce; seen == before + atOnce;) {
        before = seen;
        auto rows = part(seen, atOnce);
        for (; rows.next(); ++seen) {
            const auto tag = rows.text(0);
            if (const auto hit = protection.ofTag(name.image(), tag))
                return refused(rules, *hit, name, tag, what);
        }
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
    const auto part = [&](std::int64_t from, std::int64_t most) {
        return sql.select("SELECT name FROM tag WHERE manifest_id = ? ORDER BY pushed_at, id LIMIT ? OFFSET ?", manifest, most, from);
    };
    return checkAll(rules, name, part, "its artifact cannot be deleted; have the policy switched off first");
}

Result<void> mayDeleteImage(Sql &sql, const RepositoryName &name, std::int64_t repository)
{
    const auto rules = protectionrules::ofRegistry(sql, name.registry());
    if (rules.empty() || !compiled(rules).concerns(name.image()))
        return {};
    const auto part = [&](std::int64_t from, std::int64_t most) {
        return sql.select("SELECT name FROM tag WHERE repository_id = ? ORDER BY name LIMIT ? OFFSET ?", repository, most, from);
    };
    return checkAll(rules, name, part, "the image cannot be deleted; have the policy switched off first");
}

} // namespace berth::protection
