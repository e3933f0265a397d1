// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QUrl>

namespace berth {

/// What a 401 of a registry asks for (Docker's token authentication).
struct Challenge {
    enum class Scheme { None, Basic, Bearer };
    Scheme scheme = Scheme::None;
    QUrl realm;
    QString service;
    QString scope;

    /// Reads a WWW-Authenticate header.
    static Challenge parse(const QByteArray &header);

    /// The realm with service and scope as its query.
    QUrl tokenUrl() const;
};

} // namespace berth
