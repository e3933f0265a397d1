// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/Json.h"
#include "core/Time.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// One message to one target of a webhook, and what became of it.
struct WebhookDelivery {
    enum class State { Waiting, Delivered, Failed };

    std::int64_t id = 0;
    std::int64_t policy = 0;
    std::int64_t target = 0; ///< Place in the webhook's list.
    std::string recipient = {}; ///< Who was there when it was made, see recipientOf().
    std::string event = {};
    std::string contentType = {};
    std::string payload = {}; ///< The bytes that are sent, each time the same.
    State state = State::Waiting;
    std::string kind = "event"; ///< Or "test", or "again": sent once more by a person.
    TimeMs createdAt = 0;
    TimeMs nextAt = 0;     ///< Not tried before then.
    TimeMs finishedAt = 0;
    std::int64_t tries = 0;
    std::int64_t status = 0;  ///< Of the last try; 0: there was no answer.
    std::string failure = {}; ///< Why there was none.
    /// {"at", "ms", "status", "failure", "headers", "body"} of each try; not in lists.
    json::array attempts = {};
};

const char *wordOf(WebhookDelivery::State state);

/// The queue of messages and its log. Each call works inside the caller's transaction.
namespace webhookdeliveries {

/// More than so many do not wait for one target: what comes on top has failed at once.
inline constexpr std::int64_t mostWaiting = 10'000;
/// The log keeps so many of a webhook, and none for longer.
inline constexpr std::int64_t mostKept = 1'000;
inline constexpr TimeMs keptMs = 30LL * 24 * 60 * 60 * 1000;

/// Its number. It has failed at once where too many wait.
std::int64_t add(Sql &sql, const WebhookDelivery &delivery, bool isTooMuch = false);

/// Whether as many wait as may.
bool isFull(Sql &sql, std::int64_t policy, std::int64_t target);

/// Writes state, times and attempts.
void update(Sql &sql, const WebhookDelivery &delivery);

/// The webhooks and targets for which something waits.
std::vector<std::pair<std::int64_t, std::int64_t>> waitingTargets(Sql &sql);

/// The oldest that waits for a target, if its time has come: what comes after it waits for it. A time further off than any wait is one of a
/// clock that was wrong.
std::optional<WebhookDelivery> firstDue(Sql &sql, std::int64_t policy, std::int64_t target, TimeMs now);

/// Newest first, without payloads and attempts.
std::vector<WebhookDelivery> list(Sql &sql, std::int64_t policy, Page page);
std::int64_t count(Sql &sql, std::int64_t policy);
std::optional<WebhookDelivery> find(Sql &sql, std::int64_t policy, std::int64_t id);

/// Drops what is not kept any more, at most about `limit`. How many.
std::int64_t trim(Sql &sql, TimeMs now, std::int64_t limit);

} // namespace webhookdeliveries

} // namespace berth
