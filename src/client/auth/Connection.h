// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include "client/http/NetworkAccess.h"
#include "core/Secret.h"

namespace berth {

/// Ids of kinds of server that others than their own driver speak of; drivers/Drivers.h has all. Settings name them.
struct ServerKind {
    static inline const QString Berth = QStringLiteral("berth"); ///< Berth's registry, the bundled one or another.
    static inline const QString Ncr = QStringLiteral("ncr");
    static inline const QString Registry = QStringLiteral("registry"); ///< Any that speaks the OCI distribution protocol.
};

/// A server plus a person's credentials for it. The secret is here in memory only; where it is kept is credentials/' matter.
struct Connection {
    QString id;      ///< Stable, unique; names the entry in the keychain.
    QString name;    ///< As the person sees it.
    QString kind = ServerKind::Ncr; ///< Of drivers/Drivers.h, or one that a newer Berth knows.
    QUrl url;           ///< Scheme, host and port of the registry protocol.
    QUrl managementUrl; ///< Those of the management API; empty: the same as `url`.
    QString appKey;     ///< NCR's; "local" for a Berth.
    bool encodesOnce = false; ///< "/" in image names goes to the API as %2F; otherwise as %252F, since Harbor decodes twice.
    QString keyId;      ///< Empty: without signing in.
    QHash<QString, QString> options = {}; ///< What only its kind asks for, by the names of its form's fields.
    Secret secret;
    NetworkAccess network;

    /// The addresses where what is meant for this server may go.
    QList<QUrl> addresses() const { return managementUrl.isEmpty() ? QList<QUrl>{url} : QList<QUrl>{url, managementUrl}; }

    /// "127.0.0.1:5000", as it stands before an image's name.
    QString address() const { return url.adjusted(QUrl::RemoveUserInfo).authority(); }

    /// Whether both show the same: one server, spoken to in one way, with one key, be its secret renewed or not.
    bool showsSameAs(const Connection &other) const
    {
        return kind == other.kind && url == other.url && managementUrl == other.managementUrl && appKey == other.appKey && keyId == other.keyId
            && options == other.options;
    }
};

} // namespace berth
