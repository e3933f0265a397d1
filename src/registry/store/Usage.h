// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// Three numbers: what only this place holds, what others hold, too, and both together. A blob counts once in each place.
struct PlaceUsage {
    std::string registry;
    std::string image; ///< Empty for a whole registry.
    std::int64_t uniqueBytes = 0;
    std::int64_t sharedBytes = 0;
    std::int64_t artifacts = 0;
    std::int64_t tags = 0;
    std::int64_t neverPulled = 0;  ///< Artifacts.
    std::int64_t oldestPush = 0;   ///< Milliseconds since 1970; 0: no artifact.

    std::int64_t totalBytes() const { return uniqueBytes + sharedBytes; }
};

/// A blob that several images hold.
struct SharedBlob {
    std::string digest;
    std::int64_t sizeBytes = 0;
    std::int64_t images = 0;
};

/// Where the bytes of a store are. Every blob is in exactly one of unique, shared, trash and unused.
struct StoreUsage {
    std::int64_t totalBytes = 0;     ///< All blobs and manifests as stored.
    std::int64_t uniqueBytes = 0;    ///< Held by one image.
    std::int64_t sharedBytes = 0;    ///< Held by several images, stored once.
    std::int64_t savedBytes = 0;     ///< What sharing saves.
    std::int64_t trashBytes = 0;     ///< Held by the trash alone.
    std::int64_t unusedBytes = 0;    ///< Held by nothing: what collection takes, now or when its time has come.
    std::int64_t manifestBytes = 0;
    std::int64_t blobs = 0;          ///< Their number, and their bytes without those of manifests.
    std::int64_t blobBytes = 0;
};

namespace usage {

StoreUsage ofStore(Sql &sql);

/// Largest first.
std::vector<PlaceUsage> ofRegistries(Sql &sql, Page page);
std::vector<PlaceUsage> ofImages(Sql &sql, Page page);
std::vector<SharedBlob> shared(Sql &sql, Page page);

} // namespace usage

} // namespace berth
