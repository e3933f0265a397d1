// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Starting with the person's session, in the tray. Off until asked for.
namespace berth::LoginStart {

/// False where this system has no way that Berth knows.
bool isPossible();
bool isOn();

/// Empty, or why it could not be set, in a translated sentence.
QString set(bool on);

} // namespace berth::LoginStart
