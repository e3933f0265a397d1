// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>

#include "core/Hasher.h"
#include "registry/store/BlobStore.h"
#include "registry/store/SystemFile.h"
#include "registry/store/UploadTally.h"

namespace berth {

/// Set when the process is to end.
using Interrupted = std::shared_ptr<const std::atomic<bool>>;

/// Appends to one file of the uploads folder, hashing as it goes. The file appears with the first byte.
class FileBlobWriter final : public BlobWriter {
public:
    /// Beside the uploads of one scope.
    static constexpr const char *scopeFile = "scope";

    /// `blobs` is the folder with a folder for each algorithm; once `interrupted` is set, long readings end.
    /// What it writes is told to the tally, till it is published or thrown away.
    FileBlobWriter(std::filesystem::path upload, std::string scope, std::filesystem::path blobs, DigestAlgorithm algorithm, Interrupted interrupted,
        std::shared_ptr<UploadTally> tally);

    /// The scope of an upload that lies there; empty if that is not known.
    static std::string scopeOf(const std::filesystem::path &upload);

    /// Reads what an earlier process wrote, so that hashing can go on.
    Result<void> takeUp();

    std::int64_t receivedBytes() const override { return m_received; }
    Result<void> append(std::span<const std::byte> chunk) override;
    void mark() override;
    Result<void> rollBack() override;
    void rest() override;
    Result<void> commit(const Digest &expected) override;
    void discard() override;

private:
    Result<void> openFile();
    Result<void> publish(const Digest &expected);
    void countAs(std::int64_t bytes);
    Result<Digest> contentDigest(DigestAlgorithm algorithm);

    std::filesystem::path m_upload;
    std::string m_scope;
    std::filesystem::path m_blobs;
    DigestAlgorithm m_algorithm;
    Hasher m_hasher;
    SystemFile m_file;
    std::atomic<std::int64_t> m_received = 0;
    std::int64_t m_writebackFrom = 0;
    std::optional<Hasher> m_markedHasher;
    std::int64_t m_markedBytes = 0;
    Interrupted m_interrupted;
    std::shared_ptr<UploadTally> m_tally;
    std::int64_t m_counted = 0;
};

/// The path of a blob below `blobs`: <algorithm>/<first two digits>/<hex>.
std::filesystem::path blobPathBelow(const std::filesystem::path &blobs, const Digest &digest);

/// Digest of a whole file; Cancelled once `interrupted` is set.
Result<Digest> hashFile(const SystemFile &file, DigestAlgorithm algorithm, const Interrupted &interrupted);

} // namespace berth
