// SPDX-License-Identifier: Apache-2.0
#include "archive/ImageWriter.h"

#include <kcompressiondevice.h>
#include <ktar.h>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

namespace berth {

namespace {

QString qtPath(const std::filesystem::path &path) { return QString::fromStdU16String(path.u16string()); }

tl::unexpected<Error> writeFailed(const std::filesystem::path &path, const QFileDevice &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return isFull ? fail(ErrorCode::NoSpace, QT_TRANSLATE_NOOP("Error", "There is no room for \"%1\" on its disk"), {path.filename().string()})
                  : fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "\"%1\" cannot be written: %2"), {path.filename().string(), file.errorString().toStdString()});
}

class ArchiveWriter final : public ImageWriter {
public:
    ArchiveWriter(std::filesystem::path file, Packing packing)
        : m_path(std::move(file))
        , m_file(qtPath(m_path))
        , m_packing(packing)
    {
    }

    ~ArchiveWriter() override
    {
        if (m_isCommitted)
            return;
        m_file.cancelWriting();
        m_tar.reset();
        m_packer.reset();
    }

    Result<void> open()
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return writeFailed(m_path, m_file);
        QIODevice *out = &m_file;
        if (m_packing != Packing::None) {
            m_packer = std::make_unique<KCompressionDevice>(&m_file, false, m_packing == Packing::Gzip ? KCompressionDevice::GZip : KCompressionDevice::Zstd);
            if (!m_packer->open(QIODevice::WriteOnly))
                return writeFailed(m_path, m_file);
            out = m_packer.get();
        }
        m_tar = std::make_unique<KTar>(out);
        if (!m_tar->open(QIODevice::WriteOnly))
            return writeFailed(m_path, m_file);
        return {};
    }

    Result<void> begin(const std::string &name, std::int64_t sizeBytes) override
    {
        m_size = sizeBytes;
        m_written = 0;
        const QDateTime epoch = QDateTime::fromSecsSinceEpoch(0);
        // The same image gives the same bytes: no owner, no time of this computer.
        if (!m_tar->prepareWriting(QString::fromStdString(name), {}, {}, sizeBytes, 0100644, epoch, epoch, epoch))
            return writeFailed(m_path, m_file);
        return {};
    }

    Result<void> append(std::span<const std::byte> bytes) override
    {
        m_written += std::int64_t(bytes.size());
        if (!m_tar->writeData(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size())) || m_file.error() != QFileDevice::NoError)
            return writeFailed(m_path, m_file);
        return {};
    }

    Result<void> end() override
    {
        if (m_written != m_size)
            return fail(ErrorCode::Internal, "An entry has another size than was said");
        if (!m_tar->finishWriting(m_size))
            return writeFailed(m_path, m_file);
        return {};
    }

    Result<void> commit() override
    {
        const bool closed = m_tar->close();
        if (m_packer)
            m_packer->close();
        if (!closed || m_file.error() != QFileDevice::NoError || (m_packer && m_packer->error() != QFileDevice::NoError) || !m_file.commit())
            return writeFailed(m_path, m_file);
        m_isCommitted = true;
        return {};
    }

private:
    std::filesystem::path m_path;
    QSaveFile m_file;
    Packing m_packing;
    std::unique_ptr<KCompressionDevice> m_packer;
    std::unique_ptr<KTar> m_tar;
    std::int64_t m_size = 0;
    std::int64_t m_written = 0;
    bool m_isCommitted = false;
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
            return fail(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "There is something at \"%1\" already; choose a folder that does not exist"), {m_path.filename().string()});
        if (!m_folder.isValid())
            return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "\"%1\" cannot be written: %2"), {m_path.filename().string(), m_folder.errorString().toStdString()});
        return {};
    }

    Result<void> begin(const std::string &name, std::int64_t) override
    {
        const QString file = m_folder.filePath(QString::fromStdString(name));
        QDir().mkpath(QFileInfo(file).path());
        m_file = std::make_unique<QSaveFile>(file);
        if (!m_file->open(QIODevice::WriteOnly))
            return writeFailed(m_path, *m_file);
        return {};
    }

    Result<void> append(std::span<const std::byte> bytes) override
    {
        if (m_file->write(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size())) != qint64(bytes.size()))
            return writeFailed(m_path, *m_file);
        return {};
    }

    Result<void> end() override
    {
        if (!m_file->commit())
            return writeFailed(m_path, *m_file);
        m_file.reset();
        return {};
    }

    Result<void> commit() override
    {
        // A temporary folder is its owner's alone; an export is as any other new folder.
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
        m_folder.setAutoRemove(false);
        if (!QDir().rename(m_folder.path(), qtPath(m_path))) {
            m_folder.setAutoRemove(true);
            return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The folder \"%1\" could not be given its name"), {m_path.filename().string()});
        }
        return {};
    }

private:
    std::filesystem::path m_path;
    QTemporaryDir m_folder;
    std::unique_ptr<QSaveFile> m_file;
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
