// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QDateTime>

#include "client/auth/Authorizer.h"
#include "core/Secret.h"

namespace berth {

/// AWS Signature Version 4 in the Authorization header, with the body's hash inside; for every service but S3, whose paths are written
/// otherwise.
class AwsSigV4 final : public Authorizer {
public:
    struct Key {
        QString id;
        Secret secret;
        QString sessionToken = {}; ///< Of credentials that were lent; else empty.
    };
    using Clock = std::function<QDateTime()>;

    /// "us-east-1", "ecr".
    AwsSigV4(Key key, QString region, QString service, Clock clock = &QDateTime::currentDateTimeUtc);

    /// All headers that the request has are signed. Its body must lie in `body`.
    void sign(HttpRequest &request, const QString &scope) override;

private:
    QByteArray signature(const QByteArray &day, const QByteArray &text) const;

    Key m_key;
    QByteArray m_region;
    QByteArray m_service;
    Clock m_clock;
};

} // namespace berth
