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

/// Says which image of an archive it is, for a later reading of the same file: the digests of its manifests, or of their configurations.
std::vector<std::string> keyOf(const ArchivedImage &image);

/// One image of an archive and where it is to go.
struct ImportRequest {
    std::filesystem::path file;
    std::int64_t fileBytes = 0;  ///< As read; the import stops if the file has changed since.
    std::int64_t modifiedAt = 0;
    ArchivedImage image;         ///< Without manifests: the job reads the file and looks for imageKey.
    std::vector<std::string> imageKey = {}; ///< keyOf() the image, where that is yet to be found.
    std::vector<bool> selected;  ///< For each of image.manifests; those that are not complete never go.
    Connection target;
    QString registry;
    QString imageName;
    QString tag;
    LayerHandling layers = LayerHandling::Pack;

    QString repository() const { return repositoryPath(registry, imageName); }
};

} // namespace berth
