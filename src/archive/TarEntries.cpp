// SPDX-License-Identifier: Apache-2.0
#include "archive/TarEntries.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QFile>

#include "archive/ArchiveScan.h"
#include "archive/TarHeader.h"
#include "archive/Unpacker.h"

namespace berth {

namespace {

constexpr std::int64_t longHeaderBytes = 1 << 20; ///< Of a PAX header or a GNU long name.
constexpr int headersPerEntry = 16;               ///< More PAX headers and long names than this precede no entry.

class TarEntries final : public EntryStream {
public:
    Result<void> open(const std::filesystem::path &path)
    {
        m_file.setFileName(QString::fromStdU16String(path.u16string()));
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(ErrorCode::Io, "The file cannot be opened: " + m_file.errorString().toStdString());
        char first[tarBlockBytes] = {};
        const auto count = std::max<qint64>(m_file.read(first, sizeof first), 0);
        m_file.seek(0);
        const std::string_view start(first, std::size_t(count));
        if (start.starts_with("PK\x03\x04"))
            return fail(ErrorCode::BadRequest, "This is a zip file; image archives are tar files, as docker save writes them");
        const auto packing = packingOf(start);
        if (packing == Packing::None || TarHeader::parse(start))
            return {};
        if (packing == Packing::Bzip2)
            return fail(ErrorCode::BadRequest, "The archive is compressed with bzip2; unpack it first");
        m_limitBytes = std::max<std::int64_t>(archivelimits::unpackedBytes, m_file.size());
        m_unpacker.emplace("The archive", [this](std::span<std::byte> into) { return readFile(into); }, m_limitBytes);
        return {};
    }

    Result<std::optional<ArchiveEntry>> next() override
    {
        if (auto skipped = skipRest(); !skipped)
            return tl::unexpected(skipped.error());
        PaxOverrides pax;
        for (int i = 0; i < headersPerEntry; ++i) {
            const auto header = nextHeader();
            if (!header)
                return tl::unexpected(header.error());
            if (!*header)
                return i == 0 ? Result<std::optional<ArchiveEntry>>(std::nullopt) : brokenOff("in the header after");
            const char type = (*header)->type;
            if (type != 'x' && type != 'g' && type != 'L' && type != 'K')
                return toEntry(**header, pax);
            if (auto added = readLongHeader(**header, pax); !added)
                return tl::unexpected(added.error());
        }
        return refusedHeader("more headers than one entry can have");
    }

    Result<std::size_t> read(std::span<std::byte> into) override
    {
        if (m_bodyBytes == 0)
            return 0;
        const auto count = pull(into.first(std::min<std::size_t>(into.size(), std::size_t(m_bodyBytes))));
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            return brokenOff("inside");
        m_bodyBytes -= std::int64_t(*count);
        return *count;
    }

    std::int64_t consumedBytes() const override { return m_consumed; }
    std::string compression() const override { return m_unpacker ? m_unpacker->compression() : std::string(); }
    bool hasTrailingData() const override { return m_hasTrailingData; }

private:
    tl::unexpected<Error> refused(const std::string &predicate) const
    {
        return fail(ErrorCode::BadRequest, "The entry \"" + shownName(m_current) + "\" " + predicate);
    }

    /// For headers that stand before an entry, whose own name is not known yet.
    tl::unexpected<Error> refusedHeader(const std::string &what) const
    {
        return fail(ErrorCode::BadRequest,
            (m_hasEntry ? "After the entry \"" + shownName(m_current) + "\" the archive holds " : "The archive begins with ") + what);
    }

    tl::unexpected<Error> brokenOff(const std::string &where) const
    {
        if (!m_hasEntry)
            return fail(ErrorCode::Damaged, "The archive breaks off in its first header");
        return fail(ErrorCode::Damaged, "The archive breaks off " + where + " \"" + shownName(m_current) + "\"");
    }

    Result<std::size_t> readFile(std::span<std::byte> into)
    {
        const auto count = m_file.read(reinterpret_cast<char *>(into.data()), qint64(into.size()));
        if (count < 0)
            return fail(ErrorCode::Io, "The archive cannot be read: " + m_file.errorString().toStdString());
        m_consumed += count;
        return std::size_t(count);
    }

    /// Fills `into` with unpacked bytes unless the end comes.
    Result<std::size_t> pull(std::span<std::byte> into)
    {
        auto count = m_unpacker ? m_unpacker->read(into) : readFile(into);
        if (!count)
            return fail(count.error().code, count.error().message + (m_hasEntry ? ", at the entry \"" + shownName(m_current) + "\"" : ""));
        return count;
    }

    /// Leaves the rest of the current entry and its padding behind.
    Result<void> skipRest()
    {
        std::int64_t left = m_bodyBytes + m_paddingBytes;
        if (!m_unpacker && m_bodyBytes > 0 && m_file.pos() + left <= m_file.size()) {
            m_file.seek(m_file.pos() + left);
            m_consumed += std::exchange(left, 0);
        }
        while (left > 0) {
            const auto count = pull(std::span(m_buffer).first(std::min(m_buffer.size(), std::size_t(left))));
            if (!count)
                return tl::unexpected(count.error());
            if (*count == 0)
                return brokenOff("inside");
            left -= std::int64_t(*count);
        }
        m_bodyBytes = m_paddingBytes = 0;
        return {};
    }

    /// The next header; nothing at the end mark, or where the file ends without one.
    Result<std::optional<TarHeader>> nextHeader()
    {
        char block[tarBlockBytes];
        const auto count = pull(std::as_writable_bytes(std::span(block)));
        if (!count)
            return tl::unexpected(count.error());
        const std::string_view text(block, *count);
        if (text.size() < tarBlockBytes || isZero(text)) {
            if (!isZero(text))
                return m_hasBegun ? brokenOff("in the header after") : noTar(text);
            if (!m_hasBegun)
                return fail(ErrorCode::BadRequest, "The archive is empty");
            if (auto drained = drain(); !drained)
                return tl::unexpected(drained.error());
            return std::nullopt;
        }
        auto header = TarHeader::parse(text);
        if (!header)
            return m_hasBegun
                ? fail(ErrorCode::Damaged, "The header after \"" + shownName(m_current) + "\" is damaged: its checksum is wrong")
                : noTar(text);
        m_hasBegun = true;
        return header;
    }

    tl::unexpected<Error> noTar(std::string_view start) const
    {
        if (m_unpacker && packingOf(start) != Packing::None)
            return fail(ErrorCode::BadRequest, "The archive is compressed twice; unpack it once first");
        if (start.substr(std::min<std::size_t>(start.size(), 257)).starts_with("ustar"))
            return fail(ErrorCode::Damaged, start.size() < tarBlockBytes ? "The archive breaks off in its first header"
                                                                         : "The first header of the archive is damaged: its checksum is wrong");
        return fail(ErrorCode::Damaged, "The file is no tar archive");
    }

    /// Reads what follows the end mark, so that packed data that breaks off there is noticed too.
    Result<void> drain()
    {
        constexpr std::int64_t paddingBytes = 1 << 20;
        std::int64_t read = 0;
        while (m_unpacker || !m_hasTrailingData) {
            const auto count = pull(m_buffer);
            if (!count)
                return tl::unexpected(count.error());
            if (*count == 0)
                break;
            read += std::int64_t(*count);
            const std::string_view bytes(reinterpret_cast<const char *>(m_buffer.data()), *count);
            m_hasTrailingData = m_hasTrailingData || read > paddingBytes || !isZero(bytes);
        }
        return {};
    }

    void enterBody(std::int64_t bytes)
    {
        m_bodyBytes = bytes;
        m_paddingBytes = (std::int64_t(tarBlockBytes) - bytes % std::int64_t(tarBlockBytes)) % std::int64_t(tarBlockBytes);
    }

    /// The content of a PAX header or GNU long name, which says something about the entry to come.
    Result<void> readLongHeader(const TarHeader &header, PaxOverrides &pax)
    {
        if (header.sizeBytes < 0 || header.sizeBytes > longHeaderBytes)
            return refusedHeader("a header that is larger than 1 MiB or of an impossible size");
        enterBody(header.sizeBytes);
        std::string content(std::size_t(header.sizeBytes), '\0');
        std::size_t filled = 0;
        while (filled < content.size()) {
            const auto count = read(std::as_writable_bytes(std::span(content).subspan(filled)));
            if (!count)
                return tl::unexpected(count.error());
            filled += *count;
        }
        if (auto skipped = skipRest(); !skipped)
            return skipped;
        if (header.type == 'L' || header.type == 'K') {
            // One NUL ends the text; what else it holds is refused with the name.
            content.resize(content.find_last_not_of('\0') + 1);
            (header.type == 'L' ? pax.path : pax.linkPath) = content;
            return {};
        }
        PaxOverrides global;
        PaxOverrides &into = header.type == 'g' ? global : pax;
        if (!into.add(content))
            return refusedHeader("a PAX header that is broken");
        if (!global.isEmpty())
            return refusedHeader("a global header that renames or resizes every entry");
        return {};
    }

    Result<std::optional<ArchiveEntry>> toEntry(const TarHeader &header, const PaxOverrides &pax)
    {
        const std::string rawName = pax.path && !pax.path->empty() ? *pax.path : header.name;
        auto name = canonicalEntryName(rawName);
        if (!name)
            return tl::unexpected(name.error());
        m_current = *name;
        m_hasEntry = true;
        if (++m_count > archivelimits::entries)
            return fail(ErrorCode::BadRequest, "The archive has more than 100,000 entries");
        ArchiveEntry entry;
        entry.name = std::move(*name);
        if (header.type == 'S' || pax.isSparse)
            return refused("is a sparse file; image archives have none");
        switch (header.type) {
        case '0':
        case '\0':
        case '7':
            entry.sizeBytes = pax.sizeBytes.value_or(header.sizeBytes);
            if (entry.sizeBytes < 0)
                return refused("claims an impossible size");
            if (m_unpacker && entry.sizeBytes > m_limitBytes)
                return refused("claims a size above " + std::to_string(m_limitBytes >> 30) + " GiB");
            if (!m_unpacker && entry.sizeBytes > m_file.size() - m_file.pos())
                return brokenOff("inside");
            if (entry.sizeBytes == 0 && rawName.ends_with('/')) // how version 7 writes folders
                entry.kind = ArchiveEntry::Kind::Folder;
            enterBody(entry.sizeBytes);
            return entry;
        case '5': entry.kind = ArchiveEntry::Kind::Folder; return entry;
        case '1':
        case '2':
            entry.kind = ArchiveEntry::Kind::Link;
            entry.isHardLink = header.type == '1';
            entry.linkTarget = pax.linkPath && !pax.linkPath->empty() ? *pax.linkPath : header.linkTarget;
            return entry;
        case '3':
        case '4':
        case '6': return refused("is a device, pipe or socket; image archives have none");
        default: return refused("is of a kind that image archives do not have (type flag " + std::to_string(int(header.type)) + ")");
        }
    }

    QFile m_file;
    std::optional<Unpacker> m_unpacker; ///< Nothing for a plain tar.
    std::int64_t m_limitBytes = 0;
    std::vector<std::byte> m_buffer = std::vector<std::byte>(64 << 10);
    std::int64_t m_consumed = 0;
    std::int64_t m_count = 0;
    std::int64_t m_bodyBytes = 0;    ///< Of the current entry, yet to be read.
    std::int64_t m_paddingBytes = 0; ///< After them.
    bool m_hasTrailingData = false;
    bool m_hasBegun = false; ///< The first header was good: it is a tar file.
    bool m_hasEntry = false;
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
