// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/auth/Authorizer.h"
#include "client/auth/Connection.h"

namespace berth {

/// An access key in headers of its own, as NCR's public API and Berth's calls take it.
class KeyHeaders final : public Authorizer {
public:
    explicit KeyHeaders(const Connection &connection);

    void sign(HttpRequest &request, const QString &scope) override;

private:
    QByteArray m_id;
    Secret m_secret;
};

} // namespace berth
