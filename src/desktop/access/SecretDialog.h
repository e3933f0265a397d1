// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/AccessKeys.h"
#include "desktop/parts/DialogFrame.h"

class QCheckBox;
class QLineEdit;

namespace berth {

class Banner;

/// Shows the secret of an access key, once. It goes when it is said to be kept, or when closing is insisted on.
class SecretDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `address` is the server's, for the line that signs in. `isKept`: Berth keeps it itself.
    SecretDialog(const MadeAccessKey &made, const QString &address, bool isKept, QWidget *parent);

    /// Once without the tick it warns instead.
    void reject() override;

private:
    void saveAsFile();

    MadeAccessKey m_made;
    QString m_address;
    QLineEdit *m_secret;
    Banner *m_banner;
    QCheckBox *m_kept;
    bool m_isWarned = false;
};

} // namespace berth
