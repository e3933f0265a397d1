// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>

#include "desktop/settings/LoginStart.h"

namespace berth::LoginStart {

bool isPossible() { return false; }
bool isOn() { return false; }
QString set(bool)
{
    return QCoreApplication::translate(
        "LoginStart", "This system has no way to start Berth that it knows. Add it to the programs that start with your session.");
}

} // namespace berth::LoginStart
