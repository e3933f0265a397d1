// SPDX-License-Identifier: Apache-2.0
#include "desktop/webhooks/WebhookDialog.h"

#include <algorithm>

#include <QHBoxLayout>

#include "core/ErrorText.h"
#include "webhooks/ui_WebhookDialog.h"

namespace berth {

namespace {

const QString masked = QString::fromUtf8(maskedSecret.data(), qsizetype(maskedSecret.size()));

bool has(const WebhookPolicy &webhook, std::string_view event) { return std::ranges::find(webhook.events, event) != webhook.events.end(); }

} // namespace

WebhookDialog::WebhookDialog(
    Session &session, const QString &registry, const WebhookPolicy *webhook, const QStringList &takenNames, const QString &inbox, QWidget *parent)
    : DialogFrame(webhook ? tr("Edit webhook") : tr("Create webhook"),
        tr("The registry %1 on %2 calls this address when an image changes.").arg(registry, session.name()), 600, parent)
    , m_session(&session)
    , m_registry(registry)
    , m_old(webhook ? std::optional(*webhook) : std::nullopt)
    , m_takenNames(takenNames)
    , m_inbox(inbox)
    , m_ports(session.as<WebhookPolicies>() ? session.as<WebhookPolicies>()->webhookPorts() : WebhookPorts::Any)
    , m_ui(std::make_unique<Ui::WebhookDialog>())
    , m_verb(addVerb(webhook ? tr("Save webhook") : tr("Create webhook"), "primary", nullptr))
    , m_footGlyph(new QLabel(this))
    , m_foot(makeLabel({}, TextRole::Body, Shade::Danger, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setForm(*m_ui);
    m_footGlyph->setPixmap(icon("error", Tint::Danger).pixmap(QSize(16, 16), devicePixelRatioF()));
    footLeft()->addWidget(m_footGlyph);
    footLeft()->addWidget(m_foot);
    m_ui->kind->setChoices({QStringLiteral("HTTP"), QStringLiteral("Slack")});
    m_ui->kind->setAccessibleName(tr("Kind"));
    m_ui->format->addItems({tr("Default"), QStringLiteral("CloudEvents")});
    m_ui->address->setFont(fontFor(TextRole::Mono));
    m_ui->name->setMaxLength(int(WebhookPolicy::longestName));
    fill();
    const auto typed = [this] {
        m_wasTyped = true;
        look();
    };
    for (auto *edit : {m_ui->name, m_ui->address, m_ui->header})
        connect(edit, &QLineEdit::textChanged, this, typed);
    for (auto *box : {m_ui->pushed, m_ui->pulled, m_ui->deleted, m_ui->skipsCertificate})
        connect(box, &QCheckBox::toggled, this, typed);
    connect(m_ui->kind, &Segments::currentChanged, this, typed);
    connect(m_ui->format, &QComboBox::currentIndexChanged, this, typed);
    connect(m_ui->useInbox, &QPushButton::clicked, this, [this] {
        m_ui->kind->setCurrent(0);
        m_ui->address->setText(m_inbox);
    });
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
    m_ui->address->setFocus();
    look();
}

WebhookDialog::~WebhookDialog() = default;

void WebhookDialog::fill()
{
    const auto webhook = m_old.value_or(WebhookPolicy{0, {}, true, {std::string(webhookevent::push)}, {WebhookTarget()}});
    const auto target = webhook.targets.empty() ? WebhookTarget() : webhook.targets.front();
    m_ui->name->setText(QString::fromStdString(webhook.name));
    m_ui->kind->setCurrent(target.kind == WebhookTarget::Kind::Slack ? 1 : 0);
    m_ui->address->setText(QString::fromStdString(target.address));
    m_ui->pushed->setChecked(has(webhook, webhookevent::push));
    m_ui->pulled->setChecked(has(webhook, webhookevent::pull));
    m_ui->deleted->setChecked(has(webhook, webhookevent::remove));
    m_ui->header->setText(QString::fromStdString(target.authHeader));
    m_ui->format->setCurrentIndex(target.format == WebhookTarget::Format::CloudEvents ? 1 : 0);
    m_ui->skipsCertificate->setChecked(target.skipsCertificate);
    m_ui->othersNote->setVisible(webhook.targets.size() > 1);
    m_ui->othersNote->setText(tr("It has %n more targets, which stay as they are.", nullptr, int(webhook.targets.size()) - 1));
    m_ui->useInbox->setVisible(!m_inbox.isEmpty());
    m_ui->inboxNote->hide();
}

WebhookPolicy WebhookDialog::webhook() const
{
    auto webhook = m_old.value_or(WebhookPolicy());
    if (!m_old)
        webhook.isEnabled = true;
    webhook.name = m_ui->name->text().trimmed().toStdString();
    webhook.events.clear();
    if (m_ui->pushed->isChecked())
        webhook.events.emplace_back(webhookevent::push);
    if (m_ui->pulled->isChecked())
        webhook.events.emplace_back(webhookevent::pull);
    if (m_ui->deleted->isChecked())
        webhook.events.emplace_back(webhookevent::remove);
    WebhookTarget target;
    target.kind = m_ui->kind->current() == 1 ? WebhookTarget::Kind::Slack : WebhookTarget::Kind::Http;
    target.address = m_ui->address->text().trimmed().toStdString();
    if (target.kind == WebhookTarget::Kind::Http) {
        target.authHeader = m_ui->header->text().toStdString();
        target.format = m_ui->format->currentIndex() == 1 ? WebhookTarget::Format::CloudEvents : WebhookTarget::Format::Default;
    }
    target.skipsCertificate = m_ui->skipsCertificate->isChecked();
    if (webhook.targets.empty())
        webhook.targets.emplace_back();
    webhook.targets.front() = target;
    return webhook;
}

QString WebhookDialog::addressFault() const
{
    const auto wish = webhook();
    const auto &target = wish.targets.front();
    if (target.address.empty())
        return m_wasTyped ? tr("Type the address that is to be called.") : QString();
    const auto good = checkWebhookTarget(target, m_ports);
    return good ? QString() : errorText(good.error());
}

/// What is stored stands for a secret that belongs to its address, and is never sent to another one.
QString WebhookDialog::headerFault() const
{
    const auto wish = webhook();
    const bool isStored = wish.targets.front().authHeader == maskedSecret;
    const bool isElsewhere = !m_old || m_old->targets.empty() || m_old->targets.front().address != wish.targets.front().address;
    return isStored && isElsewhere ? tr("The stored header belongs to the former address. Type it anew, or leave it empty.") : QString();
}

void WebhookDialog::look()
{
    const bool isSlack = m_ui->kind->current() == 1;
    m_ui->kindNote->setText(isSlack ? tr("Sends a message for a channel.") : tr("Sends JSON with POST."));
    m_ui->headerField->setVisible(!isSlack);
    const bool hasForms = m_session && m_session->as<WebhookPolicies>() && m_session->as<WebhookPolicies>()->hasForms();
    m_ui->format->setVisible(!isSlack && hasForms);
    m_ui->formatCaption->setVisible(!isSlack && hasForms);
    m_ui->headerField->setHint(m_ui->header->text() == masked ? tr("One is stored and not shown. Leave it to keep it, empty it to send none.")
                                                              : tr("Sent as it is, for example Bearer abc. Kept secret, never shown again."));
    const QString name = m_ui->name->text().trimmed();
    const QString nameFault = !name.isEmpty() && m_takenNames.contains(name) ? tr("There is a webhook of that name") : QString();
    const QString addressFault = this->addressFault();
    const QString headerFault = this->headerFault();
    m_ui->nameField->setError(nameFault);
    m_ui->addressField->setHint(m_ports == WebhookPorts::PublicCloud ? tr("Ports 80, 88, 443 and 8443 work.") : QString());
    if (!addressFault.isEmpty())
        m_ui->addressField->setError(addressFault);
    if (!headerFault.isEmpty())
        m_ui->headerField->setError(headerFault);
    const bool hasEvent = m_ui->pushed->isChecked() || m_ui->pulled->isChecked() || m_ui->deleted->isChecked();
    m_ui->eventsFault->setText(hasEvent ? QString() : tr("Tick what it is to tell of."));
    m_ui->eventsFault->setVisible(!hasEvent);
    const int faults = int(!nameFault.isEmpty()) + int(!addressFault.isEmpty()) + int(!headerFault.isEmpty()) + int(!hasEvent);
    m_foot->setText(faults == 0 ? QString() : tr("%n fields to change", nullptr, faults));
    m_footGlyph->setVisible(faults > 0);
    m_verb->setEnabled(faults == 0 && !m_ui->address->text().trimmed().isEmpty() && !m_isSaving);
}

QCoro::Task<> WebhookDialog::save()
{
    const QPointer<WebhookDialog> self(this);
    m_isSaving = true;
    m_verb->setEnabled(false);
    m_ui->banner->hide();
    const auto wish = webhook();
    const bool isNew = !m_old;
    auto savedTask = attempt<WebhookPolicies>(m_session, Deed::ChangePolicies, [wish, isNew, registry = m_registry](WebhookPolicies &webhooks) {
        return isNew ? webhooks.createWebhook(registry, wish) : webhooks.changeWebhook(registry, wish);
    });
    const auto stored = co_await savedTask;
    if (!self)
        co_return;
    m_isSaving = false;
    if (!stored) {
        look();
        m_ui->banner->show(Banner::Kind::Danger, tr("The webhook was not saved"), errorText(stored.error()));
        co_return;
    }
    Q_EMIT self->saved(QString::fromStdString(wish.name));
    if (self)
        accept();
}

} // namespace berth
