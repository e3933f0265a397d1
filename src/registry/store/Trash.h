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
    std::string kind; ///< "registry", "image", "artifact" or "tag".
    std::string registry;
    std::string image; ///< Empty for a registry.
    std::string actor; ///< Who deleted, as Access::who() says.
    TimeMs deletedAt = 0;
    std::int64_t artifactCount = 0;
    std::int64_t tagCount = 0;
    std::int64_t returnsBytes = 0;     ///< What only this deletion still holds.
    std::vector<std::string> tags;     ///< The first twenty, by name.
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

/// What to take out of one operation; everything unless said otherwise.
struct RestoreWishes {
    std::optional<std::set<std::string>> artifacts;  ///< Digests; an index brings its platforms along.
    std::optional<std::set<std::string>> tags;       ///< Beside those of the artifacts named.
    std::map<std::string, std::string> tagNames;     ///< Old name to new one, where the old one is taken.
};

struct RestoreOutcome {
    std::int64_t artifacts = 0;
    std::int64_t tags = 0;
    bool madeRegistry = false; ///< Its registry had gone as well and was made again.
};

/// The trash: deletions that can be undone until they are ended. Each call works inside the caller's transaction.
namespace trash {

/// Newest first.
std::vector<TrashOperation> list(Sql &sql, Page page);
std::int64_t count(Sql &sql);

/// Bytes of blobs that only the trash holds, each counted once.
std::int64_t heldBytes(Sql &sql);

/// The same of one registry's images, artifacts and tags, for those who may not see all; a blob that several registries deleted counts in
/// each.
std::int64_t countIn(Sql &sql, const std::string &registry);
std::int64_t heldBytesIn(Sql &sql, const std::string &registry);
std::vector<std::string> registriesIn(Sql &sql);

std::optional<TrashOperation> find(Sql &sql, std::int64_t id);
std::vector<TrashArtifact> artifacts(Sql &sql, std::int64_t id);

/// Tags of the operation that cannot be put back under their names.
std::vector<TrashConflict> conflicts(Sql &sql, const TrashOperation &operation);

/// Puts back what the operation took. Nothing that is there now is overwritten: Conflict if a tag's name is taken by another artifact or
/// a registry's name is taken, TagInvalid for a bad new name, NotFound for an operation or item that is not in the trash, Precondition for
/// a tag whose artifact is gone. On failure the caller's transaction is to be undone.
Result<RestoreOutcome> restore(Sql &sql, std::int64_t id, const RestoreWishes &wishes);

/// Ends one operation for good; its blobs go with the next collection. NotFound.
Result<void> end(Sql &sql, std::int64_t id);

/// Ends every operation of before then, at most `limit`. How many. Deletions from the future (a clock that went back) become of now, so
/// that they end one day.
std::int64_t endBefore(Sql &sql, TimeMs before, std::int64_t limit);

} // namespace trash

} // namespace berth
