// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/roles/AccessKeys.h"
#include "desktop/parts/DialogFrame.h"

class QCheckBox;

namespace berth {

namespace Ui {
class SecretDialog;
}

/// Shows the secret of an access key, once. It goes when it is said to be kept, or when closing is insisted on.
class SecretDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `address` is the server's, for the line that signs in. `isKept`: Berth keeps it itself.
    SecretDialog(const MadeAccessKey &made, const QString &address, bool isKept, QWidget *parent);
    ~SecretDialog() override;

    /// Once without the tick it warns instead.
    void reject() override;

private:
    void fill();
    void addFoot(bool isKept);
    void saveAsFile();

    MadeAccessKey m_made;
    QString m_address;
    std::unique_ptr<Ui::SecretDialog> m_ui;
    QCheckBox *m_kept;
    bool m_isWarned = false;
};

} // namespace berth
