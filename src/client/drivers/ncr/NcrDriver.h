// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Driver.h"

namespace berth {

/// NHN Container Registry, or what speaks its public API.
Driver ncrDriver();

} // namespace berth
