// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QString>

#include "archive/ImageArchive.h"
#include "client/auth/Connection.h"
#include "client/roles/Types.h"

namespace berth {

enum class LayerHandling {
    Pack,          ///< Unpacked layers are packed with gzip, as docker push does.
    KeepAsInFile,  ///< Every layer goes as it lies in the archive.
};

/// One image of an archive and where it is to go.
struct ImportRequest {
    std::filesystem::path file;
    std::int64_t fileBytes = 0;  ///< As read; the import stops if the file has changed since.
    std::int64_t modifiedAt = 0;
    ArchivedImage image;
    std::vector<bool> selected;  ///< For each of image.manifests; those that are not complete never go.
    Connection target;
    QString registry;
    QString imageName;
    QString tag;
    LayerHandling layers = LayerHandling::Pack;

    QString repository() const { return repositoryPath(registry, imageName); }
};

} // namespace berth
