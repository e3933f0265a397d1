// SPDX-License-Identifier: Apache-2.0
#include "registry/store/PublicUrl.h"

#include <QUrl>

namespace berth {

Result<PublicUrl> PublicUrl::parse(const std::string &text)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    const bool hasMore =
        (!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.hasQuery() || url.hasFragment() || url.authority().contains(QLatin1Char('@'));
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || hasMore)
        return fail(ErrorCode::BadRequest, "The public address is https:// or http:// with a name and, if need be, a port, as in https://registry.example");
    return PublicUrl{url.scheme().toStdString(), url.authority(QUrl::FullyEncoded).toLower().toStdString()};
}

} // namespace berth
