// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include <QObject>
#include <QPointer>

#include "client/protocol/RegistryClient.h"
#include "core/Wakeup.h"
#include "transfer/ArchiveFeeder.h"
#include "transfer/ImportRequest.h"
#include "transfer/LayerMap.h"
#include "transfer/ManifestMaker.h"
#include "transfer/TransferJob.h"
#include "transfer/TransferTask.h"

namespace berth {

/// Sends one image of an archive to a registry: layers that are missing there, then manifests, the tag last.
///
/// Cancelled or failed, no tag has been written.
class ImportJob : public TransferJob {
    Q_OBJECT

public:
    ImportJob(ImportRequest request, const TransferContext &context, QObject *parent = nullptr);

    void start() override;
    void cancel() override;

private:
    struct Blob {
        ArchivedBlob archived;
        ArchiveFeeder::Wanted wanted;
        std::optional<Descriptor> pushed; ///< What it is in the registry, once known.
    };

    QCoro::Task<Result<QString>> run();
    /// Reads the archive for the image that is only known by its key.
    QCoro::Task<Result<void>> findImage();
    Result<void> collectBlobs();
    QCoro::Task<Result<void>> findPresent();
    QCoro::Task<Result<void>> sendMissing();
    QCoro::Task<Result<void>> sendOne(ArchiveFeeder::Fed fed);
    QCoro::Task<Result<QString>> sendManifests();
    MadeManifest manifestOf(const ArchivedManifest &manifest) const;
    void settle(Blob &blob, const SpooledBlob &spooled);
    void report();
    bool includes(std::size_t manifest) const;

    ImportRequest m_request;
    TransferContext m_context;
    std::unique_ptr<RegistryClient> m_client;
    std::unique_ptr<ArchiveFeeder> m_feeder;
    Wakeup m_advanced; ///< The feeder has something new.
    std::map<std::string, Blob> m_blobs; ///< By entry name.
    qint64 m_totalBytes = 0;
    qint64 m_skippedBytes = 0; ///< Were there already.
    qint64 m_settledBytes = 0; ///< Sent whole.
    qint64 m_readBytes = 0;
    qint64 m_sendingBytes = 0; ///< Of the blob on its way, scaled to archive bytes.
    qint64 m_sentBytes = 0;    ///< Over the wire.
    bool m_isSending = false;
    std::atomic<bool> m_cancelled = false; ///< Whoever reads the archive looks at it from another thread.
};

} // namespace berth
