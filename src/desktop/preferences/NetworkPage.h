// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/preferences/PreferencesPage.h"

namespace berth {

class ConnectionList;

/// How each connection reaches its server, and what it trusts beside the system's own authorities.
class NetworkPage final : public PreferencesPage {
    Q_OBJECT

public:
    NetworkPage(const ConnectionList &connections, QWidget *parent);

Q_SIGNALS:
    void editRequested(const QString &connectionId);
};

} // namespace berth
