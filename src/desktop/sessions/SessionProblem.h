// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/Result.h"
#include "desktop/parts/StatePage.h"

namespace berth {

class Session;

/// What a place shows in its content's stead while its connection does not work: locked keyring, dismissed prompt, missing service, wrong
/// credentials, missing rights and unreachable servers told apart, each with its remedy. Primary is Retry, secondary Edit… where an edit
/// can help.
StatePage::Content problemOf(const Session &session);

/// The same for one call that failed: `what` could not be done.
StatePage::Content problemOf(const QString &what, const Error &error);

/// True while the session shows a problem or a wait instead of its content.
bool hasProblem(const Session &session);

} // namespace berth
