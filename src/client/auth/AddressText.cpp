// SPDX-License-Identifier: Apache-2.0
#include "client/auth/AddressText.h"

#include "client/http/NetworkAccess.h"

namespace berth {

QUrl addressFromText(const QString &text)
{
    QString rest = text.trimmed();
    QString scheme;
    for (const auto &known : {QStringLiteral("https"), QStringLiteral("http")}) {
        if (rest.startsWith(known + QStringLiteral("://"), Qt::CaseInsensitive)) {
            scheme = known;
            rest.remove(0, known.size() + 3);
        }
    }
    rest = rest.section(QLatin1Char('/'), 0, 0);
    if (rest.isEmpty() || rest.contains(QLatin1Char('@')) || rest.contains(QLatin1Char(' ')))
        return {};
    QUrl url(QStringLiteral("https://") + rest, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    url.setScheme(!scheme.isEmpty() ? scheme : isLoopback(url) ? QStringLiteral("http") : QStringLiteral("https"));
    return url;
}

} // namespace berth
