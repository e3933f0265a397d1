// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslCertificate>

#include "desktop/parts/Sheet.h"

class QVBoxLayout;

namespace berth {

/// A certificate chain that the system does not trust: who it is for, who signed it, until when; and whom to trust for this connection only.
class CertificateCard : public Sheet {
    Q_OBJECT

public:
    explicit CertificateCard(QWidget *parent = nullptr);

    /// The server's own certificate first.
    void show(const QList<QSslCertificate> &chain);

Q_SIGNALS:
    /// Exactly this certificate of the server.
    void certificateTrusted(const QSslCertificate &certificate);
    /// Everything that this authority signed.
    void authorityTrusted(const QSslCertificate &authority);

private:
    QVBoxLayout *m_column;
};

} // namespace berth
