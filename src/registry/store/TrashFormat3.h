// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/store/Sql.h"

namespace berth {

/// Up to format 3 the trash had tables of its own for artifacts, tags and edges; since then what a deletion took stays an image, the deletion's.
namespace trashformat3 {

/// Brings one deletion over, in the caller's transaction. False if there is none left to bring over.
bool convertNext(Sql &sql);

/// Once all are over. The tables go.
void dropTables(Sql &sql);

} // namespace trashformat3

} // namespace berth
