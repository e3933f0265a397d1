// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/ImageArchive.h"

namespace berth {

/// The images that manifest.json of a docker archive lists.
Result<std::vector<ArchivedImage>> readDockerArchive(const ArchiveScan &scan, std::vector<Error> &warnings);

} // namespace berth
