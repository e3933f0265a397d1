// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/parts/StatePage.h"

namespace berth {

class LocalServer;

/// What the local connection shows while its registry does not run: what happened, why, what to do.
class LocalStatePage : public StatePage {
    Q_OBJECT

public:
    LocalStatePage(LocalServer &server, QWidget *parent);

private:
    void showState();
    void act();
    void actOtherwise();
    void confirmNewKey();

    LocalServer &m_server;
};

} // namespace berth
