// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <QUrl>

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
    bool isForElsewhere = false; ///< Meant, credentials and all, for an address that is none of the server's, such as its token service.

    bool hasBody() const { return device || !body.isEmpty(); }
};

struct HttpReply {
    int status = 0;
    QUrl url; ///< Where it came from in the end.
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// First value of that header (any case), empty if absent.
    QByteArray header(const QByteArray &name) const;
};

} // namespace berth
