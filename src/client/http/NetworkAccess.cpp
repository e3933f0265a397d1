// SPDX-License-Identifier: Apache-2.0
#include "client/http/NetworkAccess.h"

#include <QHostAddress>
#include <QNetworkProxyQuery>
#include <QSslCertificate>

namespace berth {

bool isLoopback(const QUrl &url) { return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback(); }

QNetworkProxy NetworkAccess::proxyFor(const QUrl &url) const
{
    if (proxy == Proxy::None || isLoopback(url))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    if (proxy == Proxy::Manual)
        return QNetworkProxy(QNetworkProxy::HttpProxy, proxyHost, proxyPort);
    const auto found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.first();
}

QSslConfiguration NetworkAccess::tls() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!trustedAuthority.isEmpty())
        configuration.addCaCertificates(QSslCertificate::fromData(trustedAuthority));
    return configuration;
}

bool NetworkAccess::trusts(const QSslCertificate &certificate) const
{
    return !trustedCertificate.isEmpty() && !certificate.isNull() && QSslCertificate(trustedCertificate) == certificate;
}

} // namespace berth
