// SPDX-License-Identifier: Apache-2.0
#include "desktop/server/RegistrySettingsDialog.h"

#include <cmath>

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/roles/ServerConfiguration.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/parts/Parts.h"
#include "desktop/parts/SettingCard.h"
#include "desktop/parts/Switch.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {
constexpr double bytesPerGb = 1e9;
}

RegistrySettingsDialog::RegistrySettingsDialog(Session &session, const QString &registry, QWidget *parent)
    : DialogFrame(tr("Settings of the registry %1").arg(registry), tr("They hold for everyone who uses this registry."), 560, parent)
    , m_session(&session)
    , m_limited(new Switch(tr("Limit its size"), this))
    , m_quota(new QDoubleSpinBox(this))
    , m_quotaField(new LabelledField(tr("It holds at most"), m_quota, this))
    , m_sparse(new Switch(tr("Accept manifests whose content is missing"), this))
    , m_banner(new Banner(this))
    , m_verb(addVerb(tr("Save"), "primary", "check"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_options.name = registry;
    m_quota->setRange(0.1, 1'000'000);
    m_quota->setDecimals(1);
    m_quota->setSuffix(QStringLiteral("\u00a0GB"));
    m_quota->setAccessibleName(tr("It holds at most"));
    auto *card = new SettingCard(this);
    card->addRow(tr("Limit its size"), tr("A push that would go beyond is refused; pulls go on."), m_limited);
    auto *sparse = new SettingCard(this);
    sparse->addRow(tr("Accept manifests whose content is missing"),
        tr("For copies that hold a few platforms of an image only. Without it, a manifest is refused until all that it names is here."), m_sparse);
    body()->setSpacing(12);
    for (QWidget *widget :
        {static_cast<QWidget *>(card), static_cast<QWidget *>(m_quotaField), static_cast<QWidget *>(sparse), static_cast<QWidget *>(m_banner)})
        body()->addWidget(widget);
    m_verb->setEnabled(false);
    m_limited->setEnabled(false);
    m_sparse->setEnabled(false);
    connect(m_limited, &Switch::toggled, this, &RegistrySettingsDialog::look);
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
    look();
    load();
}

void RegistrySettingsDialog::look() { m_quota->setEnabled(m_limited->isEnabled() && m_limited->isChecked()); }

QCoro::Task<> RegistrySettingsDialog::load()
{
    const QPointer<RegistrySettingsDialog> self(this);
    auto optionsTask = ask<ServerConfiguration>(m_session, [name = m_options.name](ServerConfiguration &server) { return server.registryOptions(name); });
    const auto options = co_await optionsTask;
    if (!self)
        co_return;
    if (!options) {
        m_banner->show(Banner::Kind::Danger, tr("The settings could not be read"), errorText(options.error()));
        co_return;
    }
    m_options = *options;
    m_quotaField->setHint(tr("It holds %1 now.").arg(sizeText(m_options.usedBytes)));
    m_quota->setValue(m_options.quotaBytes > 0 ? double(m_options.quotaBytes) / bytesPerGb : qMax(1.0, double(m_options.usedBytes) / bytesPerGb * 2));
    m_shownQuota = m_quota->value();
    m_limited->setEnabled(true);
    m_sparse->setEnabled(true);
    m_limited->setChecked(m_options.quotaBytes > 0);
    m_sparse->setChecked(m_options.acceptsMissing);
    m_verb->setEnabled(true);
    look();
}

QCoro::Task<> RegistrySettingsDialog::save()
{
    const QPointer<RegistrySettingsDialog> self(this);
    RegistryOptions wish = m_options;
    // What is shown in tenths of a gigabyte stays as it is unless it was changed.
    const bool untouched = m_options.quotaBytes > 0 && qFuzzyCompare(m_quota->value(), m_shownQuota);
    wish.quotaBytes = !m_limited->isChecked() ? 0 : untouched ? m_options.quotaBytes : std::llround(m_quota->value() * bytesPerGb);
    wish.acceptsMissing = m_sparse->isChecked();
    m_verb->setEnabled(false);
    auto storedTask = ask<ServerConfiguration>(m_session, [wish](ServerConfiguration &server) { return server.changeRegistryOptions(wish); });
    const auto stored = co_await storedTask;
    if (!self)
        co_return;
    if (!stored) {
        m_verb->setEnabled(true);
        m_banner->show(Banner::Kind::Danger, tr("The settings could not be changed"), errorText(stored.error()));
        co_return;
    }
    accept();
    Q_EMIT self->saved();
}

} // namespace berth
