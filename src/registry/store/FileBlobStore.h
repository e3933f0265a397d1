// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>

#include "registry/store/BlobStore.h"
#include "registry/store/UploadTally.h"

namespace berth {

/// Blobs as files of one folder.
///
///     <folder>/blobs/<algorithm>/<first two digits>/<hex>   verified content, written once, never changed
///     <folder>/uploads/<scope digits>/<id>                  content on its way in
///     <folder>/uploads/<scope digits>/scope                 the scope in words
///     <folder>/quarantine/<algorithm>-<hex>                 content that was found damaged
///
/// Order of a commit: content written and hashed, file renamed into place; sync() then syncs the file and its folder.
class FileBlobStore final : public BlobStore {
public:
    /// Creates the folders. Io or NoSpace if that is impossible.
    static Result<std::unique_ptr<FileBlobStore>> open(const std::filesystem::path &folder);

    Result<std::unique_ptr<BlobWriter>> startUpload(const std::string &id, const std::string &scope, DigestAlgorithm algorithm) override;
    Result<std::unique_ptr<BlobWriter>> resumeUpload(const std::string &id, const std::string &scope, DigestAlgorithm algorithm) override;
    Result<std::int64_t> uploadBytes(const std::string &id, const std::string &scope) const override;
    std::int64_t uploadBytes() const override;
    std::vector<LeftUpload> leftUploads() const override;
    void interrupt() override { *m_interrupted = true; }
    Result<std::shared_ptr<BlobReader>> open(const Digest &digest) const override;
    Result<void> sync(std::span<const Digest> digests) override;
    Result<void> verify(const Digest &digest) const override;
    Result<void> forEach(int part, const std::function<Result<void>(const Digest &)> &visit) const override;
    Result<void> quarantine(const Digest &digest) override;
    Result<void> remove(const Digest &digest) override;
    std::int64_t removeStaleUploads(std::int64_t olderThanMs) override;

private:
    explicit FileBlobStore(std::filesystem::path folder);

    std::filesystem::path blobPath(const Digest &digest) const;
    std::filesystem::path uploadPath(const std::string &id, const std::string &scope) const;
    Result<void> syncContent(const Digest &digest);
    Result<void> rewrite(const Digest &digest);

    std::filesystem::path m_folder;
    const std::shared_ptr<std::atomic<bool>> m_interrupted = std::make_shared<std::atomic<bool>>(false);
    const std::shared_ptr<UploadTally> m_tally = std::make_shared<UploadTally>();
    std::mutex m_mutex;
    std::set<Digest> m_doubtful; ///< Their sync failed once. Guarded by m_mutex.
};

} // namespace berth
