// SPDX-License-Identifier: Apache-2.0
#include "archive/Unpacker.h"

#include <archive.h>

#include <QtGlobal>

#include "archive/EntryStream.h"

namespace berth {

/// What is said of an archive, of one that was read as far as an entry (its name is the last value), and of a layer.
struct Unpacker::Sentences {
    const char *ofArchive;
    const char *ofArchiveAt;
    const char *ofLayer;
};

Unpacker::Unpacker(Subject subject, Pull pull, std::int64_t limitBytes)
    : m_subject(subject)
    , m_pull(std::move(pull))
    , m_limitBytes(limitBytes)
    , m_handle(archive_read_new())
    , m_buffer(256 << 10)
{
    archive_read_support_format_raw(m_handle);
    archive_read_support_format_empty(m_handle);
    archive_read_support_filter_gzip(m_handle);
    archive_read_support_filter_zstd(m_handle);
    archive_read_support_filter_xz(m_handle);
    archive_read_support_filter_bzip2(m_handle);
}

Unpacker::~Unpacker() { archive_read_free(m_handle); }

Result<std::size_t> Unpacker::read(std::span<std::byte> into)
{
    if (!m_isOpen) {
        if (auto opened = open(); !opened)
            return tl::unexpected(opened.error());
        m_isOpen = true;
    }
    if (m_isEmpty)
        return 0;
    const auto count = archive_read_data(m_handle, into.data(), into.size());
    if (count < 0)
        return failure();
    m_unpackedBytes += count;
    if (auto good = checkSize(); !good)
        return tl::unexpected(good.error());
    return std::size_t(count);
}

std::string Unpacker::compression() const
{
    const char *name = archive_filter_count(m_handle) > 1 ? archive_filter_name(m_handle, 0) : nullptr;
    return name ? name : "";
}

Result<void> Unpacker::open()
{
    const auto pull = [](struct archive *, void *self, const void **bytes) -> la_ssize_t {
        auto &unpacker = *static_cast<Unpacker *>(self);
        const auto count = unpacker.m_pull(unpacker.m_buffer);
        if (!count) {
            unpacker.m_pullError = count.error();
            return -1;
        }
        *bytes = unpacker.m_buffer.data();
        unpacker.m_packedBytes += std::int64_t(*count);
        return la_ssize_t(*count);
    };
    if (archive_read_open(m_handle, this, nullptr, pull, nullptr) != ARCHIVE_OK)
        return failure();
    struct archive_entry *entry = nullptr;
    const int result = archive_read_next_header(m_handle, &entry);
    if (result == ARCHIVE_EOF)
        m_isEmpty = true;
    else if (result != ARCHIVE_OK)
        return failure();
    if (archive_filter_count(m_handle) > 2)
        return fail(ErrorCode::BadRequest,
            m_subject == Subject::Archive ? QT_TRANSLATE_NOOP("Error", "The archive is compressed twice; unpack it once first")
                                          : QT_TRANSLATE_NOOP("Error", "A layer is compressed twice; unpack it once first"));
    return {};
}

Result<void> Unpacker::checkSize() const
{
    constexpr Sentences tooMuch{QT_TRANSLATE_NOOP("Error", "The archive unpacks to more than %1 GiB"),
        QT_TRANSLATE_NOOP("Error", "The archive unpacks to more than %1 GiB, at the entry \"%2\""),
        QT_TRANSLATE_NOOP("Error", "A layer unpacks to more than %1 GiB")};
    constexpr Sentences trap{QT_TRANSLATE_NOOP("Error", "The archive unpacks to more than a thousand times its size, as only a trap does"),
        QT_TRANSLATE_NOOP("Error", "The archive unpacks to more than a thousand times its size, as only a trap does, at the entry \"%1\""),
        QT_TRANSLATE_NOOP("Error", "A layer unpacks to more than a thousand times its size, as only a trap does")};
    if (m_unpackedBytes > m_limitBytes)
        return failWith(ErrorCode::BadRequest, tooMuch, {std::to_string(m_limitBytes >> 30)});
    if (m_unpackedBytes > archivelimits::ratioFrom && m_unpackedBytes / archivelimits::ratio > m_packedBytes)
        return failWith(ErrorCode::BadRequest, trap);
    return {};
}

tl::unexpected<Error> Unpacker::failWith(ErrorCode code, const Sentences &sentences, std::vector<std::string> values) const
{
    if (m_subject == Subject::Layer)
        return fail(code, sentences.ofLayer, std::move(values));
    if (!m_entry)
        return fail(code, sentences.ofArchive, std::move(values));
    values.push_back(*m_entry);
    return fail(code, sentences.ofArchiveAt, std::move(values));
}

tl::unexpected<Error> Unpacker::failure() const
{
    if (m_pullError)
        return tl::unexpected(*m_pullError);
    // libarchive's own words are for programmers: "No progress is possible" is a truncated xz.
    constexpr Sentences brokenOff{QT_TRANSLATE_NOOP("Error", "The archive breaks off or is damaged: its %1 data cannot be unpacked to the end"),
        QT_TRANSLATE_NOOP("Error", "The archive breaks off or is damaged: its %1 data cannot be unpacked to the end, at the entry \"%2\""),
        QT_TRANSLATE_NOOP("Error", "A layer breaks off or is damaged: its %1 data cannot be unpacked to the end")};
    return failWith(ErrorCode::Damaged, brokenOff, {compression()});
}

} // namespace berth
