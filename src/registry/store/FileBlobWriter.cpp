// SPDX-License-Identifier: Apache-2.0
#include "registry/store/FileBlobWriter.h"

#include <algorithm>
#include <vector>

namespace berth {

namespace {
/// Write-back starts in pieces of this size while the rest still arrives.
constexpr std::int64_t writebackBytes = 8 << 20;
constexpr std::size_t readBytes = 256 << 10;
constexpr std::size_t mostScopeBytes = 4096;

Result<void> nameScope(const std::filesystem::path &path, const std::string &scope)
{
    auto file = SystemFile::openForWriting(path);
    if (!file)
        return tl::unexpected(file.error());
    return file->write(0, std::as_bytes(std::span(scope.data(), scope.size())));
}
} // namespace

std::filesystem::path blobPathBelow(const std::filesystem::path &blobs, const Digest &digest)
{
    const auto hex = digest.hex();
    return blobs / (digest.algorithm() == DigestAlgorithm::Sha512 ? "sha512" : "sha256") / hex.substr(0, 2) / hex;
}

Result<Digest> hashFile(const SystemFile &file, DigestAlgorithm algorithm, const Interrupted &interrupted)
{
    Hasher hasher(algorithm);
    std::vector<std::byte> buffer(readBytes);
    for (std::int64_t offset = 0;;) {
        if (*interrupted)
            return fail(ErrorCode::Cancelled, "The server is stopping");
        const auto count = file.read(offset, buffer);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            return hasher.finish();
        hasher.add(std::span(buffer).first(*count));
        offset += std::int64_t(*count);
    }
}

FileBlobWriter::FileBlobWriter(std::filesystem::path upload, std::string scope, std::filesystem::path blobs, DigestAlgorithm algorithm, Interrupted interrupted,
    std::shared_ptr<UploadTally> tally)
    : m_upload(std::move(upload))
    , m_scope(std::move(scope))
    , m_blobs(std::move(blobs))
    , m_algorithm(algorithm)
    , m_hasher(algorithm)
    , m_interrupted(std::move(interrupted))
    , m_tally(std::move(tally))
{
}

void FileBlobWriter::countAs(std::int64_t bytes)
{
    m_tally->add(bytes - m_counted);
    m_counted = bytes;
}

std::string FileBlobWriter::scopeOf(const std::filesystem::path &upload)
{
    const auto file = SystemFile::openForReading(upload.parent_path() / scopeFile);
    std::string scope(mostScopeBytes, '\0');
    const auto count = file ? file->read(0, std::as_writable_bytes(std::span(scope.data(), scope.size()))) : Result<std::size_t>(0);
    scope.resize(count.value_or(0));
    return scope;
}

Result<void> FileBlobWriter::openFile()
{
    if (m_file.isOpen())
        return {};
    auto file = SystemFile::openForWriting(m_upload);
    if (!file && file.error().code == ErrorCode::NotFound) {
        if (auto made = makePrivateFolder(m_upload.parent_path()); !made)
            return made;
        if (auto named = nameScope(m_upload.parent_path() / scopeFile, m_scope); !named)
            return named;
        file = SystemFile::openForWriting(m_upload);
    }
    if (!file)
        return tl::unexpected(file.error());
    // A file that was swept meanwhile would go on as one with a hole.
    if (m_received > 0 && file->size() != m_received)
        return fail(ErrorCode::UploadUnknown, "What was uploaded so far is not there any more; begin the upload anew");
    m_file = std::move(*file);
    return {};
}

Result<void> FileBlobWriter::takeUp()
{
    if (auto opened = openFile(); !opened)
        return opened;
    std::vector<std::byte> buffer(readBytes);
    while (true) {
        if (*m_interrupted)
            return fail(ErrorCode::Cancelled, "The server is stopping");
        const auto count = m_file.read(m_received, buffer);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0) {
            m_counted = m_received; // it was when the store was opened
            return {};
        }
        m_hasher.add(std::span(buffer).first(*count));
        m_received += std::int64_t(*count);
    }
}

Result<void> FileBlobWriter::append(std::span<const std::byte> chunk)
{
    if (auto opened = openFile(); !opened)
        return opened;
    if (auto written = m_file.write(m_received, chunk); !written) {
        // Whatever part of the chunk arrived goes again, so that length and hash stay one.
        m_file.truncate(m_received).map_error([](const Error &) { return 0; });
        return written;
    }
    m_hasher.add(chunk);
    m_received += std::int64_t(chunk.size());
    countAs(m_received);
    if (m_received - m_writebackFrom >= writebackBytes) {
        m_file.startWriteback(m_writebackFrom, m_received - m_writebackFrom);
        m_writebackFrom = m_received;
    }
    return {};
}

void FileBlobWriter::mark()
{
    m_markedHasher = m_hasher.copy();
    m_markedBytes = m_received;
}

Result<void> FileBlobWriter::rollBack()
{
    if (!m_markedHasher)
        return {};
    if (m_markedBytes == 0) {
        discard(); // the file comes back with the next byte
    } else if (m_received != m_markedBytes) {
        if (auto opened = openFile(); !opened)
            return opened;
        if (auto cut = m_file.truncate(m_markedBytes); !cut)
            return cut;
    }
    m_hasher = std::move(*m_markedHasher);
    m_markedHasher.reset();
    m_received = m_markedBytes;
    countAs(m_received);
    m_writebackFrom = std::min(m_writebackFrom, m_markedBytes);
    return {};
}

void FileBlobWriter::rest() { m_file = {}; }

Result<Digest> FileBlobWriter::contentDigest(DigestAlgorithm algorithm)
{
    return algorithm == m_algorithm ? Result<Digest>(m_hasher.finish()) : hashFile(m_file, algorithm, m_interrupted);
}

Result<void> FileBlobWriter::commit(const Digest &expected)
{
    if (auto opened = openFile(); !opened) // an empty blob has had no append
        return opened;
    const auto actual = contentDigest(expected.algorithm());
    if (!actual || *actual != expected) {
        discard();
        if (!actual)
            return tl::unexpected(actual.error());
        return fail(ErrorCode::DigestInvalid, "The content has the digest " + actual->toString() + ", not " + expected.toString());
    }
    // The hasher is spent: what fails from here on must not leave an upload that could be gone on with.
    auto published = publish(expected);
    if (!published)
        discard();
    countAs(0);
    return published;
}

Result<void> FileBlobWriter::publish(const Digest &expected)
{
    const auto target = blobPathBelow(m_blobs, expected);
    std::error_code ec;
    if (std::filesystem::exists(target, ec)) {
        // A file that a power cut has damaged may have kept its name and even its size.
        const auto stored = SystemFile::openForReading(target);
        const auto content = stored ? hashFile(*stored, expected.algorithm(), m_interrupted) : Result<Digest>(tl::unexpected(stored.error()));
        if (content && *content == expected) {
            discard();
            return {};
        }
        // Its row may say that it was synced.
        if (auto synced = m_file.sync(); !synced)
            return synced;
        if (auto renamed = renameFile(m_upload, target); !renamed)
            return renamed;
        m_file = {};
        return syncFolder(target.parent_path());
    }
    if (m_received > m_writebackFrom && m_writebackFrom > 0)
        m_file.startWriteback(m_writebackFrom, m_received - m_writebackFrom);
    auto renamed = renameFile(m_upload, target);
    if (!renamed && renamed.error().code == ErrorCode::NotFound) {
        if (auto made = makePrivateFolder(target.parent_path()); !made)
            return made;
        renamed = renameFile(m_upload, target);
    }
    if (!renamed)
        return renamed;
    m_file = {};
    return {};
}

void FileBlobWriter::discard()
{
    m_file = {};
    countAs(0);
    removeFile(m_upload).map_error([](const Error &) { return 0; }); // swept by age if it stays
}

} // namespace berth
