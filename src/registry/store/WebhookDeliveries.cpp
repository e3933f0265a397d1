// SPDX-License-Identifier: Apache-2.0
#include "registry/store/WebhookDeliveries.h"

namespace berth {

namespace {

using State = WebhookDelivery::State;

State stateOf(const std::string &word) { return word == "waiting" ? State::Waiting : word == "delivered" ? State::Delivered : State::Failed; }

#define BERTH_SUMMARY "id, policy_id, target, event, state, kind, created_at, next_at, finished_at, tries, status, failure, recipient"

WebhookDelivery readSummary(const SqlRows &rows)
{
    WebhookDelivery delivery;
    delivery.id = rows.integer(0);
    delivery.policy = rows.integer(1);
    delivery.target = rows.integer(2);
    delivery.event = rows.text(3);
    delivery.state = stateOf(rows.text(4));
    delivery.kind = rows.text(5);
    delivery.createdAt = rows.integer(6);
    delivery.nextAt = rows.integer(7);
    delivery.finishedAt = rows.integer(8);
    delivery.tries = rows.integer(9);
    delivery.status = rows.integer(10);
    delivery.failure = rows.text(11);
    delivery.recipient = rows.text(12);
    return delivery;
}

} // namespace

const char *wordOf(State state) { return state == State::Waiting ? "waiting" : state == State::Delivered ? "delivered" : "failed"; }

namespace webhookdeliveries {

bool isFull(Sql &sql, std::int64_t policy, std::int64_t target)
{
    return sql.integer(
               "SELECT id FROM webhook_delivery WHERE policy_id = ? AND target = ? AND state = 'waiting' ORDER BY policy_id, target, id LIMIT 1 OFFSET ?", 0,
               policy, target, mostWaiting - 1)
        != 0;
}

std::int64_t add(Sql &sql, const WebhookDelivery &delivery, bool isTooMuch)
{
    auto fresh = delivery;
    if (isTooMuch) {
        fresh.state = State::Failed;
        fresh.finishedAt = fresh.createdAt;
        fresh.failure = "More than 10000 messages wait for this target already";
    }
    return sql.integer(
        "INSERT INTO webhook_delivery (policy_id, target, recipient, event, content_type, payload, state, kind, created_at, next_at, finished_at, failure) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        0, fresh.policy, fresh.target, fresh.recipient, fresh.event, fresh.contentType, fresh.payload, wordOf(fresh.state), fresh.kind, fresh.createdAt,
        fresh.nextAt, fresh.finishedAt, fresh.failure);
}

void update(Sql &sql, const WebhookDelivery &delivery)
{
    sql.run("UPDATE webhook_delivery SET state = ?, next_at = ?, finished_at = ?, tries = ?, status = ?, failure = ?, attempts = ? WHERE id = ?",
        wordOf(delivery.state), delivery.nextAt, delivery.finishedAt, delivery.tries, delivery.status, delivery.failure, json::serialize(delivery.attempts),
        delivery.id);
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

std::optional<WebhookDelivery> firstDue(Sql &sql, std::int64_t policy, std::int64_t target, TimeMs now)
{
    constexpr TimeMs longestWait = 2 * 60 * 60 * 1000;
    std::int64_t id = 0;
    {
        auto rows = sql.select(
            "SELECT id, next_at FROM webhook_delivery WHERE policy_id = ? AND target = ? AND state = 'waiting' ORDER BY policy_id, target, id LIMIT 1", policy,
            target);
        if (!rows.next() || (rows.integer(1) > now && rows.integer(1) <= now + longestWait))
            return std::nullopt;
        id = rows.integer(0);
    }
    return find(sql, policy, id);
}

std::vector<WebhookDelivery> list(Sql &sql, std::int64_t policy, Page page)
{
    std::vector<WebhookDelivery> found;
    auto rows =
        sql.select("SELECT " BERTH_SUMMARY " FROM webhook_delivery WHERE policy_id = ? ORDER BY id DESC LIMIT ? OFFSET ?", policy, page.limit, page.offset);
    while (rows.next())
        found.push_back(readSummary(rows));
    return found;
}

std::int64_t count(Sql &sql, std::int64_t policy) { return sql.integer("SELECT count(*) FROM webhook_delivery WHERE policy_id = ?", 0, policy); }

std::optional<WebhookDelivery> find(Sql &sql, std::int64_t policy, std::int64_t id)
{
    auto rows = sql.select("SELECT " BERTH_SUMMARY ", content_type, payload, attempts FROM webhook_delivery WHERE id = ? AND policy_id = ?", id, policy);
    if (!rows.next())
        return std::nullopt;
    auto delivery = readSummary(rows);
    delivery.contentType = rows.text(13);
    delivery.payload = rows.text(14);
    if (auto attempts = json::parseStrict(rows.text(15)); attempts && attempts->is_array())
        delivery.attempts = std::move(attempts->get_array());
    return delivery;
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
        "DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery WHERE created_at < ? AND state <> 'waiting' ORDER BY created_at LIMIT ?)",
        now - keptMs, limit);
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
