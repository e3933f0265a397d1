// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "core/Result.h"

namespace berth {

/// Where an exported image goes, entry by entry: a tar archive, plain or packed, or a folder.
///
/// Nothing stands at the target until commit(): what was written lies beside it under another name and goes when the writer does.
/// Not thread-safe; blocks on the disk.
class ImageWriter {
public:
    enum class Packing { None, Gzip, Zstd };

    /// A tar archive at that path; one that is there is replaced by commit(). Io, NoSpace.
    static Result<std::unique_ptr<ImageWriter>> toArchive(const std::filesystem::path &file, Packing packing);

    /// A new folder at that path. Conflict if something is there.
    static Result<std::unique_ptr<ImageWriter>> toFolder(const std::filesystem::path &folder);

    virtual ~ImageWriter() = default;

    /// Starts a file of exactly that many bytes; `name` is relative, with "/".
    virtual Result<void> begin(const std::string &name, std::int64_t sizeBytes) = 0;
    virtual Result<void> append(std::span<const std::byte> bytes) = 0;
    /// Ends the file that was begun.
    virtual Result<void> end() = 0;

    /// Ends everything, syncs it to the disk and gives it its name.
    virtual Result<void> commit() = 0;

    /// A whole file at once.
    Result<void> write(const std::string &name, std::string_view content);
};

} // namespace berth
