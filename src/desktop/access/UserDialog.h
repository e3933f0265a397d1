// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QPointer>

#include "client/roles/Users.h"
#include "desktop/parts/DialogFrame.h"

namespace berth {

namespace Ui {
class UserDialog;
}
class Session;

/// Makes a user or changes one: role on the server, roles in registries, last day. Stays until the server has answered.
class UserDialog : public DialogFrame {
    Q_OBJECT

public:
    /// A new user if it has no name.
    UserDialog(Session &session, const User &user, QWidget *parent);
    ~UserDialog() override;

    void reject() override;

Q_SIGNALS:
    void saved(const QString &name);

private:
    QCoro::Task<> save();
    void look();

    QPointer<Session> m_session;
    User m_user;
    const bool m_isNew;
    bool m_saving = false;
    std::unique_ptr<Ui::UserDialog> m_ui;
    QPushButton *m_verb;
};

} // namespace berth
