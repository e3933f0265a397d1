// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include "engine/Engine.h"

namespace berth {

/// Kinds of system that differ in how docker comes onto them.
enum class EngineSystem { Windows, MacOs, Ubuntu, CentOs7, OtherLinux };

/// Of this computer. `product` and `version` as QSysInfo says them.
EngineSystem engineSystem(const QString &product, const QString &version);

/// What to tell a person whose docker engine was or was not found: a sentence, and a command or a page that helps.
struct EngineHint {
    bool isGood = false;
    QString text;
    QString command; ///< Empty: none is needed.
    QUrl page;       ///< Empty: none is needed.
};
EngineHint engineHint(const EngineReport &report, EngineSystem system);

} // namespace berth
