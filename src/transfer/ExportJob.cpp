// SPDX-License-Identifier: Apache-2.0
#include "transfer/ExportJob.h"

#include <algorithm>

#include <QFileInfo>
#include <QStorageInfo>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrent>

#include <QCoroFuture>

#include "archive/EntryStream.h"
#include "core/ErrorText.h"
#include "core/Json.h"
#include "core/MediaTypes.h"
#include "core/SizeText.h"
#include "transfer/TransferLinks.h"

namespace berth {

namespace {

constexpr int attempts = 4;
constexpr qint64 reportEveryBytes = 1 << 20;
constexpr qint64 largestTotal = 1LL << 60; ///< So that no sum overflows.

std::string_view viewOf(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

std::string blobName(const Digest &digest)
{
    return std::string("blobs/") + (digest.algorithm() == DigestAlgorithm::Sha512 ? "sha512/" : "sha256/") + std::string(digest.hex());
}

json::object descriptorJson(const Descriptor &descriptor)
{
    json::object object{{"mediaType", descriptor.mediaType}, {"digest", descriptor.digest.toString()}, {"size", descriptor.sizeBytes}};
    if (!descriptor.platform.os.empty()) {
        json::object platform{{"architecture", descriptor.platform.architecture}, {"os", descriptor.platform.os}};
        if (!descriptor.platform.variant.empty())
            platform["variant"] = descriptor.platform.variant;
        object["platform"] = platform;
    }
    return object;
}

} // namespace

ExportJob::ExportJob(ExportRequest request, const TransferContext &context, QObject *parent)
    : TransferJob(parent)
    , m_request(std::move(request))
    , m_context(context)
{
}

void ExportJob::start()
{
    m_client = std::make_unique<RegistryClient>(m_request.source, m_context.links.to(m_request.source));
    QCoro::connect(run(), this, [this](const Result<QString> &digest) {
        m_writer.reset(); // takes away what was not committed
        if (digest)
            Q_EMIT succeeded(m_doneBytes, 0, *digest);
        else
            Q_EMIT failed(int(digest.error().code), errorText(digest.error()));
    });
}

void ExportJob::cancel()
{
    m_cancelled = true;
    if (m_client)
        m_client->cancelAll();
    m_waited.set();
}

void ExportJob::report()
{
    Q_EMIT progressed(m_doneBytes, m_totalBytes, true);
    Q_EMIT arrived(m_doneBytes);
}

QCoro::Task<Result<void>> ExportJob::collect(ExportItem item)
{
    const auto digest = Digest::parse(item.digest.toStdString());
    if (!digest)
        co_return tl::unexpected(digest.error());
    const Descriptor top{{}, *digest, 0, {}, {}, {}, {}};
    const auto collected = co_await collectManifest(item.repository(), top, item.platforms, 1);
    if (!collected)
        co_return tl::unexpected(collected.error());
    const QStringList tags = item.tags.isEmpty() ? QStringList{QString()} : item.tags;
    for (const auto &tag : tags)
        m_heads.push_back({*collected, tag, item.repository()});
    co_return Result<void>();
}

QCoro::Task<Result<Descriptor>> ExportJob::collectManifest(QString repository, Descriptor descriptor, QStringList platforms, int depth)
{
    if (depth > archivelimits::indexDepth)
        co_return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "Indexes are nested more than 8 deep"));
    if (const auto known = m_known.find(descriptor.digest); known != m_known.end() && platforms.isEmpty()) {
        Descriptor again = known->second;
        again.platform = descriptor.platform;
        co_return again;
    }
    const QString digest = QString::fromStdString(descriptor.digest.toString());
    const auto fetched = co_await m_client->fetchManifest(repository, digest);
    if (!fetched)
        co_return tl::unexpected(fetched.error());
    if (Hasher::of(viewOf(fetched->bytes), descriptor.digest.algorithm()) != descriptor.digest)
        co_return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The server sent something else than the manifest %1"),
            std::vector<std::string>{descriptor.digest.toString()});
    const auto manifest = Manifest::parse(viewOf(fetched->bytes), fetched->mediaType.toStdString());
    if (!manifest)
        co_return tl::unexpected(manifest.error());
    descriptor.mediaType = manifest->mediaType;
    descriptor.sizeBytes = fetched->bytes.size();
    const bool isPart = manifest->isIndex() && !platforms.isEmpty();
    std::vector<Descriptor> children;
    for (const auto &child : manifest->manifests) {
        if (isPart && !platforms.removeOne(QString::fromStdString(child.digest.toString())))
            continue;
        const auto below = co_await collectManifest(repository, child, {}, depth + 1);
        if (!below)
            co_return below;
        children.push_back(*below);
    }
    if (isPart && children.empty())
        co_return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "The image has none of the platforms that were chosen"));
    if (isPart)
        co_return children.size() == 1 ? children.front() : makeIndex(children);
    m_known.emplace(descriptor.digest, descriptor);
    if (auto added = addManifest(descriptor, fetched->bytes); !added)
        co_return tl::unexpected(added.error());
    for (const auto &layer : manifest->layers)
        addBlob(layer, repository);
    if (manifest->config)
        addBlob(*manifest->config, repository);
    co_return descriptor;
}

Result<void> ExportJob::addManifest(const Descriptor &descriptor, QByteArray content)
{
    m_manifestBytes += std::size_t(content.size());
    if (m_known.size() > archivelimits::manifests || m_manifestBytes > archivelimits::allJsonBytes)
        return fail(ErrorCode::TooLarge, QT_TRANSLATE_NOOP("Error", "The images have more platforms than an archive can hold"));
    if (m_entries.insert(descriptor.digest).second)
        m_manifests.push_back({descriptor, std::move(content)});
    return {};
}

void ExportJob::addBlob(const Descriptor &descriptor, const QString &repository)
{
    if (media::isForeignLayer(descriptor.mediaType) || !m_entries.insert(descriptor.digest).second)
        return;
    m_blobs.push_back({descriptor, repository});
    m_totalBytes += std::min<qint64>(descriptor.sizeBytes, largestTotal - m_totalBytes); // a size may lie
}

/// An index over some of an image's platforms.
Descriptor ExportJob::makeIndex(const std::vector<Descriptor> &children)
{
    json::array manifests;
    for (const auto &child : children)
        manifests.push_back(descriptorJson(child));
    const auto content = json::serialize(json::object{{"schemaVersion", 2}, {"mediaType", std::string(media::ociIndex)}, {"manifests", manifests}});
    const Descriptor descriptor{std::string(media::ociIndex), Hasher::of(content), std::int64_t(content.size()), {}, {}, {}, {}};
    if (m_entries.insert(descriptor.digest).second)
        m_manifests.push_back({descriptor, QByteArray::fromStdString(content)});
    return descriptor;
}

Result<void> ExportJob::checkRoom() const
{
    const QStorageInfo disk(QFileInfo(QString::fromStdU16String(m_request.target.u16string())).absolutePath());
    const qint64 needed = m_totalBytes + m_totalBytes / 100 + (1 << 20);
    if (disk.isValid() && disk.bytesAvailable() < needed)
        return fail(ErrorCode::NoSpace, QT_TRANSLATE_NOOP("Error", "The export needs %1, and its disk has %2 free"),
            {sizeText(needed).toStdString(), sizeText(disk.bytesAvailable()).toStdString()});
    return {};
}

QCoro::Task<Result<void>> ExportJob::writeBlob(BlobPiece blob)
{
    const Descriptor &descriptor = blob.descriptor;
    if (auto begun = m_writer->begin(blobName(descriptor.digest), descriptor.sizeBytes); !begun)
        co_return begun;
    Hasher hasher(descriptor.digest.algorithm());
    qint64 written = 0;
    Result<void> disk;
    const std::function<bool(const QByteArray &)> sink = [&](const QByteArray &piece) {
        if (m_cancelled || written + piece.size() > descriptor.sizeBytes)
            return false;
        hasher.add(viewOf(piece));
        disk = m_writer->append(std::as_bytes(std::span(piece.constData(), std::size_t(piece.size()))));
        written += piece.size();
        m_doneBytes += piece.size();
        if (m_doneBytes - m_lastReport >= reportEveryBytes) {
            m_lastReport = m_doneBytes;
            report();
        }
        return disk.has_value();
    };
    for (int attempt = 1; written < descriptor.sizeBytes || attempt == 1; ++attempt) {
        const qint64 before = written;
        const auto got = co_await m_client->streamBlob(blob.repository, descriptor.digest, written, sink);
        if (!disk)
            co_return disk;
        if (m_cancelled)
            co_return fail(ErrorCode::Cancelled, "Cancelled");
        if (got && written < descriptor.sizeBytes)
            co_return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The server sent less than the whole blob %1"),
                std::vector<std::string>{descriptor.digest.shortHex()});
        if (got)
            break;
        if (got.error().code == ErrorCode::Cancelled)
            co_return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The server sent something else than the blob %1"),
                std::vector<std::string>{descriptor.digest.shortHex()});
        if (written - before >= reportEveryBytes)
            attempt = 1; // it does move
        if (got.error().code != ErrorCode::Unreachable || attempt == attempts)
            co_return got;
        // The line dropped: wait a little, then go on where it broke.
        QTimer::singleShot(attempt * attempt * 500, this, [this] { m_waited.set(); });
        co_await m_waited.next();
        if (m_cancelled) // there was no call that cancel() could end
            co_return fail(ErrorCode::Cancelled, "Cancelled");
    }
    if (hasher.finish() != descriptor.digest)
        co_return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The server sent something else than the blob %1"),
            std::vector<std::string>{descriptor.digest.shortHex()});
    co_return m_writer->end();
}

Result<void> ExportJob::writeIndex()
{
    const auto fullName = [this](const Head &head) {
        return (m_request.source.address() + QLatin1Char('/') + head.path + QLatin1Char(':') + head.tag).toStdString();
    };
    json::array manifests;
    for (const auto &head : m_heads) {
        auto object = descriptorJson(head.descriptor);
        if (!head.tag.isEmpty()) {
            // The tag alone as skopeo and podman name an image of its own; containerd and docker read the whole name.
            const bool isOnly = std::ranges::all_of(m_heads, [&](const Head &other) { return other.path == head.path; });
            object["annotations"] =
                json::object{{"org.opencontainers.image.ref.name", (isOnly ? head.tag : head.path + QLatin1Char(':') + head.tag).toStdString()},
                    {"io.containerd.image.name", fullName(head)}};
        }
        manifests.push_back(object);
    }
    if (auto written = m_writer->write("oci-layout", R"({"imageLayoutVersion":"1.0.0"})"); !written)
        return written;
    const json::object index{{"schemaVersion", 2}, {"mediaType", std::string(media::ociIndex)}, {"manifests", manifests}};
    return m_writer->write("index.json", json::serialize(index));
}

/// What docker load looks for: the configuration and the layers of one image, by the names that they have in the archive.
Result<void> ExportJob::writeDockerManifest()
{
    const auto &image = m_manifests.back();
    const auto manifest = Manifest::parse(viewOf(image.content), image.descriptor.mediaType);
    if (!manifest)
        return tl::unexpected(manifest.error());
    if (manifest->isIndex() || !manifest->config)
        return fail(
            ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "A docker archive holds one image of one platform; choose a platform, or an OCI archive"));
    json::array layers;
    for (const auto &layer : manifest->layers)
        layers.emplace_back(blobName(layer.digest));
    json::object entry{{"Config", blobName(manifest->config->digest)}, {"RepoTags", json::array()}, {"Layers", layers}};
    for (const auto &head : m_heads) {
        if (!head.tag.isEmpty())
            entry["RepoTags"].as_array().emplace_back((m_request.source.address() + QLatin1Char('/') + head.path + QLatin1Char(':') + head.tag).toStdString());
    }
    return m_writer->write("manifest.json", json::serialize(json::array{entry}));
}

QCoro::Task<Result<QString>> ExportJob::run()
{
    for (const auto &item : m_request.items) {
        const auto collected = co_await collect(item);
        if (!collected)
            co_return tl::unexpected(collected.error());
    }
    if (m_request.format == ExportFormat::DockerArchive && m_manifests.size() != 1)
        co_return fail(
            ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "A docker archive holds one image of one platform; choose a platform, or an OCI archive"));
    if (auto room = checkRoom(); !room)
        co_return tl::unexpected(room.error());
    std::error_code ec;
    if (!m_request.replaces && std::filesystem::exists(m_request.target, ec))
        co_return fail(
            ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "There is a file of this name now that was not there before. Export again to replace it"));
    report();
    auto writer =
        m_request.format == ExportFormat::OciFolder ? ImageWriter::toFolder(m_request.target) : ImageWriter::toArchive(m_request.target, m_request.packing);
    if (!writer)
        co_return tl::unexpected(writer.error());
    m_writer = std::move(*writer);
    if (auto written = writeIndex(); !written)
        co_return tl::unexpected(written.error());
    for (const auto &manifest : m_manifests) {
        if (auto written = m_writer->write(blobName(manifest.descriptor.digest), viewOf(manifest.content)); !written)
            co_return tl::unexpected(written.error());
    }
    for (const auto &blob : m_blobs) {
        const auto written = co_await writeBlob(blob);
        if (!written)
            co_return tl::unexpected(written.error());
    }
    if (m_request.format == ExportFormat::DockerArchive) {
        if (auto written = writeDockerManifest(); !written)
            co_return tl::unexpected(written.error());
    }
    if (m_cancelled)
        co_return fail(ErrorCode::Cancelled, "Cancelled");
    // Waits for the disk, for a minute perhaps: not in the thread that all transfers share.
    QThreadPool pool;
    auto committing = QtConcurrent::run(&pool, [this] { return m_writer->commit(); });
    const auto committed = co_await committing;
    if (!committed)
        co_return tl::unexpected(committed.error());
    co_return m_request.items.first().digest;
}

} // namespace berth
