// SPDX-License-Identifier: Apache-2.0
#include "registry/store/ProtectionRules.h"

namespace berth::protectionrules {

namespace {

#define BERTH_RULE_COLUMNS "p.id, p.disabled, p.images_excluded, p.images, p.tags_excluded, p.tags "

ProtectionRule readRule(const SqlRows &rows)
{
    ProtectionRule rule;
    rule.id = rows.integer(0);
    rule.isEnabled = rows.integer(1) == 0;
    rule.images = {rows.integer(2) != 0, rows.text(3)};
    rule.tags = {rows.integer(4) != 0, rows.text(5), false};
    return rule;
}

/// A rule that can be read and has no twin among the others.
Result<void> check(Sql &sql, std::int64_t registry, const ProtectionRule &rule)
{
    if (const auto read = Protection::of(std::span(&rule, 1)); !read)
        return tl::unexpected(read.error());
    for (const auto &other : list(sql, registry)) {
        if (other.id != rule.id && rule.isTwinOf(other))
            return fail(ErrorCode::Conflict, "There is a protection policy for the same images and tags already: number " + std::to_string(other.id));
    }
    return {};
}

} // namespace

std::vector<ProtectionRule> list(Sql &sql, std::int64_t registry, Page page)
{
    std::vector<ProtectionRule> rules;
    auto rows = sql.select(
        "SELECT " BERTH_RULE_COLUMNS "FROM protection_rule p WHERE p.registry_id = ? ORDER BY p.id LIMIT ? OFFSET ?", registry, page.limit, page.offset);
    while (rows.next())
        rules.push_back(readRule(rows));
    return rules;
}

std::vector<ProtectionRule> ofRegistry(Sql &sql, std::string_view name)
{
    std::vector<ProtectionRule> rules;
    auto rows = sql.select("SELECT " BERTH_RULE_COLUMNS "FROM registry r JOIN protection_rule p ON p.registry_id = r.id WHERE r.name = ? ORDER BY p.id LIMIT ?",
        name, std::int64_t(mostPolicies));
    while (rows.next())
        rules.push_back(readRule(rows));
    return rules;
}

Result<std::int64_t> add(Sql &sql, std::int64_t registry, const ProtectionRule &rule)
{
    auto fresh = rule;
    fresh.id = 0;
    if (auto good = check(sql, registry, fresh); !good)
        return tl::unexpected(good.error());
    if (list(sql, registry).size() >= mostPolicies)
        return fail(ErrorCode::BadRequest, "only " + std::to_string(mostPolicies) + " policies are allowed at most; delete one first");
    return sql.integer(
        "INSERT INTO protection_rule (registry_id, disabled, images_excluded, images, tags_excluded, tags) VALUES (?, ?, ?, ?, ?, ?) RETURNING id", 0, registry,
        int(!rule.isEnabled), int(rule.images.excludes), rule.images.pattern, int(rule.tags.excludes), rule.tags.pattern);
}

Result<void> change(Sql &sql, std::int64_t registry, const ProtectionRule &rule)
{
    if (auto good = check(sql, registry, rule); !good)
        return good;
    const auto changed = sql.run("UPDATE protection_rule SET disabled = ?, images_excluded = ?, images = ?, tags_excluded = ?, tags = ? "
                                 "WHERE id = ? AND registry_id = ?",
        int(!rule.isEnabled), int(rule.images.excludes), rule.images.pattern, int(rule.tags.excludes), rule.tags.pattern, rule.id, registry);
    if (changed == 0)
        return fail(ErrorCode::NotFound, "There is no protection policy " + std::to_string(rule.id) + " in this registry");
    return {};
}

Result<void> remove(Sql &sql, std::int64_t registry, std::int64_t id)
{
    if (sql.run("DELETE FROM protection_rule WHERE id = ? AND registry_id = ?", id, registry) == 0)
        return fail(ErrorCode::NotFound, "There is no protection policy " + std::to_string(id) + " in this registry");
    return {};
}

json::array taken(Sql &sql, std::int64_t registry)
{
    json::array all;
    for (const auto &rule : list(sql, registry))
        all.push_back(json::object{{"disabled", !rule.isEnabled}, {"images_excluded", rule.images.excludes}, {"images", rule.images.pattern},
            {"tags_excluded", rule.tags.excludes}, {"tags", rule.tags.pattern}});
    return all;
}

bool putBack(Sql &sql, std::int64_t registry, const json::array &rules)
{
    bool isWhole = true;
    for (const auto &kept : rules) {
        ProtectionRule rule;
        rule.isEnabled = !json::boolean(kept, "disabled");
        rule.images = {json::boolean(kept, "images_excluded"), json::text(kept, "images")};
        rule.tags = {json::boolean(kept, "tags_excluded"), json::text(kept, "tags"), false};
        isWhole &= add(sql, registry, rule).has_value(); // one that cannot be read is no reason to lose the registry
    }
    return isWhole;
}

} // namespace berth::protectionrules
