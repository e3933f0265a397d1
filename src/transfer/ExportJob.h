// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "client/protocol/RegistryClient.h"
#include "core/Hasher.h"
#include "core/Manifest.h"
#include "core/Wakeup.h"
#include "transfer/ExportRequest.h"
#include "transfer/TransferJob.h"
#include "transfer/TransferTask.h"

namespace berth {

/// Writes artifacts of a registry into one file or folder, each byte checked against its digest on the way.
///
/// Nothing stands at the target unless all of it is there. A line that drops is taken up where it broke, a few times.
class ExportJob : public TransferJob {
    Q_OBJECT

public:
    ExportJob(ExportRequest request, const TransferContext &context, QObject *parent = nullptr);

    void start() override;
    void cancel() override;

private:
    struct ManifestPiece {
        Descriptor descriptor;
        QByteArray content;
    };
    struct BlobPiece {
        Descriptor descriptor;
        QString repository;
    };
    /// What index.json names.
    struct Head {
        Descriptor descriptor;
        QString tag;  ///< Empty: no name.
        QString path; ///< "registry/image".
    };

    QCoro::Task<Result<QString>> run();
    QCoro::Task<Result<void>> collect(ExportItem item);
    /// Fetches the manifest of that digest and all below it, and points at it. Of the top one's children only those of `platforms`, if
    /// there are any: one is exported as it is, several get an index of their own.
    QCoro::Task<Result<Descriptor>> collectManifest(QString repository, Descriptor descriptor, QStringList platforms, int depth);
    Result<void> addManifest(const Descriptor &descriptor, QByteArray content);
    void addBlob(const Descriptor &descriptor, const QString &repository);
    Descriptor makeIndex(const std::vector<Descriptor> &children);
    QCoro::Task<Result<void>> writeBlob(BlobPiece blob);
    Result<void> checkRoom() const;
    Result<void> writeIndex();
    Result<void> writeDockerManifest();
    void report();

    ExportRequest m_request;
    TransferContext m_context;
    std::unique_ptr<RegistryClient> m_client;
    std::unique_ptr<ImageWriter> m_writer;
    Wakeup m_waited;
    std::vector<ManifestPiece> m_manifests; ///< Children before their index.
    std::vector<BlobPiece> m_blobs;
    std::map<Digest, Descriptor> m_known; ///< Indexes and manifests that were walked.
    std::set<Digest> m_entries;           ///< What the archive gets, each once.
    std::vector<Head> m_heads;
    std::size_t m_manifestBytes = 0;
    qint64 m_totalBytes = 0;
    qint64 m_doneBytes = 0;
    qint64 m_lastReport = 0;
    bool m_cancelled = false;
};

} // namespace berth
