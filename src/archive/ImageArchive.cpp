// SPDX-License-Identifier: Apache-2.0
#include "archive/ImageArchive.h"

#include <algorithm>

#include <QtGlobal>

#include "archive/DockerArchive.h"
#include "archive/OciLayout.h"
#include "core/SizeSum.h"

namespace berth {

namespace {

/// Config digest of an image with one platform; images of both listings that share it are one.
std::optional<Digest> configDigest(const ArchivedImage &image)
{
    if (image.manifests.size() != 1 || !image.manifests[0].config)
        return std::nullopt;
    return image.manifests[0].config->descriptor.digest;
}

bool hasUnpackedLayers(const ArchivedImage &image)
{
    return std::ranges::any_of(image.manifests, [](const ArchivedManifest &manifest) {
        return std::ranges::any_of(manifest.layers, [](const ArchivedBlob &layer) {
            return layer.packing == Packing::None && !layer.file.empty() && layer.descriptor.mediaType.find("tar") != std::string::npos;
        });
    });
}

/// Joins what index.json and manifest.json list: the index has manifests and digests, manifest.json the names people gave, and
/// images that the index lacks.
std::vector<ArchivedImage> joined(std::vector<ArchivedImage> oci, std::vector<ArchivedImage> docker)
{
    std::vector<ArchivedImage> result;
    for (auto &image : oci) {
        const auto config = configDigest(image);
        const auto twin = std::ranges::find_if(docker, [&](const ArchivedImage &other) { return config && configDigest(other) == config; });
        if (twin == docker.end()) {
            // A multi-platform image: manifest.json lists those of its platforms that are here.
            std::erase_if(docker, [&](const ArchivedImage &other) {
                return std::ranges::any_of(image.manifests,
                    [&](const ArchivedManifest &manifest) { return manifest.config && manifest.config->descriptor.digest == configDigest(other); });
            });
            result.push_back(std::move(image));
            continue;
        }
        if (!twin->names.empty())
            image.names = twin->names;
        // Unpacked layers under an OCI manifest are remade with gzip, as for any docker archive.
        if (hasUnpackedLayers(image)) {
            twin->names = image.names;
            result.push_back(std::move(*twin));
        } else {
            result.push_back(std::move(image));
        }
        docker.erase(twin);
    }
    std::ranges::move(docker, std::back_inserter(result));
    return result;
}

} // namespace

std::int64_t ArchivedManifest::layerBytes() const
{
    std::int64_t bytes = 0;
    for (const auto &layer : layers)
        bytes = sizeSum(bytes, layer.descriptor.sizeBytes);
    return bytes;
}

Result<ImageArchive> interpretArchive(const ArchiveScan &scan)
{
    ImageArchive archive;
    archive.compression = scan.compression;
    archive.fileBytes = scan.fileBytes;
    archive.modifiedAt = scan.modifiedAt;
    if (scan.hasTrailingData)
        archive.warnings.push_back(warning(QT_TRANSLATE_NOOP("Error", "The file goes on after the end of the archive; what follows was ignored")));
    const bool hasDocker = scan.file("manifest.json") != nullptr;
    const bool hasOci = scan.file("index.json") != nullptr;
    if (!hasDocker && !hasOci) {
        if (scan.file("repositories"))
            return fail(ErrorCode::Unsupported,
                QT_TRANSLATE_NOOP("Error", "This archive was written by a docker older than 1.10; load it into a newer docker and save it again"));
        return fail(ErrorCode::BadRequest,
            QT_TRANSLATE_NOOP("Error",
                "This is no image archive: it has neither manifest.json nor index.json. A file from docker export holds a container's files "
                "only; docker save writes images"));
    }
    if (auto good = checkBlobNames(scan); !good)
        return tl::unexpected(good.error());
    std::vector<ArchivedImage> docker;
    std::vector<ArchivedImage> oci;
    if (hasDocker) {
        auto images = readDockerArchive(scan, archive.warnings);
        if (!images)
            return tl::unexpected(images.error());
        docker = std::move(*images);
    }
    if (hasOci) {
        auto images = readOciLayout(scan, archive.warnings);
        if (!images)
            return tl::unexpected(images.error());
        oci = std::move(*images);
    }
    archive.layout = !hasOci ? ImageArchive::Layout::Docker : hasDocker ? ImageArchive::Layout::DockerWithOci : ImageArchive::Layout::Oci;
    archive.images = hasDocker && hasOci ? joined(std::move(oci), std::move(docker)) : hasOci ? std::move(oci) : std::move(docker);
    if (archive.images.empty())
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The archive lists no image"));
    return archive;
}

Result<ImageArchive> readImageArchive(const std::filesystem::path &path, const ScanProgress &progress)
{
    const auto scan = scanArchive(path, progress);
    if (!scan)
        return tl::unexpected(scan.error());
    return interpretArchive(*scan);
}

} // namespace berth
