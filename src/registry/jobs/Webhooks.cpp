// SPDX-License-Identifier: Apache-2.0
#include "registry/jobs/Webhooks.h"

#include <cmath>

#include <QThread>

#include "registry/jobs/WebhookSender.h"
#include "registry/store/WebhookRows.h"

namespace berth {

double Webhooks::waitAfter(int failed, double random)
{
    constexpr int mostExtra = 29; // seconds, as on the reference system
    return std::pow(failed, 4) + 15 + std::floor(random * (mostExtra + 1)) * (failed + 1);
}

Webhooks::Webhooks(Parts parts)
    : m_parts(std::move(parts))
    , m_secrets(m_parts.masterKey)
    , m_inbox(m_parts.masterKey)
{
    const auto sql = Sql::open(m_parts.database, Sql::Sync::Normal);
    if (!sql || webhookrows::isAny(**sql))
        begin();
}

Webhooks::~Webhooks() { stop(); }

void Webhooks::begin()
{
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("webhooks"));
    m_sender = std::make_unique<Sender>(m_parts, m_secrets);
    auto *sender = m_sender.get();
    sender->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::started, sender, [sender] { sender->begin(); });
    // What has timers and sockets ends where it lived.
    QObject::connect(
        m_thread.get(), &QThread::finished, sender, [this] { m_sender.reset(); }, Qt::DirectConnection);
    m_thread->start();
}

void Webhooks::stop()
{
    if (!m_thread)
        return;
    m_thread->quit();
    m_thread->wait();
}

void Webhooks::wake()
{
    const std::lock_guard guard(m_mutex);
    if (!m_thread)
        begin();
    QMetaObject::invokeMethod(
        m_sender.get(), [sender = m_sender.get()] { sender->look(); }, Qt::QueuedConnection);
}

} // namespace berth
