// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Driver.h"

namespace berth {

/// A Berth, the bundled one or another.
Driver berthDriver();

} // namespace berth
