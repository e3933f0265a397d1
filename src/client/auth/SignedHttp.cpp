// SPDX-License-Identifier: Apache-2.0
#include "client/auth/SignedHttp.h"

#include "client/http/Origin.h"

namespace berth {

SignedHttp::SignedHttp(const QUrl &base, std::unique_ptr<Authorizer> authorizer, std::shared_ptr<ServerLink> link)
    : m_base(base.toString(QUrl::RemovePath))
    , m_authorizer(std::move(authorizer))
    , m_http(std::move(link))
{
}

QCoro::Task<Result<HttpReply>> SignedHttp::send(HttpRequest request, QString scope)
{
    for (int attempt = 0;; ++attempt) {
        HttpRequest wire = request;
        m_authorizer->sign(wire, scope);
        auto reply = co_await m_http.send(std::move(wire));
        if (!reply || reply->status != 401 || attempt > 0 || !isSameOrigin(reply->url, request.url))
            co_return reply;
        const auto again = co_await m_authorizer->answer(*reply, scope);
        if (!again)
            co_return tl::unexpected(again.error());
        if (!*again)
            co_return reply;
    }
}

void SignedHttp::cancelAll()
{
    m_authorizer->cancelAll();
    m_http.cancelAll();
}

} // namespace berth
