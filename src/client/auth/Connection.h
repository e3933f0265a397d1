// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include "client/http/NetworkAccess.h"
#include "core/Secret.h"

namespace berth {

/// What a server speaks beside the OCI distribution protocol.
enum class ServerKind {
    Berth,    ///< Berth's registry, the bundled one or another: NCR's public API and Berth's own calls, at the registry's address.
    Ncr,      ///< NHN Container Registry, or what speaks its public API.
    Registry, ///< Nothing: any registry.
};

/// A server plus a person's credentials for it. The secret is here in memory only; where it is kept is credentials/' matter.
struct Connection {
    QString id;      ///< Stable, unique; names the entry in the keychain.
    QString name;    ///< As the person sees it.
    ServerKind kind = ServerKind::Ncr;
    QUrl url;           ///< Scheme, host and port of the registry protocol.
    QUrl managementUrl; ///< Those of the management API; empty: the same as `url`.
    QString appKey;     ///< NCR's; "local" for a Berth.
    bool encodesOnce = false; ///< "/" in image names goes to the API as %2F; otherwise as %252F, since Harbor decodes twice.
    QString keyId;      ///< Empty: without signing in.
    Secret secret;
    NetworkAccess network;

    /// The addresses where what is meant for this server may go.
    QList<QUrl> addresses() const { return managementUrl.isEmpty() ? QList<QUrl>{url} : QList<QUrl>{url, managementUrl}; }

    /// "127.0.0.1:5000", as it stands before an image's name.
    QString address() const { return url.adjusted(QUrl::RemoveUserInfo).authority(); }

    /// Whether both show the same: one server, spoken to in one way, with one key, be its secret renewed or not.
    bool showsSameAs(const Connection &other) const
    {
        return kind == other.kind && url == other.url && managementUrl == other.managementUrl && appKey == other.appKey && keyId == other.keyId;
    }
};

} // namespace berth
