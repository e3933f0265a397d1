// SPDX-License-Identifier: Apache-2.0
#include "credentials/KeyringProbe.h"

#include <QTimer>

namespace berth {

void probeKeyring(const QString &, const QString &, QObject *context, std::function<void(KeyringFinding)> done)
{
    QTimer::singleShot(0, context, [done = std::move(done)] { done(KeyringFinding::Unknown); });
}

} // namespace berth
