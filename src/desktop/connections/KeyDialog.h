// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/protocol/RegistryClient.h"
#include "desktop/parts/DialogFrame.h"

namespace berth {

namespace Ui {
class KeyDialog;
}

/// Asks for the access key of a server and tries it; stays until the server has taken one.
class KeyDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `connection` is the server, its key aside.
    KeyDialog(const Connection &connection, QWidget *parent);
    ~KeyDialog() override;

Q_SIGNALS:
    void entered(const berth::AccessKeyPair &pair);

private:
    void look();
    void check();

    Connection m_connection;
    std::unique_ptr<Ui::KeyDialog> m_ui;
    std::unique_ptr<RegistryClient> m_client; ///< Goes before the form: its end is told to the fields.
    QPushButton *m_verb;
};

} // namespace berth
