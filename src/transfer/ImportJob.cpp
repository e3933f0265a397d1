// SPDX-License-Identifier: Apache-2.0
#include "transfer/ImportJob.h"

#include <algorithm>

#include <QFile>
#include <QThreadPool>
#include <QtConcurrent>

#include <QCoroFuture>

#include "core/ErrorText.h"
#include "core/MediaTypes.h"
#include "transfer/TransferLinks.h"

namespace berth {

namespace {

using Way = ArchiveFeeder::Wanted::Way;

tl::unexpected<Error> cancelledError() { return fail(ErrorCode::Cancelled, "Cancelled"); }

/// What becomes of a docker archive's layer; those of OCI layouts go as they are, since manifests name them.
Way wayOf(Packing packing, LayerHandling handling)
{
    switch (packing) {
    case Packing::None: return handling == LayerHandling::Pack ? Way::PackLayer : Way::AsItIs;
    case Packing::Gzip:
    case Packing::Zstd: return Way::CheckLayer;
    case Packing::Xz:
    case Packing::Bzip2: break;
    }
    return Way::RepackLayer;
}

} // namespace

std::vector<std::string> keyOf(const ArchivedImage &image)
{
    std::vector<std::string> key;
    for (const auto &manifest : image.manifests)
        key.push_back(manifest.manifestDigest ? manifest.manifestDigest->toString() : manifest.config ? manifest.config->descriptor.digest.toString() : "");
    return key;
}

ImportJob::ImportJob(ImportRequest request, const TransferContext &context, QObject *parent)
    : TransferJob(parent)
    , m_request(std::move(request))
    , m_context(context)
{
}

bool ImportJob::includes(std::size_t manifest) const
{
    return m_request.image.manifests[manifest].isComplete && (manifest >= m_request.selected.size() || m_request.selected[manifest]);
}

void ImportJob::start()
{
    m_client = std::make_unique<RegistryClient>(m_request.target, m_context.links.to(m_request.target));
    QCoro::connect(run(), this, [this](const Result<QString> &digest) {
        if (digest)
            Q_EMIT succeeded(m_sentBytes, m_skippedBytes, *digest);
        else
            Q_EMIT failed(int(digest.error().code), errorText(digest.error()));
    });
}

void ImportJob::cancel()
{
    m_cancelled = true;
    if (m_feeder)
        m_feeder->cancel();
    if (m_client)
        m_client->cancelAll();
}

QCoro::Task<Result<void>> ImportJob::findImage()
{
    QThreadPool pool; // others may wait in the common one
    auto reading = QtConcurrent::run(&pool, [this] {
        return readImageArchive(m_request.file, [this](std::int64_t bytes) {
            Q_EMIT progressed(std::min(bytes, m_request.fileBytes), m_request.fileBytes, false);
            return !m_cancelled;
        });
    });
    const auto archive = co_await reading;
    if (m_cancelled)
        co_return cancelledError();
    if (!archive)
        co_return tl::unexpected(archive.error());
    for (const auto &image : archive->images) {
        if (keyOf(image) == m_request.imageKey) {
            m_request.image = image;
            co_return Result<void>();
        }
    }
    co_return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "The image is not found in the file any more. Import it again"));
}

Result<void> ImportJob::collectBlobs()
{
    for (std::size_t i = 0; i < m_request.image.manifests.size(); ++i) {
        if (!includes(i))
            continue;
        const auto &manifest = m_request.image.manifests[i];
        if (manifest.config)
            m_blobs.try_emplace(manifest.config->file, Blob{*manifest.config, {Way::AsItIs, manifest.config->descriptor.digest, {}}, {}});
        for (std::size_t k = 0; k < manifest.layers.size(); ++k) {
            const auto &layer = manifest.layers[k];
            if (layer.file.empty())
                continue; // stays where its URLs say
            Blob blob{layer, {Way::AsItIs, layer.descriptor.digest, {}}, {}};
            if (m_request.image.isDockerArchive) {
                const auto diffId = Digest::parse(manifest.diffIds.at(k));
                if (!diffId)
                    return tl::unexpected(diffId.error());
                blob.wanted.way = wayOf(layer.packing, m_request.layers);
                blob.wanted.diffId = *diffId;
            }
            m_blobs.try_emplace(layer.file, std::move(blob));
        }
    }
    if (m_blobs.empty())
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "No platform of the image is selected"));
    for (const auto &[name, blob] : m_blobs)
        m_totalBytes += blob.archived.descriptor.sizeBytes;
    return {};
}

/// Asks the registry for each blob whose digest is known already.
QCoro::Task<Result<void>> ImportJob::findPresent()
{
    for (auto &[name, blob] : m_blobs) {
        Descriptor known = blob.archived.descriptor;
        if (blob.wanted.way != Way::AsItIs) {
            const auto packed = m_context.layers.find(*blob.wanted.diffId);
            // A packed layer whose content was never checked is read, even if the registry has it.
            if (!packed || (blob.wanted.way == Way::CheckLayer && packed->digest != known.digest))
                continue;
            known = Descriptor{std::string(media::ociLayerGzip), packed->digest, packed->sizeBytes, {}, {}, {}, {}};
        }
        const QString repository = m_request.repository();
        const auto present = co_await m_client->hasBlob(repository, known.digest);
        if (!present)
            co_return tl::unexpected(present.error());
        if (*present) {
            blob.pushed = known;
            m_skippedBytes += blob.archived.descriptor.sizeBytes;
            report();
        }
    }
    co_return Result<void>();
}

void ImportJob::settle(Blob &blob, const SpooledBlob &spooled)
{
    Descriptor descriptor = blob.archived.descriptor;
    descriptor.digest = spooled.digest;
    descriptor.sizeBytes = spooled.sizeBytes;
    if (blob.wanted.way != Way::AsItIs) {
        descriptor.mediaType = spooled.mediaType;
        if (spooled.mediaType == media::ociLayerGzip)
            m_context.layers.remember(*blob.wanted.diffId, {spooled.digest, spooled.sizeBytes});
    }
    blob.pushed = descriptor;
}

QCoro::Task<Result<void>> ImportJob::sendOne(ArchiveFeeder::Fed fed)
{
    auto &blob = m_blobs.at(fed.entry);
    const auto archiveBytes = blob.archived.descriptor.sizeBytes;
    const QString repository = m_request.repository();
    m_isSending = true;
    auto present = Result<bool>(false);
    if (blob.wanted.way != Way::AsItIs) { // its digest was not known before, or its content not checked
        present = co_await m_client->hasBlob(repository, fed.blob.digest);
        if (!present)
            co_return tl::unexpected(present.error());
    }
    if (*present) {
        m_skippedBytes += archiveBytes;
    } else {
        QFile file(QString::fromStdU16String(fed.blob.file.u16string()));
        if (!file.open(QIODevice::ReadOnly))
            co_return fail(ErrorCode::Io, QT_TRANSLATE_NOOP("Error", "A temporary file cannot be read: %1"), {file.errorString().toStdString()});
        std::function<void(qint64)> sent = [this, archiveBytes, wire = fed.blob.sizeBytes](qint64 bytes) {
            m_sendingBytes = wire > 0 ? qint64(double(bytes) / double(wire) * double(archiveBytes)) : 0;
            report();
        };
        const auto pushed = co_await m_client->pushBlob(repository, fed.blob.digest, &file, std::move(sent));
        if (!pushed)
            co_return pushed;
        m_sentBytes += fed.blob.sizeBytes;
        m_settledBytes += archiveBytes;
    }
    m_sendingBytes = 0;
    m_isSending = false;
    settle(blob, fed.blob);
    report();
    co_return Result<void>();
}

QCoro::Task<Result<void>> ImportJob::sendMissing()
{
    std::map<std::string, ArchiveFeeder::Wanted> wanted;
    for (const auto &[name, blob] : m_blobs) {
        if (!blob.pushed)
            wanted.emplace(name, blob.wanted);
    }
    m_feeder = std::make_unique<ArchiveFeeder>(m_request.file, std::move(wanted));
    connect(m_feeder.get(), &ArchiveFeeder::read, this, [this](qint64 bytes) {
        m_readBytes += bytes;
        report();
    });
    connect(m_feeder.get(), &ArchiveFeeder::advanced, this, [this] { m_advanced.set(); });
    m_feeder->start();
    while (true) {
        auto fed = m_feeder->take();
        if (!fed && m_feeder->hasEnded())
            break;
        if (!fed) {
            co_await m_advanced.next();
            continue;
        }
        Result<void> sent = cancelledError();
        if (!m_cancelled) // else it became ready while there was no call that cancel() could end
            sent = co_await sendOne(*fed);
        m_feeder->release(*fed);
        if (!sent) {
            m_feeder->cancel();
            while (!m_feeder->hasEnded())
                co_await m_advanced.next();
            co_return sent;
        }
    }
    co_return m_feeder->outcome();
}

MadeManifest ImportJob::manifestOf(const ArchivedManifest &manifest) const
{
    if (!manifest.manifestText.empty())
        return {QByteArray::fromStdString(manifest.manifestText), QString::fromStdString(manifest.mediaType),
            QString::fromStdString(manifest.manifestDigest->toString())};
    std::vector<Descriptor> layers;
    for (const auto &layer : manifest.layers) {
        const auto it = m_blobs.find(layer.file);
        layers.push_back(it == m_blobs.end() ? layer.descriptor : it->second.pushed.value_or(layer.descriptor));
    }
    return makeManifest(*m_blobs.at(manifest.config->file).pushed, layers);
}

QCoro::Task<Result<QString>> ImportJob::sendManifests()
{
    const QString repository = m_request.repository();
    std::vector<std::pair<MadeManifest, Platform>> manifests;
    bool all = true;
    for (std::size_t i = 0; i < m_request.image.manifests.size(); ++i) {
        all = all && includes(i);
        if (includes(i))
            manifests.emplace_back(manifestOf(m_request.image.manifests[i]), m_request.image.manifests[i].platform);
    }
    std::vector<MadeManifest> order;
    for (const auto &[manifest, platform] : manifests)
        order.push_back(manifest);
    if (all) {
        for (const auto &index : m_request.image.indexes)
            order.push_back({QByteArray::fromStdString(index.text), QString::fromStdString(index.mediaType), QString::fromStdString(index.digest.toString())});
    } else if (manifests.size() > 1) { // an index over what is there
        order.push_back(makeIndex(manifests));
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (m_cancelled)
            co_return cancelledError();
        const bool isLast = i + 1 == order.size();
        const QString reference = isLast ? m_request.tag : order[i].digest;
        const auto pushed = co_await m_client->pushManifest(repository, reference, order[i].bytes, order[i].mediaType);
        if (!pushed)
            co_return tl::unexpected(pushed.error());
    }
    co_return order.back().digest;
}

QCoro::Task<Result<QString>> ImportJob::run()
{
    if (archiveStamp(m_request.file) != std::pair(m_request.fileBytes, m_request.modifiedAt))
        co_return fail(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Error", "The file has changed since it was read, or is gone. Import it again"));
    if (m_request.image.manifests.empty()) {
        const auto found = co_await findImage();
        if (!found)
            co_return tl::unexpected(found.error());
    }
    if (auto collected = collectBlobs(); !collected)
        co_return tl::unexpected(collected.error());
    report();
    const auto looked = co_await findPresent();
    if (!looked)
        co_return tl::unexpected(looked.error());
    const auto sent = co_await sendMissing();
    if (!sent)
        co_return tl::unexpected(sent.error());
    if (m_cancelled)
        co_return cancelledError();
    co_return co_await sendManifests();
}

void ImportJob::report()
{
    // Reading and sending count half each.
    const qint64 moved = m_skippedBytes + (std::min(m_readBytes, m_totalBytes - m_skippedBytes) + m_settledBytes + m_sendingBytes) / 2;
    Q_EMIT progressed(std::min(moved, m_totalBytes), m_totalBytes, m_isSending);
    Q_EMIT arrived(m_skippedBytes + m_settledBytes);
}

} // namespace berth
