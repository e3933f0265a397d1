// SPDX-License-Identifier: Apache-2.0
#include "transfer/TransferSlots.h"

#include <algorithm>

#include <QHash>
#include <QSet>

namespace berth {

std::optional<qsizetype> nextToBegin(const QList<TransferLoad> &running, const QList<TransferLoad> &waiting, const TransferLimits &limits)
{
    if (running.size() >= limits.atOnce)
        return {};
    QHash<QString, int> taken;
    QSet<QString> claimed;
    for (const auto &load : running) {
        for (const auto &host : load.hosts)
            ++taken[host];
        claimed.unite(QSet(load.claims.begin(), load.claims.end()));
    }
    for (qsizetype i = 0; i < waiting.size(); ++i) {
        const auto &load = waiting[i];
        const bool hasSlots = std::ranges::all_of(load.hosts, [&](const QString &host) { return taken.value(host) < limits.aHost; });
        const bool isInTurn = std::ranges::none_of(load.claims, [&](const QString &claim) { return claimed.contains(claim); });
        if (hasSlots && isInTurn && !load.isAway)
            return i;
        claimed.unite(QSet(load.claims.begin(), load.claims.end()));
    }
    return {};
}

} // namespace berth
