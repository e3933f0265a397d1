// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/ArchiveScan.h"
#include "core/Manifest.h"

namespace berth {

/// A blob that an image needs, and where in the archive its bytes lie.
struct ArchivedBlob {
    Descriptor descriptor; ///< For a layer that is yet to be packed: digest and size of the unpacked one.
    std::string file;      ///< Name of the entry; empty for a layer that stays elsewhere (foreign).
    Packing packing = Packing::None;
};

/// One image for one platform.
struct ArchivedManifest {
    Platform platform;
    /// The manifest as it stands in the archive; empty for a docker archive, which has none.
    std::string manifestText;
    std::optional<Digest> manifestDigest;
    std::string mediaType;
    std::optional<ArchivedBlob> config;
    std::vector<ArchivedBlob> layers;
    std::vector<std::string> diffIds; ///< From the config.
    bool isComplete = true;           ///< False if the archive lists it but lacks some of its bytes.
    std::int64_t layerBytes() const;
};

/// One image: a single platform, or an index over several.
struct ArchivedImage {
    std::vector<std::string> names; ///< As the archive has them: "ubuntu:18.04", a bare tag, or nothing.
    std::vector<ArchivedManifest> manifests;
    /// Index texts, children before parents; the last one is the image itself. Empty for a single platform.
    struct Index {
        std::string text;
        Digest digest;
        std::string mediaType;
    };
    std::vector<Index> indexes;
    bool isDockerArchive = false; ///< Its manifest is made while importing.
};

/// What an archive holds, checked: digests, sizes, counts, links, names.
struct ImageArchive {
    enum class Layout { Docker, DockerWithOci, Oci };
    Layout layout = Layout::Oci;
    std::string compression;
    std::int64_t fileBytes = 0;
    std::int64_t modifiedAt = 0;
    std::vector<ArchivedImage> images;
    std::vector<Error> warnings; ///< What was skipped, and why.
};

/// Makes images of a scan. BadRequest, Damaged or Unsupported with the reason.
Result<ImageArchive> interpretArchive(const ArchiveScan &scan);

/// Reads and interprets. Blocks.
Result<ImageArchive> readImageArchive(const std::filesystem::path &path, const ScanProgress &progress);

} // namespace berth
