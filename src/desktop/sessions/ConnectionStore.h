// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QList>
#include <QSettings>
#include <QVariant>

#include "client/auth/Connection.h"

namespace berth {

/// A connection as it is kept over runs; its secret is in the keychain.
struct StoredConnection {
    Connection connection; ///< Without its secret.
    QDate keyStored;       ///< Day on which its present key was entered; invalid if it has none. NCR tells no age of a key (R-006).
    QVariantMap others;    ///< What a newer Berth keeps beside it: written back as it was.
};

/// The person's connections beside the local registry, in their order, in the settings. One of a kind that this program does not know is kept
/// as it is.
class ConnectionStore {
public:
    /// Borrowed.
    explicit ConnectionStore(QSettings &settings)
        : m_settings(settings)
    {
    }

    QList<StoredConnection> read() const;
    void write(const QList<StoredConnection> &connections);

    /// An id that no connection had before.
    static QString newId();

private:
    QSettings &m_settings;
};

} // namespace berth
