// SPDX-License-Identifier: Apache-2.0
#include "transfer/ManifestMaker.h"

#include "core/Hasher.h"
#include "core/MediaTypes.h"

namespace berth {

namespace {

json::object descriptorObject(const Descriptor &descriptor)
{
    json::object object{{"mediaType", descriptor.mediaType}, {"digest", descriptor.digest.toString()}, {"size", descriptor.sizeBytes}};
    if (!descriptor.urls.empty())
        object["urls"] = json::array(descriptor.urls.begin(), descriptor.urls.end());
    return object;
}

MadeManifest made(const json::object &object, std::string_view mediaType)
{
    const auto text = json::serialize(object);
    return {
        QByteArray::fromStdString(text), QString::fromUtf8(mediaType.data(), qsizetype(mediaType.size())), QString::fromStdString(Hasher::of(text).toString())};
}

} // namespace

MadeManifest makeManifest(const Descriptor &config, const std::vector<Descriptor> &layers)
{
    json::array list;
    for (const auto &layer : layers)
        list.push_back(descriptorObject(layer));
    return made({{"schemaVersion", 2}, {"mediaType", media::ociManifest}, {"config", descriptorObject(config)}, {"layers", list}}, media::ociManifest);
}

MadeManifest makeIndex(const std::vector<std::pair<MadeManifest, Platform>> &manifests)
{
    json::array list;
    for (const auto &[manifest, platform] : manifests) {
        json::object where{{"os", platform.os}, {"architecture", platform.architecture}};
        if (!platform.variant.empty())
            where["variant"] = platform.variant;
        json::object descriptor{{"mediaType", manifest.mediaType.toStdString()}, {"digest", manifest.digest.toStdString()}, {"size", manifest.bytes.size()}};
        if (!platform.os.empty())
            descriptor["platform"] = where;
        list.push_back(std::move(descriptor));
    }
    return made({{"schemaVersion", 2}, {"mediaType", media::ociIndex}, {"manifests", list}}, media::ociIndex);
}

} // namespace berth
