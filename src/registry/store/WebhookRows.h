// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Json.h"
#include "core/Webhook.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// Webhooks of registries without their targets, which are sealed under secretName() (access/WebhookSecrets.h). Each call works inside the
/// caller's transaction.
namespace webhookrows {

/// By number.
std::vector<WebhookPolicy> list(Sql &sql, std::int64_t registry, Page page);
std::optional<WebhookPolicy> find(Sql &sql, std::int64_t registry, std::int64_t id);

/// The enabled ones that tell of the event, of a registry by its name.
std::vector<WebhookPolicy> telling(Sql &sql, const std::string &registry, std::string_view event);

/// The number of the registry that has the webhook; 0: there is none any more.
std::int64_t registryOf(Sql &sql, std::int64_t policy);
bool isAny(Sql &sql);

/// The new one's number; a name is made where it has none. Conflict if the name is taken. From now on events are told (see cursor()).
Result<std::int64_t> add(Sql &sql, std::int64_t registry, const WebhookPolicy &policy);
/// Conflict; NotFound.
Result<void> change(Sql &sql, std::int64_t registry, const WebhookPolicy &policy);
/// With its sealed targets; what was delivered goes later. NotFound.
Result<void> remove(Sql &sql, std::int64_t registry, std::int64_t id);

std::string secretName(std::int64_t policy);

/// What a registry that is deleted takes to the trash, and what it brings back; or its secrets go for good.
json::array taken(Sql &sql, std::int64_t registry);
void putBack(Sql &sql, std::int64_t registry, const json::array &taken);
void forget(Sql &sql, const json::array &taken);

/// How far the outbox has been turned into deliveries; of an event with many artifacts, behind which of them.
struct Cursor {
    std::int64_t event = 0;
    std::int64_t manifest = 0;
};
Cursor cursor(Sql &sql);
void setCursor(Sql &sql, const Cursor &cursor);

} // namespace webhookrows

} // namespace berth
