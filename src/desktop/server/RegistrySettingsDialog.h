// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>

#include "client/roles/ServerConfiguration.h"
#include "desktop/parts/DialogFrame.h"

class QDoubleSpinBox;

namespace berth {

class Banner;
class LabelledField;
class Session;
class Switch;

/// How much one registry may hold, and whether its manifests may name content that it lacks.
class RegistrySettingsDialog : public DialogFrame {
    Q_OBJECT

public:
    RegistrySettingsDialog(Session &session, const QString &registry, QWidget *parent);

Q_SIGNALS:
    void saved();

private:
    QCoro::Task<> load();
    QCoro::Task<> save();
    void look();

    QPointer<Session> m_session;
    RegistryOptions m_options;
    Switch *m_limited;
    QDoubleSpinBox *m_quota;
    double m_shownQuota = 0; ///< In gigabytes, as it was put in.
    LabelledField *m_quotaField;
    Switch *m_sparse;
    Banner *m_banner;
    QPushButton *m_verb;
};

} // namespace berth
