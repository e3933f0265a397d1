// SPDX-License-Identifier: Apache-2.0
#include "archive/OciLayout.h"

#include <map>
#include <set>

#include <QtGlobal>

#include "archive/EntryStream.h"
#include "core/MediaTypes.h"
#include "core/Names.h"

namespace berth {

namespace {

tl::unexpected<Error> refused(const char *pattern, std::vector<std::string> values = {}) { return fail(ErrorCode::BadRequest, pattern, std::move(values)); }

std::string blobFile(const Digest &digest)
{
    return std::string("blobs/") + (digest.algorithm() == DigestAlgorithm::Sha512 ? "sha512/" : "sha256/") + std::string(digest.hex());
}

Error skipped(const Descriptor &descriptor)
{
    return warning(QT_TRANSLATE_NOOP("Error", "An index names content of the type %1, which was skipped"), {shownName(descriptor.mediaType)});
}

/// Walks the graph below one entry of index.json.
class Walker {
public:
    /// `walked` counts the manifests of all images of the archive.
    Walker(const ArchiveScan &scan, std::size_t &walked, std::vector<Error> &warnings)
        : m_scan(scan)
        , m_walked(walked)
        , m_warnings(warnings)
    {
    }

    ArchivedImage image;

    Result<void> walk(const Descriptor &descriptor, int depth)
    {
        if (depth > archivelimits::indexDepth)
            return refused(QT_TRANSLATE_NOOP("Error", "Indexes are nested more than 8 deep"));
        if (!m_visited.insert(descriptor.digest).second)
            return {};
        if (++m_walked > archivelimits::manifests)
            return refused(QT_TRANSLATE_NOOP("Error", "The archive lists more than 10,000 manifests"));
        const bool isManifest = media::isIndex(descriptor.mediaType) || media::isImageManifest(descriptor.mediaType);
        if (!isManifest)
            m_warnings.push_back(skipped(descriptor));
        const auto *file = m_scan.file(blobFile(descriptor.digest));
        if (!file || !isManifest) {
            ArchivedManifest absent;
            absent.platform = descriptor.platform;
            absent.manifestDigest = descriptor.digest;
            absent.mediaType = descriptor.mediaType;
            absent.isComplete = false;
            image.manifests.push_back(std::move(absent));
            return {};
        }
        const auto shortHex = descriptor.digest.shortHex();
        if (file->sizeBytes != descriptor.sizeBytes)
            return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The manifest %1… has another size than the index says"), {shortHex});
        if (file->sizeBytes > archivelimits::jsonBytes)
            return refused(QT_TRANSLATE_NOOP("Error", "The manifest %1… is larger than 8 MiB"), {shortHex});
        const auto manifest = Manifest::parse(file->text, descriptor.mediaType);
        if (!manifest)
            return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The manifest %1… cannot be read: %2"), {shortHex}, manifest.error());
        if (manifest->layers.size() > archivelimits::layers)
            return refused(QT_TRANSLATE_NOOP("Error", "The image %1… has more than 1000 layers"), {shortHex});
        if (manifest->layers.size() > archivelimits::oldDockerLayers)
            m_warnings.push_back(warning(
                QT_TRANSLATE_NOOP("Error", "The image has %1 layers; some docker engines hold at most 125"), {std::to_string(manifest->layers.size())}));
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
            return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The blob %1… has another size than the manifest says"), {descriptor.digest.shortHex()});
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
    std::size_t &m_walked;
    std::vector<Error> &m_warnings;
    std::set<Digest> m_visited;
};

/// The name that index.json gives an image: a full one or a bare tag. Nothing if there is none or it breaks the grammar.
std::string nameOf(const Descriptor &descriptor, std::vector<Error> &warnings)
{
    const auto full = json::text(descriptor.annotations, "io.containerd.image.name");
    const auto name = full.empty() ? json::text(descriptor.annotations, "org.opencontainers.image.ref.name") : full;
    const bool isFull = name.find_first_of("/:") != std::string::npos;
    if (name.empty() || (isFull ? ImageReference::parse(name).has_value() : checkTag(name).has_value()))
        return name;
    warnings.push_back(warning(QT_TRANSLATE_NOOP("Error", "The name \"%1\" in the archive is not a valid image name and was skipped"), {shownName(name)}));
    return {};
}

/// Gives the image that name, and takes it from the image that had it.
void giveName(std::vector<ArchivedImage> &images, std::size_t owner, const std::string &name, std::vector<Error> &warnings)
{
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (std::erase(images[i].names, name) > 0 && i != owner)
            warnings.push_back(warning(QT_TRANSLATE_NOOP("Error", "Two images of the archive have the name \"%1\"; the later one wins"), {shownName(name)}));
    }
    images[owner].names.push_back(name);
}

Result<void> checkBlobName(const std::string &name, const ScannedFile &file)
{
    constexpr std::string_view folder = "blobs/";
    const auto slash = name.find('/', folder.size());
    if (!name.starts_with(folder) || slash == std::string::npos)
        return {};
    const auto digest = Digest::parse(name.substr(folder.size(), slash - folder.size()) + ":" + name.substr(slash + 1));
    if (!digest)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The file \"%1\" lies among the blobs but its name is no digest: %2"), {shownName(name)},
            digest.error());
    // A link from sha512/ to elsewhere has no such digest to compare with.
    if (digest->algorithm() == DigestAlgorithm::Sha256 ? file.digest != *digest : file.sha512 != *digest)
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The blob %1… is damaged: its content has another digest"), {digest->shortHex()});
    return {};
}

} // namespace

Result<void> checkBlobNames(const ArchiveScan &scan)
{
    for (const auto &[name, file] : scan.files) {
        if (auto good = checkBlobName(name, file); !good)
            return good;
    }
    for (const auto &[name, target] : scan.links) {
        if (auto good = checkBlobName(name, *scan.file(target)); !good)
            return good;
    }
    return {};
}

Result<std::vector<ArchivedImage>> readOciLayout(const ArchiveScan &scan, std::vector<Error> &warnings)
{
    if (const auto *marker = scan.file("oci-layout")) {
        const auto body = json::parseStrict(marker->text);
        if (!body || json::text(*body, "imageLayoutVersion") != "1.0.0")
            return fail(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("Error", "The OCI layout has another version than 1.0.0"));
    }
    const auto index = Manifest::parse(scan.file("index.json")->text, media::ociIndex);
    if (!index)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "index.json cannot be read: %1"), {}, index.error());
    if (index->manifests.size() > archivelimits::manifests)
        return refused(QT_TRANSLATE_NOOP("Error", "index.json lists more than 10,000 manifests"));

    std::vector<ArchivedImage> images;
    std::map<Digest, std::size_t> known; // place in `images`
    std::size_t walked = 0;
    for (const auto &descriptor : index->manifests) {
        if (!media::isIndex(descriptor.mediaType) && !media::isImageManifest(descriptor.mediaType)) {
            warnings.push_back(skipped(descriptor));
            continue;
        }
        const auto [place, isNew] = known.emplace(descriptor.digest, images.size());
        if (isNew) {
            Walker walker(scan, walked, warnings);
            if (auto done = walker.walk(descriptor, 1); !done)
                return tl::unexpected(done.error());
            images.push_back(std::move(walker.image));
        }
        if (const auto name = nameOf(descriptor, warnings); !name.empty())
            giveName(images, place->second, name, warnings);
    }
    return images;
}

} // namespace berth
