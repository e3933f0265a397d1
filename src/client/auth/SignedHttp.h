// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/auth/Authorizer.h"
#include "client/http/HttpClient.h"

namespace berth {

/// HTTP to one server, signed as its kind wants.
///
/// Belongs to one thread; otherwise as HttpClient.
class SignedHttp {
public:
    /// `base` gives scheme, host and port.
    SignedHttp(const QUrl &base, std::unique_ptr<Authorizer> authorizer, std::shared_ptr<ServerLink> link);

    /// Sends with what the authorizer knows for `scope`, and once more if it has an answer to a 401. One that remains is a reply like any
    /// other. Unauthorized if there is no way to sign in.
    QCoro::Task<Result<HttpReply>> send(HttpRequest request, QString scope = {});

    /// `path` is encoded.
    QUrl url(const QString &path) const { return QUrl(m_base + path, QUrl::StrictMode); }
    void cancelAll();

private:
    QString m_base;
    std::unique_ptr<Authorizer> m_authorizer; ///< Outlives m_http, whose end resumes callers.
    HttpClient m_http;
};

} // namespace berth
