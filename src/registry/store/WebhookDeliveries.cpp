// SPDX-License-Identifier: Apache-2.0
#include "registry/store/WebhookDeliveries.h"

namespace berth {

namespace {

using State = WebhookDelivery::State;

State stateOf(const std::string &word) { return word == "waiting" ? State::Waiting : word == "delivered" ? State::Delivered : State::Failed; }

#define BERTH_DELIVERY                                                                                                                                         \
    "SELECT id, policy_id, target, event, content_type, payload, state, kind, created_at, next_at, finished_at, attempts FROM webhook_delivery "

WebhookDelivery read(const SqlRows &rows)
{
    WebhookDelivery delivery{rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3), rows.text(4), rows.text(5), stateOf(rows.text(6)), rows.text(7),
        rows.integer(8), rows.integer(9), rows.integer(10)};
    if (auto attempts = json::parseStrict(rows.text(11)); attempts && attempts->is_array())
        delivery.attempts = std::move(attempts->get_array());
    return delivery;
}

} // namespace

const char *wordOf(State state) { return state == State::Waiting ? "waiting" : state == State::Delivered ? "delivered" : "failed"; }

namespace webhookdeliveries {

std::int64_t add(Sql &sql, const WebhookDelivery &delivery)
{
    auto fresh = delivery;
    const bool isTooMuch =
        sql.integer("SELECT id FROM webhook_delivery WHERE policy_id = ? AND target = ? AND state = 'waiting' ORDER BY policy_id, target, id "
                    "LIMIT 1 OFFSET ?",
            0, delivery.policy, delivery.target, mostWaiting - 1)
        != 0;
    if (isTooMuch) {
        fresh.state = State::Failed;
        fresh.finishedAt = fresh.createdAt;
        fresh.attempts = {json::object{{"at", toRfc3339(fresh.createdAt)}, {"ms", 0}, {"status", 0},
            {"failure", "More than 10000 messages wait for this target already"}, {"headers", json::object()}, {"body", ""}}};
    }
    return sql.integer(
        "INSERT INTO webhook_delivery (policy_id, target, event, content_type, payload, state, kind, created_at, next_at, finished_at, attempts) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        0, fresh.policy, fresh.target, fresh.event, fresh.contentType, fresh.payload, wordOf(fresh.state), fresh.kind, fresh.createdAt, fresh.nextAt,
        fresh.finishedAt, json::serialize(fresh.attempts));
}

void update(Sql &sql, const WebhookDelivery &delivery)
{
    sql.run("UPDATE webhook_delivery SET state = ?, next_at = ?, finished_at = ?, attempts = ? WHERE id = ?", wordOf(delivery.state), delivery.nextAt,
        delivery.finishedAt, json::serialize(delivery.attempts), delivery.id);
}

std::vector<std::pair<std::int64_t, std::int64_t>> waitingTargets(Sql &sql)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> found;
    std::int64_t policy = 0;
    std::int64_t target = -1;
    while (true) {
        auto rows = sql.select("SELECT policy_id, target FROM webhook_delivery WHERE state = 'waiting' AND (policy_id, target) > (?, ?) "
                               "ORDER BY policy_id, target LIMIT 1",
            policy, target);
        if (!rows.next())
            return found;
        policy = rows.integer(0);
        target = rows.integer(1);
        found.emplace_back(policy, target);
    }
}

std::optional<WebhookDelivery> first(Sql &sql, std::int64_t policy, std::int64_t target)
{
    auto rows = sql.select(BERTH_DELIVERY "WHERE policy_id = ? AND target = ? AND state = 'waiting' ORDER BY policy_id, target, id LIMIT 1", policy, target);
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::vector<WebhookDelivery> list(Sql &sql, std::int64_t policy, Page page)
{
    std::vector<WebhookDelivery> found;
    auto rows = sql.select(BERTH_DELIVERY "WHERE policy_id = ? ORDER BY id DESC LIMIT ? OFFSET ?", policy, page.limit, page.offset);
    while (rows.next())
        found.push_back(read(rows));
    return found;
}

std::int64_t count(Sql &sql, std::int64_t policy) { return sql.integer("SELECT count(*) FROM webhook_delivery WHERE policy_id = ?", 0, policy); }

std::optional<WebhookDelivery> find(Sql &sql, std::int64_t policy, std::int64_t id)
{
    auto rows = sql.select(BERTH_DELIVERY "WHERE id = ? AND policy_id = ?", id, policy);
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

namespace {

/// Whether its webhook is gone for good: neither there nor, with its sealed targets, in the trash.
bool isGone(Sql &sql, std::int64_t policy)
{
    return sql.integer("SELECT 1 FROM webhook_policy WHERE id = ?", 0, policy) == 0
        && sql.integer("SELECT 1 FROM server_secret WHERE name = ?", 0, "webhook-" + std::to_string(policy)) == 0;
}

} // namespace

std::int64_t trim(Sql &sql, TimeMs now, std::int64_t limit)
{
    auto gone = sql.run(
        "DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery WHERE created_at < ? ORDER BY created_at LIMIT ?)", now - keptMs, limit);
    for (std::int64_t policy = 0; gone < limit;) {
        policy = sql.integer("SELECT policy_id FROM webhook_delivery WHERE policy_id > ? ORDER BY policy_id LIMIT 1", 0, policy);
        if (policy == 0)
            break;
        const auto last = isGone(sql, policy)
            ? sql.integer("SELECT max(id) FROM webhook_delivery WHERE policy_id = ?", 0, policy)
            : sql.integer("SELECT id FROM webhook_delivery WHERE policy_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?", 0, policy, mostKept);
        if (last != 0) // what waits still is not history yet, unless nobody is there to send it
            gone += sql.run(
                "DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery WHERE policy_id = ? AND id <= ? AND (state <> 'waiting' OR ? = 1) "
                "ORDER BY id LIMIT ?)",
                policy, last, int(isGone(sql, policy)), limit);
    }
    return gone;
}

} // namespace webhookdeliveries

} // namespace berth
