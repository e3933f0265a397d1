// SPDX-License-Identifier: Apache-2.0
#include "archive/ImageWriter.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>
#include <archive.h>
#include <archive_entry.h>
#include <kcompressiondevice.h>

#include "archive/EntryStream.h"

namespace berth {

namespace {

QString qtPath(const std::filesystem::path &path) { return QString::fromStdU16String(path.u16string()); }

std::string nameOf(const std::filesystem::path &path) { return shownName(qtPath(path.filename()).toStdString()); }

constexpr const char *noRoom = QT_TRANSLATE_NOOP("Error", "There is no room for \"%1\" on its disk");
constexpr const char *unwritable = QT_TRANSLATE_NOOP("Error", "\"%1\" cannot be written: %2");

tl::unexpected<Error> writeFailed(const std::filesystem::path &path, QFileDevice &file)
{
    // A write that was cut short tells no reason; the next one does. The file is lost anyway.
    if (file.error() == QFileDevice::NoError && file.isOpen())
        file.write("", 1);
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return isFull ? fail(ErrorCode::NoSpace, noRoom, {nameOf(path)}) : fail(ErrorCode::Io, unwritable, {nameOf(path), file.errorString().toStdString()});
}

tl::unexpected<Error> otherSize() { return fail(ErrorCode::Internal, "An entry has another size than was said"); }

/// libarchive makes the headers: KTar takes no entry above 8 GiB, writes no end mark and puts the time of this computer beside long names.
class ArchiveWriter final : public ImageWriter {
public:
    ArchiveWriter(std::filesystem::path file, Packing packing)
        : m_path(std::move(file))
        , m_file(qtPath(m_path))
        , m_packing(packing)
    {
    }
    ArchiveWriter(const ArchiveWriter &) = delete;
    ArchiveWriter &operator=(const ArchiveWriter &) = delete;

    ~ArchiveWriter() override
    {
        if (!m_isCommitted) {
            m_file.cancelWriting();
            m_isGivenUp = true; // else it would fill up the entry under way
            archive_write_close(m_tar); // after a failure, archive_write_free alone leaves the stream's state behind
        }
        archive_entry_free(m_entry);
        archive_write_free(m_tar);
    }

    Result<void> open()
    {
        // While it is written it may have no name, so that one that cannot be would be noticed at the very end.
        std::error_code ec;
        (void)std::filesystem::symlink_status(m_path, ec);
        if (ec && ec != std::errc::no_such_file_or_directory)
            return fail(ErrorCode::Io, unwritable, {nameOf(m_path), ec.message()});
        // Unbuffered, so that a failure is told by the write that failed.
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return writeFailed(m_path, m_file);
        if (m_packing != Packing::None) {
            m_packer = std::make_unique<KCompressionDevice>(&m_file, false, m_packing == Packing::Gzip ? KCompressionDevice::GZip : KCompressionDevice::Zstd);
            if (!m_packer->open(QIODevice::WriteOnly))
                return writeFailed(m_path, m_file);
        }
        archive_write_set_format_pax_restricted(m_tar); // plain ustar, but for long names and entries above 8 GiB
        archive_write_set_bytes_per_block(m_tar, 0);
        if (archive_write_open(m_tar, this, nullptr, &ArchiveWriter::put, nullptr) != ARCHIVE_OK)
            return writeFailed(m_path, m_file);
        return {};
    }

    Result<void> begin(const std::string &name, std::int64_t sizeBytes) override
    {
        m_size = sizeBytes;
        m_written = 0;
        // The same image gives the same bytes: no owner, no time of this computer.
        archive_entry_clear(m_entry);
        archive_entry_set_pathname(m_entry, name.c_str());
        archive_entry_set_filetype(m_entry, AE_IFREG);
        archive_entry_set_perm(m_entry, 0644);
        archive_entry_set_mtime(m_entry, 0, 0);
        archive_entry_set_size(m_entry, sizeBytes);
        if (archive_write_header(m_tar, m_entry) != ARCHIVE_OK)
            return writeFailed(m_path, m_file);
        return {};
    }

    Result<void> append(std::span<const std::byte> bytes) override
    {
        m_written += std::int64_t(bytes.size());
        if (m_written > m_size)
            return otherSize();
        if (archive_write_data(m_tar, bytes.data(), bytes.size()) != la_ssize_t(bytes.size()))
            return writeFailed(m_path, m_file);
        return {};
    }

    Result<void> end() override
    {
        if (m_written != m_size)
            return otherSize();
        if (archive_write_finish_entry(m_tar) != ARCHIVE_OK)
            return writeFailed(m_path, m_file);
        return {};
    }

    Result<void> commit() override
    {
        if (archive_write_close(m_tar) != ARCHIVE_OK)
            return writeFailed(m_path, m_file);
        if (m_packer) {
            m_packer->close();
            if (m_packer->error() != QFileDevice::NoError)
                return writeFailed(m_path, m_file);
        }
        // The header of gzip holds the time of this computer.
        if (m_packing == Packing::Gzip && (!m_file.seek(4) || m_file.write("\0\0\0\0", 4) != 4))
            return writeFailed(m_path, m_file);
        if (!m_file.commit())
            return writeFailed(m_path, m_file);
        m_isCommitted = true;
        return {};
    }

private:
    static la_ssize_t put(struct archive *, void *self, const void *bytes, std::size_t size)
    {
        auto &writer = *static_cast<ArchiveWriter *>(self);
        if (writer.m_isGivenUp)
            return -1;
        auto &out = writer.m_packer ? static_cast<QIODevice &>(*writer.m_packer) : writer.m_file;
        return la_ssize_t(out.write(static_cast<const char *>(bytes), qint64(size)));
    }

    std::filesystem::path m_path;
    QSaveFile m_file;
    Packing m_packing;
    std::unique_ptr<KCompressionDevice> m_packer;
    struct archive *m_tar = archive_write_new();
    struct archive_entry *m_entry = archive_entry_new();
    std::int64_t m_size = 0;
    std::int64_t m_written = 0;
    bool m_isCommitted = false;
    bool m_isGivenUp = false; ///< Nothing more is to reach the file.
};

class FolderWriter final : public ImageWriter {
public:
    explicit FolderWriter(std::filesystem::path folder)
        : m_path(std::move(folder))
        , m_folder(qtPath(m_path) + QStringLiteral(".XXXXXX.part"))
    {
    }

    Result<void> open()
    {
        if (QFileInfo::exists(qtPath(m_path)))
            return fail(
                ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "There is something at \"%1\" already; choose a folder that does not exist"), {nameOf(m_path)});
        if (!m_folder.isValid())
            return fail(ErrorCode::Io, unwritable, {nameOf(m_path), m_folder.errorString().toStdString()});
        return {};
    }

    Result<void> begin(const std::string &name, std::int64_t sizeBytes) override
    {
        m_size = sizeBytes;
        const QString file = m_folder.filePath(QString::fromStdString(name));
        std::error_code ec;
        std::filesystem::create_directories(QFileInfo(file).path().toStdU16String(), ec);
        if (ec == std::errc::no_space_on_device)
            return fail(ErrorCode::NoSpace, noRoom, {nameOf(m_path)});
        if (ec)
            return fail(ErrorCode::Io, unwritable, {nameOf(m_path), ec.message()});
        m_file = std::make_unique<QSaveFile>(file);
        if (!m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return writeFailed(m_path, *m_file);
        return {};
    }

    Result<void> append(std::span<const std::byte> bytes) override
    {
        m_size -= std::int64_t(bytes.size());
        if (m_file->write(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size())) != qint64(bytes.size()))
            return writeFailed(m_path, *m_file);
        return {};
    }

    Result<void> end() override
    {
        if (m_size != 0)
            return otherSize();
        if (!m_file->commit())
            return writeFailed(m_path, *m_file);
        m_file.reset();
        return {};
    }

    Result<void> commit() override
    {
        // A temporary folder is its owner's alone; an export is as any other new folder, such as those in it.
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.filePath(QStringLiteral("blobs"))));
        m_folder.setAutoRemove(false);
        if (!QDir().rename(m_folder.path(), qtPath(m_path))) {
            m_folder.setAutoRemove(true);
            return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The folder \"%1\" could not be given its name"), {nameOf(m_path)});
        }
        return {};
    }

private:
    std::filesystem::path m_path;
    QTemporaryDir m_folder;
    std::unique_ptr<QSaveFile> m_file;
    std::int64_t m_size = 0; ///< Of the file that was begun, still to come.
};

} // namespace

Result<std::unique_ptr<ImageWriter>> ImageWriter::toArchive(const std::filesystem::path &file, Packing packing)
{
    auto writer = std::make_unique<ArchiveWriter>(file, packing);
    if (auto opened = writer->open(); !opened)
        return tl::unexpected(opened.error());
    return writer;
}

Result<std::unique_ptr<ImageWriter>> ImageWriter::toFolder(const std::filesystem::path &folder)
{
    auto writer = std::make_unique<FolderWriter>(folder);
    if (auto opened = writer->open(); !opened)
        return tl::unexpected(opened.error());
    return writer;
}

Result<void> ImageWriter::write(const std::string &name, std::string_view content)
{
    if (auto begun = begin(name, std::int64_t(content.size())); !begun)
        return begun;
    if (auto appended = append(std::as_bytes(std::span(content.data(), content.size()))); !appended)
        return appended;
    return end();
}

} // namespace berth
