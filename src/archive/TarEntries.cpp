// SPDX-License-Identifier: Apache-2.0
#include "archive/TarEntries.h"

#include <archive.h>
#include <archive_entry.h>

#include <QFile>

namespace berth {

namespace {

std::string errorText(struct archive *handle)
{
    const char *text = archive_error_string(handle);
    return text ? text : "unknown error";
}

class TarEntries final : public EntryStream {
public:
    explicit TarEntries(std::int64_t fileBytes)
        : m_handle(archive_read_new())
        , m_fileBytes(fileBytes)
    {
    }
    TarEntries(const TarEntries &) = delete;
    TarEntries &operator=(const TarEntries &) = delete;
    ~TarEntries() override { archive_read_free(m_handle); }

    Result<void> open(const std::filesystem::path &file)
    {
        archive_read_support_format_tar(m_handle);
        archive_read_support_format_empty(m_handle);
        archive_read_support_filter_gzip(m_handle);
        archive_read_support_filter_zstd(m_handle);
        archive_read_support_filter_xz(m_handle);
        archive_read_set_option(m_handle, "tar", "read_concatenated_archives", nullptr);
        if (archive_read_open_filename(m_handle, file.c_str(), 256 << 10) != ARCHIVE_OK)
            return fail(ErrorCode::Damaged, "The file is no tar archive: " + errorText(m_handle));
        return {};
    }

    Result<std::optional<ArchiveEntry>> next() override
    {
        struct archive_entry *raw = nullptr;
        const int result = archive_read_next_header(m_handle, &raw);
        if (result == ARCHIVE_EOF) {
            if (m_count == 0)
                return fail(ErrorCode::BadRequest, "The archive is empty");
            return std::nullopt;
        }
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            return fail(ErrorCode::Damaged,
                m_count == 0 ? "The file is no readable tar archive: " + errorText(m_handle)
                             : "The archive breaks off or is damaged after \"" + m_current + "\": " + errorText(m_handle));
        if (archive_filter_count(m_handle) > 2)
            return fail(ErrorCode::BadRequest, "The archive is compressed twice; unpack it once first");
        if (++m_count > archivelimits::entries)
            return fail(ErrorCode::BadRequest, "The archive has more than 100,000 entries");
        return toEntry(raw);
    }

    Result<std::size_t> read(std::span<std::byte> into) override
    {
        const auto count = archive_read_data(m_handle, into.data(), into.size());
        if (count < 0)
            return fail(ErrorCode::Damaged,
                "The archive breaks off or is damaged inside \"" + m_current + "\": " + errorText(m_handle));
        m_unpacked += count;
        if (m_unpacked > std::max(archivelimits::unpackedBytes, m_fileBytes))
            return fail(ErrorCode::BadRequest, "The archive unpacks to more than 20 GiB");
        if (m_unpacked > archivelimits::ratioFrom && m_unpacked / archivelimits::ratio > consumedBytes())
            return fail(ErrorCode::BadRequest, "The archive unpacks to more than a thousand times its size, as only a trap does");
        if (count == 0 && m_entryRead < m_entryBytes)
            return fail(ErrorCode::Damaged, "The archive breaks off inside \"" + m_current + "\"");
        m_entryRead += count;
        return std::size_t(count);
    }

    std::int64_t consumedBytes() const override { return archive_filter_bytes(m_handle, -1); }

    std::string compression() const override
    {
        const std::string name = archive_filter_count(m_handle) > 1 ? archive_filter_name(m_handle, 0) : "";
        return name == "none" ? "" : name;
    }

private:
    Result<std::optional<ArchiveEntry>> toEntry(struct archive_entry *raw)
    {
        const char *path = archive_entry_pathname(raw);
        if (!path)
            path = archive_entry_pathname_utf8(raw);
        if (!path)
            return fail(ErrorCode::BadRequest, "The archive holds an entry without a readable name");
        auto name = canonicalEntryName(path);
        if (!name)
            return tl::unexpected(name.error());
        m_current = *name;
        ArchiveEntry entry;
        entry.name = std::move(*name);
        entry.sizeBytes = archive_entry_size(raw);
        if (entry.sizeBytes < 0 || entry.sizeBytes > (1LL << 53))
            return fail(ErrorCode::BadRequest, "The entry \"" + m_current + "\" claims an impossible size");
        if (archive_entry_sparse_count(raw) > 0)
            return fail(ErrorCode::BadRequest, "The entry \"" + m_current + "\" is a sparse file; image archives have none");
        m_entryBytes = entry.sizeBytes;
        m_entryRead = 0;
        if (const char *hard = archive_entry_hardlink(raw)) {
            entry.kind = ArchiveEntry::Kind::Link;
            entry.isHardLink = true;
            entry.linkTarget = hard;
            return entry;
        }
        switch (archive_entry_filetype(raw)) {
        case AE_IFREG: return entry;
        case AE_IFDIR: entry.kind = ArchiveEntry::Kind::Folder; return entry;
        case AE_IFLNK: {
            const char *target = archive_entry_symlink(raw);
            entry.kind = ArchiveEntry::Kind::Link;
            entry.linkTarget = target ? target : "";
            return entry;
        }
        default:
            return fail(ErrorCode::BadRequest, "The entry \"" + m_current + "\" is a device, pipe or socket; image archives have none");
        }
    }

    struct archive *m_handle;
    std::int64_t m_fileBytes;
    std::int64_t m_count = 0;
    std::int64_t m_unpacked = 0;
    std::int64_t m_entryBytes = 0;
    std::int64_t m_entryRead = 0;
    std::string m_current;
};

} // namespace

Result<std::unique_ptr<EntryStream>> openTarEntries(const std::filesystem::path &file)
{
    std::error_code ec;
    const auto size = std::filesystem::file_size(file, ec);
    if (ec)
        return fail(ErrorCode::NotFound, "The file cannot be read: " + ec.message());
    QFile probe(QString::fromStdU16String(file.u16string()));
    if (!probe.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, "The file cannot be opened: " + probe.errorString().toStdString());
    if (probe.peek(4) == QByteArrayLiteral("PK\x03\x04"))
        return fail(ErrorCode::BadRequest, "This is a zip file; image archives are tar files, as docker save writes them");
    auto entries = std::make_unique<TarEntries>(std::int64_t(size));
    if (auto opened = entries->open(file); !opened)
        return tl::unexpected(opened.error());
    return entries;
}

} // namespace berth
