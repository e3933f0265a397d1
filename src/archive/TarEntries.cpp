// SPDX-License-Identifier: Apache-2.0
#include "archive/TarEntries.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include <QFile>

#include "archive/ArchiveScan.h"
#include "archive/Unpacker.h"

namespace berth {

namespace {

constexpr std::int64_t largestSize = 1LL << 53;
constexpr std::size_t startBytes = 512; ///< What is kept of the file's start, to say what it is instead of a tar file.

/// What libarchive objects to; its own words are for programmers, and one number stands for many faults.
enum class Fault { Other, HeaderBreaksOff, BodyBreaksOff, Checksum, Size, LongHeader, HeaderCount, Pax, NameConversion };

Fault faultOf(struct archive *handle)
{
    constexpr std::array<std::pair<std::string_view, Fault>, 12> words = {{
        {"Truncated input file", Fault::BodyBreaksOff},
        {"Truncated", Fault::HeaderBreaksOff},
        {"header checksum", Fault::Checksum},
        {"negative size", Fault::Size},
        {"size overflow", Fault::Size},
        {"size attribute", Fault::Size},
        {"Special header too large", Fault::LongHeader},
        {"special header", Fault::HeaderCount},
        {"pax", Fault::Pax},
        {"extended attribute", Fault::Pax},
        {"can't be converted", Fault::NameConversion},
        {"an't allocate", Fault::Other},
    }};
    const char *text = archive_error_string(handle);
    if (!text || !*text)
        return Fault::HeaderBreaksOff; // it says nothing where the content of a special header ends too soon
    const auto *word = std::ranges::find_if(words, [&](const auto &known) { return std::string_view(text).find(known.first) != std::string_view::npos; });
    return word == words.end() ? Fault::Other : word->second;
}

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
        struct archive_entry *raw = nullptr;
        const int result = archive_read_next_header(m_handle, &raw);
        if (m_pullError)
            return tl::unexpected(*m_pullError);
        if (result == ARCHIVE_EOF)
            return end();
        // Where the locale lacks a letter of a name, libarchive warns and leaves the bytes as they are, which is what is wanted.
        if (result != ARCHIVE_OK && (result != ARCHIVE_WARN || faultOf(m_handle) != Fault::NameConversion))
            return headerFailure(raw);
        return toEntry(raw);
    }

    Result<std::size_t> read(std::span<std::byte> into) override
    {
        const auto count = archive_read_data(m_handle, into.data(), into.size());
        if (m_pullError)
            return tl::unexpected(*m_pullError);
        if (count < 0)
            return faultOf(m_handle) == Fault::Other ? fail(ErrorCode::Damaged, "The archive is damaged inside \"" + shownName(m_current) + "\"")
                                                     : brokenOff("inside");
        m_bodyBytes -= count;
        // PAX has records that give a file another size than its content has.
        if (m_bodyBytes < 0 || (count == 0 && !into.empty() && m_bodyBytes > 0))
            return refused("has another size than it claims");
        return std::size_t(count);
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
            return fail(ErrorCode::Damaged, "The archive breaks off in its first header");
        return fail(ErrorCode::Damaged, "The archive breaks off " + where + " \"" + shownName(m_current) + "\"");
    }

    tl::unexpected<Error> headerFailure(struct archive_entry *raw)
    {
        const auto fault = faultOf(m_handle);
        const bool isFirst = m_count == 0;
        switch (fault) {
        case Fault::Size: return namedFailure(raw);
        case Fault::LongHeader: return refusedHeader("a header that is larger than 1 MiB or of an impossible size");
        case Fault::HeaderCount: return refusedHeader("more headers than one entry can have");
        case Fault::Pax: return refusedHeader("a PAX header that is broken");
        case Fault::BodyBreaksOff: return brokenOff("inside");
        case Fault::HeaderBreaksOff: return isFirst ? noTar() : brokenOff("in the header after");
        case Fault::Checksum:
            return isFirst ? noTar()
                           : fail(ErrorCode::Damaged, "The header after \"" + shownName(m_current) + "\" is damaged: its checksum is wrong");
        case Fault::NameConversion:
        case Fault::Other: break;
        }
        return fail(ErrorCode::Damaged, isFirst ? "The first header of the archive is damaged" : "The header after \"" + shownName(m_current) + "\" is damaged");
    }

    tl::unexpected<Error> namedFailure(struct archive_entry *raw)
    {
        if (const char *name = raw ? archive_entry_pathname(raw) : nullptr)
            m_current = name;
        return refused("claims an impossible size");
    }

    /// Says what the file is, or that it once was a tar file.
    tl::unexpected<Error> noTar() const
    {
        const std::string_view start = m_start;
        if (m_unpacker && packingOf(start) != Packing::None)
            return fail(ErrorCode::BadRequest, "The archive is compressed twice; unpack it once first");
        if (packingOf(start) == Packing::Bzip2)
            return fail(ErrorCode::BadRequest, "The archive is compressed with bzip2; unpack it first");
        if (start.starts_with("PK\x03\x04"))
            return fail(ErrorCode::BadRequest, "This is a zip file; image archives are tar files, as docker save writes them");
        if (start.substr(std::min<std::size_t>(start.size(), 257)).starts_with("ustar"))
            return fail(ErrorCode::Damaged, start.size() < startBytes ? "The archive breaks off in its first header"
                                                                      : "The first header of the archive is damaged: its checksum is wrong");
        return fail(ErrorCode::Damaged, "The file is no tar archive");
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
        m_piece = m_piece.substr(m_piece.size() - std::min<std::size_t>(m_piece.size(), std::size_t(m_pulled - archive_filter_bytes(m_handle, 0))));
        std::int64_t read = 0;
        while (!m_piece.empty() || read == 0) {
            read += std::int64_t(m_piece.size());
            m_hasTrailingData = m_hasTrailingData || read > paddingBytes || m_piece.find_first_not_of('\0') != std::string_view::npos;
            if (m_hasTrailingData && !m_unpacker)
                break;
            if (auto pulled = pull(); !pulled)
                return tl::unexpected(pulled.error());
            if (m_piece.empty())
                break;
        }
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
        if (hardLink || archive_entry_filetype(raw) == AE_IFLNK) {
            entry.kind = ArchiveEntry::Kind::Link;
            entry.isHardLink = hardLink != nullptr;
            entry.linkTarget = target ? target : "";
            return entry;
        }
        if (archive_entry_filetype(raw) == AE_IFDIR) {
            entry.kind = ArchiveEntry::Kind::Folder;
            return entry;
        }
        if (archive_entry_filetype(raw) != AE_IFREG)
            return refused("is a device, pipe or socket; image archives have none");
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
    std::int64_t m_bodyBytes = 0; ///< Of the current entry, yet to be read.
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
