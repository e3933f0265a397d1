// SPDX-License-Identifier: Apache-2.0
#include "registry/store/FileBlobStore.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include <QtGlobal>

#include "core/Hasher.h"
#include "registry/store/FileBlobWriter.h"
#include "registry/store/SystemFile.h"

namespace berth {

namespace {

class FileBlobReader final : public BlobReader {
public:
    explicit FileBlobReader(SystemFile file)
        : m_file(std::move(file))
        , m_size(m_file.size())
    {
    }

    std::int64_t sizeBytes() const override { return m_size; }
    Result<std::size_t> read(std::int64_t offset, std::span<std::byte> into) const override { return m_file.read(offset, into); }
    std::optional<std::intptr_t> nativeHandle() const override
    {
        const auto handle = m_file.nativeHandle();
        return handle == -1 ? std::nullopt : std::optional(handle);
    }

private:
    SystemFile m_file;
    std::int64_t m_size;
};

/// Calls `work(i)` for 0…count-1 on a few threads: a disk takes several syncs at once far faster than one by one.
template <class Work> void inParallel(std::size_t count, Work work)
{
    constexpr std::size_t most = 8;
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < std::min(count, most); ++i)
        threads.emplace_back(run);
    run();
    for (auto &thread : threads)
        thread.join();
}

/// Calls `visit(path, bytes, last change in milliseconds since 1970)` with each file of an upload.
template <class Visit> void forEachUpload(const std::filesystem::path &folder, Visit visit)
{
    using namespace std::chrono;
    std::error_code ec;
    for (auto it = std::filesystem::recursive_directory_iterator(folder, ec); !ec && it != std::filesystem::recursive_directory_iterator(); it.increment(ec)) {
        std::error_code gone; // one that goes meanwhile says nothing about the rest
        const auto size = it->is_regular_file(gone) && it->path().filename() != FileBlobWriter::scopeFile ? it->file_size(gone) : std::uintmax_t(-1);
        const auto written = file_clock::to_sys(it->last_write_time(gone));
        if (!gone && size != std::uintmax_t(-1))
            visit(it->path(), std::int64_t(size), std::int64_t(duration_cast<milliseconds>(written.time_since_epoch()).count()));
    }
}

} // namespace

Result<std::unique_ptr<FileBlobStore>> FileBlobStore::open(const std::filesystem::path &folder)
{
    for (const char *name : {"blobs/sha256", "blobs/sha512", "uploads"}) {
        if (auto made = makePrivateFolder(folder / name); !made)
            return tl::unexpected(made.error());
    }
    if (auto synced = syncFolder(folder / "blobs"); !synced)
        return tl::unexpected(synced.error());
    return std::unique_ptr<FileBlobStore>(new FileBlobStore(folder));
}

FileBlobStore::FileBlobStore(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
    forEachUpload(m_folder / "uploads", [&](const std::filesystem::path &, std::int64_t size, std::int64_t) { m_tally->add(size); });
}

std::filesystem::path FileBlobStore::blobPath(const Digest &digest) const { return blobPathBelow(m_folder / "blobs", digest); }

std::filesystem::path FileBlobStore::uploadPath(const std::string &id, const std::string &scope) const
{
    return m_folder / "uploads" / Hasher::of(scope).hex().substr(0, 16) / id;
}

Result<std::unique_ptr<BlobWriter>> FileBlobStore::startUpload(const std::string &id, const std::string &scope, DigestAlgorithm algorithm)
{
    return std::make_unique<FileBlobWriter>(uploadPath(id, scope), scope, m_folder / "blobs", algorithm, m_interrupted, m_tally);
}

Result<std::unique_ptr<BlobWriter>> FileBlobStore::resumeUpload(const std::string &id, const std::string &scope, DigestAlgorithm algorithm)
{
    const auto path = uploadPath(id, scope);
    std::error_code ec;
    if (!std::filesystem::is_regular_file(path, ec))
        return fail(ErrorCode::UploadUnknown, "There is no such upload in this repository");
    auto writer = std::make_unique<FileBlobWriter>(path, scope, m_folder / "blobs", algorithm, m_interrupted, m_tally);
    if (auto taken = writer->takeUp(); !taken)
        return tl::unexpected(taken.error());
    return writer;
}

Result<std::int64_t> FileBlobStore::uploadBytes(const std::string &id, const std::string &scope) const
{
    std::error_code ec;
    const auto path = uploadPath(id, scope);
    const auto bytes = std::filesystem::is_regular_file(path, ec) ? std::filesystem::file_size(path, ec) : 0;
    if (ec || !std::filesystem::exists(path, ec))
        return fail(ErrorCode::UploadUnknown, "There is no such upload in this repository");
    return std::int64_t(bytes);
}

std::int64_t FileBlobStore::uploadBytes() const { return m_tally->bytes(); }

std::vector<LeftUpload> FileBlobStore::leftUploads() const
{
    std::vector<LeftUpload> result;
    forEachUpload(m_folder / "uploads", [&](const std::filesystem::path &path, std::int64_t size, std::int64_t touchedAt) {
        result.push_back({path.filename().string(), FileBlobWriter::scopeOf(path), size, touchedAt});
    });
    return result;
}

Result<std::shared_ptr<BlobReader>> FileBlobStore::open(const Digest &digest) const
{
    auto file = SystemFile::openForReading(blobPath(digest));
    if (!file) {
        if (file.error().code == ErrorCode::NotFound)
            return fail(ErrorCode::BlobUnknown, "The blob " + digest.toString() + " is not stored");
        return tl::unexpected(file.error());
    }
    return std::make_shared<FileBlobReader>(std::move(*file));
}

/// Writes the content to a new file, synced, in the place of the old one.
Result<void> FileBlobStore::rewrite(const Digest &digest)
{
    if (auto whole = verify(digest); !whole)
        return whole;
    const auto path = blobPath(digest);
    const auto copyPath = m_folder / "uploads" / (std::string(digest.hex()) + ".rewritten");
    const auto old = SystemFile::openForReading(path);
    auto copy = SystemFile::openForWriting(copyPath);
    if (!old || !copy)
        return tl::unexpected(old ? copy.error() : old.error());
    if (auto cut = copy->truncate(0); !cut)
        return cut;
    std::vector<std::byte> buffer(256 << 10);
    for (std::int64_t offset = 0;;) {
        const auto count = old->read(offset, buffer);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        if (auto written = copy->write(offset, std::span(buffer).first(*count)); !written)
            return written;
        offset += std::int64_t(*count);
    }
    if (auto synced = copy->sync(); !synced)
        return synced;
    return renameFile(copyPath, path);
}

Result<void> FileBlobStore::syncContent(const Digest &digest)
{
    bool doubtful = false;
    {
        const std::lock_guard guard(m_mutex);
        doubtful = m_doubtful.contains(digest);
    }
    // After a failed sync Linux takes the content for written, so that a second sync succeeds and means nothing.
    if (doubtful) {
        auto rewritten = rewrite(digest);
        if (rewritten) {
            const std::lock_guard guard(m_mutex);
            m_doubtful.erase(digest);
        }
        return rewritten;
    }
    auto file = SystemFile::openForReading(blobPath(digest));
    if (!file)
        return tl::unexpected(file.error());
    auto synced = file->sync();
    if (!synced) {
        const std::lock_guard guard(m_mutex);
        m_doubtful.insert(digest);
    }
    return synced;
}

Result<void> FileBlobStore::sync(std::span<const Digest> digests)
{
    std::vector<Result<void>> results(digests.size());
    inParallel(digests.size(), [&](std::size_t i) { results[i] = syncContent(digests[i]); });
    std::set<std::filesystem::path> folders;
    for (const auto &digest : digests) {
        folders.insert(blobPath(digest).parent_path());
        folders.insert(blobPath(digest).parent_path().parent_path());
    }
    const std::vector<std::filesystem::path> list(folders.begin(), folders.end());
    std::vector<Result<void>> folderResults(list.size());
    inParallel(list.size(), [&](std::size_t i) { folderResults[i] = syncFolder(list[i]); });
    results.insert(results.end(), folderResults.begin(), folderResults.end());
    for (const auto &result : results) {
        if (!result)
            return result;
    }
    return {};
}

Result<void> FileBlobStore::verify(const Digest &digest) const
{
    auto file = SystemFile::openForReading(blobPath(digest));
    if (!file) {
        // Where the whole folder is away (moved, not mounted), its blobs are not what is damaged.
        std::error_code ec;
        if (file.error().code == ErrorCode::NotFound && std::filesystem::is_directory(m_folder / "blobs" / "sha256", ec))
            return fail(ErrorCode::BlobUnknown, "The blob " + digest.toString() + " is not stored");
        if (file.error().code == ErrorCode::NotFound)
            return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "The folder of the stored blobs, %1, is away"), {(m_folder / "blobs").string()});
        return tl::unexpected(file.error());
    }
    const auto actual = hashFile(*file, digest.algorithm(), m_interrupted);
    if (!actual)
        return tl::unexpected(actual.error());
    if (*actual != digest)
        return fail(ErrorCode::Damaged, "The stored blob " + digest.toString() + " is damaged");
    return {};
}

Result<void> FileBlobStore::forEach(int part, const std::function<Result<void>(const Digest &)> &visit) const
{
    constexpr std::string_view digits = "0123456789abcdef";
    const std::string shard{digits[std::size_t(part) / 16], digits[std::size_t(part) % 16]};
    for (const std::string name : {"sha256", "sha512"}) {
        std::error_code ec;
        auto it = std::filesystem::directory_iterator(m_folder / "blobs" / name / shard, ec);
        if (ec == std::errc::no_such_file_or_directory)
            continue;
        for (; !ec && it != std::filesystem::directory_iterator(); it.increment(ec)) {
            std::error_code gone;
            const auto digest =
                it->is_regular_file(gone) ? Digest::parse(name + ":" + it->path().filename().string()) : Result<Digest>(fail(ErrorCode::NotFound, "a folder"));
            if (auto visited = digest ? visit(*digest) : Result<void>(); !visited)
                return visited;
        }
        if (ec)
            return fail(ErrorCode::Io, "Could not list the stored blobs: " + ec.message());
    }
    return {};
}

Result<void> FileBlobStore::quarantine(const Digest &digest)
{
    const auto folder = m_folder / "quarantine";
    if (auto made = makePrivateFolder(folder); !made)
        return made;
    std::string name = digest.toString();
    std::ranges::replace(name, ':', '-');
    auto moved = renameFile(blobPath(digest), folder / name);
    if (!moved && moved.error().code == ErrorCode::NotFound)
        return {};
    return moved;
}

Result<void> FileBlobStore::remove(const Digest &digest) { return removeFile(blobPath(digest)); }

std::int64_t FileBlobStore::removeStaleUploads(std::int64_t olderThanMs)
{
    std::int64_t left = 0;
    std::int64_t removed = 0;
    forEachUpload(m_folder / "uploads", [&](const std::filesystem::path &path, std::int64_t size, std::int64_t touchedAt) {
        std::error_code ec;
        if (touchedAt >= olderThanMs || !std::filesystem::remove(path, ec))
            left += size;
        else
            ++removed;
    });
    m_tally->set(left); // whoever had one of those open takes it away once more
    return removed;
}

} // namespace berth
