// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Driver.h"

namespace berth {

/// Any registry, as far as the OCI distribution protocol tells.
Driver plainDriver();

} // namespace berth
