// SPDX-License-Identifier: Apache-2.0
#include "core/PolicyFile.h"

#include <algorithm>

#include "core/Cron.h"
#include "core/PolicyJson.h"

namespace berth {

namespace {

constexpr const char *versionMember = "berth_policies";

template <class Rule> PolicyPlan::Part<Rule> planOf(const std::vector<Rule> &now, const std::vector<Rule> &wanted)
{
    PolicyPlan::Part<Rule> part;
    for (const auto &rule : wanted) {
        const auto twin = std::ranges::find_if(now, [&](const Rule &own) { return own.isTwinOf(rule); });
        if (twin == now.end()) {
            part.added.push_back(rule);
        } else if (twin->isEnabled != rule.isEnabled) {
            part.switched.push_back(*twin);
            part.switched.back().isEnabled = rule.isEnabled;
        } else {
            part.kept.push_back(*twin);
        }
    }
    for (const auto &rule : now) {
        if (std::ranges::none_of(wanted, [&](const Rule &other) { return other.isTwinOf(rule); }))
            part.others.push_back(rule);
    }
    return part;
}

template <class Rule> std::vector<Rule> after(const PolicyPlan::Part<Rule> &part, bool removesOthers)
{
    std::vector<Rule> rules = part.kept;
    rules.insert(rules.end(), part.switched.begin(), part.switched.end());
    if (!removesOthers)
        rules.insert(rules.end(), part.others.begin(), part.others.end());
    rules.insert(rules.end(), part.added.begin(), part.added.end());
    return rules;
}

template <class Rule> bool hasTwins(const std::vector<Rule> &rules)
{
    for (auto it = rules.begin(); it != rules.end(); ++it) {
        if (std::any_of(it + 1, rules.end(), [&](const Rule &other) { return other.isTwinOf(*it); }))
            return true;
    }
    return false;
}

tl::unexpected<Error> wrong(const char *pattern) { return fail(ErrorCode::BadRequest, pattern); }

} // namespace

std::string PolicyFile::text() const
{
    json::object cleaning{{"rules", policyjson::listOf(cleanup)}};
    if (schedule)
        cleaning["schedule"] = *schedule;
    return json::serialize(json::object{{versionMember, version}, {"registry", registry}, {"cleanup", std::move(cleaning)},
        {"protection", json::object{{"rules", policyjson::listOf(protection)}}}});
}

Result<PolicyFile> PolicyFile::read(std::string_view text)
{
    if (text.size() > mostBytes)
        return wrong(QT_TRANSLATE_NOOP("Error", "The file is too large to be one of policies."));
    const auto value = json::parseStrict(text);
    if (!value || !value->is_object() || !json::find(*value, versionMember))
        return wrong(QT_TRANSLATE_NOOP("Error", "This is no file of policies."));
    const auto number = json::integer(*value, versionMember, -1);
    if (number != version)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The file is of version %1 and was made by a newer Berth."), {std::to_string(number)});
    PolicyFile file;
    file.registry = json::text(*value, "registry");
    if (const auto *cleaning = json::find(*value, "cleanup")) {
        const auto rules = policyjson::cleanupListFrom(*cleaning, "rules");
        if (!rules)
            return tl::unexpected(rules.error());
        file.cleanup = *rules;
        if (const auto *cron = json::find(*cleaning, "schedule")) {
            if (!cron->is_string())
                return wrong(QT_TRANSLATE_NOOP("Error", "The schedule in the file is no text."));
            file.schedule = std::string(cron->get_string());
            if (const auto schedule = Cron::parse(*file.schedule); !file.schedule->empty() && !schedule)
                return tl::unexpected(schedule.error());
        }
    }
    if (const auto *protecting = json::find(*value, "protection")) {
        const auto rules = policyjson::protectionListFrom(*protecting, "rules");
        if (!rules)
            return tl::unexpected(rules.error());
        file.protection = *rules;
    }
    if (file.cleanup.size() > mostPolicies || file.protection.size() > mostPolicies)
        return wrong(QT_TRANSLATE_NOOP("Error", "The file has more policies of a kind than the 15 that a registry may have."));
    if (hasTwins(file.cleanup) || hasTwins(file.protection))
        return wrong(QT_TRANSLATE_NOOP("Error", "Two policies in the file say the same."));
    // A pattern that cannot be read is said now, not half-way.
    if (const auto whole = Cleanup::of(file.cleanup, file.protection); !whole)
        return tl::unexpected(whole.error());
    for (const auto &rule : file.cleanup) {
        if (const auto good = rule.check(); !good)
            return tl::unexpected(good.error());
    }
    return file;
}

PolicyPlan PolicyPlan::of(const PolicyFile &now, const PolicyFile &wanted)
{
    PolicyPlan plan{planOf(now.cleanup, wanted.cleanup), planOf(now.protection, wanted.protection), {}};
    if (wanted.schedule && wanted.schedule != now.schedule.value_or(std::string()))
        plan.schedule = wanted.schedule;
    return plan;
}

std::vector<CleanupRule> PolicyPlan::cleanupAfter(bool removesOthers) const { return after(cleanup, removesOthers); }

std::vector<ProtectionRule> PolicyPlan::protectionAfter(bool removesOthers) const { return after(protection, removesOthers); }

std::size_t PolicyPlan::changes(bool removesOthers) const
{
    return cleanup.added.size() + cleanup.switched.size() + protection.added.size() + protection.switched.size() + (schedule ? 1 : 0)
        + (removesOthers ? cleanup.others.size() + protection.others.size() : 0);
}

} // namespace berth
