// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include "core/Json.h"

namespace berth::test {

struct HttpReply {
    int status = 0; ///< 0: no answer.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
    QString networkError;

    json::value jsonBody() const;
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// Sends one request and waits for its answer (30 s at most). Redirects are not followed. Answers of Berth's own API are held against
/// their document (OpenApiCheck): one that is not as described fails the running test. For tests only.
HttpReply call(const HttpRequest &request);

/// "Basic …" of a key and its secret.
QByteArray basic(const QByteArray &id, const QByteArray &secret);

} // namespace berth::test
