// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/Digest.h"
#include "core/Result.h"
#include "registry/BlobReader.h"

namespace berth {

/// One blob on its way in, over as many requests as it takes. Not thread-safe but for receivedBytes().
class BlobWriter {
public:
    /// Keeps what was appended, for BlobStore::resumeUpload().
    virtual ~BlobWriter() = default;

    /// Bytes appended so far and safe. From any thread.
    virtual std::int64_t receivedBytes() const = 0;

    /// Io if what was appended earlier is not there any more.
    virtual Result<void> append(std::span<const std::byte> chunk) = 0;

    /// Remembers this length, and goes back to it: what was appended since is given back to the disk. One length at a time.
    virtual void mark() = 0;
    virtual Result<void> rollBack() = 0;

    /// Gives up the file handle until the next append() or commit().
    virtual void rest() = 0;

    /// Checks the content against `expected` and publishes it by one rename. Survives the end of
    /// the process; a power cut only after BlobStore::sync().
    ///
    /// DigestInvalid if the content differs. A blob that is already stored counts as success. After a failure of any kind
    /// nothing is kept, and the writer is of no more use.
    virtual Result<void> commit(const Digest &expected) = 0;

    /// Throws the upload away. Safe to call twice, and after commit().
    virtual void discard() = 0;
};

/// An upload of an earlier process that nobody has taken up.
struct LeftUpload {
    std::string id;
    std::string scope; ///< Empty if that is not known.
    std::int64_t bytes = 0;
    std::int64_t touchedAt = 0; ///< Milliseconds since 1970.
};

/// Where the bytes of blobs lie, by digest. Knows nothing of repositories, names or rights.
///
/// Every call may block on the disk and may come from any thread.
class BlobStore {
public:
    virtual ~BlobStore() = default;

    /// Begins an upload. `id` is unique and safe as a file name; `scope` ties the upload to a repository, and resuming it
    /// takes the same one. `algorithm` is what the closing digest is expected to use; another one costs a second reading.
    virtual Result<std::unique_ptr<BlobWriter>> startUpload(const std::string &id, const std::string &scope, DigestAlgorithm algorithm) = 0;

    /// Takes up an upload of an earlier process, with what had arrived. UploadUnknown if there is none in that scope.
    virtual Result<std::unique_ptr<BlobWriter>> resumeUpload(const std::string &id, const std::string &scope, DigestAlgorithm algorithm) = 0;

    /// Bytes of an upload that no writer has open; UploadUnknown. Reads no content.
    virtual Result<std::int64_t> uploadBytes(const std::string &id, const std::string &scope) const = 0;

    /// Bytes of all uploads that are not published; reads no content.
    virtual std::int64_t uploadBytes() const = 0;

    /// Every upload that is not published; reads no content. For the start, when none is under way.
    virtual std::vector<LeftUpload> leftUploads() const = 0;

    /// From now on what reads long (resumeUpload, verify, a commit that must hash anew) ends early: Cancelled. For the end of the process.
    virtual void interrupt() = 0;

    /// BlobUnknown if it is not stored.
    virtual Result<std::shared_ptr<BlobReader>> open(const Digest &digest) const = 0;

    /// Returns when all of these would survive a power cut; works on several at once.
    virtual Result<void> sync(std::span<const Digest> digests) = 0;

    /// Reads the blob and compares: Damaged if its bytes do not have that digest, BlobUnknown if it is absent.
    virtual Result<void> verify(const Digest &digest) const = 0;

    /// What is stored, in so many parts of about the same size: by the first byte of the digest.
    static constexpr int parts = 256;

    /// Calls `visit` with every stored blob of a part, in no order, until it fails; blobs that come or go meanwhile may be missed. Its failure.
    virtual Result<void> forEach(int part, const std::function<Result<void>(const Digest &)> &visit) const = 0;

    /// Takes the blob out of sight but keeps its bytes aside, for a person to look at. Absent counts as done.
    virtual Result<void> quarantine(const Digest &digest) = 0;

    /// Absent counts as removed.
    virtual Result<void> remove(const Digest &digest) = 0;

    /// Removes uploads without a writer that were last touched before then (milliseconds since 1970). How many.
    virtual std::int64_t removeStaleUploads(std::int64_t olderThanMs) = 0;
};

} // namespace berth
