// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QPointer>

#include "client/roles/AccessKeys.h"
#include "desktop/parts/DialogFrame.h"

namespace berth {

namespace Ui {
class KeyFormDialog;
}
class Session;

/// Asks who uses an access key and what it may do, then makes or changes it; stays until the server has answered, so that no secret is lost.
class KeyFormDialog : public DialogFrame {
    Q_OBJECT

public:
    /// A new key of `key.owner` if the key has no ID.
    KeyFormDialog(Session &session, const AccessKey &key, QWidget *parent);
    ~KeyFormDialog() override;

    void reject() override;

Q_SIGNALS:
    void made(const berth::MadeAccessKey &key);
    void changed();

private:
    void offerRoles();
    bool isLimitedToSome() const;
    QCoro::Task<> save();
    void look();

    QPointer<Session> m_session;
    AccessKey m_key;
    bool m_saving = false;
    std::unique_ptr<Ui::KeyFormDialog> m_ui;
    QPushButton *m_verb;
};

} // namespace berth
