// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/Result.h"

namespace berth {

/// One entry of an archive, its name made canonical: no leading "./", "/" between components.
struct ArchiveEntry {
    enum class Kind { File, Folder, Link };
    std::string name;
    Kind kind = Kind::File;
    std::string linkTarget; ///< As written, for links.
    bool isHardLink = false;
    std::int64_t sizeBytes = 0;
};

/// The entries of a tar file (plain, gzip, zstd or xz) or of a folder, one after the other, never unpacked to names of their own.
///
/// Refuses what a hostile archive could hold: names that lead elsewhere, devices, sparse files, absurd sizes and counts. Blocks on
/// the disk. Not thread-safe.
class EntryStream {
public:
    virtual ~EntryStream() = default;

    /// The next entry, or nothing at the end. BadRequest for what is refused, Damaged for a truncated or broken file; both name the
    /// entry.
    virtual Result<std::optional<ArchiveEntry>> next() = 0;

    /// Content of the current file entry; 0 at its end.
    virtual Result<std::size_t> read(std::span<std::byte> into) = 0;

    /// Bytes of the file or folder that have been read, for progress.
    virtual std::int64_t consumedBytes() const = 0;

    /// "gzip", "zstd", "xz"; empty for a plain tar or a folder.
    virtual std::string compression() const = 0;

    /// At the end: whether anything but a little padding followed the end mark of the archive.
    virtual bool hasTrailingData() const { return false; }
};

/// Opens a tar file or an OCI layout folder by what it is, not by its name.
Result<std::unique_ptr<EntryStream>> openEntries(const std::filesystem::path &path);

/// Canonical form of an entry's name; BadRequest if it leads out of the archive or holds control characters, back-slashes or drive letters.
/// A colon is taken only as part of a digest: some writers name the configuration "sha256:…".
Result<std::string> canonicalEntryName(std::string_view name);

/// A name from outside as it may be shown: at most 200 bytes, control characters and bidirectional marks as "?", valid UTF-8.
std::string shownName(std::string_view name);

/// Reads the rest of the current entry, at most `limit` bytes; TooLarge above.
Result<std::string> readEntry(EntryStream &entries, std::size_t limit);

/// Limits for every archive.
namespace archivelimits {
inline constexpr std::int64_t entries = 100'000;
inline constexpr std::size_t nameBytes = 4096;
inline constexpr std::int64_t jsonBytes = 8 << 20;
inline constexpr std::size_t allJsonBytes = 256 << 20; ///< It is kept in memory.
inline constexpr std::int64_t unpackedBytes = 20LL << 30; ///< Or as many as the file itself has, if that is more.
inline constexpr std::int64_t ratioFrom = 100 << 20;      ///< From here on a ratio above the next is a bomb.
inline constexpr std::int64_t ratio = 1000;
inline constexpr std::size_t layers = 1000;
inline constexpr std::size_t oldDockerLayers = 125; ///< Above, a warning: docker's own store cannot hold more.
inline constexpr std::size_t manifests = 10'000;
inline constexpr int indexDepth = 8;
} // namespace archivelimits

} // namespace berth
