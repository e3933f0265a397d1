// SPDX-License-Identifier: Apache-2.0
#include "registry/store/CleanupRules.h"

#include "core/Cron.h"
#include "core/PolicyJson.h"
#include "registry/Log.h"

namespace berth::cleanuprules {

namespace {

constexpr const char *job = "cleanup";

CleanupRule readRule(const SqlRows &rows)
{
    CleanupRule rule;
    rule.id = rows.integer(0);
    rule.isEnabled = rows.integer(1) == 0;
    rule.images = {rows.integer(2) != 0, rows.text(3)};
    rule.tags = {rows.integer(4) != 0, rows.text(5), rows.integer(6) != 0};
    rule.keep = keepFrom(rows.text(7)).value_or(Keep::Always); // keeping all is what an unknown word may do
    rule.number = rows.integer(8);
    return rule;
}

/// A rule that is one and has no twin among the others.
Result<void> check(Sql &sql, std::int64_t registry, const CleanupRule &rule)
{
    if (auto good = rule.check(); !good)
        return good;
    for (const auto &other : list(sql, registry)) {
        if (other.id != rule.id && rule.isTwinOf(other))
            return fail(
                ErrorCode::Conflict, "There is a cleanup policy for the same images and tags that keeps the same already: number " + std::to_string(other.id));
    }
    return {};
}

/// Where keeping needs no number there is none, so that twins are equal in the database, too.
std::int64_t numberOf(const CleanupRule &rule) { return rule.keep == Keep::Always ? 0 : rule.number; }

tl::unexpected<Error> notThere(std::int64_t id) { return fail(ErrorCode::NotFound, "There is no cleanup policy " + std::to_string(id) + " in this registry"); }

} // namespace

std::vector<CleanupRule> list(Sql &sql, std::int64_t registry, Page page)
{
    std::vector<CleanupRule> rules;
    auto rows = sql.select("SELECT id, disabled, images_excluded, images, tags_excluded, tags, untagged, keep, number FROM cleanup_rule "
                           "WHERE registry_id = ? ORDER BY id LIMIT ? OFFSET ?",
        registry, page.limit, page.offset);
    while (rows.next())
        rules.push_back(readRule(rows));
    return rules;
}

Result<std::int64_t> add(Sql &sql, std::int64_t registry, const CleanupRule &rule)
{
    auto fresh = rule;
    fresh.id = 0;
    if (auto good = check(sql, registry, fresh); !good)
        return tl::unexpected(good.error());
    if (list(sql, registry).size() >= mostPolicies)
        return fail(ErrorCode::BadRequest, "only " + std::to_string(mostPolicies) + " policies are allowed at most; delete one first");
    return sql.integer("INSERT INTO cleanup_rule (registry_id, disabled, images_excluded, images, tags_excluded, tags, untagged, keep, number) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        0, registry, int(!rule.isEnabled), int(rule.images.excludes), rule.images.pattern, int(rule.tags.excludes), rule.tags.pattern, int(rule.tags.untagged),
        wordOf(rule.keep), numberOf(rule));
}

Result<void> change(Sql &sql, std::int64_t registry, const CleanupRule &rule)
{
    if (auto good = check(sql, registry, rule); !good)
        return good;
    const auto changed = sql.run("UPDATE cleanup_rule SET disabled = ?, images_excluded = ?, images = ?, tags_excluded = ?, tags = ?, untagged = ?, keep = ?, "
                                 "number = ? WHERE id = ? AND registry_id = ?",
        int(!rule.isEnabled), int(rule.images.excludes), rule.images.pattern, int(rule.tags.excludes), rule.tags.pattern, int(rule.tags.untagged),
        wordOf(rule.keep), numberOf(rule), rule.id, registry);
    if (changed == 0)
        return notThere(rule.id);
    return {};
}

Result<void> remove(Sql &sql, std::int64_t registry, std::int64_t id)
{
    if (sql.run("DELETE FROM cleanup_rule WHERE id = ? AND registry_id = ?", id, registry) == 0)
        return notThere(id);
    return {};
}

std::string schedule(Sql &sql, std::int64_t registry)
{
    auto rows = sql.select("SELECT cleanup_cron FROM registry WHERE id = ?", registry);
    return rows.next() ? rows.text(0) : std::string();
}

Result<void> setSchedule(Sql &sql, std::int64_t registry, const std::string &cron)
{
    if (!cron.empty()) {
        if (const auto read = Cron::parse(cron); !read)
            return tl::unexpected(read.error());
    }
    sql.run("UPDATE registry SET cleanup_cron = ? WHERE id = ?", cron, registry);
    return {};
}

std::map<std::int64_t, std::string> schedules(Sql &sql)
{
    std::map<std::int64_t, std::string> all;
    auto rows = sql.select("SELECT id, cleanup_cron FROM registry WHERE cleanup_cron <> '' ORDER BY id");
    while (rows.next())
        all.emplace(rows.integer(0), rows.text(1));
    return all;
}

json::object taken(Sql &sql, std::int64_t registry)
{
    return {{"registry", registry}, {"cron", schedule(sql, registry)}, {"rules", policyjson::listOf(list(sql, registry))}};
}

void putBack(Sql &sql, std::int64_t registry, const json::value &taken, bool mayRun)
{
    for (const auto &kept : json::list(taken, "rules")) {
        const auto rule = policyjson::cleanupFrom(kept); // one that cannot be read is no reason to lose the registry
        mayRun &= rule && add(sql, registry, *rule);
    }
    const auto cron = json::text(taken, "cron");
    if (mayRun)
        (void)setSchedule(sql, registry, cron);
    else if (!cron.empty())
        logLine(LogLevel::Warning,
            "A registry came back without the schedule of its cleanup, since some of its policies could not be read; look at them before you set it again");
    sql.run("UPDATE job_run SET subject = ? WHERE job = ? AND subject = ?", std::to_string(registry), job, std::to_string(json::integer(taken, "registry")));
}

void forget(Sql &sql, const json::value &taken)
{
    const auto subject = std::to_string(json::integer(taken, "registry"));
    sql.run("INSERT INTO cleanup_left (run_id) SELECT id FROM job_run WHERE job = ? AND subject = ?", job, subject);
    sql.run("DELETE FROM job_run WHERE job = ? AND subject = ?", job, subject);
}

} // namespace berth::cleanuprules
