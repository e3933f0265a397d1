// SPDX-License-Identifier: Apache-2.0
#include "desktop/server/RegistrySettingsDialog.h"

#include <cmath>

#include "client/roles/ServerConfiguration.h"
#include "core/ErrorText.h"
#include "core/SizeText.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/Session.h"
#include "server/ui_RegistrySettingsDialog.h"

namespace berth {

namespace {
constexpr double bytesPerGb = 1e9;
}

RegistrySettingsDialog::RegistrySettingsDialog(Session &session, const QString &registry, QWidget *parent)
    : DialogFrame(tr("Settings of the registry %1").arg(registry), tr("They hold for everyone who uses this registry."), 560, parent)
    , m_session(&session)
    , m_ui(std::make_unique<Ui::RegistrySettingsDialog>())
    , m_verb(addVerb(tr("Save"), "primary", "check"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_options.name = registry;
    setForm(*m_ui);
    m_verb->setEnabled(false);
    connect(m_ui->limited, &Switch::toggled, this, &RegistrySettingsDialog::look);
    connect(m_verb, &QPushButton::clicked, this, [this] { save(); });
    look();
    load();
}

RegistrySettingsDialog::~RegistrySettingsDialog() = default;

void RegistrySettingsDialog::look() { m_ui->quota->setEnabled(m_ui->limited->isEnabled() && m_ui->limited->isChecked()); }

QCoro::Task<> RegistrySettingsDialog::load()
{
    const QPointer<RegistrySettingsDialog> self(this);
    auto optionsTask = ask<ServerConfiguration>(m_session, [name = m_options.name](ServerConfiguration &server) { return server.registryOptions(name); });
    const auto options = co_await optionsTask;
    if (!self)
        co_return;
    if (!options) {
        m_ui->banner->show(Banner::Kind::Danger, tr("The settings could not be read"), errorText(options.error()));
        co_return;
    }
    m_options = *options;
    m_ui->quotaField->setHint(tr("It holds %1 now.").arg(sizeText(m_options.usedBytes)));
    m_ui->quota->setValue(m_options.quotaBytes > 0 ? double(m_options.quotaBytes) / bytesPerGb : qMax(1.0, double(m_options.usedBytes) / bytesPerGb * 2));
    m_shownQuota = m_ui->quota->value();
    m_ui->limited->setEnabled(true);
    m_ui->sparse->setEnabled(true);
    m_ui->limited->setChecked(m_options.quotaBytes > 0);
    m_ui->sparse->setChecked(m_options.acceptsMissing);
    m_verb->setEnabled(true);
    look();
}

QCoro::Task<> RegistrySettingsDialog::save()
{
    const QPointer<RegistrySettingsDialog> self(this);
    RegistryOptions wish = m_options;
    // What is shown in tenths of a gigabyte stays as it is unless it was changed.
    const bool untouched = m_options.quotaBytes > 0 && qFuzzyCompare(m_ui->quota->value(), m_shownQuota);
    wish.quotaBytes = !m_ui->limited->isChecked() ? 0 : untouched ? m_options.quotaBytes : std::llround(m_ui->quota->value() * bytesPerGb);
    wish.acceptsMissing = m_ui->sparse->isChecked();
    m_verb->setEnabled(false);
    auto storedTask = ask<ServerConfiguration>(m_session, [wish](ServerConfiguration &server) { return server.changeRegistryOptions(wish); });
    const auto stored = co_await storedTask;
    if (!self)
        co_return;
    if (!stored) {
        m_verb->setEnabled(true);
        m_ui->banner->show(Banner::Kind::Danger, tr("The settings could not be changed"), errorText(stored.error()));
        co_return;
    }
    accept();
    Q_EMIT self->saved();
}

} // namespace berth
