// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QStringList>

#include "archive/ImageWriter.h"
#include "client/auth/Connection.h"
#include "client/roles/Types.h"

namespace berth {

enum class ExportFormat {
    OciArchive,
    DockerArchive, ///< One platform; what every docker load reads, and an OCI archive as well.
    OciFolder,
};

/// One artifact that is to be exported.
struct ExportItem {
    QString registry;
    QString imageName;
    QStringList tags;      ///< Named in the archive; may be empty.
    QString digest;        ///< Of the index or manifest.
    QStringList platforms; ///< Digests of an index's children that go, several under an index of their own; empty: all, the index itself included.

    QString repository() const { return repositoryPath(registry, imageName); }
};

/// Artifacts of one server and the one file that they are to become.
struct ExportRequest {
    Connection source;
    QList<ExportItem> items; ///< At least one.
    ExportFormat format = ExportFormat::OciArchive;
    ImageWriter::Packing packing = ImageWriter::Packing::None;
    std::filesystem::path target;
    bool replaces = true; ///< A file that stands at the target: the person knew of it.
};

} // namespace berth
