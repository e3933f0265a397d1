// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/protocol/RegistryClient.h"
#include "desktop/parts/DialogFrame.h"

class QLineEdit;

namespace berth {

class LabelledField;

/// Asks for the access key of a server and tries it; stays until the server has taken one.
class KeyDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `connection` is the server, its key aside.
    KeyDialog(const Connection &connection, QWidget *parent);

Q_SIGNALS:
    void entered(const berth::AccessKeyPair &pair);

private:
    void look();
    void check();

    Connection m_connection;
    std::unique_ptr<RegistryClient> m_client;
    QLineEdit *m_id;
    QLineEdit *m_secret;
    LabelledField *m_secretField;
    QPushButton *m_verb;
};

} // namespace berth
