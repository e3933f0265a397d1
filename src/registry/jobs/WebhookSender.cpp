// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/WebhookSender.h"

#include <algorithm>
#include <utility>

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

/// Text from outside for the log: without what is secret of the target, and without controls.
class Cleaner {
public:
    explicit Cleaner(const WebhookTarget &target)
    {
        add(target.authHeader);
        if (const auto blank = target.authHeader.find(' '); blank != std::string::npos)
            add(target.authHeader.substr(blank + 1));
        if (target.kind != WebhookTarget::Kind::Slack)
            return;
        add(target.address);
        const QUrl url(QString::fromStdString(target.address));
        add(url.path().toStdString());
    }

    std::string operator()(const QByteArray &bytes) const
    {
        auto text = QString::fromUtf8(bytes);
        for (auto &letter : text) {
            if (letter.category() == QChar::Other_Control && letter != QLatin1Char('\n') && letter != QLatin1Char('\t'))
                letter = QLatin1Char('?');
        }
        for (const auto &secret : m_secrets)
            text.replace(secret, QStringLiteral("*****"));
        return text.toStdString();
    }

private:
    /// What is too short to be a secret would tear holes into every text.
    void add(const std::string &secret)
    {
        constexpr std::size_t shortest = 6;
        if (secret.size() >= shortest)
            m_secrets << QString::fromStdString(secret);
    }

    QStringList m_secrets;
};

/// What was answered, or why there was no answer.
json::object attemptOf(TimeMs began, const WebhookTarget &target, const PlainAnswer &answer, const std::string &failure)
{
    const Cleaner cleaned(target);
    json::object headers;
    for (const auto &[name, value] : answer.headers) {
        if (headers.size() < mostHeaders)
            headers[cleaned(name.left(200))] = cleaned(value.left(1000));
    }
    return {{"at", toRfc3339(began)}, {"ms", nowMs() - began}, {"status", answer.status}, {"failure", cleaned(QByteArray::fromStdString(failure))},
        {"headers", std::move(headers)}, {"body", cleaned(answer.body) + (answer.isCut ? "\n…" : "")}};
}

/// Of earlier attempts the beginning of the answer is enough.
void shorten(json::array &attempts)
{
    constexpr std::size_t enough = 1024;
    for (auto &attempt : attempts) {
        if (auto body = json::text(attempt, "body"); body.size() > enough)
            attempt.as_object()["body"] = QString::fromUtf8(QByteArray::fromStdString(body).left(qsizetype(enough))).toStdString() + "\n…";
    }
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
    if (m_secrets.hasKey() && webhookrows::isAny(*m_sql)) { // without it events wait, too
        m_parts.flushPulls();
        int fills = 0;
        while (fills < mostFills && fill())
            ++fills;
        if (fills == mostFills)
            m_soon.start();
    }
    auto waiting = webhookdeliveries::waitingTargets(*m_sql);
    std::ranges::rotate(waiting, std::ranges::upper_bound(waiting, m_lastBegun));
    for (const auto &place : waiting)
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
    if (m_sending.contains(place) || m_sending.size() >= mostAtOnce || m_sql->hasFailed())
        return;
    if (const auto rest = m_rests.find(place); rest != m_rests.end()) {
        if (!rest->second.hasExpired())
            return;
        m_rests.erase(rest);
    }
    auto delivery = webhookdeliveries::firstDue(*m_sql, place.first, place.second, nowMs());
    if (!delivery)
        return;
    const auto registry = webhookrows::registryOf(*m_sql, place.first);
    auto policy = registry == 0 ? std::nullopt : webhookrows::find(*m_sql, registry, place.first);
    const bool isInTrash = !policy && m_sql->integer("SELECT 1 FROM server_secret WHERE name = ?", 0, webhookrows::secretName(place.first)) != 0;
    const auto opened = policy ? m_secrets.open(*m_sql, *policy) : Result<void>();
    if (m_sql->hasFailed() || isInTrash) // what could not be read says nothing; what is in the trash may come back
        return;
    if (!opened) { // with the right key it goes on
        m_rests[place] = QDeadlineTimer(seconds(restAfterFault));
        if (!std::exchange(m_toldNoKey, true))
            logLine(LogLevel::Warning, "Messages of webhooks wait: " + opened.error().message);
        return;
    }
    m_lastBegun = place;
    if (!policy)
        giveUp(place, std::move(*delivery), "The webhook was deleted");
    else if (std::size_t(place.second) >= policy->targets.size() || recipientOf(policy->targets[std::size_t(place.second)]) != delivery->recipient)
        giveUp(place, std::move(*delivery), "The target was changed before this message could be sent to it");
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
    sending.target = target;
    sending.post = std::make_unique<PlainPost>(
        target.skipsCertificate ? m_lenientLink : m_link, std::move(message), [this, place](const Result<PlainAnswer> &answer) { answered(place, answer); });
}

void Webhooks::Sender::answered(const Place &place, const Result<PlainAnswer> &answer)
{
    auto &sending = m_sending.at(place);
    auto &delivery = sending.delivery;
    const int status = answer ? answer->status : 0;
    const bool isDelivered = status / 100 == 2;
    const std::string why = !answer ? answer.error().message : status / 100 == 3 ? "It leads elsewhere, and redirects are not followed" : "";
    shorten(delivery.attempts);
    delivery.attempts.push_back(attemptOf(sending.beganAt, sending.target, answer ? *answer : PlainAnswer(), why));
    delivery.tries = std::int64_t(delivery.attempts.size());
    delivery.status = status;
    delivery.failure = json::text(delivery.attempts.back(), "failure");
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
    if (sending.target.kind == WebhookTarget::Kind::Slack)
        m_rests[place] = QDeadlineTimer(seconds(1));
    sending.post.release()->deleteLater(); // it is telling this just now
    keep(place, delivery);
}

/// Without a try.
void Webhooks::Sender::giveUp(const Place &place, WebhookDelivery delivery, const std::string &why)
{
    const auto now = nowMs();
    delivery.attempts.push_back(attemptOf(now, {}, {}, why));
    delivery.tries = std::int64_t(delivery.attempts.size());
    delivery.status = 0;
    delivery.failure = why;
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
        m_rests[place] = QDeadlineTimer(seconds(restAfterFault));
    m_soon.start();
}

} // namespace berth
