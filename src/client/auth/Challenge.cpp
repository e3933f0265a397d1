// SPDX-License-Identifier: Apache-2.0
#include "client/auth/Challenge.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace berth {

Challenge Challenge::parse(const QByteArray &header)
{
    Challenge challenge;
    const QString text = QString::fromUtf8(header);
    if (text.startsWith(QLatin1String("basic"), Qt::CaseInsensitive)) {
        challenge.scheme = Scheme::Basic;
        return challenge;
    }
    if (!text.startsWith(QLatin1String("bearer"), Qt::CaseInsensitive))
        return challenge;
    static const QRegularExpression pair(QStringLiteral("(\\w+)=\"([^\"]*)\""));
    for (auto it = pair.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(1).toLower();
        if (name == QLatin1String("realm"))
            challenge.realm = QUrl(match.captured(2));
        else if (name == QLatin1String("service"))
            challenge.service = match.captured(2);
        else if (name == QLatin1String("scope"))
            challenge.scope = match.captured(2);
    }
    if (challenge.realm.isValid() && challenge.realm.scheme().startsWith(QLatin1String("http")))
        challenge.scheme = Scheme::Bearer;
    return challenge;
}

QUrl Challenge::tokenUrl() const
{
    QUrl url = realm;
    QUrlQuery query(url);
    if (!service.isEmpty())
        query.addQueryItem(QStringLiteral("service"), service);
    if (!scope.isEmpty())
        query.addQueryItem(QStringLiteral("scope"), scope);
    url.setQuery(query);
    return url;
}

} // namespace berth
