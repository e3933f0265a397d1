// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QList>
#include <QStringList>

namespace berth {

struct TransferLimits {
    int atOnce = 4;
    int aHost = 2;
};

/// What a transfer takes while it runs.
struct TransferLoad {
    QStringList hosts;  ///< A slot of each: "127.0.0.1:5000".
    QStringList claims; ///< These for itself; see TransferTask::claims().
    bool isAway = false; ///< It waits for its server and begins by itself later; until then nobody may overtake it within its claims.
};

/// The first of `waiting`, oldest first, that may begin beside `running`. One that waits for a slot lets those for other hosts go first; nobody
/// overtakes one that came before with the same claim.
std::optional<qsizetype> nextToBegin(const QList<TransferLoad> &running, const QList<TransferLoad> &waiting, const TransferLimits &limits);

} // namespace berth
