// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/Names.h"
#include "registry/store/Sql.h"

namespace berth {

/// What a deletion takes along, worked out before it happens.
struct DeletionPlan {
    std::set<std::int64_t> manifests; ///< Rows, platforms and signatures included.
    std::set<std::string> tags;       ///< "registry/image:tag".
    std::set<std::string> artifacts;  ///< Digests of what was named, without what goes along.
    std::set<std::string> images;     ///< "registry/image" that vanish whole.
    std::set<std::string> registries;
};

/// Bytes of a plan: what only it holds, and what others hold, too.
struct DeletionBytes {
    std::int64_t onlyHere = 0;
    std::int64_t shared = 0;
};

/// Deleting registries' content through the trash. Each call works inside the caller's transaction and gives the number of the
/// operation by which Trash.h restores it.
namespace deletion {

/// Adds to the plan: the artifact, its untagged platforms that no other index names, and what refers to it (signatures).
void planArtifact(Sql &sql, std::int64_t artifactId, DeletionPlan &plan);

/// Adds every artifact of the image.
void planImage(Sql &sql, std::int64_t repositoryId, DeletionPlan &plan);

DeletionBytes bytesOf(Sql &sql, const DeletionPlan &plan);

/// the image with all artifacts and tags. NotFound.
Result<std::int64_t> deleteImage(Sql &sql, const RepositoryName &name, const std::string &actor);

enum class Along { Nothing, PlatformsAndReferrers };

/// the artifact with all its tags. NotFound; ManifestInUse if an index names it.
Result<std::int64_t> deleteArtifact(Sql &sql, const RepositoryName &name, const std::string &reference,
    Along along, const std::string &actor);

/// The empty registry, with its settings. NotFound; Precondition if images are in it or it is the default one.
Result<std::int64_t> deleteRegistry(Sql &sql, std::string_view name, const std::string &actor);

/// only the tag. NotFound.
Result<std::int64_t> deleteTag(
    Sql &sql, const RepositoryName &name, const std::string &tag, const std::string &actor);

} // namespace deletion

} // namespace berth
