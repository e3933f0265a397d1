// SPDX-License-Identifier: Apache-2.0
#include "client/http/Redirect.h"

#include <algorithm>

#include <QtGlobal>

#include "client/http/Origin.h"

namespace berth::redirects {

namespace {

bool isReading(const HttpRequest &request) { return request.method == "GET" || request.method == "HEAD"; }

bool isRedirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

std::string text(const QString &words) { return words.toStdString(); }

tl::unexpected<Error> otherServer(const QUrl &from, const QUrl &to)
{
    return fail(ErrorCode::Denied,
        QT_TRANSLATE_NOOP("Error", "%1 wants this to be sent to %2, which is another server. Berth sends nothing there; ask whoever runs %1"),
        {text(originOf(from)), text(originOf(to))});
}

} // namespace

Result<void> mayGo(const HttpRequest &request, const QList<QUrl> &addresses)
{
    if (addresses.isEmpty() || request.isForElsewhere || (isReading(request) && !request.hasBody()))
        return {};
    if (std::ranges::any_of(addresses, [&](const QUrl &own) { return isSameOrigin(own, request.url); }))
        return {};
    return otherServer(addresses.first(), request.url);
}

void dropCredentials(HttpRequest &request)
{
    request.headers.removeIf([](const std::pair<QByteArray, QByteArray> &header) {
        const auto name = header.first.toLower();
        return name == "authorization" || name == "cookie" || name == "proxy-authorization" || name.startsWith("x-tc-authentication-")
            || name.startsWith("x-amz-security-token");
    });
}

Result<std::optional<HttpRequest>> next(const HttpRequest &request, const HttpReply &reply)
{
    const auto location = reply.header("Location");
    if (!isRedirect(reply.status) || location.isEmpty())
        return std::nullopt;
    HttpRequest further = request;
    further.url = request.url.resolved(QUrl::fromEncoded(location));
    if (!further.url.isValid() || further.url.host().isEmpty()
        || !(further.url.scheme() == QLatin1String("http") || further.url.scheme() == QLatin1String("https")))
        return fail(ErrorCode::Denied, QT_TRANSLATE_NOOP("Error", "%1 sends this request on to an address that is none"), {text(originOf(request.url))});
    const bool isElsewhere = !isSameOrigin(request.url, further.url);
    if (!isReading(request)) {
        if (isElsewhere)
            return otherServer(request.url, further.url);
        if (reply.status != 307 && reply.status != 308)
            return std::nullopt;
        return further;
    }
    if (request.url.scheme() == QLatin1String("https") && further.url.scheme() == QLatin1String("http"))
        return fail(ErrorCode::Denied, QT_TRANSLATE_NOOP("Error", "%1 sends this request on to %2, which is not encrypted. Berth does not follow there"),
            {text(originOf(request.url)), text(originOf(further.url))});
    if (isElsewhere && request.hasBody())
        return otherServer(request.url, further.url);
    if (isElsewhere) {
        dropCredentials(further);
        further.isForElsewhere = true;
    }
    return further;
}

} // namespace berth::redirects
