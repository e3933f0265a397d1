// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/Names.h"
#include "registry/store/Outbox.h"
#include "registry/store/Sql.h"

namespace berth {

/// What a deletion takes along, worked out before it happens.
struct DeletionPlan {
    std::set<std::int64_t> manifests; ///< Rows, platforms and signatures included.
    std::set<std::string> tags;       ///< "registry/image:tag".
    std::set<std::string> artifacts;  ///< Digests of what was named, without what goes along.
    std::set<std::string> images;     ///< "registry/image" that vanish whole.
    std::set<std::string> registries;
    std::set<std::int64_t> whole; ///< Rows of the images that vanish whole: their artifacts are not in `manifests`.
    std::map<std::int64_t, std::int64_t> named; ///< How often the plan's indexes name a platform.
};

/// Bytes of a plan: what only it holds, and what others hold, too.
struct DeletionBytes {
    std::int64_t onlyHere = 0;
    std::int64_t shared = 0;
    bool isAtLeast = false; ///< Of several images of thousands of artifacts: what these share among themselves is not told as their own.
};

/// Deleting registries' content through the trash. Each call works inside the caller's transaction and gives the number of the
/// operation by which Trash.h restores it.
namespace deletion {

/// Rows that one step of a long work touches at most, so that pushes beside it wait for little.
inline constexpr std::int64_t rowsAStep = 200;

/// Adds to the plan: the artifact, its untagged platforms that no other index names, and what refers to it (signatures).
void planArtifact(Sql &sql, std::int64_t artifactId, DeletionPlan &plan);

/// Adds the image with all it has.
void planImage(std::int64_t repositoryId, DeletionPlan &plan);

/// Artifacts and tags that go, without naming them.
struct DeletionCounts {
    std::int64_t artifacts = 0; ///< Platforms and signatures included.
    std::int64_t tags = 0;      ///< Those of the artifacts.
};
DeletionCounts countsOf(Sql &sql, const DeletionPlan &plan);

/// Names of the tags of the artifacts that go, at most `limit`: "registry/image:tag".
std::set<std::string> tagsOf(Sql &sql, const DeletionPlan &plan, std::int64_t limit);

/// What the plan gives back. Costs as much as the plan names; a single image costs the same however large it is.
DeletionBytes bytesOf(Sql &sql, const DeletionPlan &plan);

/// the image with all artifacts and tags, however many: its name is free at once, its bytes are counted anew in steps
/// (Images.h, settle()). NotFound.
Result<std::int64_t> deleteImage(Sql &sql, const RepositoryName &name, const Author &by);

enum class Along { Nothing, PlatformsAndReferrers };

/// the artifact with all its tags. NotFound; ManifestInUse if an index names it.
Result<std::int64_t> deleteArtifact(Sql &sql, const RepositoryName &name, const std::string &reference, Along along, const Author &by);

/// The empty registry, with its settings. NotFound; Precondition if images are in it or it is the default one.
Result<std::int64_t> deleteRegistry(Sql &sql, std::string_view name, const Author &by);

/// only the tag. NotFound.
Result<std::int64_t> deleteTag(Sql &sql, const RepositoryName &name, const std::string &tag, const Author &by);

} // namespace deletion

} // namespace berth
