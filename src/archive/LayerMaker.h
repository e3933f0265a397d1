// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "archive/ArchiveScan.h"
#include "archive/EntryStream.h"

namespace berth {

/// A blob on disk, ready to be uploaded.
struct SpooledBlob {
    std::filesystem::path file;
    Digest digest;
    std::int64_t sizeBytes = 0;
    std::string mediaType;
};

/// Called now and then with the bytes read so far; false cancels.
using SpoolProgress = std::function<bool(std::int64_t readBytes)>;

/// Copies the current entry into a file as it is. Damaged if its digest is not `expected`; NoSpace; Cancelled.
Result<SpooledBlob> spoolEntry(
    EntryStream &entries, const Digest &expected, const std::filesystem::path &into, const SpoolProgress &progress);

/// Packs the current entry, an unpacked layer, with gzip: members of 1 MiB each, on every core, the same bytes every time.
///
/// Damaged if the unpacked content does not have the digest `diffId`; NoSpace; Cancelled.
Result<SpooledBlob> packLayer(
    EntryStream &entries, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress);

} // namespace berth
