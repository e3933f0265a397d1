// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/Digest.h"
#include "core/Names.h"
#include "registry/store/Sql.h"

namespace berth {

/// Which repository may see which blob, and which blobs would survive a power cut.
namespace blobs {

/// Makes a committed blob visible in the repository: relied on from now, whole again if it was damaged, and kept by the repository's
/// manifests that had named it before it came. True if one had: then the blob is to be synced before it is acknowledged. Denied if it
/// does not fit into the registry's quota.
Result<bool> link(Sql &sql, std::int64_t repositoryId, const Digest &digest, std::int64_t sizeBytes);

/// Size of the blob if the repository may see it and its content is whole.
std::optional<std::int64_t> sizeIn(Sql &sql, const RepositoryName &name, const Digest &digest);

/// Keeps the blob from collection for a while, for a client that was told it is here. False if the repository does not see it.
bool rely(Sql &sql, const RepositoryName &name, const Digest &digest);

/// Repositories that see the blob, canonical names, at most `limit`.
std::vector<std::string> repositoriesOf(Sql &sql, const Digest &digest, std::int64_t limit);

/// Takes the blob out of the repository at once. BlobUnknown; BlobInUse if a live manifest there names it.
Result<void> unlink(Sql &sql, const RepositoryName &name, const Digest &digest);

/// Those of the digests that no sync has covered yet; what is known as damaged has nothing to sync.
std::vector<Digest> unsynced(Sql &sql, const std::vector<Digest> &digests);

/// Every blob that no sync has covered yet and that is not known as damaged: what to verify after an unclean end.
std::vector<Digest> allUnsynced(Sql &sql);

void markSynced(Sql &sql, const Digest &digest);

/// Forgets a blob whose bytes are not whole. False if a manifest or the trash names it: then it is known as damaged from now on, and a
/// push that uploads it anew heals it.
bool forget(Sql &sql, const Digest &digest);

} // namespace blobs

} // namespace berth
