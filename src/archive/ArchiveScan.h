// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/Digest.h"
#include "core/Result.h"

namespace berth {

/// How a layer's bytes are packed, told by its first bytes.
enum class Packing { None, Gzip, Zstd, Xz, Bzip2 };

/// A file of the archive after one reading of it.
struct ScannedFile {
    std::int64_t sizeBytes = 0;
    Digest digest;      ///< sha256 of the bytes as they are.
    Packing packing = Packing::None;
    std::string text;   ///< The content itself, kept where it may be JSON and is small.
    std::optional<Digest> sha512; ///< Of files below blobs/sha512/.
};

/// Everything that one reading of an archive found: each file hashed, links resolved inside the archive.
struct ArchiveScan {
    std::string compression; ///< Of the whole file: "gzip", "zstd", "xz" or empty.
    bool isFolder = false;
    std::int64_t fileBytes = 0;     ///< Of the archive itself.
    std::int64_t modifiedAt = 0;    ///< To notice that it changed before the second reading.
    bool hasTrailingData = false;   ///< Something follows the archive's end mark.
    std::map<std::string, ScannedFile, std::less<>> files;
    std::map<std::string, std::string, std::less<>> links; ///< Link name to file name, resolved.

    /// The file of that name, through links; null if there is none.
    const ScannedFile *file(std::string_view name) const;

    /// The name under which file() found it.
    std::string resolved(std::string_view name) const;
};

/// Progress of a reading: bytes of the archive consumed so far. Returns false to cancel.
using ScanProgress = std::function<bool(std::int64_t consumedBytes)>;

/// Reads the archive once from front to back. Blocks. BadRequest for what is refused, Damaged for what is truncated, Cancelled.
Result<ArchiveScan> scanArchive(const std::filesystem::path &path, const ScanProgress &progress);

/// Size and time of modification, as ArchiveScan keeps them.
std::pair<std::int64_t, std::int64_t> archiveStamp(const std::filesystem::path &path);

/// Tells the packing from the first six bytes.
Packing packingOf(std::string_view firstBytes);

} // namespace berth
