// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

#include "client/roles/Storage.h"

namespace berth {

/// What collecting and verifying are at, or what they found the last time.
class StorageWork {
    Q_DECLARE_TR_FUNCTIONS(berth::StoragePane)

public:
    CollectionState collection;
    VerifyState verify;

    bool isCollecting() const { return collection.state == QLatin1String("running") || collection.state == QLatin1String("waiting"); }
    bool isPaused() const { return collection.state == QLatin1String("paused"); }
    bool isUnderWay() const { return isCollecting() || verify.isRunning; }

    QString text() const;
    /// How far it is, of 1; negative where nothing is under way.
    double share() const;

private:
    QString damageText() const;
    QString restText() const;
};

} // namespace berth
