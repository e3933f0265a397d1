// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/Names.h"
#include "core/Time.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// One deletion as a person made it; restored or ended as a whole or item by item.
struct TrashOperation {
    std::int64_t id = 0;
    std::string kind; ///< "registry", "image", "artifact", "tag" or "cleanup": artifacts of an image that a run of a cleanup took.
    std::string registry;
    std::string image; ///< Empty for a registry.
    std::string actor; ///< Who deleted, as Access::who() says.
    TimeMs deletedAt = 0;
    std::int64_t artifactCount = 0;
    std::int64_t tagCount = 0;
    std::int64_t returnsBytes = 0;     ///< What only this deletion still holds.
    std::vector<std::string> tags;     ///< The first twenty, by name.
    std::int64_t run = 0;              ///< Of the cleanup that took it (CleanupRuns.h).
};

/// A manifest in the trash.
struct TrashArtifact {
    std::string digest;
    std::string mediaType;
    std::int64_t totalBytes = 0;
    TimeMs pushedAt = 0;
    std::vector<std::string> tags;
};

/// A tag in the trash whose name is not free any more, or whose artifact is not there.
struct TrashConflict {
    std::string tag;
    std::string digest;    ///< What it named.
    std::string nowDigest; ///< What the name names now; empty: the artifact itself is gone.
    TimeMs since = 0;
    std::string freeName;  ///< A name that is free, for nowDigest.
};

/// The trash: deletions that can be undone until they are ended. Each call works inside the caller's transaction.
namespace trash {

/// The most that artifacts() and conflicts() tell of.
inline constexpr std::int64_t mostDetails = 10'000;

/// Newest first.
std::vector<TrashOperation> list(Sql &sql, Page page);
std::int64_t count(Sql &sql);

/// Bytes of blobs that only the trash holds, each counted once.
std::int64_t heldBytes(Sql &sql);

/// The same of one registry's images, artifacts and tags, for those who may not see all; a blob that several deletions hold counts in none.
std::int64_t countIn(Sql &sql, const std::string &registry);
std::int64_t heldBytesIn(Sql &sql, const std::string &registry);
std::vector<std::string> registriesIn(Sql &sql);

std::optional<TrashOperation> find(Sql &sql, std::int64_t id);
std::vector<TrashArtifact> artifacts(Sql &sql, std::int64_t id);

/// Tags of the operation that cannot be put back under their names.
std::vector<TrashConflict> conflicts(Sql &sql, const TrashOperation &operation);

/// What the deletion took lies in this repository; 0 for a tag's or a registry's.
std::int64_t repositoryOf(Sql &sql, std::int64_t id);

/// A deletion that has nothing left goes out of the trash.
void closeIfEmpty(Sql &sql, std::int64_t id);

/// What is to be done for deletions that have ended, or that come back, in steps.
enum class Progress {
    Done,
    More,
    Waiting, ///< Only for what a push relies on still.
};

/// Ends one operation for good; its blobs go with the next collection. It is out of the trash at once; what it held goes in steps, the first
/// of them here. NotFound.
Result<Progress> end(Sql &sql, std::int64_t id);

/// Whether endBefore() has anything to do.
bool isAnyBefore(Sql &sql, TimeMs before, TimeMs now);

/// Ends every operation of before then, at most `limit`. How many. Deletions from the future (a clock that went back) become of now, so
/// that they end one day.
std::int64_t endBefore(Sql &sql, TimeMs before, std::int64_t limit);

/// One more step for an operation that has ended.
Progress endStep(Sql &sql, std::int64_t id, std::int64_t rows);

/// The next operations that have ended, as far as so many rows go. True if there is more to do now.
bool endSome(Sql &sql, std::int64_t rows);

/// Operations whose steps are not over, by number.
struct Unfinished {
    std::int64_t id = 0;
    bool isRestoring = false;
};
std::vector<Unfinished> unfinished(Sql &sql, std::int64_t after, std::int64_t limit);

} // namespace trash

} // namespace berth
