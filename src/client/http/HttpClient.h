// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QList>
#include <QObject>
#include <QPointer>

#include <QCoroTask>

#include "client/http/HttpTypes.h"
#include "client/http/ServerLink.h"
#include "core/Result.h"

class QNetworkReply;

namespace berth {

/// What one part of the program asks of a server, over a link that others use as well. HTTP/1.1.
///
/// Redirects are followed as Redirect.h says. A server that answers 429 or 503 with Retry-After is left alone for so long by all that use the
/// link; GET and HEAD are then tried again, twice at most.
///
/// Belongs to the thread that made it. Destroying it ends its calls with Cancelled before it returns; it may be destroyed by what one of
/// its own calls resumes.
class HttpClient : public QObject {
    Q_OBJECT

public:
    explicit HttpClient(std::shared_ptr<ServerLink> link, QObject *parent = nullptr);
    /// With a link of its own, to any server.
    explicit HttpClient(NetworkAccess access = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    const std::shared_ptr<ServerLink> &link() const { return m_link; }

    /// Any HTTP status is a success. Unreachable (with a translated sentence) if there was no whole answer, also where the server's
    /// certificate is not trusted; TooLarge; Denied for an address where it may not go; Cancelled.
    QCoro::Task<Result<HttpReply>> send(HttpRequest request);

    /// Ends every call under way with Cancelled.
    void cancelAll();

private:
    /// One exchange on the wire, when the link lets it in.
    QCoro::Task<Result<HttpReply>> exchange(HttpRequest request);
    /// What the reply tells reaches the request until `context` is gone.
    void watch(QNetworkReply &reply, const HttpRequest &request, QObject &context);

    std::shared_ptr<ServerLink> m_link; ///< Shared with each call that waits: its reply must outlive it, whoever goes first.
    QList<QPointer<QNetworkReply>> m_replies;
    QList<std::weak_ptr<ServerLink::Visitor>> m_visitors; ///< Those that wait to be let in.
    bool m_closing = false; ///< What is resumed by our end may not begin anew here.
};

} // namespace berth
