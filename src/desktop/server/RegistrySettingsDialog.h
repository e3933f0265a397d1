// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QPointer>

#include "client/roles/ServerConfiguration.h"
#include "desktop/parts/DialogFrame.h"

namespace berth {

namespace Ui {
class RegistrySettingsDialog;
}
class Session;

/// How much one registry may hold, and whether its manifests may name content that it lacks.
class RegistrySettingsDialog : public DialogFrame {
    Q_OBJECT

public:
    RegistrySettingsDialog(Session &session, const QString &registry, QWidget *parent);
    ~RegistrySettingsDialog() override;

Q_SIGNALS:
    void saved();

private:
    QCoro::Task<> load();
    QCoro::Task<> save();
    void look();

    QPointer<Session> m_session;
    RegistryOptions m_options;
    double m_shownQuota = 0; ///< In gigabytes, as it was put in.
    std::unique_ptr<Ui::RegistrySettingsDialog> m_ui;
    QPushButton *m_verb;
};

} // namespace berth
