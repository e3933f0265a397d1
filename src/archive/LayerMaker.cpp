// SPDX-License-Identifier: Apache-2.0
#include "archive/LayerMaker.h"

#include <algorithm>
#include <future>
#include <memory>
#include <thread>
#include <vector>

#include <libdeflate.h>

#include <QFile>

#include "core/Hasher.h"
#include "core/MediaTypes.h"

namespace berth {

namespace {

constexpr std::size_t memberBytes = 1 << 20;
constexpr int gzipLevel = 6;

/// Opens a fresh spool file; each write failure names the likely cause.
class Spool {
public:
    explicit Spool(const std::filesystem::path &path)
        : m_file(QString::fromStdU16String(path.u16string()))
    {
    }

    Result<void> open()
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
            return fail(ErrorCode::Io, "The temporary file " + m_file.fileName().toStdString() + " cannot be written");
        return {};
    }

    Result<void> write(std::string_view bytes)
    {
        if (m_file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
            return fail(ErrorCode::NoSpace, "There is no room for temporary files in " + m_file.fileName().toStdString());
        m_hasher.add(bytes);
        m_size += std::int64_t(bytes.size());
        return {};
    }

    SpooledBlob finish(const std::filesystem::path &path, std::string_view mediaType)
    {
        m_file.close();
        return {path, m_hasher.finish(), m_size, std::string(mediaType)};
    }

private:
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

/// Fills a piece of up to memberBytes from the entry.
Result<std::string> readPiece(EntryStream &entries)
{
    std::string piece(memberBytes, '\0');
    std::size_t filled = 0;
    while (filled < piece.size()) {
        const auto count = entries.read(std::as_writable_bytes(std::span(piece).subspan(filled)));
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        filled += *count;
    }
    piece.resize(filled);
    return piece;
}

} // namespace

Result<SpooledBlob> spoolEntry(
    EntryStream &entries, const Digest &expected, const std::filesystem::path &into, const SpoolProgress &progress)
{
    Spool spool(into);
    if (auto opened = spool.open(); !opened)
        return tl::unexpected(opened.error());
    Hasher hasher(expected.algorithm());
    std::int64_t read = 0;
    while (true) {
        const auto piece = readPiece(entries);
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
        return fail(ErrorCode::Damaged, "The file changed while it was read, or is damaged");
    auto blob = spool.finish(into, media::octets);
    blob.digest = expected;
    return blob;
}

Result<SpooledBlob> packLayer(
    EntryStream &entries, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress)
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
            auto piece = readPiece(entries);
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
        return fail(ErrorCode::Damaged, "A layer is damaged: its content has another digest than the image says");
    return spool.finish(into, media::ociLayerGzip);
}

} // namespace berth
