// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include "core/Secret.h"

namespace berth {

enum class ServerKind {
    Local, ///< The bundled registry.
    Ncr,   ///< NCR, or any server that speaks its public API.
};

/// A server plus a person's credentials for it. The secret is here in memory only; where it is kept is credentials/' matter.
struct Connection {
    QString id;      ///< Stable, unique; names the entry in the keychain.
    QString name;    ///< As the person sees it.
    ServerKind kind = ServerKind::Ncr;
    QUrl url;        ///< Scheme, host and port of the registry protocol and, for a local one, of the management API.
    QString appKey;  ///< NCR's; "local" for a bundled registry.
    QString keyId;
    Secret secret;

    /// "127.0.0.1:5000", as it stands before an image's name.
    QString address() const
    {
        return url.port() < 0 ? url.host() : url.host() + QLatin1Char(':') + QString::number(url.port());
    }
};

} // namespace berth
