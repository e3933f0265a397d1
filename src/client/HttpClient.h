// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <QPointer>
#include <QUrl>

#include <QCoroTask>

#include "client/NetworkAccess.h"
#include "core/Result.h"

class QNetworkReply;

namespace berth {

/// Takes the body of a 2xx reply piece by piece, which is then not kept; false ends the call with Cancelled.
using HttpSink = std::function<bool(int status, const QByteArray &piece)>;

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    /// Sent instead of `body`; borrowed, of known size, and must outlive the reply.
    QIODevice *device = nullptr;
    std::function<void(qint64 sentBytes)> sent; ///< Upload progress.
    HttpSink sink;
    int timeoutMs = 30'000; ///< Without progress in either direction.
    qint64 bodyLimitBytes = 64 << 20; ///< A longer reply ends as TooLarge.
};

struct HttpReply {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// First value of that header (any case), empty if absent.
    QByteArray header(const QByteArray &name) const;
};

/// One call over HTTP/1.1. Redirects are not followed here: whoever follows one decides what goes along.
///
/// Belongs to the thread that made it. Destroying it ends its calls with Cancelled before it returns; it may be destroyed by what one of
/// its own calls resumes.
class HttpClient : public QObject {
    Q_OBJECT

public:
    explicit HttpClient(NetworkAccess access = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Any HTTP status is a success. Unreachable (with a translated sentence) if there was no whole answer, also where the server's
    /// certificate is not trusted; TooLarge; Cancelled.
    QCoro::Task<Result<HttpReply>> send(HttpRequest request);

    /// Ends every call under way with Cancelled.
    void cancelAll();

private:
    /// What the reply tells reaches the request until `context` is gone.
    void watch(QNetworkReply &reply, const HttpRequest &request, QObject &context);

    class Network;
    NetworkAccess m_access;
    std::shared_ptr<Network> m_network; ///< Shared with each call that waits: its reply must outlive it, whoever goes first.
    QList<QPointer<QNetworkReply>> m_replies;
    bool m_closing = false; ///< What is resumed by our end may not begin anew here.
};

} // namespace berth
