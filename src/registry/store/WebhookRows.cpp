// SPDX-License-Identifier: Apache-2.0
#include "registry/store/WebhookRows.h"

#include <algorithm>

#include "registry/store/Outbox.h"

namespace berth::webhookrows {

namespace {

#define BERTH_WEBHOOK "SELECT w.id, w.name, w.enabled, w.events, w.created_at, w.updated_at, w.since FROM webhook_policy w "

std::string joined(const std::vector<std::string> &events)
{
    std::string text;
    for (const auto &event : events)
        text += (text.empty() ? "" : ",") + event;
    return text;
}

std::vector<std::string> split(const std::string &text)
{
    std::vector<std::string> events;
    for (std::size_t from = 0; from < text.size();) {
        const auto comma = std::min(text.find(',', from), text.size());
        events.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return events;
}

WebhookPolicy read(const SqlRows &rows)
{
    return {rows.integer(0), rows.text(1), rows.integer(2) != 0, split(rows.text(3)), {}, rows.integer(4), rows.integer(5), rows.integer(6)};
}

std::vector<WebhookPolicy> readAll(SqlRows rows)
{
    std::vector<WebhookPolicy> policies;
    while (rows.next())
        policies.push_back(read(rows));
    return policies;
}

bool isTaken(Sql &sql, std::int64_t registry, const std::string &name, std::int64_t own)
{
    return sql.integer("SELECT id FROM webhook_policy WHERE registry_id = ? AND name = ? AND id <> ?", 0, registry, name, own) != 0;
}

/// Events up to this one are not told: those of before there was a webhook at all need not even be looked at.
std::int64_t beginTelling(Sql &sql)
{
    const auto end = outbox::end(sql);
    if (!isAny(sql))
        setCursor(sql, {end, 0});
    return end;
}

tl::unexpected<Error> taken(const std::string &name) { return fail(ErrorCode::Conflict, "There is a webhook named " + name + " in this registry already"); }
tl::unexpected<Error> notThere(std::int64_t id) { return fail(ErrorCode::NotFound, "There is no webhook " + std::to_string(id) + " in this registry"); }

} // namespace

std::vector<WebhookPolicy> list(Sql &sql, std::int64_t registry, Page page)
{
    return readAll(sql.select(BERTH_WEBHOOK "WHERE w.registry_id = ? ORDER BY w.id LIMIT ? OFFSET ?", registry, page.limit, page.offset));
}

std::optional<WebhookPolicy> find(Sql &sql, std::int64_t registry, std::int64_t id)
{
    auto rows = sql.select(BERTH_WEBHOOK "WHERE w.id = ? AND w.registry_id = ?", id, registry);
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::vector<WebhookPolicy> telling(Sql &sql, const std::string &registry, std::string_view event)
{
    auto policies = readAll(sql.select("SELECT w.id, w.name, w.enabled, w.events, w.created_at, w.updated_at, w.since FROM registry r JOIN webhook_policy w "
                                       "ON w.registry_id = r.id WHERE r.name = ? AND w.enabled = 1 ORDER BY w.id",
        registry));
    std::erase_if(policies, [&](const WebhookPolicy &policy) { return std::ranges::find(policy.events, event) == policy.events.end(); });
    return policies;
}

std::int64_t registryOf(Sql &sql, std::int64_t policy) { return sql.integer("SELECT registry_id FROM webhook_policy WHERE id = ?", 0, policy); }

bool isAny(Sql &sql) { return sql.integer("SELECT 1 FROM webhook_policy LIMIT 1", 0) != 0; }

Result<std::int64_t> add(Sql &sql, std::int64_t registry, const WebhookPolicy &policy)
{
    auto name = policy.name;
    for (int i = 1; name.empty(); ++i) {
        const auto made = "webhook-" + std::to_string(i);
        if (!isTaken(sql, registry, made, 0))
            name = made;
    }
    if (isTaken(sql, registry, name, 0))
        return taken(name);
    if (sql.integer("SELECT count(*) FROM webhook_policy WHERE registry_id = ?", 0, registry) >= WebhookPolicy::mostOfRegistry)
        return fail(ErrorCode::BadRequest, "A registry has " + std::to_string(WebhookPolicy::mostOfRegistry) + " webhooks at most; delete one first");
    const auto end = beginTelling(sql);
    const auto now = nowMs();
    return sql.integer(
        "INSERT INTO webhook_policy (registry_id, name, enabled, events, since, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id", 0, registry,
        name, int(policy.isEnabled), joined(policy.events), end, now, now);
}

Result<void> change(Sql &sql, std::int64_t registry, const WebhookPolicy &policy)
{
    if (isTaken(sql, registry, policy.name, policy.id))
        return taken(policy.name);
    const auto changed = sql.run("UPDATE webhook_policy SET name = ?, enabled = ?, events = ?, updated_at = ? WHERE id = ? AND registry_id = ?", policy.name,
        int(policy.isEnabled), joined(policy.events), nowMs(), policy.id, registry);
    if (changed == 0)
        return notThere(policy.id);
    return {};
}

Result<void> remove(Sql &sql, std::int64_t registry, std::int64_t id)
{
    if (sql.run("DELETE FROM webhook_policy WHERE id = ? AND registry_id = ?", id, registry) == 0)
        return notThere(id);
    sql.run("DELETE FROM server_secret WHERE name = ?", secretName(id));
    return {};
}

std::string secretName(std::int64_t policy) { return "webhook-" + std::to_string(policy); }

json::array taken(Sql &sql, std::int64_t registry)
{
    json::array all;
    for (const auto &policy : list(sql, registry, {0, WebhookPolicy::mostOfRegistry}))
        all.push_back(json::object{
            {"id", policy.id}, {"name", policy.name}, {"enabled", policy.isEnabled}, {"events", joined(policy.events)}, {"created_at", policy.createdAt}});
    return all;
}

void putBack(Sql &sql, std::int64_t registry, const json::array &taken)
{
    // Under their own numbers, by which their targets are sealed and what they delivered is kept.
    const auto end = taken.empty() ? 0 : beginTelling(sql);
    for (const auto &kept : taken)
        sql.run("INSERT INTO webhook_policy (id, registry_id, name, enabled, events, since, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            json::integer(kept, "id"), registry, json::text(kept, "name"), int(json::boolean(kept, "enabled")), json::text(kept, "events"), end,
            json::integer(kept, "created_at"), nowMs());
}

void forget(Sql &sql, const json::array &taken)
{
    for (const auto &kept : taken) {
        const auto id = json::integer(kept, "id");
        if (registryOf(sql, id) == 0)
            sql.run("DELETE FROM server_secret WHERE name = ?", secretName(id));
    }
}

Cursor cursor(Sql &sql)
{
    auto rows = sql.select("SELECT value FROM meta WHERE name = 'webhooks'");
    const auto value = rows.next() ? json::parseStrict(rows.text(0)) : Result<json::value>(json::object());
    return value ? Cursor{json::integer(*value, "event"), json::integer(*value, "manifest")} : Cursor();
}

void setCursor(Sql &sql, const Cursor &cursor)
{
    sql.run("INSERT INTO meta (name, value) VALUES ('webhooks', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        json::serialize(json::object{{"event", cursor.event}, {"manifest", cursor.manifest}}));
}

} // namespace berth::webhookrows
