// SPDX-License-Identifier: Apache-2.0
#include "archive/TarEntries.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include <QFile>

#include "archive/ArchiveScan.h"
#include "archive/TarFault.h"
#include "archive/Unpacker.h"

namespace berth {

namespace {

constexpr std::int64_t largestSize = 1LL << 53;
constexpr std::size_t startBytes = 512; ///< What is kept of the file's start, to say what it is instead of a tar file.

constexpr const char *impossibleSize = QT_TRANSLATE_NOOP("Error", "The entry \"%1\" claims an impossible size");
constexpr const char *endsInside = QT_TRANSLATE_NOOP("Error", "The archive breaks off inside \"%1\"");

/// Reads with two handles of libarchive: the Unpacker's knows packings, the other one knows tar. So what follows the end mark can be
/// read too, and bombs are noticed wherever they are.
class TarEntries final : public EntryStream {
public:
    TarEntries() = default;
    TarEntries(const TarEntries &) = delete;
    TarEntries &operator=(const TarEntries &) = delete;
    ~TarEntries() override { archive_read_free(m_handle); }

    Result<void> open(const std::filesystem::path &path)
    {
        m_file.setFileName(QString::fromStdU16String(path.u16string()));
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The file cannot be opened: %1"), {m_file.errorString().toStdString()});
        m_limitBytes = std::max<std::int64_t>(archivelimits::unpackedBytes, m_file.size());
        char first[6] = {};
        const auto count = std::max<qint64>(m_file.read(first, sizeof first), 0);
        m_file.seek(0);
        const auto packing = packingOf({first, std::size_t(count)});
        if (packing == Packing::Gzip || packing == Packing::Zstd || packing == Packing::Xz)
            m_unpacker.emplace(
                Unpacker::Subject::Archive, [this](std::span<std::byte> into) { return readFile(into); }, m_limitBytes);
        // Set, not merely supported: else a first header that is broken would make it a file of no known format.
        archive_read_set_format(m_handle, ARCHIVE_FORMAT_TAR);
        archive_read_set_callback_data(m_handle, this);
        archive_read_set_read_callback(m_handle, &TarEntries::pullForTar);
        if (!m_unpacker)
            archive_read_set_skip_callback(m_handle, &TarEntries::skipForTar);
        if (archive_read_open1(m_handle) != ARCHIVE_OK)
            return m_pullError ? tl::unexpected(*m_pullError) : fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The archive cannot be read"));
        return {};
    }

    Result<std::optional<ArchiveEntry>> next() override
    {
        m_block = {};
        m_bodyBytes = m_bodyRead = 0;
        struct archive_entry *raw = nullptr;
        const int result = archive_read_next_header(m_handle, &raw);
        if (m_pullError)
            return tl::unexpected(*m_pullError);
        if (result == ARCHIVE_EOF)
            return end();
        if (result == ARCHIVE_OK)
            return toEntry(raw);
        const auto fault = tarFault(m_handle, result);
        return result == ARCHIVE_WARN && fault == TarFault::NameConversion ? toEntry(raw) : headerFailure(fault, raw);
    }

    Result<std::size_t> read(std::span<std::byte> into) override
    {
        while (m_block.empty() && m_bodyRead < m_bodyBytes) {
            if (auto good = nextBlock(); !good)
                return tl::unexpected(good.error());
        }
        const auto count = std::min(m_block.size(), into.size());
        std::ranges::copy(m_block.first(count), into.begin());
        m_block = m_block.subspan(count);
        return count;
    }

    std::int64_t consumedBytes() const override { return m_consumed; }
    std::string compression() const override { return m_unpacker ? m_unpacker->compression() : std::string(); }
    bool hasTrailingData() const override { return m_hasTrailingData; }

private:
    /// The only value of all these patterns is the current entry's name.
    tl::unexpected<Error> refused(const char *pattern) const { return fail(ErrorCode::BadRequest, pattern, {shownName(m_current)}); }

    /// For headers that stand before an entry.
    tl::unexpected<Error> refusedHeader(const char *atStart, const char *afterEntry) const
    {
        return m_count == 0 ? fail(ErrorCode::BadRequest, atStart) : refused(afterEntry);
    }

    tl::unexpected<Error> brokenOff(const char *pattern) const
    {
        if (m_count == 0)
            return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The archive breaks off or is damaged in its first header"));
        return fail(ErrorCode::Damaged, pattern, {shownName(m_current)});
    }

    tl::unexpected<Error> headerFailure(TarFault fault, struct archive_entry *raw)
    {
        switch (fault) {
        case TarFault::Size:
            if (const char *name = archive_entry_pathname(raw))
                m_current = name;
            return refused(impossibleSize);
        case TarFault::LongHeader:
            return refusedHeader(QT_TRANSLATE_NOOP("Error", "The archive begins with a header that is larger than 1 MiB or of an impossible size"),
                QT_TRANSLATE_NOOP("Error", "After the entry \"%1\" the archive holds a header that is larger than 1 MiB or of an impossible size"));
        case TarFault::HeaderCount:
            return refusedHeader(QT_TRANSLATE_NOOP("Error", "The archive begins with more headers than one entry can have"),
                QT_TRANSLATE_NOOP("Error", "After the entry \"%1\" the archive holds more headers than one entry can have"));
        case TarFault::Pax:
            return refusedHeader(QT_TRANSLATE_NOOP("Error", "The archive begins with a PAX header that is broken"),
                QT_TRANSLATE_NOOP("Error", "After the entry \"%1\" the archive holds a PAX header that is broken"));
        case TarFault::BodyBreaksOff: return brokenOff(endsInside);
        case TarFault::HeaderBreaksOff:
            return m_count == 0 ? noTar(fault) : brokenOff(QT_TRANSLATE_NOOP("Error", "The archive breaks off in the header after \"%1\""));
        case TarFault::Checksum:
            return m_count == 0 ? noTar(fault) : brokenOff(QT_TRANSLATE_NOOP("Error", "The header after \"%1\" is damaged: its checksum is wrong"));
        case TarFault::HeaderBroken:
        case TarFault::NameConversion:
        case TarFault::Other: break;
        }
        return brokenOff(QT_TRANSLATE_NOOP("Error", "The archive breaks off or is damaged in the header after \"%1\""));
    }

    /// Says what the file is, or that it once was a tar file.
    tl::unexpected<Error> noTar(TarFault fault) const
    {
        const std::string_view start = m_start;
        if (m_unpacker && packingOf(start) != Packing::None)
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive is compressed twice; unpack it once first"));
        if (packingOf(start) == Packing::Bzip2)
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive is compressed with bzip2; unpack it first"));
        if (start.starts_with("PK\x03\x04"))
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "This is a zip file; image archives are tar files, as docker save writes them"));
        if (start.substr(std::min<std::size_t>(start.size(), 257)).starts_with("ustar"))
            return fail(ErrorCode::Damaged,
                fault == TarFault::Checksum ? QT_TRANSLATE_NOOP("Error", "The first header of the archive is damaged: its checksum is wrong")
                                            : QT_TRANSLATE_NOOP("Error", "The archive breaks off in its first header"));
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The file is no tar archive"));
    }

    /// Block by block, as archive_read_data would fill up with zeros what PAX records claim beyond the content.
    Result<void> nextBlock()
    {
        const void *data = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int result = archive_read_data_block(m_handle, &data, &size, &offset);
        if (m_pullError)
            return tl::unexpected(*m_pullError);
        if (result != ARCHIVE_OK && result != ARCHIVE_EOF)
            return brokenOff(
                tarFault(m_handle, result) == TarFault::Other ? QT_TRANSLATE_NOOP("Error", "The archive breaks off or is damaged inside \"%1\"") : endsInside);
        if (result == ARCHIVE_EOF || offset != m_bodyRead || std::int64_t(size) > m_bodyBytes - m_bodyRead)
            return refused(QT_TRANSLATE_NOOP("Error", "The entry \"%1\" has another size than it claims"));
        m_bodyRead += std::int64_t(size);
        m_block = {static_cast<const std::byte *>(data), size};
        return {};
    }

    tl::unexpected<Error> unreadable(const std::string &why) const
    {
        if (m_count == 0)
            return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The archive cannot be read: %1"), {why});
        return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The archive cannot be read: %1, at the entry \"%2\""), {why, shownName(m_current)});
    }

    Result<std::size_t> readFile(std::span<std::byte> into)
    {
        const auto count = m_file.read(reinterpret_cast<char *>(into.data()), qint64(into.size()));
        if (count < 0)
            return unreadable(m_file.errorString().toStdString());
        m_consumed += count;
        return std::size_t(count);
    }

    /// The next unpacked bytes, in m_piece.
    Result<void> pull()
    {
        const auto count = m_unpacker ? m_unpacker->read(m_buffer) : readFile(m_buffer);
        if (!count)
            return tl::unexpected(count.error());
        m_piece = {reinterpret_cast<const char *>(m_buffer.data()), *count};
        if (m_pulled == 0)
            m_start = m_piece.substr(0, startBytes);
        m_pulled += std::int64_t(*count);
        return {};
    }

    static la_ssize_t pullForTar(struct archive *, void *self, const void **bytes)
    {
        auto &entries = *static_cast<TarEntries *>(self);
        if (auto pulled = entries.pull(); !pulled) {
            entries.m_pullError = pulled.error();
            return ARCHIVE_FATAL;
        }
        *bytes = entries.m_piece.data();
        return la_ssize_t(entries.m_piece.size());
    }

    /// Never beyond the end of the file, so that libarchive notices it.
    static la_int64_t skipForTar(struct archive *, void *self, la_int64_t bytes)
    {
        auto &entries = *static_cast<TarEntries *>(self);
        const auto count = std::clamp<std::int64_t>(entries.m_file.size() - entries.m_file.pos(), 0, bytes);
        if (!entries.m_file.seek(entries.m_file.pos() + count))
            return 0;
        entries.m_consumed += count;
        entries.m_pulled += count;
        return count;
    }

    /// Reads what follows the end mark, so that packed data that breaks off there is noticed too.
    Result<std::optional<ArchiveEntry>> end()
    {
        constexpr std::int64_t paddingBytes = 1 << 20;
        if (m_count == 0)
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive is empty"));
        // libarchive left alone what follows the one or two blocks of the end mark.
        const auto unread = std::size_t(m_pulled - archive_filter_bytes(m_handle, 0));
        m_piece.remove_prefix(m_piece.size() - std::min(m_piece.size(), unread));
        std::int64_t read = 0;
        do {
            read += std::int64_t(m_piece.size());
            m_hasTrailingData = m_hasTrailingData || read > paddingBytes || m_piece.find_first_not_of('\0') != std::string_view::npos;
            if (m_hasTrailingData && !m_unpacker)
                break;
            if (auto pulled = pull(); !pulled)
                return tl::unexpected(pulled.error());
        } while (!m_piece.empty());
        return std::nullopt;
    }

    Result<std::optional<ArchiveEntry>> toEntry(struct archive_entry *raw)
    {
        const char *path = archive_entry_pathname(raw);
        auto name = canonicalEntryName(path ? path : "");
        if (!name)
            return tl::unexpected(name.error());
        m_current = *name;
        if (m_unpacker)
            m_unpacker->reached(shownName(m_current));
        if (++m_count > archivelimits::entries)
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive has more than 100,000 entries"));
        ArchiveEntry entry;
        entry.name = std::move(*name);
        if (archive_entry_sparse_count(raw) > 0)
            return refused(QT_TRANSLATE_NOOP("Error", "The entry \"%1\" is a sparse file; image archives have none"));
        const char *hardLink = archive_entry_hardlink(raw);
        const char *target = hardLink ? hardLink : archive_entry_symlink(raw);
        const auto type = archive_entry_filetype(raw);
        if (hardLink || type == AE_IFLNK) {
            entry.kind = ArchiveEntry::Kind::Link;
            entry.isHardLink = hardLink != nullptr;
            entry.linkTarget = target ? target : "";
            return entry;
        }
        if (type == AE_IFDIR) {
            entry.kind = ArchiveEntry::Kind::Folder;
            return entry;
        }
        if (type != AE_IFREG)
            return refused(type == 0 ? QT_TRANSLATE_NOOP("Error", "The entry \"%1\" is of a kind that image archives do not have")
                                     : QT_TRANSLATE_NOOP("Error", "The entry \"%1\" is a device, pipe or socket; image archives have none"));
        entry.sizeBytes = m_bodyBytes = archive_entry_size(raw);
        if (entry.sizeBytes < 0 || entry.sizeBytes > largestSize)
            return refused(impossibleSize);
        if (m_unpacker && entry.sizeBytes > m_limitBytes)
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The entry \"%1\" claims a size above %2 GiB"),
                {shownName(m_current), std::to_string(m_limitBytes >> 30)});
        return entry;
    }

    struct archive *m_handle = archive_read_new();
    QFile m_file;
    std::optional<Unpacker> m_unpacker; ///< Nothing for a plain tar.
    std::int64_t m_limitBytes = 0;
    std::vector<std::byte> m_buffer = std::vector<std::byte>(256 << 10); ///< Whole tar blocks.
    std::string_view m_piece;           ///< What was pulled last, in m_buffer.
    std::string m_start;                ///< Of the unpacked bytes.
    std::optional<Error> m_pullError;
    std::int64_t m_consumed = 0;
    std::int64_t m_pulled = 0; ///< Unpacked bytes that libarchive was given, or that it skipped.
    std::int64_t m_count = 0;
    std::int64_t m_bodyBytes = 0;         ///< Of the current entry.
    std::int64_t m_bodyRead = 0;          ///< Of these, so far.
    std::span<const std::byte> m_block;   ///< Read, but not yet handed out; libarchive's.
    bool m_hasTrailingData = false;
    std::string m_current; ///< Name of the last entry.
};

} // namespace

Result<std::unique_ptr<EntryStream>> openTarEntries(const std::filesystem::path &file)
{
    std::error_code ec;
    if (!std::filesystem::is_regular_file(file, ec))
        return ec ? fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "The file cannot be read: %1"), {ec.message()})
                  : fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "The file cannot be read: it is no regular file"));
    auto entries = std::make_unique<TarEntries>();
    if (auto opened = entries->open(file); !opened)
        return tl::unexpected(opened.error());
    return entries;
}

} // namespace berth
