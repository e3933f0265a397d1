// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/roles/CleanupTypes.h"
#include "core/Json.h"
#include "core/Result.h"
#include "core/Webhook.h"

/// Policies as NCR's API writes and reads them. Every member of a reply may be absent; unknown ones are ignored.
namespace berth::ncrreplies {

json::object written(const CleanupRule &rule);
json::object written(const ProtectionRule &rule);
json::object written(const WebhookPolicy &webhook);

/// Nothing for a rule of another kind than these: it is Internal then, since cleanup means what all rules say together.
Result<std::vector<CleanupRule>> cleanupRules(const json::value &reply);
std::vector<ProtectionRule> protectionRules(const json::value &reply);
std::vector<WebhookPolicy> webhooks(const json::value &reply);

QList<CleanupRun> cleanupRuns(const json::value &reply);
QList<CleanupRunImage> cleanupRunImages(const json::value &reply);

/// The rows of the table in the log of one image of a run, whose columns are found by their headings or, without, as Harbor has them.
QList<CleanupEntry> cleanupEntries(const QString &image, const QString &log);

} // namespace berth::ncrreplies
