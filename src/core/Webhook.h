// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/Json.h"
#include "core/Result.h"
#include "core/Time.h"

namespace berth {

/// What a webhook tells of. Words as Harbor has them.
namespace webhookevent {
inline constexpr std::string_view push = "PUSH_ARTIFACT", pull = "PULL_ARTIFACT", remove = "DELETE_ARTIFACT";
bool isKnown(std::string_view event);
}// namespace webhookevent

/// Where a webhook sends to. Address and header may be secrets: an address of Slack lets anybody write there.
struct WebhookTarget {
    enum class Kind { Http, Slack };
    enum class Format { Default, CloudEvents };

    Kind kind = Kind::Http;
    std::string address;
    std::string authHeader = {}; ///< Sent as Authorization, word for word; empty: none. Not to Slack.
    bool skipsCertificate = false; ///< The target's TLS certificate is not looked at.
    Format format = Format::Default;

    friend bool operator==(const WebhookTarget &, const WebhookTarget &) = default;
};

/// A webhook of a registry.
struct WebhookPolicy {
    std::int64_t id = 0;
    std::string name;
    bool isEnabled = false;
    std::vector<std::string> events;
    std::vector<WebhookTarget> targets;
    TimeMs createdAt = 0;
    TimeMs updatedAt = 0;
    std::int64_t since = 0; ///< A server's: the last event of its outbox that is not told.

    static constexpr std::size_t mostTargets = 10;
    static constexpr std::int64_t mostOfRegistry = 50;
    static constexpr std::size_t longestName = 128;
};

enum class WebhookPorts { Any, PublicCloud };

/// BadRequest with what is wrong, without any secret: an event or target is none, or its port is not 80, 88, 443 or 8443 where only these
/// are allowed.
Result<void> checkWebhook(const WebhookPolicy &policy, WebhookPorts ports);
Result<void> checkWebhookTarget(const WebhookTarget &target, WebhookPorts ports);

/// An address as it may be shown: an HTTP one whole, one of Slack without what makes it a secret.
std::string shownAddress(const WebhookTarget &target);

/// Tells two recipients apart without telling a secret: of messages that wait for one when a webhook is changed.
std::string recipientOf(const WebhookTarget &target);

/// The sign that stands for a stored secret in what is read back, and that means "as it was" when it comes back.
inline constexpr std::string_view maskedSecret = "*****";

/// What happened, for a payload.
struct WebhookEvent {
    std::string_view type;
    TimeMs at = 0;
    std::string actor;    ///< Empty: nobody with a name.
    std::string server;   ///< "host[:port]".
    std::string registry;
    std::string image;
    std::string tag;      ///< Empty: by digest.
    std::string digest;
    TimeMs imageCreated = 0; ///< 0: the image is gone.
    bool isPublic = false;
};

/// What is sent: the bytes and their type.
struct WebhookBody {
    std::string contentType;
    std::string bytes;
};

/// The payload in the target's form: Harbor's default, CloudEvents 1.0 with `source` (the policy's path), `id` and `request` (both UUIDs), or
/// a message for Slack of blocks, in which texts of Slack's own meaning are taken apart and none is longer than Slack takes.
struct WebhookContext {
    std::string source;
    std::string id;
    std::string request;
};
WebhookBody webhookBody(const WebhookTarget &target, const WebhookEvent &event, const WebhookContext &context);

} // namespace berth
