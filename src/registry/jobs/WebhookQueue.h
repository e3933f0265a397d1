// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "registry/access/WebhookSecrets.h"
#include "registry/store/Outbox.h"
#include "registry/store/Sql.h"
#include "registry/store/WebhookRows.h"

namespace berth {

/// Turns what happened (Outbox.h) into messages that wait to be sent (WebhookDeliveries.h), each event once.
namespace webhookqueue {

struct Parts {
    const WebhookSecrets &secrets;
    std::string server; ///< "host[:port]", as clients know it.
};

/// A bounded number of events, inside the caller's transaction. True if there are more.
bool fill(Sql &sql, const Parts &parts);

/// A message that a person wants sent: of an event that is made up, to all targets of the webhook. How many.
Result<std::int64_t> addTest(Sql &sql, const Parts &parts, const std::string &registry, WebhookPolicy policy, std::string_view event);

/// The same bytes once more, as a message of their own. Its number.
std::int64_t addAgain(Sql &sql, std::int64_t policy, std::int64_t delivery);

} // namespace webhookqueue

} // namespace berth
