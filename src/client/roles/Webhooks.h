// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <QCoroTask>

#include "client/roles/RowPage.h"
#include "core/Result.h"
#include "core/Webhook.h"

namespace berth {

/// Who is told when an image of a registry changes. Secrets come back as maskedSecret, which means "as it was" when it is
/// given again.
class WebhookPolicies {
public:
    virtual ~WebhookPolicies() = default;

    virtual QCoro::Task<Result<std::vector<WebhookPolicy>>> webhooks(QString registry) = 0;
    virtual QCoro::Task<Result<void>> createWebhook(QString registry, WebhookPolicy webhook) = 0;
    virtual QCoro::Task<Result<void>> changeWebhook(QString registry, WebhookPolicy webhook) = 0;
    virtual QCoro::Task<Result<void>> deleteWebhook(QString registry, qint64 id) = 0;

    /// What is known beforehand of where it sends to; the server has the last word.
    virtual WebhookPorts webhookPorts() const = 0;
    /// Whether a target can have messages in another form than the default one.
    virtual bool hasForms() const = 0;
};

/// One try to deliver a message.
struct WebhookAttempt {
    QDateTime at;
    qint64 ms = 0;
    int status = 0; ///< 0: there was no answer; see failure.
    QString failure;
    QString headers; ///< Of the answer, a line each; only of the last tries.
    QString body;
};

/// A message to one target, without its bytes and tries in lists.
struct WebhookMessage {
    enum class State { Waiting, Delivered, Failed };

    qint64 id = 0;
    int target = 0; ///< Place in the webhook's list.
    QString event;
    QString kind; ///< "event", "test" or "again".
    State state = State::Waiting;
    QDateTime created, finished, next;
    qint64 attemptCount = 0;
    int status = 0;
    QString failure;
    QString contentType;
    QByteArray payload;
    QList<WebhookAttempt> attempts;
};

/// What became of the messages of webhooks, and sending some on purpose.
class WebhookMessages {
public:
    virtual ~WebhookMessages() = default;

    /// Newest first.
    virtual QCoro::Task<Result<RowPage<WebhookMessage>>> webhookMessages(QString registry, qint64 webhook, QString cursor) = 0;
    virtual QCoro::Task<Result<WebhookMessage>> webhookMessage(QString registry, qint64 webhook, qint64 id) = 0;
    /// The same bytes once more, as a message of their own, whose number it gives.
    virtual QCoro::Task<Result<qint64>> sendAgain(QString registry, qint64 webhook, qint64 id) = 0;
    /// To each of its targets.
    virtual QCoro::Task<Result<void>> sendTest(QString registry, qint64 webhook, QString event) = 0;
};

/// What came to a server's inbox, which is a target of its own for webhooks that are being set up.
struct WebhookInboxContents {
    QString address;          ///< Where webhooks send to.
    bool isReachable = false; ///< The server may call itself.
    QList<WebhookMessage> messages; ///< Newest first; with when they came, their bytes and type alone.
};

class WebhookInboxes {
public:
    virtual ~WebhookInboxes() = default;

    virtual QCoro::Task<Result<WebhookInboxContents>> inbox(QString registry) = 0;
};

} // namespace berth
