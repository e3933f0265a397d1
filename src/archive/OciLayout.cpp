// SPDX-License-Identifier: Apache-2.0
#include "archive/OciLayout.h"

#include <algorithm>
#include <set>

#include "archive/EntryStream.h"
#include "core/Hasher.h"
#include "core/MediaTypes.h"

namespace berth {

namespace {

tl::unexpected<Error> refused(std::string why) { return fail(ErrorCode::BadRequest, std::move(why)); }

std::string blobFile(const Digest &digest)
{
    return std::string("blobs/") + (digest.algorithm() == DigestAlgorithm::Sha512 ? "sha512/" : "sha256/") + std::string(digest.hex());
}

/// Walks the graph below one entry of index.json.
class Walker {
public:
    explicit Walker(const ArchiveScan &scan)
        : m_scan(scan)
    {
    }

    ArchivedImage image;

    Result<void> walk(const Descriptor &descriptor, int depth)
    {
        if (depth > archivelimits::indexDepth)
            return refused("Indexes are nested more than 8 deep");
        if (m_visited.size() > archivelimits::manifests)
            return refused("The archive holds more than 10,000 manifests");
        if (!m_visited.insert(descriptor.digest).second)
            return {};
        const auto *file = m_scan.file(blobFile(descriptor.digest));
        if (!file) {
            ArchivedManifest absent;
            absent.platform = descriptor.platform;
            absent.manifestDigest = descriptor.digest;
            absent.mediaType = descriptor.mediaType;
            absent.isComplete = false;
            image.manifests.push_back(std::move(absent));
            return {};
        }
        if (file->sizeBytes != descriptor.sizeBytes)
            return fail(ErrorCode::Damaged, "The manifest " + descriptor.digest.shortHex() + "… has another size than the index says");
        const auto manifest = Manifest::parse(file->text, descriptor.mediaType);
        if (!manifest)
            return refused("The manifest " + descriptor.digest.shortHex() + "… cannot be read: " + manifest.error().message);
        if (manifest->layers.size() > archivelimits::layers)
            return refused("The image has more than 1000 layers");
        return manifest->isIndex() ? addIndex(descriptor, *file, *manifest, depth) : addManifest(descriptor, *file, *manifest);
    }

private:
    Result<void> addIndex(const Descriptor &descriptor, const ScannedFile &file, const Manifest &index, int depth)
    {
        for (const auto &child : index.manifests) {
            if (auto walked = walk(child, depth + 1); !walked)
                return walked;
        }
        image.indexes.push_back({file.text, descriptor.digest, index.mediaType});
        return {};
    }

    Result<std::optional<ArchivedBlob>> findBlob(const Descriptor &descriptor)
    {
        const auto name = blobFile(descriptor.digest);
        const auto *file = m_scan.file(name);
        if (!file)
            return std::nullopt;
        if (file->sizeBytes != descriptor.sizeBytes)
            return fail(ErrorCode::Damaged, "The blob " + descriptor.digest.shortHex() + "… has another size than the manifest says");
        return ArchivedBlob{descriptor, m_scan.resolved(name), file->packing};
    }

    Result<void> addManifest(const Descriptor &descriptor, const ScannedFile &file, const Manifest &content)
    {
        ArchivedManifest manifest;
        manifest.platform = descriptor.platform;
        manifest.manifestText = file.text;
        manifest.manifestDigest = descriptor.digest;
        manifest.mediaType = content.mediaType;
        auto config = findBlob(*content.config);
        if (!config)
            return tl::unexpected(config.error());
        manifest.isComplete = config->has_value();
        if (*config) {
            manifest.config = **config;
            if (const auto parsed = ImageConfig::parse(m_scan.file((*config)->file)->text)) {
                manifest.diffIds = parsed->diffIds;
                if (manifest.platform.os.empty())
                    manifest.platform = parsed->platform;
            }
        }
        for (const auto &layer : content.layers) {
            auto blob = findBlob(layer);
            if (!blob)
                return tl::unexpected(blob.error());
            if (*blob)
                manifest.layers.push_back(**blob);
            else if (media::isForeignLayer(layer.mediaType) && !layer.urls.empty())
                manifest.layers.push_back({layer, {}, Packing::None});
            else
                manifest.isComplete = false;
        }
        image.manifests.push_back(std::move(manifest));
        return {};
    }

    const ArchiveScan &m_scan;
    std::set<Digest> m_visited;
};

std::string nameOf(const Descriptor &descriptor)
{
    const auto full = json::text(descriptor.annotations, "io.containerd.image.name");
    return full.empty() ? json::text(descriptor.annotations, "org.opencontainers.image.ref.name") : full;
}

} // namespace

Result<void> checkBlobNames(const ArchiveScan &scan)
{
    for (const auto &[name, file] : scan.files) {
        if (!name.starts_with("blobs/"))
            continue;
        const auto slash = name.find('/', 6);
        if (slash == std::string::npos)
            continue;
        const auto digest = Digest::parse(name.substr(6, slash - 6) + ":" + name.substr(slash + 1));
        if (!digest)
            return refused("The file \"" + name.substr(0, 200) + "\" lies among the blobs but its name is no digest");
        if (digest->algorithm() == DigestAlgorithm::Sha256 ? file.digest != *digest
                                                           : !file.text.empty() && Hasher::of(file.text, DigestAlgorithm::Sha512) != *digest)
            return fail(ErrorCode::Damaged, "The blob " + digest->shortHex() + "… is damaged: its content has another digest");
    }
    return {};
}

Result<std::vector<ArchivedImage>> readOciLayout(const ArchiveScan &scan, std::vector<std::string> &warnings)
{
    if (const auto *marker = scan.file("oci-layout")) {
        const auto body = json::parseStrict(marker->text);
        if (!body || json::text(*body, "imageLayoutVersion") != "1.0.0")
            return fail(ErrorCode::Unsupported, "The OCI layout has another version than 1.0.0");
    }
    const auto index = Manifest::parse(scan.file("index.json")->text, media::ociIndex);
    if (!index)
        return refused("index.json cannot be read: " + index.error().message);
    if (index->manifests.size() > archivelimits::manifests)
        return refused("index.json lists more than 10,000 manifests");

    std::vector<ArchivedImage> images;
    std::set<std::string> names;
    std::vector<Digest> digests;
    for (const auto &descriptor : index->manifests) {
        if (!media::isIndex(descriptor.mediaType) && !media::isImageManifest(descriptor.mediaType)) {
            warnings.push_back("index.json names content of the type " + descriptor.mediaType.substr(0, 100) + ", which was skipped");
            continue;
        }
        const auto name = nameOf(descriptor);
        const auto known = std::ranges::find(digests, descriptor.digest);
        if (known != digests.end()) { // a second name for the same image
            if (!name.empty())
                images[std::size_t(known - digests.begin())].names.push_back(name);
            continue;
        }
        Walker walker(scan);
        if (auto walked = walker.walk(descriptor, 1); !walked)
            return tl::unexpected(walked.error());
        if (!name.empty()) {
            if (!names.insert(name).second)
                warnings.push_back("Two images of the archive have the same name; the later one wins");
            walker.image.names.push_back(name);
        }
        digests.push_back(descriptor.digest);
        images.push_back(std::move(walker.image));
    }
    return images;
}

} // namespace berth
