// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace berth {

/// Whether both lie at one scheme, host and port (RFC 6454), the port said or not.
bool isSameOrigin(const QUrl &a, const QUrl &b);

/// "https://registry.example:5000", for sentences.
QString originOf(const QUrl &url);

} // namespace berth
