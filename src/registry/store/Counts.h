// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "registry/store/Sql.h"

namespace berth {

/// The numbers of artifacts and tags that an image and its registry keep in their rows.
struct Counts {
    std::int64_t artifacts = 0; ///< As listed: without the untagged platforms of an index.
    std::int64_t manifests = 0;
    std::int64_t manifestBytes = 0;
    std::int64_t tags = 0;
    std::int64_t neverPulled = 0; ///< Manifests.
};

namespace counts {

/// Adds to the repository and, where it is an image of one, to its registry.
void add(Sql &sql, std::int64_t repository, const Counts &more);

/// Adds the numbers of the whole repository to the registry, or takes them away; `sign` is 1 or -1.
void addImage(Sql &sql, std::int64_t repository, std::int64_t registry, int sign);

/// Notes when the oldest of the repository's artifacts was pushed; to be called after that may have changed.
void refreshFirstPush(Sql &sql, std::int64_t repository);

} // namespace counts

} // namespace berth
