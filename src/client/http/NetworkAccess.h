// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

namespace berth {

/// How one connection reaches its server: through which proxy, and whom it trusts beside the system's authorities.
struct NetworkAccess {
    enum class Proxy {
        System, ///< What the system's settings say.
        None,
        Manual, ///< An HTTP proxy at proxyHost and proxyPort.
    };
    Proxy proxy = Proxy::System;
    QString proxyHost;
    quint16 proxyPort = 0;
    QByteArray trustedCertificate; ///< PEM: exactly this certificate of the server is accepted. Empty: none.
    QByteArray trustedAuthority;   ///< PEM: certificates that this authority signed are accepted. Empty: none.

    /// The proxy for that address; loopback never goes through one.
    QNetworkProxy proxyFor(const QUrl &url) const;

    /// TLS with the system's authorities and the trusted one.
    QSslConfiguration tls() const;

    /// True if the person trusted exactly that certificate.
    bool trusts(const QSslCertificate &certificate) const;

    friend bool operator==(const NetworkAccess &, const NetworkAccess &) = default;
};

/// True for an address of this computer alone.
bool isLoopback(const QUrl &url);

} // namespace berth
