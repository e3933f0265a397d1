// SPDX-License-Identifier: Apache-2.0
#include "registry/store/SystemFile.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

#include <QFile>
#include <QLockFile>

/// The twin for systems without a file of their own: Qt's portable files behind the same interface. Content reaches the
/// system at every write; sync() can promise no more than QFile::flush(), so a power cut may cost more here.
namespace berth {

namespace {

/// What a handle stands for. QFile is not thread-safe, so reads take the lock as well.
struct OpenFile {
    QFile file;
    std::unique_ptr<QLockFile> lock;
    std::mutex mutex;
};

OpenFile *fromHandle(std::intptr_t handle) { return reinterpret_cast<OpenFile *>(handle); }

/// The pattern's values are the path and what the system says.
tl::unexpected<Error> fileError(const char *pattern, const QFileDevice &file)
{
    const auto name = file.fileName().toStdString();
    if (file.error() == QFileDevice::ResourceError)
        return fail(ErrorCode::NoSpace, QT_TRANSLATE_NOOP("Error", "The disk is full (%1)"), {name});
    return fail(QFile::exists(file.fileName()) ? ErrorCode::Io : ErrorCode::NotFound, pattern, {name, file.errorString().toStdString()});
}

QString toQString(const std::filesystem::path &path) { return QString::fromStdU16String(path.u16string()); }

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
        delete fromHandle(m_handle);
    m_handle = closedHandle;
}

Result<SystemFile> SystemFile::openForReading(const std::filesystem::path &path)
{
    auto open = std::make_unique<OpenFile>();
    open->file.setFileName(toQString(path));
    if (!open->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(QT_TRANSLATE_NOOP("Error", "Could not open %1: %2"), open->file);
    SystemFile file;
    file.m_handle = reinterpret_cast<std::intptr_t>(open.release());
    file.m_path = path;
    return file;
}

Result<SystemFile> SystemFile::openForWriting(const std::filesystem::path &path)
{
    auto open = std::make_unique<OpenFile>();
    open->file.setFileName(toQString(path));
    if (!open->file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fileError(QT_TRANSLATE_NOOP("Error", "Could not open %1: %2"), open->file);
    SystemFile file;
    file.m_handle = reinterpret_cast<std::intptr_t>(open.release());
    file.m_path = path;
    return file;
}

Result<SystemFile> SystemFile::lock(const std::filesystem::path &path)
{
    auto file = openForWriting(path);
    if (!file)
        return file;
    auto lock = std::make_unique<QLockFile>(toQString(path) + QStringLiteral(".pid"));
    lock->setStaleLockTime(0);
    if (!lock->tryLock())
        return fail(ErrorCode::Conflict, "Another program holds %1", {path.string()});
    fromHandle(file->m_handle)->lock = std::move(lock);
    return file;
}

Result<SystemFile> SystemFile::lockFolder(const std::filesystem::path &folder)
{
    return fail(ErrorCode::NotFound, "This system cannot lock the folder %1", {folder.string()});
}

bool SystemFile::isAt(const std::filesystem::path &path) const
{
    std::error_code ec;
    return std::filesystem::exists(path, ec) || ec;
}

Result<void> SystemFile::allocate(std::int64_t bytes)
{
    const std::vector<std::byte> piece(1 << 20, std::byte{0x5a}); // zeros may take no room
    for (std::int64_t offset = 0; offset < bytes; offset += std::int64_t(piece.size())) {
        const auto count = std::size_t(std::min<std::int64_t>(bytes - offset, std::int64_t(piece.size())));
        if (auto written = write(offset, std::span(piece).first(count)); !written)
            return written;
    }
    return sync();
}

std::int64_t SystemFile::size() const { return fromHandle(m_handle)->file.size(); }

Result<std::size_t> SystemFile::read(std::int64_t offset, std::span<std::byte> into) const
{
    auto *open = fromHandle(m_handle);
    const std::lock_guard guard(open->mutex);
    if (!open->file.seek(offset))
        return fileError(QT_TRANSLATE_NOOP("Error", "Could not read %1: %2"), open->file);
    const auto count = open->file.read(reinterpret_cast<char *>(into.data()), qint64(into.size()));
    if (count < 0)
        return fileError(QT_TRANSLATE_NOOP("Error", "Could not read %1: %2"), open->file);
    return std::size_t(count);
}

Result<void> SystemFile::write(std::int64_t offset, std::span<const std::byte> bytes)
{
    auto *open = fromHandle(m_handle);
    const std::lock_guard guard(open->mutex);
    if (!open->file.seek(offset) || open->file.write(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size())) != qint64(bytes.size()))
        return fileError(QT_TRANSLATE_NOOP("Error", "Could not write %1: %2"), open->file);
    return {};
}

Result<void> SystemFile::truncate(std::int64_t size)
{
    auto *open = fromHandle(m_handle);
    if (!open->file.resize(size))
        return fileError(QT_TRANSLATE_NOOP("Error", "Could not shorten %1: %2"), open->file);
    return {};
}

Result<void> SystemFile::sync()
{
    auto *open = fromHandle(m_handle);
    if (!open->file.flush())
        return fileError(QT_TRANSLATE_NOOP("Error", "Could not sync %1: %2"), open->file);
    return {};
}

void SystemFile::startWriteback(std::int64_t, std::int64_t) { }

std::intptr_t SystemFile::nativeHandle() const { return -1; }

Result<void> renameFile(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::error_code ec;
    std::filesystem::rename(from, to, ec);
    if (ec)
        return fail(ec == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "Could not rename %1: %2"),
            {from.string(), ec.message()});
    return {};
}

Result<void> syncFolder(const std::filesystem::path &) { return {}; }

Result<void> makePrivateFolder(const std::filesystem::path &folder)
{
    std::error_code ec;
    if (std::filesystem::is_directory(folder, ec))
        return {};
    std::filesystem::create_directories(folder, ec);
    if (!ec)
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ec);
    if (ec)
        return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "Could not create the folder %1: %2"), {folder.string(), ec.message()});
    return {};
}

Result<void> keepPrivate(const std::filesystem::path &path)
{
    std::error_code ec;
    if (!std::filesystem::exists(path, ec))
        return {};
    std::filesystem::permissions(path, std::filesystem::perms::group_all | std::filesystem::perms::others_all, std::filesystem::perm_options::remove, ec);
    if (ec)
        return fail(ErrorCode::Denied, QT_TRANSLATE_NOOP("Error", "Others may look into %1, and that could not be changed: %2"), {path.string(), ec.message()});
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
    std::error_code ec;
    std::filesystem::remove(path, ec);
    if (ec)
        return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "Could not remove %1: %2"), {path.string(), ec.message()});
    return {};
}

std::int64_t freeBytes(const std::filesystem::path &path)
{
    std::error_code ec;
    const auto space = std::filesystem::space(path, ec);
    return ec ? -1 : std::int64_t(space.available);
}

} // namespace berth
