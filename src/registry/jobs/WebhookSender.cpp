// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/WebhookSender.h"

#include <algorithm>
#include <cmath>

#include <QRandomGenerator>

#include "registry/Log.h"
#include "registry/jobs/WebhookQueue.h"
#include "registry/store/WebhookRows.h"

namespace berth {

namespace {

constexpr int lookEveryMs = 500;
constexpr std::size_t mostAtOnce = 16;
constexpr double longestRetryAfter = 3600;
constexpr int mostFills = 10; ///< Before anything is sent, so that neither waits for the other.
constexpr int mostHeaders = 50;
constexpr double restAfterFault = 60;

bool isFinal(int status) { return status != 408 && status != 429 && status / 100 != 5; }

double retryAfter(const PlainAnswer &answer)
{
    for (const auto &[name, value] : answer.headers) {
        bool isNumber = false;
        const auto number = value.trimmed().toDouble(&isNumber);
        if (name.compare("retry-after", Qt::CaseInsensitive) == 0 && isNumber && number >= 0)
            return std::min(number, longestRetryAfter);
    }
    return 0;
}

/// Bytes from outside as text for the log.
std::string asText(const QByteArray &bytes) { return QString::fromUtf8(bytes).toStdString(); }

json::object attemptOf(TimeMs began, int status, const std::string &failure, const PlainAnswer &answer)
{
    json::object headers;
    for (const auto &[name, value] : answer.headers) {
        if (headers.size() < mostHeaders)
            headers[asText(name.left(200))] = asText(value.left(1000));
    }
    return {{"at", toRfc3339(began)}, {"ms", nowMs() - began}, {"status", status}, {"failure", failure}, {"headers", std::move(headers)},
        {"body", asText(answer.body) + (answer.isCut ? "\n…" : "")}};
}

} // namespace

Webhooks::Sender::Sender(const Parts &parts, const WebhookSecrets &secrets)
    : m_parts(parts)
    , m_secrets(secrets)
{
    m_gate->sender = this;
    m_timer.setParent(this); // they move with it
    m_soon.setParent(this);
}

Webhooks::Sender::~Sender()
{
    const std::lock_guard guard(m_gate->mutex);
    m_gate->sender = nullptr;
}

void Webhooks::Sender::begin()
{
    m_link = std::make_shared<ServerLink>();
    m_lenientLink = std::make_shared<ServerLink>();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Sender::look);
    connect(&m_timer, &QTimer::timeout, this, &Sender::look);
    m_timer.start(lookEveryMs);
    look();
}

void Webhooks::Sender::look()
{
    if (!m_sql) {
        auto opened = Sql::open(m_parts.database, Sql::Sync::Normal);
        if (!opened)
            return; // tried again at the next look
        m_sql = std::move(*opened);
    }
    if (webhookrows::isAny(*m_sql)) {
        m_parts.flushPulls();
        int fills = 0;
        while (fills < mostFills && fill())
            ++fills;
        if (fills == mostFills)
            m_soon.start();
    }
    for (const auto &place : webhookdeliveries::waitingTargets(*m_sql))
        beginNext(place);
    if (m_sql->hasFailed())
        logLine(LogLevel::Warning, "Webhooks could not be read: " + m_sql->takeError().message);
}

/// True if there are more events.
bool Webhooks::Sender::fill()
{
    if (outbox::end(*m_sql) <= webhookrows::cursor(*m_sql).event)
        return false;
    bool isMore = false;
    const auto written = m_parts.writer.postAndWait({Durability::ProcessEnd,
        [&](Sql &sql) -> Result<void> {
            isMore = webhookqueue::fill(sql, {m_secrets, m_parts.server()});
            return {};
        },
        {}});
    if (!written)
        logLine(LogLevel::Warning, "What webhooks are to tell could not be written: " + written.error().message);
    return written && isMore;
}

void Webhooks::Sender::beginNext(const Place &place)
{
    if (m_sending.contains(place) || m_sending.size() >= mostAtOnce)
        return;
    const auto now = nowMs();
    if (const auto rest = m_restsUntil.find(place); rest != m_restsUntil.end()) {
        if (now < rest->second)
            return;
        m_restsUntil.erase(rest);
    }
    auto delivery = webhookdeliveries::first(*m_sql, place.first, place.second);
    if (!delivery || delivery->nextAt > now)
        return;
    const auto registry = webhookrows::registryOf(*m_sql, place.first);
    auto policy = registry == 0 ? std::nullopt : webhookrows::find(*m_sql, registry, place.first);
    if (!policy) {
        giveUp(place, std::move(*delivery), "The webhook was deleted");
        return;
    }
    if (const auto opened = m_secrets.open(*m_sql, *policy); !opened)
        giveUp(place, std::move(*delivery), opened.error().message);
    else if (std::size_t(place.second) >= policy->targets.size())
        giveUp(place, std::move(*delivery), "The webhook has not that target any more");
    else if (const auto good = checkWebhookTarget(policy->targets[std::size_t(place.second)], m_parts.ports()); !good)
        giveUp(place, std::move(*delivery), good.error().message);
    else
        send(place, std::move(*delivery), policy->targets[std::size_t(place.second)]);
}

void Webhooks::Sender::send(const Place &place, WebhookDelivery delivery, const WebhookTarget &target)
{
    PlainMessage message;
    message.url = QUrl(QString::fromStdString(target.address), QUrl::StrictMode);
    message.contentType = QByteArray::fromStdString(delivery.contentType);
    message.body = QByteArray::fromStdString(delivery.payload);
    message.skipsCertificate = target.skipsCertificate;
    message.mostMs = m_parts.mostMs;
    if (target.kind == WebhookTarget::Kind::Http)
        message.authorization = QByteArray::fromStdString(target.authHeader);
    if (m_parts.reach() == WebhookReach::Guarded)
        message.mayReach = [](const QHostAddress &address) { return !isGuardedAddress(address); };
    auto &sending = m_sending[place];
    sending.delivery = std::move(delivery);
    sending.beganAt = nowMs();
    sending.isSlack = target.kind == WebhookTarget::Kind::Slack;
    sending.post = std::make_unique<PlainPost>(
        target.skipsCertificate ? m_lenientLink : m_link, std::move(message), [this, place](const Result<PlainAnswer> &answer) { answered(place, answer); });
}

void Webhooks::Sender::answered(const Place &place, const Result<PlainAnswer> &answer)
{
    auto &sending = m_sending.at(place);
    auto &delivery = sending.delivery;
    const int status = answer ? answer->status : 0;
    const bool isDelivered = status / 100 == 2;
    std::string why;
    if (!answer)
        why = answer.error().message;
    else if (status / 100 == 3)
        why = "It leads elsewhere, and redirects are not followed";
    delivery.attempts.push_back(attemptOf(sending.beganAt, status, why, answer ? *answer : PlainAnswer()));
    const auto now = nowMs();
    const bool isOver = answer ? isFinal(status) : answer.error().code == ErrorCode::Denied;
    if (isDelivered) {
        delivery.state = WebhookDelivery::State::Delivered;
    } else if (isOver || int(delivery.attempts.size()) >= mostAttempts) {
        delivery.state = WebhookDelivery::State::Failed;
    } else {
        const auto random = m_parts.random ? m_parts.random() : QRandomGenerator::global()->generateDouble();
        delivery.nextAt = now + seconds(std::max(waitAfter(int(delivery.attempts.size()), random), answer ? retryAfter(*answer) : 0));
    }
    if (delivery.state != WebhookDelivery::State::Waiting)
        delivery.finishedAt = now;
    if (sending.isSlack)
        m_restsUntil[place] = now + seconds(1);
    sending.post.release()->deleteLater(); // it is telling this just now
    keep(place, delivery);
}

/// Without a try.
void Webhooks::Sender::giveUp(const Place &place, WebhookDelivery delivery, const std::string &why)
{
    const auto now = nowMs();
    delivery.attempts.push_back(attemptOf(now, 0, why, {}));
    delivery.state = WebhookDelivery::State::Failed;
    delivery.finishedAt = now;
    m_sending[place].delivery = delivery;
    keep(place, delivery);
}

/// Does not wait: the writer takes what several targets have to say in one go, and pushes with them.
void Webhooks::Sender::keep(const Place &place, const WebhookDelivery &delivery)
{
    m_parts.writer.post({Durability::ProcessEnd,
        [delivery](Sql &sql) -> Result<void> {
            webhookdeliveries::update(sql, delivery);
            return {};
        },
        [place, gate = m_gate](const Result<void> &written) {
            if (!written) // it is sent once more, which receivers bear
                logLine(LogLevel::Warning, "What became of a webhook's message could not be written: " + written.error().message);
            const std::lock_guard guard(gate->mutex);
            if (auto *sender = gate->sender)
                QMetaObject::invokeMethod(
                    sender, [sender, place, isKept = written.has_value()] { sender->kept(place, isKept); }, Qt::QueuedConnection);
        }});
}

/// The next for that target may begin.
void Webhooks::Sender::kept(const Place &place, bool isKept)
{
    m_sending.erase(place);
    if (!isKept) // not again and again while the disk is full
        m_restsUntil[place] = nowMs() + seconds(restAfterFault);
    m_soon.start();
}

} // namespace berth
