// SPDX-License-Identifier: Apache-2.0
#include "client/http/Origin.h"

namespace berth {

namespace {

int portOf(const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : url.scheme() == QLatin1String("http") ? 80 : -1); }

} // namespace

bool isSameOrigin(const QUrl &a, const QUrl &b) { return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b); }

QString originOf(const QUrl &url) { return url.scheme() + QStringLiteral("://") + url.adjusted(QUrl::RemoveUserInfo).authority(); }

} // namespace berth
