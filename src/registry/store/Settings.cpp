// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Settings.h"

#include <map>
#include <optional>

#include "registry/store/PublicUrl.h"

namespace berth {

namespace {

struct NumberRule {
    std::int64_t Settings::*member;
    std::int64_t least;
    std::int64_t most;
    const char *words;
};

const std::map<std::string, NumberRule, std::less<>> numbers{
    {"trash_days", {&Settings::trashDays, 0, 3650, "trash_days is 0 to 3650 days"}},
    {"free_floor_bytes", {&Settings::freeFloorBytes, 0, std::int64_t(1) << 50, "free_floor_bytes is 0 or more"}},
    {"token_minutes", {&Settings::tokenMinutes, 30, 720, "token_minutes is 30 to 720: a token lives 12 h at most"}},
    {"tag_history_days", {&Settings::tagHistoryDays, 1, 3650, "tag_history_days is 1 to 3650 days"}},
    {"scrub_days", {&Settings::scrubDays, 0, 3650, "scrub_days is 0 to 3650 days"}},
};

const std::map<std::string, bool Settings::*, std::less<>> switches{
    {"creates_registries", &Settings::createsRegistries},
    {"collects_by_itself", &Settings::collectsByItself},
};

/// Settings that are one of two words.
struct WordRule {
    std::string Settings::*member;
    const char *first;
    const char *second;
};

const std::map<std::string, WordRule, std::less<>> words{
    {"webhook_ports", {&Settings::webhookPorts, "any", "80,88,443,8443"}},
    {"webhook_targets", {&Settings::webhookTargets, "any", "guarded"}},
};

} // namespace

json::object toJson(const Settings &settings)
{
    json::object object{{"anonymous", settings.anonymous}, {"public_url", settings.publicUrl}};
    for (const auto &[name, rule] : numbers)
        object[name] = settings.*rule.member;
    for (const auto &[name, member] : switches)
        object[name] = settings.*member;
    for (const auto &[name, rule] : words)
        object[name] = settings.*rule.member;
    return object;
}

Result<Settings> changed(Settings settings, const json::value &wishes)
{
    if (!wishes.is_object())
        return fail(ErrorCode::BadRequest, "The body is an object of settings");
    for (const auto &wish : wishes.get_object()) {
        const std::string name(wish.key());
        if (const auto number = numbers.find(name); number != numbers.end()) {
            const auto &rule = number->second;
            if (!wish.value().is_int64() || wish.value().get_int64() < rule.least || wish.value().get_int64() > rule.most)
                return fail(ErrorCode::BadRequest, std::string(rule.words));
            settings.*rule.member = wish.value().get_int64();
        } else if (const auto member = switches.find(name); member != switches.end()) {
            if (!wish.value().is_bool())
                return fail(ErrorCode::BadRequest, name + " is true or false");
            settings.*member->second = wish.value().get_bool();
        } else if (const auto choice = words.find(name); choice != words.end()) {
            const auto &rule = choice->second;
            const auto word = wish.value().is_string() ? std::string(wish.value().get_string()) : std::string();
            if (word != rule.first && word != rule.second)
                return fail(ErrorCode::BadRequest, name + " is " + rule.first + " or " + rule.second);
            settings.*rule.member = word;
        } else if (name == "anonymous") {
            const auto mode = wish.value().is_string() ? std::string(wish.value().get_string()) : std::string();
            if (mode != "off" && mode != "pull" && mode != "push")
                return fail(ErrorCode::BadRequest, "anonymous is off, pull or push");
            settings.anonymous = mode;
        } else if (name == "public_url") {
            if (!wish.value().is_string())
                return fail(ErrorCode::BadRequest, "public_url is a text");
            const std::string url(wish.value().get_string());
            if (auto good = PublicUrl::parse(url); !url.empty() && !good)
                return tl::unexpected(good.error());
            settings.publicUrl = url;
        } else {
            return fail(ErrorCode::BadRequest, "There is no setting named " + name);
        }
    }
    return settings;
}

Settings readSettings(Sql &sql)
{
    Settings settings;
    auto rows = sql.select("SELECT name, value FROM setting");
    while (rows.next()) {
        const auto value = json::parseStrict(rows.text(1));
        if (auto next = value ? changed(settings, json::object{{rows.text(0), *value}}) : Result<Settings>(settings); next)
            settings = *next; // a setting of another version of Berth stays unread
    }
    return settings;
}

void writeSettings(Sql &sql, const Settings &settings)
{
    for (const auto &member : toJson(settings))
        sql.run("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", std::string(member.key()),
            json::serialize(member.value()));
}

} // namespace berth
