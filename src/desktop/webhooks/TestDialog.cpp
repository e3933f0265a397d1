// SPDX-License-Identifier: Apache-2.0
#include "desktop/webhooks/TestDialog.h"

#include "client/roles/Webhooks.h"
#include "core/ErrorText.h"
#include "desktop/webhooks/MessageModel.h"
#include "webhooks/ui_TestDialog.h"

namespace berth {

TestDialog::TestDialog(Session &session, const QString &registry, qint64 webhook, const QString &name, QWidget *parent)
    : DialogFrame(tr("Send a test to %1").arg(name), tr("Each of its targets gets one message, also while it is disabled."), 520, parent)
    , m_session(&session)
    , m_registry(registry)
    , m_webhook(webhook)
    , m_ui(std::make_unique<Ui::TestDialog>())
    , m_verb(addVerb(tr("Send"), "primary", "flask"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    for (const auto event : {webhookevent::push, webhookevent::pull, webhookevent::remove}) {
        const auto word = QString::fromUtf8(event.data(), qsizetype(event.size()));
        m_ui->event->addItem(MessageModel::eventWords(word), word);
    }
    connect(m_verb, &QPushButton::clicked, this, [this] { send(); });
}

TestDialog::~TestDialog() = default;

QCoro::Task<> TestDialog::send()
{
    const QPointer<TestDialog> self(this);
    m_verb->setEnabled(false);
    auto sentTask = attempt<WebhookMessages>(m_session, Deed::ChangePolicies,
        [registry = m_registry, webhook = m_webhook, event = m_ui->event->currentData().toString()](
            WebhookMessages &messages) { return messages.sendTest(registry, webhook, event); });
    const auto done = co_await sentTask;
    if (!self)
        co_return;
    if (!done) {
        m_verb->setEnabled(true);
        m_ui->banner->show(Banner::Kind::Danger, tr("The test was not sent"), errorText(done.error()));
        co_return;
    }
    Q_EMIT self->sent();
    if (self)
        accept();
}

} // namespace berth
