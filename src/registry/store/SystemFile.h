// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "core/Result.h"

namespace berth {

/// One open file, and the few file operations that differ by system: SystemFile_<system>.cpp implements them.
///
/// Every call may block on the disk, so none belongs on a network or GUI thread. NoSpace when the disk is full, Io
/// otherwise; both name the file. Not thread-safe, except read().
class SystemFile {
public:
    SystemFile() = default;
    SystemFile(SystemFile &&other) noexcept;
    SystemFile &operator=(SystemFile &&other) noexcept;
    ~SystemFile();

    static Result<SystemFile> openForReading(const std::filesystem::path &path);

    /// Opens for writing at any offset; creates the file, readable by its owner only, if it is absent.
    static Result<SystemFile> openForWriting(const std::filesystem::path &path);

    /// Takes the file as a lock that ends with this process, however it ends. Conflict if another holds it.
    static Result<SystemFile> lock(const std::filesystem::path &path);

    /// The same for a folder itself, which nobody can delete and make anew beside it unseen. NotFound on systems that cannot lock folders.
    static Result<SystemFile> lockFolder(const std::filesystem::path &folder);

    /// True while `path` leads to this very file or folder; also where that cannot be told.
    bool isAt(const std::filesystem::path &path) const;

    /// Takes room for so many bytes from the disk, in fact and not only in name.
    Result<void> allocate(std::int64_t bytes);

    bool isOpen() const { return m_handle != closedHandle; }
    std::int64_t size() const;

    /// Bytes read, 0 at the end of the file.
    Result<std::size_t> read(std::int64_t offset, std::span<std::byte> into) const;
    Result<void> write(std::int64_t offset, std::span<const std::byte> bytes);
    Result<void> truncate(std::int64_t size);

    /// Returns when the content would survive a power cut.
    Result<void> sync();

    /// Asks the system to begin writing these bytes to the disk; never waits.
    void startWriteback(std::int64_t offset, std::int64_t length);

    /// The system's handle for sendfile and its kin; -1 if this system's implementation has none to lend.
    std::intptr_t nativeHandle() const;

private:
    static constexpr std::intptr_t closedHandle = -1;
    void close();

    std::intptr_t m_handle = closedHandle;
    std::filesystem::path m_path;
};

/// Renames within one file system, replacing the target, in one step.
Result<void> renameFile(const std::filesystem::path &from, const std::filesystem::path &to);

/// Makes the folder's entries (new names, renames) survive a power cut.
Result<void> syncFolder(const std::filesystem::path &folder);

/// Creates the folder, open to its owner only, and its parents.
Result<void> makePrivateFolder(const std::filesystem::path &folder);

/// Takes everybody's rights but the owner's from a file or folder. Denied if others may write into a folder, or if it is not ours: with the
/// command that mends it.
Result<void> keepPrivate(const std::filesystem::path &path);

/// Absent counts as removed.
Result<void> removeFile(const std::filesystem::path &path);

/// Bytes of the whole file system that holds `path`; -1 if unknown.
std::int64_t capacityBytes(const std::filesystem::path &path);

/// Bytes that this user may still write on the file system that holds `path`; -1 if unknown.
std::int64_t freeBytes(const std::filesystem::path &path);

} // namespace berth
