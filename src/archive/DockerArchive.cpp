// SPDX-License-Identifier: Apache-2.0
#include "archive/DockerArchive.h"

#include <map>

#include <QtGlobal>

#include "archive/EntryStream.h"
#include "core/MediaTypes.h"
#include "core/Names.h"

namespace berth {

namespace {

tl::unexpected<Error> refused(const char *pattern, std::vector<std::string> values = {}) { return fail(ErrorCode::BadRequest, pattern, std::move(values)); }

Result<std::vector<std::string>> stringList(const json::value &from, std::string_view key)
{
    std::vector<std::string> texts;
    const auto *member = json::find(from, key);
    if (!member || member->is_null())
        return texts;
    if (!member->is_array())
        return refused(QT_TRANSLATE_NOOP("Error", "manifest.json: %1 is no list"), {std::string(key)});
    for (const auto &element : member->get_array()) {
        if (!element.is_string())
            return refused(QT_TRANSLATE_NOOP("Error", "manifest.json: %1 holds something that is no text"), {std::string(key)});
        texts.emplace_back(element.get_string());
    }
    return texts;
}

/// Layers whose bytes stay elsewhere, by the digest of the unpacked layer (Windows base layers).
std::map<std::string, Descriptor> foreignLayers(const json::value &image)
{
    std::map<std::string, Descriptor> result;
    const auto *sources = json::find(image, "LayerSources");
    if (!sources || !sources->is_object())
        return result;
    for (const auto &member : sources->get_object()) {
        const auto digest = Digest::parse(json::text(member.value(), "digest"));
        if (!digest)
            continue;
        Descriptor descriptor{json::text(member.value(), "mediaType"), *digest, json::integer(member.value(), "size"), {}, {}, {}, {}};
        for (const auto &url : json::list(member.value(), "urls"))
            descriptor.urls.emplace_back(url.is_string() ? url.get_string().c_str() : "");
        if (media::isForeignLayer(descriptor.mediaType) && !descriptor.urls.empty())
            result.emplace(member.key(), std::move(descriptor));
    }
    return result;
}

Result<ArchivedBlob> readLayer(
    const ArchiveScan &scan, const std::string &path, const std::string &diffId, std::size_t number, const std::map<std::string, Descriptor> &foreign)
{
    const auto *file = scan.file(path);
    if (!file) {
        if (const auto it = foreign.find(diffId); it != foreign.end())
            return ArchivedBlob{it->second, {}, Packing::None};
        return refused(QT_TRANSLATE_NOOP("Error", "Layer %1 (%2) is not in the archive"), {std::to_string(number), shownName(path)});
    }
    const auto wanted = Digest::parse(diffId);
    if (!wanted)
        return tl::unexpected(wanted.error());
    // An unpacked layer may happen to begin as packed data does. What a packed one unpacks to is checked when it is spooled.
    const auto packing = file->digest == *wanted ? Packing::None : file->packing;
    if (packing == Packing::None && file->digest != *wanted)
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "Layer %1 (%2) is damaged: its digest is %3…, not %4…"),
            {std::to_string(number), shownName(path), file->digest.shortHex(), wanted->shortHex()});
    return ArchivedBlob{Descriptor{std::string(media::ociLayer), file->digest, file->sizeBytes, {}, {}, {}, {}}, scan.resolved(path), packing};
}

/// The configuration of an image, as docker wants it: layers in its rootfs, texts for the platform.
Result<ImageConfig> readConfig(const ScannedFile &file, const std::string &path)
{
    const auto name = shownName(path);
    const auto useless = [&](const Error &reason) {
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The image configuration \"%1\" cannot be used: %2"), {name}, reason);
    };
    if (file.sizeBytes > archivelimits::jsonBytes)
        return refused(QT_TRANSLATE_NOOP("Error", "The image configuration \"%1\" cannot be used: it is larger than 8 MiB"), {name});
    const auto body = json::parseStrict(file.text);
    if (!body)
        return useless(body.error());
    for (const auto *key : {"os", "architecture", "variant"}) {
        if (const auto *member = json::find(*body, key); member && !member->is_string())
            return refused(QT_TRANSLATE_NOOP("Error", "The image configuration \"%1\" cannot be used: its \"%2\" is no text"), {name, key});
    }
    const auto *rootfs = json::find(*body, "rootfs");
    if (!rootfs || json::text(*rootfs, "type") != "layers")
        return refused(QT_TRANSLATE_NOOP("Error", "The image configuration \"%1\" cannot be used: its rootfs is not of the type \"layers\""), {name});
    auto config = ImageConfig::parse(file.text);
    if (!config)
        return useless(config.error());
    return config;
}

Result<ArchivedImage> readImage(const ArchiveScan &scan, const json::value &entry, std::vector<Error> &warnings)
{
    auto configPath = canonicalEntryName(json::text(entry, "Config"));
    if (!configPath)
        return tl::unexpected(configPath.error());
    const auto *configFile = scan.file(*configPath);
    if (configPath->empty() || !configFile)
        return refused(QT_TRANSLATE_NOOP("Error", "The image configuration \"%1\" is not in the archive"), {shownName(*configPath)});
    const auto config = readConfig(*configFile, *configPath);
    if (!config)
        return tl::unexpected(config.error());
    const auto layers = stringList(entry, "Layers");
    if (!layers)
        return tl::unexpected(layers.error());
    if (layers->size() > archivelimits::layers)
        return refused(QT_TRANSLATE_NOOP("Error", "The image has more than 1000 layers"));
    if (layers->size() != config->diffIds.size())
        return refused(QT_TRANSLATE_NOOP("Error", "The archive lists %1 layers, the image configuration %2"),
            {std::to_string(layers->size()), std::to_string(config->diffIds.size())});
    if (layers->size() > archivelimits::oldDockerLayers)
        warnings.push_back(
            warning(QT_TRANSLATE_NOOP("Error", "The image has %1 layers; some docker engines hold at most 125"), {std::to_string(layers->size())}));

    ArchivedManifest manifest;
    manifest.platform = config->platform;
    manifest.diffIds = config->diffIds;
    manifest.mediaType = media::ociManifest;
    manifest.config = ArchivedBlob{
        Descriptor{std::string(media::ociConfig), configFile->digest, configFile->sizeBytes, {}, {}, {}, {}}, scan.resolved(*configPath), Packing::None};
    const auto foreign = foreignLayers(entry);
    std::map<std::string, std::string> seen;
    for (std::size_t i = 0; i < layers->size(); ++i) {
        const auto path = canonicalEntryName((*layers)[i]);
        if (!path)
            return tl::unexpected(path.error());
        const auto [known, isNew] = seen.emplace(scan.resolved(*path), config->diffIds[i]);
        if (!isNew && known->second != config->diffIds[i])
            return refused(QT_TRANSLATE_NOOP("Error", "The file \"%1\" stands for two different layers"), {shownName(*path)});
        auto layer = readLayer(scan, *path, config->diffIds[i], i + 1, foreign);
        if (!layer)
            return tl::unexpected(layer.error());
        manifest.layers.push_back(std::move(*layer));
    }
    ArchivedImage image;
    image.isDockerArchive = true;
    image.manifests.push_back(std::move(manifest));
    const auto tags = stringList(entry, "RepoTags");
    if (!tags)
        return tl::unexpected(tags.error());
    for (const auto &tag : *tags) {
        if (ImageReference::parse(tag))
            image.names.push_back(tag);
        else
            warnings.push_back(
                warning(QT_TRANSLATE_NOOP("Error", "The name \"%1\" in the archive is not a valid image name and was skipped"), {shownName(tag)}));
    }
    return image;
}

} // namespace

Result<std::vector<ArchivedImage>> readDockerArchive(const ArchiveScan &scan, std::vector<Error> &warnings)
{
    const auto body = json::parseStrict(scan.file("manifest.json")->text);
    if (!body)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "manifest.json cannot be read: %1"), {}, body.error());
    if (!body->is_array())
        return refused(QT_TRANSLATE_NOOP("Error", "manifest.json is no list of images"));
    if (body->get_array().size() > archivelimits::manifests)
        return refused(QT_TRANSLATE_NOOP("Error", "manifest.json lists more than 10,000 images"));
    std::vector<ArchivedImage> images;
    for (const auto &entry : body->get_array()) {
        auto image = readImage(scan, entry, warnings);
        if (!image)
            return tl::unexpected(image.error());
        images.push_back(std::move(*image));
    }
    return images;
}

} // namespace berth
