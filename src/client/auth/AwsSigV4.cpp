// SPDX-License-Identifier: Apache-2.0
#include "client/auth/AwsSigV4.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QMap>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

namespace berth {

namespace {

const QByteArray algorithm = "AWS4-HMAC-SHA256";

QByteArray hashed(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }
QByteArray authenticated(const QByteArray &key, const QByteArray &text) { return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256); }

/// Parts without dots and empty ones, each encoded once more than it is on the wire.
QByteArray canonicalPath(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    QByteArrayList parts;
    for (const auto &part : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (part == QLatin1String("..") && !parts.isEmpty())
            parts.removeLast();
        else if (part != QLatin1String(".") && part != QLatin1String(".."))
            parts << QUrl::toPercentEncoding(part);
    }
    if (parts.isEmpty())
        return "/";
    return '/' + parts.join('/') + (path.endsWith(QLatin1Char('/')) ? "/" : "");
}

/// Sorted by the encoded name, then by the encoded value.
QByteArray canonicalQuery(const QUrl &url)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        pairs << QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    std::sort(pairs.begin(), pairs.end(), [](const QByteArray &a, const QByteArray &b) {
        const auto atA = a.indexOf('='), atB = b.indexOf('=');
        const auto nameA = a.left(atA), nameB = b.left(atB);
        return nameA != nameB ? nameA < nameB : a.mid(atA + 1) < b.mid(atB + 1);
    });
    return pairs.join('&');
}

/// What the Host header will be.
QByteArray hostOf(const QUrl &url)
{
    const int usual = url.scheme() == QLatin1String("http") ? 80 : 443;
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    return url.port(usual) == usual ? host : host + ':' + QByteArray::number(url.port());
}

} // namespace

AwsSigV4::AwsSigV4(Key key, QString region, QString service, Clock clock)
    : m_key(std::move(key))
    , m_region(region.toLatin1())
    , m_service(service.toLatin1())
    , m_clock(std::move(clock))
{
}

void AwsSigV4::sign(HttpRequest &request, const QString &)
{
    const QByteArray time = m_clock().toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
    const QByteArray day = time.left(8);
    request.headers.emplaceBack("X-Amz-Date", time);
    if (!m_key.sessionToken.isEmpty())
        request.headers.emplaceBack("X-Amz-Security-Token", m_key.sessionToken.toLatin1());

    QMap<QByteArray, QByteArray> headers{{"host", hostOf(request.url)}};
    for (const auto &[name, value] : request.headers) {
        auto &all = headers[name.toLower()];
        all += (all.isEmpty() ? "" : ",") + value.simplified();
    }
    QByteArray block;
    for (auto it = headers.cbegin(); it != headers.cend(); ++it)
        block += it.key() + ':' + it.value() + '\n';
    const QByteArray names = QByteArrayList(headers.keys()).join(';');
    const QByteArray canonical =
        QByteArrayList{request.method, canonicalPath(request.url), canonicalQuery(request.url), block, names, hashed(request.body)}.join('\n');
    const QByteArray where = day + '/' + m_region + '/' + m_service + "/aws4_request";
    const QByteArray text = algorithm + '\n' + time + '\n' + where + '\n' + hashed(canonical);
    request.headers.emplaceBack(
        "Authorization", algorithm + " Credential=" + m_key.id.toLatin1() + '/' + where + ", SignedHeaders=" + names + ", Signature=" + signature(day, text));
}

QByteArray AwsSigV4::signature(const QByteArray &day, const QByteArray &text) const
{
    QByteArray key = "AWS4" + QByteArray::fromStdString(m_key.secret.reveal());
    for (const QByteArray &step : {day, m_region, m_service, QByteArray("aws4_request")})
        key = authenticated(key, step);
    return authenticated(key, text).toHex();
}

} // namespace berth
