// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QTest>

#include "archive/ImageArchive.h"
#include "archive/ImageWriter.h"
#include "support/RegistryProcess.h"
#include "support/TestImage.h"
#include "transfer/ExportTask.h"
#include "transfer/ImportTask.h"
#include "transfer/TransferQueue.h"

namespace berth::test {

/// A server by its "host:port", with the administrator's key of RegistryProcess.
inline Connection connectionTo(const QString &host)
{
    Connection connection;
    connection.id = connection.name = host;
    connection.kind = ServerKind::Registry;
    connection.url = QUrl(QStringLiteral("http://") + host);
    connection.keyId = QLatin1String(RegistryProcess::keyId);
    connection.secret = Secret(RegistryProcess::secret);
    connection.network.proxy = NetworkAccess::Proxy::None;
    return connection;
}

inline ExportItem itemOf(const QString &repository, const QStringList &tags, const QByteArray &digest, const QStringList &platforms = {})
{
    return {repository.section(QLatin1Char('/'), 0, 0), repository.section(QLatin1Char('/'), 1), tags, QString::fromUtf8(digest), platforms};
}

inline ExportRequest exportOf(const QString &host, const QList<ExportItem> &items, const QString &target, ExportFormat format = ExportFormat::OciArchive,
    ImageWriter::Packing packing = ImageWriter::Packing::None)
{
    return {connectionTo(host), items, format, packing, target.toStdU16String()};
}

/// An import of all platforms of an archive's image.
inline ImportRequest importOf(
    const std::filesystem::path &file, const ImageArchive &archive, std::size_t image, const QString &host, const QString &repository, const QString &tag)
{
    ImportRequest request;
    request.file = file;
    request.fileBytes = archive.fileBytes;
    request.modifiedAt = archive.modifiedAt;
    request.image = archive.images.at(image);
    request.selected.assign(request.image.manifests.size(), true);
    request.target = connectionTo(host);
    request.registry = repository.section(QLatin1Char('/'), 0, 0);
    request.imageName = repository.section(QLatin1Char('/'), 1);
    request.tag = tag;
    return request;
}

inline std::unique_ptr<TransferTask> taskOf(ImportRequest request) { return std::make_unique<ImportTask>(std::move(request)); }
inline std::unique_ptr<TransferTask> taskOf(ExportRequest request) { return std::make_unique<ExportTask>(std::move(request)); }

/// True once it has ended in that state; says in which one it is if not.
inline bool endsAs(const Transfer &transfer, Transfer::State state, int timeoutMs = 20000)
{
    (void)QTest::qWaitFor([&] { return !transfer.isActive(); }, timeoutMs);
    if (transfer.state == state)
        return true;
    qWarning("The transfer is in state %d: %s", int(transfer.state), qPrintable(transfer.failure));
    return false;
}

/// True once it is in that state, ended or not.
inline bool comesTo(const Transfer &transfer, Transfer::State state, int timeoutMs = 20000)
{
    return QTest::qWaitFor([&] { return transfer.state == state; }, timeoutMs);
}

inline QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All that lies in a folder, hidden files too.
inline QStringList listOf(const QString &folder) { return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot); }

/// Writes an OCI archive of one image.
inline bool writeArchive(const QString &path, const TestImage &image, const QByteArray &tag)
{
    auto writer = ImageWriter::toArchive(path.toStdU16String(), ImageWriter::Packing::None);
    if (!writer)
        return false;
    const QByteArray index = R"({"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")" + image.digest()
        + R"(","size":)" + QByteArray::number(image.manifest.size()) + R"(,"annotations":{"org.opencontainers.image.ref.name":")" + tag + R"("}}]})";
    bool good =
        (*writer)->write("oci-layout", R"({"imageLayoutVersion":"1.0.0"})").has_value() && (*writer)->write("index.json", index.toStdString()).has_value();
    for (const auto &blob : QList<QByteArray>{image.manifest, image.config} + image.layers)
        good = good && (*writer)->write("blobs/sha256/" + digestOf(blob).mid(7).toStdString(), blob.toStdString()).has_value();
    return good && (*writer)->commit().has_value();
}

} // namespace berth::test
