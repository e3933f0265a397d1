// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/Secret.h"
#include "core/Time.h"
#include "core/Webhook.h"
#include "registry/access/WebhookSecrets.h"
#include "registry/jobs/WebhookInbox.h"
#include "registry/store/DatabaseLocation.h"
#include "registry/store/WriterThread.h"

class QThread;

namespace berth {

/// Where webhooks may go.
enum class WebhookReach {
    Everywhere, ///< A server that only this computer reaches.
    Guarded,    ///< Not to this computer itself, to link-local addresses, nor to the metadata services of clouds.
};

/// Sends what happens in registries to the targets of their webhooks, in a thread of its own with an event loop. Never in the way of a push.
///
/// What happened is turned into messages in the database, so that nothing is lost with the program: one that was under way at its end is sent
/// again, with the same bytes. For each target one after the other, in their order; a target that hangs keeps nobody else waiting. A message
/// that finds no answer, or 408, 429 or 5xx, is tried three times in all.
class Webhooks {
public:
    struct Parts {
        DatabaseLocation database;
        WriterThread &writer;
        std::optional<Secret> masterKey;
        std::function<std::string()> server;    ///< "host[:port]", as clients know it. Any thread.
        std::function<WebhookPorts()> ports;    ///< Any thread.
        std::function<WebhookReach()> reach;    ///< Any thread.
        std::function<void()> flushPulls = [] {}; ///< Hands the pulls that are gathered in memory to the writer.
        std::function<double()> random = {};    ///< 0 up to 1, for the waits; empty: by chance.
        TimeMs secondMs = 1'000;                ///< The unit of waits; tests make it short.
        int mostMs = 10'000;                    ///< For one try.
    };

    /// Begins at once where there is a webhook, otherwise with the first wake().
    explicit Webhooks(Parts parts);

    /// As stop().
    ~Webhooks();

    /// What is under way is broken off and sent again at the next start. Before the writer ends.
    void stop();

    /// There is a webhook or a message that there was not before. From any thread, before stop().
    void wake();

    const WebhookSecrets &secrets() const { return m_secrets; }
    WebhookInbox &inbox() { return m_inbox; }
    /// Whether targets may lie on this computer.
    bool reachesItself() const { return m_parts.reach() == WebhookReach::Everywhere; }
    WebhookPorts ports() const { return m_parts.ports(); }
    std::string server() const { return m_parts.server(); }

    /// So many seconds pass before the next try, after so many failed ones; `random` is 0 up to 1.
    static double waitAfter(int failed, double random);
    static constexpr int mostAttempts = 3;

private:
    class Sender;
    void begin();

    Parts m_parts;
    WebhookSecrets m_secrets;
    WebhookInbox m_inbox;
    std::mutex m_mutex;                ///< Of the beginning.
    std::unique_ptr<QThread> m_thread; ///< Null before it.
    std::unique_ptr<Sender> m_sender;
};

} // namespace berth
