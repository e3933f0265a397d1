// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/Names.h"
#include "core/Time.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"

namespace berth {

/// An image (a repository) as stored.
struct ImageRow {
    std::int64_t id = 0;
    std::int64_t registryId = 0;
    std::string registry;
    std::string name; ///< Without the registry.
    std::int64_t pullCount = 0;
    std::int64_t artifactCount = 0; ///< As listed: without the platforms of an index.
    std::int64_t tagCount = 0;
    std::int64_t usedBytes = 0; ///< Its blobs, each counted once.
    TimeMs createdAt = 0;
    TimeMs updatedAt = 0; ///< Last push.
};

namespace images {

/// Images of one registry, by name.
std::vector<ImageRow> list(Sql &sql, std::int64_t registryId, Page page);

std::optional<ImageRow> find(Sql &sql, const RepositoryName &name);

/// Row id, 0 if absent.
std::int64_t idOf(Sql &sql, const RepositoryName &name);

/// Canonical names after `last` in byte order, of the registries that may be shown.
std::vector<std::string> catalog(Sql &sql, const std::string &last, std::int64_t limit, const std::function<bool(const std::string &registry)> &mayShow);

enum class CreateRegistry { No, Yes };

/// Row id of the image, created if need be. NameUnknown if its registry is absent and may not be created.
Result<std::int64_t> ensure(Sql &sql, const RepositoryName &name, CreateRegistry createRegistry);

/// What a deletion takes lies in a repository of its own, which has the image's name and belongs to no registry: made anew for some of its
/// artifacts (row id), or the image itself with all it has, whose name is free from then on.
std::int64_t makeForDeletion(Sql &sql, std::int64_t image, std::int64_t operation);
void moveToDeletion(Sql &sql, std::int64_t image, std::int64_t operation);

/// The whole image comes back; its name is free.
void moveBack(Sql &sql, std::int64_t image, std::int64_t registry);

/// After the last two its blobs are to be counted anew, in steps. Each of the two begins another pass, which begins at the first blob.
struct Unsettled {
    std::int64_t id = 0;
    std::int64_t pass = 0;
};
std::optional<Unsettled> nextUnsettled(Sql &sql);

/// One step of a pass, behind the digest `last`, which moves (BlobLinks.h); true if more are to come.
bool settle(Sql &sql, const Unsettled &image, std::string &last, std::int64_t limit);

/// The first step, which is all for most images.
void settleFirst(Sql &sql, std::int64_t repository, std::int64_t limit);

/// A push that was under way when the image was deleted counts on blobs that it had seen there: such a blob becomes visible in the new image of
/// that name. False if there is none.
bool adoptLeft(Sql &sql, std::int64_t image, const std::string &digest);

} // namespace images

} // namespace berth
