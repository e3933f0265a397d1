// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

namespace berth {

/// A server's address as people type it: "host", "host:port", with or without a scheme; a path behind it is dropped. Without a scheme
/// loopback is HTTP and everything else HTTPS. Invalid if there is no host in it.
QUrl addressFromText(const QString &text);

} // namespace berth
