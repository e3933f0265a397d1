// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/Digest.h"
#include "core/Result.h"
#include "core/Time.h"
#include "registry/store/BlobStore.h"
#include "registry/store/DigestLocks.h"
#include "registry/store/Sql.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// How much is in nobody's use: what collection would take now, and what it has to leave alone a while longer.
struct UnusedBytes {
    std::int64_t blobs = 0;
    std::int64_t bytes = 0;
    std::int64_t waitingBlobs = 0; ///< Relied on within the last two hours.
    std::int64_t waitingBytes = 0;
    TimeMs waitingUntil = 0;       ///< When the last of them becomes free; 0 if none waits.
};

/// Taking away what nothing names any more, in small steps beside pushes and pulls.
///
/// Kept is what any manifest or trash entry names, and what an upload, a mount or a HEAD relied on within relianceMs. A blob is first
/// marked in the database; a push, mount or HEAD of it takes the mark back; only a row that still has it loses its file, while nobody
/// uploads the same content (DigestLocks). What a crash leaves between row and file is found by removeOrphans().
namespace collection {

UnusedBytes measure(Sql &sql, TimeMs now);

/// Marks up to `limit` unused blobs, and stamps from the future (a clock that went back) become now. How many are marked.
std::int64_t mark(Sql &sql, TimeMs now, std::int64_t limit);

/// True if a deletion has left links behind whose time has come.
bool hasLeftLinks(Sql &sql, TimeMs now);

/// Where the walk over links is.
struct LinkPosition {
    std::int64_t repository = 0;
    std::string digest = {};
};

struct DroppedLinks {
    std::int64_t links = 0;
    bool isMore = false;
};

/// Takes blobs out of the sight of repositories whose manifests name them no more, once nobody has relied on them for relianceMs; where
/// others name them they would be seen, and count, for ever. One step of at most `limit` links after `position`. Blocks.
Result<DroppedLinks> dropLeftLinks(Sql &reader, WriterThread &writer, TimeMs now, LinkPosition &position, std::int64_t limit);

/// What one step took.
struct Step {
    std::int64_t blobs = 0;
    std::int64_t bytes = 0;
    std::int64_t kept = 0; ///< Marked, but being uploaded this moment.
};

/// Removes rows and files of up to `limit` marked blobs. Blocks. `taken` is called on the writer thread after their rows are gone and
/// before any file is.
Result<Step> removeMarked(Sql &reader, WriterThread &writer, BlobStore &blobs, DigestLocks &locks, std::int64_t limit, const std::function<void()> &taken);

/// Removes stored files that no row knows, of some parts of the store from `part` on; it moves on, to BlobStore::parts at the end. Blocks. How many.
Result<std::int64_t> removeOrphans(Sql &reader, BlobStore &blobs, DigestLocks &locks, int &part);

} // namespace collection

} // namespace berth
