// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>

#include "client/roles/Users.h"
#include "desktop/parts/DialogFrame.h"

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace berth {

class Banner;
class LabelledField;
class RegistryRows;
class Session;
class Switch;

/// Makes a user or changes one: role on the server, roles in registries, last day. Stays until the server has answered.
class UserDialog : public DialogFrame {
    Q_OBJECT

public:
    /// A new user if it has no name.
    UserDialog(Session &session, const User &user, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    void saved(const QString &name);

private:
    QCoro::Task<> save();
    void look();

    QPointer<Session> m_session;
    User m_user;
    bool m_saving = false;
    QLineEdit *m_name = nullptr; ///< Null for a user that exists: names stay.
    LabelledField *m_nameField = nullptr;
    QComboBox *m_role;
    RegistryRows *m_registries;
    Switch *m_ends;
    QDateEdit *m_lastDay;
    Banner *m_banner;
    QPushButton *m_verb;
};

} // namespace berth
