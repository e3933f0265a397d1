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
///
/// Like all of these: `into` is left behind only on success.
Result<SpooledBlob> spoolEntry(EntryStream &entries, const Digest &expected, const std::filesystem::path &into, const SpoolProgress &progress);

/// Copies the current entry, a layer packed with gzip or zstd, as it is, and unpacks it on the way to check its content.
///
/// Damaged if its digest is not `expected` or the unpacked content does not have the digest `diffId`; BadRequest for a bomb.
Result<SpooledBlob> spoolPackedLayer(
    EntryStream &entries, const Digest &expected, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress);

/// Packs the current entry, an unpacked layer, with gzip: members of 1 MiB each, on every core, the same bytes every time.
///
/// Damaged if the unpacked content does not have the digest `diffId`; NoSpace; Cancelled.
Result<SpooledBlob> packLayer(EntryStream &entries, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress);

/// The same for a layer that is packed in a way that registries do not take: xz or bzip2.
Result<SpooledBlob> repackLayer(EntryStream &entries, const Digest &diffId, const std::filesystem::path &into, const SpoolProgress &progress);

} // namespace berth
