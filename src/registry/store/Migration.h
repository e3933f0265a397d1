// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/store/Sql.h"

namespace berth::migration {

/// Makes the tables of this program's format in an empty database; a failure sticks to the Sql.
void createSchema(Sql &sql);

/// From an older format to this program's, in one transaction; what has to be counted for it is left to finish().
Result<void> changeFormat(Sql &sql, int from);

/// Counts what the format before did not keep, part by part, from where an earlier start was ended, and brings the trash over. Says in the
/// log how far it is. Does nothing where nothing is left to be done.
Result<void> finish(Sql &sql);

} // namespace berth::migration
