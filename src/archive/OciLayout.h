// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/ImageArchive.h"

namespace berth {

/// The images that index.json of an OCI layout names.
Result<std::vector<ArchivedImage>> readOciLayout(const ArchiveScan &scan, std::vector<Error> &warnings);

/// Every file below blobs/ has the digest that its name says. BadRequest for names that are no digests, Damaged otherwise.
Result<void> checkBlobNames(const ArchiveScan &scan);

} // namespace berth
