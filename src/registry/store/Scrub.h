// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/Digest.h"
#include "core/Result.h"
#include "core/Time.h"
#include "registry/store/BlobStore.h"
#include "registry/store/DigestLocks.h"
#include "registry/store/Page.h"
#include "registry/store/Sql.h"
#include "registry/store/WriterThread.h"

namespace berth {

/// A blob whose content is not what its digest says, and what it hurts.
struct DamagedBlob {
    std::string digest;
    std::int64_t sizeBytes = 0;
    TimeMs foundAt = 0;
    std::vector<std::string> images; ///< "registry/image:tag", or "registry/image@digest" of an artifact without tags.
};

/// Reading every blob and comparing it with its digest.
///
/// What is damaged or gone is served no more (404, so that a push uploads it anew, which heals it) and its bytes are put aside.
namespace scrub {

struct Candidate {
    Digest digest;
    std::int64_t sizeBytes;
};

/// The next blob in byte order after `position` that is not known to be damaged.
std::optional<Candidate> next(Sql &sql, const std::string &position);

/// Reads one blob. True if it was whole, or is being uploaded or removed this moment. Blocks as long as reading takes.
Result<bool> check(WriterThread &writer, BlobStore &blobs, DigestLocks &locks, const Digest &digest);

std::int64_t damagedCount(Sql &sql);
std::vector<DamagedBlob> damaged(Sql &sql, Page page);

} // namespace scrub

} // namespace berth
