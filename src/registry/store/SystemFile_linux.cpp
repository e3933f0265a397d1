// SPDX-License-Identifier: Apache-2.0
#include "registry/store/SystemFile.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QtGlobal>

namespace berth {

namespace {

/// The pattern's values are the path and what the system says.
tl::unexpected<Error> systemError(const char *pattern, const std::filesystem::path &path)
{
    const int code = errno;
    if (code == ENOSPC || code == EDQUOT)
        return fail(ErrorCode::NoSpace, QT_TRANSLATE_NOOP("Error", "The disk is full (%1)"), {path.parent_path().string()});
    if (code == EMFILE || code == ENFILE)
        return fail(ErrorCode::TooManyRequests, QT_TRANSLATE_NOOP("Error", "Too many files are open at once; try again in a second"));
    return fail(code == ENOENT ? ErrorCode::NotFound : ErrorCode::Io, pattern, {path.string(), std::strerror(code)});
}

Result<int> openFile(const std::filesystem::path &path, int flags)
{
    int fd = -1;
    do {
        fd = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not open %1: %2"), path);
    return fd;
}

} // namespace

SystemFile::SystemFile(SystemFile &&other) noexcept
    : m_handle(std::exchange(other.m_handle, closedHandle))
    , m_path(std::move(other.m_path))
{
}

SystemFile &SystemFile::operator=(SystemFile &&other) noexcept
{
    close();
    m_handle = std::exchange(other.m_handle, closedHandle);
    m_path = std::move(other.m_path);
    return *this;
}

SystemFile::~SystemFile() { close(); }

void SystemFile::close()
{
    if (isOpen())
        ::close(int(m_handle));
    m_handle = closedHandle;
}

Result<SystemFile> SystemFile::openForReading(const std::filesystem::path &path)
{
    const auto fd = openFile(path, O_RDONLY);
    if (!fd)
        return tl::unexpected(fd.error());
    SystemFile file;
    file.m_handle = *fd;
    file.m_path = path;
    return file;
}

Result<SystemFile> SystemFile::openForWriting(const std::filesystem::path &path)
{
    const auto fd = openFile(path, O_RDWR | O_CREAT);
    if (!fd)
        return tl::unexpected(fd.error());
    SystemFile file;
    file.m_handle = *fd;
    file.m_path = path;
    return file;
}

Result<SystemFile> SystemFile::lock(const std::filesystem::path &path)
{
    auto file = openForWriting(path);
    if (!file)
        return file;
    if (::flock(int(file->m_handle), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return fail(ErrorCode::Conflict, "Another program holds %1", {path.string()});
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not lock %1: %2"), path);
    }
    return file;
}

Result<SystemFile> SystemFile::lockFolder(const std::filesystem::path &folder)
{
    const auto fd = openFile(folder, O_RDONLY | O_DIRECTORY);
    if (!fd)
        return tl::unexpected(fd.error());
    SystemFile file;
    file.m_handle = *fd;
    file.m_path = folder;
    if (::flock(*fd, LOCK_EX | LOCK_NB) == 0)
        return file;
    if (errno == EWOULDBLOCK)
        return fail(ErrorCode::Conflict, "Another program holds %1", {folder.string()});
    return fail(ErrorCode::NotFound, "This file system cannot lock the folder %1", {folder.string()});
}

bool SystemFile::isAt(const std::filesystem::path &path) const
{
    struct stat own { };
    struct stat there { };
    if (::fstat(int(m_handle), &own) != 0)
        return true;
    return ::stat(path.c_str(), &there) == 0 ? own.st_dev == there.st_dev && own.st_ino == there.st_ino : errno != ENOENT && errno != ENOTDIR;
}

Result<void> SystemFile::allocate(std::int64_t bytes)
{
    errno = ::posix_fallocate(int(m_handle), 0, bytes);
    if (errno != 0)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not write %1: %2"), m_path);
    return {};
}

std::int64_t SystemFile::size() const
{
    struct stat info { };
    return ::fstat(int(m_handle), &info) == 0 ? info.st_size : -1;
}

Result<std::size_t> SystemFile::read(std::int64_t offset, std::span<std::byte> into) const
{
    ssize_t count = 0;
    do {
        count = ::pread(int(m_handle), into.data(), into.size(), offset);
    } while (count < 0 && errno == EINTR);
    if (count < 0)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not read %1: %2"), m_path);
    return std::size_t(count);
}

Result<void> SystemFile::write(std::int64_t offset, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(int(m_handle), bytes.data(), bytes.size(), offset);
        if (count < 0) {
            if (errno == EINTR)
                continue;
            return systemError(QT_TRANSLATE_NOOP("Error", "Could not write %1: %2"), m_path);
        }
        offset += count;
        bytes = bytes.subspan(std::size_t(count));
    }
    return {};
}

Result<void> SystemFile::truncate(std::int64_t size)
{
    if (::ftruncate(int(m_handle), size) != 0)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not shorten %1: %2"), m_path);
    return {};
}

Result<void> SystemFile::sync()
{
    if (::fdatasync(int(m_handle)) != 0)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not sync %1: %2"), m_path);
    return {};
}

void SystemFile::startWriteback(std::int64_t offset, std::int64_t length) { ::sync_file_range(int(m_handle), offset, length, SYNC_FILE_RANGE_WRITE); }

std::intptr_t SystemFile::nativeHandle() const { return m_handle; }

Result<void> renameFile(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not rename %1: %2"), from);
    return {};
}

Result<void> syncFolder(const std::filesystem::path &folder)
{
    const auto fd = openFile(folder, O_RDONLY | O_DIRECTORY);
    if (!fd)
        return tl::unexpected(fd.error());
    const int result = ::fsync(*fd);
    const int code = errno;
    ::close(*fd);
    errno = code;
    if (result != 0)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not sync %1: %2"), folder);
    return {};
}

Result<void> makePrivateFolder(const std::filesystem::path &folder)
{
    std::error_code ec;
    if (std::filesystem::is_directory(folder, ec))
        return {};
    if (folder.has_parent_path() && !std::filesystem::exists(folder.parent_path(), ec)) {
        if (auto made = makePrivateFolder(folder.parent_path()); !made)
            return made;
    }
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not create the folder %1: %2"), folder);
    return {};
}

Result<void> keepPrivate(const std::filesystem::path &path)
{
    struct stat info { };
    if (::stat(path.c_str(), &info) != 0)
        return errno == ENOENT ? Result<void>() : Result<void>(systemError(QT_TRANSLATE_NOOP("Error", "Could not open %1: %2"), path));
    const mode_t others = info.st_mode & 0077;
    if (others == 0)
        return {};
    // Into a folder that others may write to, they may have laid anything; and it may not be meant for a registry at all.
    const bool sharedFolder = S_ISDIR(info.st_mode) && (info.st_mode & S_IWOTH) != 0;
    if (sharedFolder || ::chmod(path.c_str(), info.st_mode & 0700) != 0)
        return fail(
            ErrorCode::Denied, QT_TRANSLATE_NOOP("Error", "Others may look into %1; choose another folder, or run: chmod go-rwx '%1'"), {path.string()});
    return {};
}

std::int64_t capacityBytes(const std::filesystem::path &path)
{
    std::error_code ec;
    const auto space = std::filesystem::space(path, ec);
    return ec ? -1 : std::int64_t(space.capacity);
}

Result<void> removeFile(const std::filesystem::path &path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return systemError(QT_TRANSLATE_NOOP("Error", "Could not remove %1: %2"), path);
    return {};
}

std::int64_t freeBytes(const std::filesystem::path &path)
{
    std::error_code ec;
    const auto space = std::filesystem::space(path, ec);
    return ec ? -1 : std::int64_t(space.available);
}

} // namespace berth
