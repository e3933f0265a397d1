// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/Time.h"
#include "registry/store/Sql.h"

namespace berth {

/// Which repository holds which blob: the only code that writes these links and the rows of blobs themselves, and so the one that keeps
/// every number of bytes that a list or a sum shows (images, registries, deletions, the whole store). Each call costs the same however
/// large the store is, and works inside the caller's transaction.
///
/// A repository is an image of a registry or, after a deletion, what that took; `refs` counts the manifests of the repository that name
/// the blob. A link of an image counts for its bytes unless a deletion has left it over.
namespace bloblinks {

/// A row for a blob that nobody holds yet; one that is there is relied on from now, whole again and not to be collected.
void addBlob(Sql &sql, const std::string &digest, std::int64_t sizeBytes);

/// Removes the blob with all of its links; no manifest names it.
void removeBlob(Sql &sql, const std::string &digest);

/// The repository sees the blob, and it counts.
void put(Sql &sql, std::int64_t repository, const std::string &digest);

/// As put(), but for a push that is on its way only: it does not count.
void putLeft(Sql &sql, std::int64_t repository, const std::string &digest);

/// Out of the repository's sight; no manifest there names it.
void remove(Sql &sql, std::int64_t repository, const std::string &digest);

/// What a deletion has left over in the repository goes out of its sight unless a push relied on it within relianceMs: then it stays
/// visible, and counts no more. Nothing happens to a blob that a manifest names.
void leave(Sql &sql, std::int64_t repository, const std::string &digest, TimeMs now);

/// One more manifest of the repository names the blob; it is put if need be, and not to be collected.
void name(Sql &sql, std::int64_t repository, const std::string &digest);

/// One fewer does. What only a deletion held that way is removed from it.
void unname(Sql &sql, std::int64_t repository, const std::string &digest);

/// True if the repository sees the blob, whole or damaged.
bool has(Sql &sql, std::int64_t repository, const std::string &digest);

/// After the repository went to a deletion, or came back from one: brings up to `limit` links with digests after `last` up to date, and
/// moves `last`. True if there may be more.
bool settle(Sql &sql, std::int64_t repository, std::string &last, std::int64_t limit, TimeMs now);

} // namespace bloblinks

} // namespace berth
