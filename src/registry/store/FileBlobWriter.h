// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "core/Hasher.h"
#include "registry/store/BlobStore.h"
#include "registry/store/SystemFile.h"

namespace berth {

/// Appends to one file of the uploads folder, hashing as it goes. The file appears with the first byte.
class FileBlobWriter final : public BlobWriter {
public:
    /// `blobs` is the folder with a folder for each algorithm.
    FileBlobWriter(std::filesystem::path upload, std::filesystem::path blobs, DigestAlgorithm algorithm);

    /// Reads what an earlier process wrote, so that hashing can go on.
    Result<void> takeUp();

    std::int64_t receivedBytes() const override { return m_received; }
    Result<void> append(std::span<const std::byte> chunk) override;
    Result<void> commit(const Digest &expected) override;
    void discard() override;

private:
    Result<void> openFile();
    Result<void> publish(const Digest &expected);
    Result<Digest> contentDigest(DigestAlgorithm algorithm);

    std::filesystem::path m_upload;
    std::filesystem::path m_blobs;
    DigestAlgorithm m_algorithm;
    Hasher m_hasher;
    SystemFile m_file;
    std::int64_t m_received = 0;
    std::int64_t m_writebackFrom = 0;
};

/// The path of a blob below `blobs`: <algorithm>/<first two digits>/<hex>.
std::filesystem::path blobPathBelow(const std::filesystem::path &blobs, const Digest &digest);

/// Digest of a whole file.
Result<Digest> hashFile(const SystemFile &file, DigestAlgorithm algorithm);

} // namespace berth
