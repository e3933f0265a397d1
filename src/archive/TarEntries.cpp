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
            return fail(ErrorCode::Io, "The file cannot be opened: " + m_file.errorString().toStdString());
        m_limitBytes = std::max<std::int64_t>(archivelimits::unpackedBytes, m_file.size());
        char first[6] = {};
        const auto count = std::max<qint64>(m_file.read(first, sizeof first), 0);
        m_file.seek(0);
        const auto packing = packingOf({first, std::size_t(count)});
        if (packing == Packing::Gzip || packing == Packing::Zstd || packing == Packing::Xz)
            m_unpacker.emplace("The archive", [this](std::span<std::byte> into) { return readFile(into); }, m_limitBytes);
        // Set, not merely supported: else a first header that is broken would make it a file of no known format.
        archive_read_set_format(m_handle, ARCHIVE_FORMAT_TAR);
        archive_read_set_callback_data(m_handle, this);
        archive_read_set_read_callback(m_handle, &TarEntries::pullForTar);
        if (!m_unpacker)
            archive_read_set_skip_callback(m_handle, &TarEntries::skipForTar);
        if (archive_read_open1(m_handle) != ARCHIVE_OK)
            return m_pullError ? tl::unexpected(*m_pullError) : fail(ErrorCode::Io, "The archive cannot be read");
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
    tl::unexpected<Error> refused(const std::string &predicate) const
    {
        return fail(ErrorCode::BadRequest, "The entry \"" + shownName(m_current) + "\" " + predicate);
    }

    /// For headers that stand before an entry.
    tl::unexpected<Error> refusedHeader(const std::string &what) const
    {
        return fail(ErrorCode::BadRequest,
            (m_count > 0 ? "After the entry \"" + shownName(m_current) + "\" the archive holds " : "The archive begins with ") + what);
    }

    tl::unexpected<Error> brokenOff(const std::string &where) const
    {
        if (m_count == 0)
            return fail(ErrorCode::Damaged, "The archive breaks off or is damaged in its first header");
        return fail(ErrorCode::Damaged, "The archive breaks off " + where + " \"" + shownName(m_current) + "\"");
    }

    tl::unexpected<Error> headerFailure(TarFault fault, struct archive_entry *raw)
    {
        switch (fault) {
        case TarFault::Size:
            if (const char *name = archive_entry_pathname(raw))
                m_current = name;
            return refused("claims an impossible size");
        case TarFault::LongHeader: return refusedHeader("a header that is larger than 1 MiB or of an impossible size");
        case TarFault::HeaderCount: return refusedHeader("more headers than one entry can have");
        case TarFault::Pax: return refusedHeader("a PAX header that is broken");
        case TarFault::BodyBreaksOff: return brokenOff("inside");
        case TarFault::HeaderBreaksOff: return m_count == 0 ? noTar(fault) : brokenOff("in the header after");
        case TarFault::Checksum:
            return m_count == 0 ? noTar(fault)
                                : fail(ErrorCode::Damaged, "The header after \"" + shownName(m_current) + "\" is damaged: its checksum is wrong");
        case TarFault::HeaderBroken:
        case TarFault::NameConversion:
        case TarFault::Other: break;
        }
        return brokenOff("or is damaged in the header after");
    }

    /// Says what the file is, or that it once was a tar file.
    tl::unexpected<Error> noTar(TarFault fault) const
    {
        const std::string_view start = m_start;
        if (m_unpacker && packingOf(start) != Packing::None)
            return fail(ErrorCode::BadRequest, "The archive is compressed twice; unpack it once first");
        if (packingOf(start) == Packing::Bzip2)
            return fail(ErrorCode::BadRequest, "The archive is compressed with bzip2; unpack it first");
        if (start.starts_with("PK\x03\x04"))
            return fail(ErrorCode::BadRequest, "This is a zip file; image archives are tar files, as docker save writes them");
        if (start.substr(std::min<std::size_t>(start.size(), 257)).starts_with("ustar"))
            return fail(ErrorCode::Damaged, fault == TarFault::Checksum ? "The first header of the archive is damaged: its checksum is wrong"
                                                                        : "The archive breaks off in its first header");
        return fail(ErrorCode::Damaged, "The file is no tar archive");
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
            return brokenOff(tarFault(m_handle, result) == TarFault::Other ? "or is damaged inside" : "inside");
        if (result == ARCHIVE_EOF || offset != m_bodyRead || std::int64_t(size) > m_bodyBytes - m_bodyRead)
            return refused("has another size than it claims");
        m_bodyRead += std::int64_t(size);
        m_block = {static_cast<const std::byte *>(data), size};
        return {};
    }

    Result<std::size_t> readFile(std::span<std::byte> into)
    {
        const auto count = m_file.read(reinterpret_cast<char *>(into.data()), qint64(into.size()));
        if (count < 0)
            return fail(ErrorCode::Io, "The archive cannot be read: " + m_file.errorString().toStdString());
        m_consumed += count;
        return std::size_t(count);
    }

    /// The next unpacked bytes, in m_piece.
    Result<void> pull()
    {
        const auto count = m_unpacker ? m_unpacker->read(m_buffer) : readFile(m_buffer);
        if (!count)
            return fail(count.error().code, count.error().message + (m_count > 0 ? ", at the entry \"" + shownName(m_current) + "\"" : ""));
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
            return fail(ErrorCode::BadRequest, "The archive is empty");
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
        if (++m_count > archivelimits::entries)
            return fail(ErrorCode::BadRequest, "The archive has more than 100,000 entries");
        ArchiveEntry entry;
        entry.name = std::move(*name);
        if (archive_entry_sparse_count(raw) > 0)
            return refused("is a sparse file; image archives have none");
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
            return refused(type == 0 ? "is of a kind that image archives do not have" : "is a device, pipe or socket; image archives have none");
        entry.sizeBytes = m_bodyBytes = archive_entry_size(raw);
        if (entry.sizeBytes < 0 || entry.sizeBytes > largestSize)
            return refused("claims an impossible size");
        if (m_unpacker && entry.sizeBytes > m_limitBytes)
            return refused("claims a size above " + std::to_string(m_limitBytes >> 30) + " GiB");
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
        return fail(ErrorCode::NotFound, "The file cannot be read: " + (ec ? ec.message() : "it is no regular file"));
    auto entries = std::make_unique<TarEntries>();
    if (auto opened = entries->open(file); !opened)
        return tl::unexpected(opened.error());
    return entries;
}

} // namespace berth
