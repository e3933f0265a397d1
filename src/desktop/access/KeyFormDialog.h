// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>

#include "client/roles/AccessKeys.h"
#include "desktop/parts/DialogFrame.h"

class QComboBox;
class QLineEdit;

namespace berth {

class Banner;
class LabelledField;
class RegistryRows;
class Session;

/// Asks who uses an access key and what it may do, then makes or changes it; stays until the server has answered, so that no secret is lost.
class KeyFormDialog : public DialogFrame {
    Q_OBJECT

public:
    /// A new key of `key.owner` if the key has no ID.
    KeyFormDialog(Session &session, const AccessKey &key, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    void made(const berth::MadeAccessKey &key);
    void changed();

private:
    QCoro::Task<> save();
    void look();

    QPointer<Session> m_session;
    AccessKey m_key;
    bool m_saving = false;
    QLineEdit *m_note;
    LabelledField *m_noteField;
    QComboBox *m_role;
    QComboBox *m_where;
    RegistryRows *m_registries;
    Banner *m_banner;
    QPushButton *m_verb;
};

} // namespace berth
