// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QString>

#include "archive/ImageArchive.h"

namespace berth {

/// Where an image of an archive might go, for the fields of the import dialog.
struct Suggestion {
    QString registry; ///< Empty: as the place where it was dropped says.
    QString image;
    QString tag;
    bool isFromFileName = false; ///< The archive names nothing; the image's name comes from the file's.
};

/// From the archive's own name for the image where it has one, else from the file's name. A host in the name is left out: nothing is
/// ever sent to a host that an archive names.
Suggestion suggestTarget(const ArchivedImage &image, const std::filesystem::path &file);

} // namespace berth
