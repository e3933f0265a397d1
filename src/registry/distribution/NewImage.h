// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/distribution/Call.h"

namespace berth {

/// Whether this push may make the registry that it names.
bool mayCreateRegistry(DistributionContext &context, const Call &call);

/// NameInvalid if the name of a new image would be too long with this server's address.
Result<void> checkNewName(const Call &call);

} // namespace berth
