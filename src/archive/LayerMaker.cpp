// SPDX-License-Identifier: Apache-2.0
#include "archive/LayerMaker.h"

#include <algorithm>
#include <future>
#include <memory>
#include <thread>
#include <vector>

#include <libdeflate.h>

#include <QFile>

#include "archive/Unpacker.h"
#include "core/Hasher.h"
#include "core/MediaTypes.h"

namespace berth {

namespace {

constexpr std::size_t memberBytes = 1 << 20;
constexpr int gzipLevel = 6;

/// A fresh spool file, gone again unless it is finished; each write failure names the likely cause.
class Spool {
public:
    explicit Spool(const std::filesystem::path &path)
        : m_path(path)
        , m_file(QString::fromStdU16String(path.u16string()))
    {
    }
    ~Spool()
    {
        std::error_code ec;
        if (m_file.isOpen() && std::filesystem::is_regular_file(m_path, ec))
            m_file.remove();
    }
    Spool(const Spool &) = delete;
    Spool &operator=(const Spool &) = delete;

    Result<void> open()
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
            return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The temporary file %1 cannot be written"), {m_file.fileName().toStdString()});
        return {};
    }

    Result<void> write(std::string_view bytes)
    {
        if (m_file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
            return fail(ErrorCode::NoSpace, QT_TRANSLATE_NOOP("Error", "There is no room for temporary files in %1"), {m_file.fileName().toStdString()});
        m_hasher.add(bytes);
        m_size += std::int64_t(bytes.size());
        return {};
    }

    SpooledBlob finish(std::string_view mediaType)
    {
        m_file.close();
        return {m_path, m_hasher.finish(), m_size, std::string(mediaType)};
    }

private:
    std::filesystem::path m_path;
    QFile m_file;
    Hasher m_hasher;
    std::int64_t m_size = 0;
};

std::string gzipMember(const std::string &input)
{
    std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(gzipLevel), &libdeflate_free_compressor);
    std::string output(libdeflate_gzip_compress_bound(compressor.get(), input.size()), '\0');
    output.resize(libdeflate_gzip_compress(compressor.get(), input.data(), input.size(), output.data(), output.size()));
    return output;
}

/// Fills a piece of up to memberBytes.
Result<std::string> readPiece(const Unpacker::Pull &pull)
{
    std::string piece(memberBytes, '\0');
    std::size_t filled = 0;
    while (filled < piece.size()) {
        const auto count = pull(std::as_writable_bytes(std::span(piece).subspan(filled)));
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        filled += *count;
    }
    piece.resize(filled);
    return piece;
}

Unpacker::Pull contentOf(EntryStream &entries)
{
    return [&entries](std::span<std::byte> into) { return entries.read(into); };
}

constexpr const char *otherContent = QT_TRANSLATE_NOOP("Error", "A layer is damaged: its content has another digest than the image says");
constexpr const char *changed = QT_TRANSLATE_NOOP("Error", "The file changed while it was read, or is damaged");

Result<SpooledBlob> pack(const Unpacker::Pull &content, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress)
{
    Spool spool(into);
    if (auto opened = spool.open(); !opened)
        return tl::unexpected(opened.error());
    Hasher unpacked(diffId.algorithm());
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    std::int64_t read = 0;
    bool isFirst = true;
    while (true) {
        std::vector<std::string> pieces;
        for (std::size_t i = 0; i < cores * 4; ++i) {
            auto piece = readPiece(content);
            if (!piece)
                return tl::unexpected(piece.error());
            if (piece->empty() && !(isFirst && pieces.empty()))
                break;
            read += std::int64_t(piece->size());
            pieces.push_back(std::move(*piece));
            isFirst = false;
        }
        if (pieces.empty())
            break;
        std::vector<std::string> members(pieces.size());
        std::vector<std::thread> workers;
        for (std::size_t core = 1; core < cores; ++core)
            workers.emplace_back([&, core] {
                for (std::size_t i = core; i < pieces.size(); i += cores)
                    members[i] = gzipMember(pieces[i]);
            });
        for (std::size_t i = 0; i < pieces.size(); i += cores)
            members[i] = gzipMember(pieces[i]);
        for (const auto &piece : pieces)
            unpacked.add(piece);
        for (auto &worker : workers)
            worker.join();
        for (const auto &member : members) {
            if (auto written = spool.write(member); !written)
                return tl::unexpected(written.error());
        }
        if (!progress(read))
            return fail(ErrorCode::Cancelled, "Cancelled");
    }
    if (unpacked.finish() != diffId)
        return fail(ErrorCode::Damaged, otherContent);
    return spool.finish(media::ociLayerGzip);
}

} // namespace

Result<SpooledBlob> spoolEntry(EntryStream &entries, const Digest &expected, const std::filesystem::path &into, const SpoolProgress &progress)
{
    Spool spool(into);
    if (auto opened = spool.open(); !opened)
        return tl::unexpected(opened.error());
    Hasher hasher(expected.algorithm());
    std::int64_t read = 0;
    while (true) {
        const auto piece = readPiece(contentOf(entries));
        if (!piece)
            return tl::unexpected(piece.error());
        if (piece->empty())
            break;
        hasher.add(*piece);
        if (auto written = spool.write(*piece); !written)
            return tl::unexpected(written.error());
        read += std::int64_t(piece->size());
        if (!progress(read))
            return fail(ErrorCode::Cancelled, "Cancelled");
    }
    if (hasher.finish() != expected)
        return fail(ErrorCode::Damaged, changed);
    auto blob = spool.finish(media::octets);
    blob.digest = expected;
    return blob;
}

Result<SpooledBlob> spoolPackedLayer(
    EntryStream &entries, const Digest &expected, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress)
{
    Spool spool(into);
    if (auto opened = spool.open(); !opened)
        return tl::unexpected(opened.error());
    Hasher packed(expected.algorithm());
    Hasher unpacked(diffId.algorithm());
    std::int64_t read = 0;
    const auto copy = [&](std::span<std::byte> piece) -> Result<std::size_t> {
        const auto count = entries.read(piece);
        if (!count)
            return count;
        const auto bytes = piece.first(*count);
        packed.add(bytes);
        if (auto written = spool.write({reinterpret_cast<const char *>(bytes.data()), bytes.size()}); !written)
            return tl::unexpected(written.error());
        read += std::int64_t(*count);
        if (!progress(read))
            return fail(ErrorCode::Cancelled, "Cancelled");
        return count;
    };
    Unpacker unpacker(Unpacker::Subject::Layer, copy, archivelimits::unpackedBytes);
    std::vector<std::byte> buffer(memberBytes);
    while (true) {
        const auto count = unpacker.read(buffer);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        unpacked.add(std::span(buffer).first(*count));
    }
    while (true) { // what follows the packed data belongs to the blob all the same
        const auto count = copy(buffer);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
    }
    if (packed.finish() != expected)
        return fail(ErrorCode::Damaged, changed);
    if (unpacked.finish() != diffId)
        return fail(ErrorCode::Damaged, otherContent);
    auto blob = spool.finish(unpacker.compression() == "zstd" ? media::ociLayerZstd : media::ociLayerGzip);
    blob.digest = expected;
    return blob;
}

Result<SpooledBlob> packLayer(EntryStream &entries, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress)
{
    return pack(contentOf(entries), diffId, into, progress);
}

Result<SpooledBlob> repackLayer(EntryStream &entries, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress)
{
    Unpacker unpacker(Unpacker::Subject::Layer, contentOf(entries), archivelimits::unpackedBytes);
    return pack([&](std::span<std::byte> piece) { return unpacker.read(piece); }, diffId, into, progress);
}

} // namespace berth
