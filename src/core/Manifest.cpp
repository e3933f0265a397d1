// SPDX-License-Identifier: Apache-2.0
#include "core/Manifest.h"

#include <QtGlobal>

#include "core/MediaTypes.h"

namespace berth {

namespace {

tl::unexpected<Error> broken(const char *pattern, std::vector<std::string> values = {}) { return fail(ErrorCode::ManifestInvalid, pattern, std::move(values)); }

Result<Descriptor> readDescriptor(const json::value &from, const std::string &where)
{
    if (!from.is_object())
        return broken(QT_TRANSLATE_NOOP("Error", "%1 is no descriptor"), {where});
    const auto digest = Digest::parse(json::text(from, "digest"));
    if (!digest)
        return fail(ErrorCode::ManifestInvalid, QT_TRANSLATE_NOOP("Error", "%1 has no valid digest: %2"), {where}, digest.error());
    const auto *size = json::find(from, "size");
    if (!size || !size->is_int64() || size->get_int64() < 0)
        return broken(QT_TRANSLATE_NOOP("Error", "%1 has no valid size"), {where});
    Descriptor descriptor{json::text(from, "mediaType"), *digest, size->get_int64(), {}, json::text(from, "artifactType"), {}, {}};
    if (descriptor.mediaType.empty())
        return broken(QT_TRANSLATE_NOOP("Error", "%1 has no mediaType"), {where});
    if (const auto *platform = json::find(from, "platform"))
        descriptor.platform = {json::text(*platform, "os"), json::text(*platform, "architecture"), json::text(*platform, "variant")};
    for (const auto &url : json::list(from, "urls")) {
        const std::string text = url.is_string() ? std::string(url.get_string().c_str()) : "";
        if (!(text.starts_with("http://") || text.starts_with("https://")) || text.find('#') != std::string::npos)
            return broken(QT_TRANSLATE_NOOP("Error", "%1 has a URL that is not http or https"), {where});
        descriptor.urls.push_back(text);
    }
    if (const auto *annotations = json::find(from, "annotations"); annotations && annotations->is_object())
        descriptor.annotations = annotations->get_object();
    return descriptor;
}

Result<std::vector<Descriptor>> readList(const json::value &from, std::string_view key)
{
    std::vector<Descriptor> list;
    const auto *member = json::find(from, key);
    if (!member || member->is_null())
        return list;
    if (!member->is_array())
        return broken(QT_TRANSLATE_NOOP("Error", "\"%1\" is no list"), {std::string(key)});
    for (const auto &element : member->get_array()) {
        auto descriptor = readDescriptor(element, std::string(key) + "[" + std::to_string(list.size()) + "]");
        if (!descriptor)
            return tl::unexpected(descriptor.error());
        list.push_back(std::move(*descriptor));
    }
    return list;
}

/// The type of a manifest: what the request, the body and the structure say, which must agree.
Result<std::string> settleType(const json::value &body, std::string_view contentType)
{
    const std::string own = json::text(body, "mediaType");
    std::string type(contentType);
    if (type.empty() || type == "application/json")
        type = own;
    if (type.empty())
        type = json::find(body, "manifests") ? media::ociIndex : media::ociManifest;
    if (!own.empty() && own != type)
        return broken(QT_TRANSLATE_NOOP("Error", "The request says %1, the manifest itself says %2"), {type, own});
    if (!media::isIndex(type) && !media::isImageManifest(type))
        return broken("Manifests of type %1 are not supported. Supported are OCI image manifests and indexes and Docker's "
                      "schema 2 manifests and lists",
            {type.substr(0, 200)});
    return type;
}

} // namespace

std::string Platform::toString() const
{
    std::string text = os;
    if (!architecture.empty())
        text += "/" + architecture;
    if (!variant.empty())
        text += "/" + variant;
    return text;
}

bool Manifest::isIndex() const { return media::isIndex(mediaType); }

std::string Manifest::referrerType() const
{
    if (!artifactType.empty())
        return artifactType;
    return config ? config->mediaType : std::string();
}

Result<Manifest> Manifest::parse(std::string_view bytes, std::string_view contentType)
{
    if (bytes.size() > maxManifestBytes)
        return fail(ErrorCode::TooLarge, "A manifest has at most 8 MiB");
    const auto body = json::parseStrict(bytes);
    if (!body) {
        Error error = body.error();
        error.code = ErrorCode::ManifestInvalid;
        return tl::unexpected(error);
    }
    if (!body->is_object())
        return broken(QT_TRANSLATE_NOOP("Error", "A manifest is a JSON object"));
    if (json::integer(*body, "schemaVersion", -1) == 1 || contentType.find("manifest.v1+") != std::string_view::npos)
        if (!media::isIndex(contentType) && !media::isImageManifest(contentType))
            return broken("Docker's schema 1 manifests are not supported; push with a docker of 2017 or later");
    if (json::integer(*body, "schemaVersion", -1) != 2)
        return broken(QT_TRANSLATE_NOOP("Error", "schemaVersion must be 2"));
    auto type = settleType(*body, contentType);
    if (!type)
        return tl::unexpected(type.error());

    Manifest manifest;
    manifest.mediaType = std::move(*type);
    manifest.artifactType = json::text(*body, "artifactType");
    if (const auto *notes = json::find(*body, "annotations"); notes && notes->is_object())
        manifest.annotations = notes->get_object();
    if (const auto *subject = json::find(*body, "subject"); subject && !subject->is_null()) {
        auto descriptor = readDescriptor(*subject, "subject");
        if (!descriptor)
            return tl::unexpected(descriptor.error());
        manifest.subject = std::move(*descriptor);
    }
    if (manifest.isIndex()) {
        if (json::find(*body, "config") || json::find(*body, "layers"))
            return broken(QT_TRANSLATE_NOOP("Error", "An index has no config and no layers"));
        auto children = readList(*body, "manifests");
        if (!children)
            return tl::unexpected(children.error());
        for (auto &child : *children)
            (media::isBlobInIndex(child.mediaType) ? manifest.layers : manifest.manifests).push_back(std::move(child));
        return manifest;
    }
    if (json::find(*body, "manifests"))
        return broken(QT_TRANSLATE_NOOP("Error", "An image manifest has no list of manifests"));
    const auto *config = json::find(*body, "config");
    if (!config)
        return broken(QT_TRANSLATE_NOOP("Error", "An image manifest needs a config"));
    auto descriptor = readDescriptor(*config, "config");
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    manifest.config = std::move(*descriptor);
    auto layers = readList(*body, "layers");
    if (!layers)
        return tl::unexpected(layers.error());
    manifest.layers = std::move(*layers);
    return manifest;
}

Result<ImageConfig> ImageConfig::parse(std::string_view bytes)
{
    const auto body = json::parseStrict(bytes);
    if (!body)
        return tl::unexpected(body.error());
    if (!body->is_object())
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "An image configuration is a JSON object"));
    ImageConfig config;
    config.platform = {json::text(*body, "os"), json::text(*body, "architecture"), json::text(*body, "variant")};
    config.created = json::text(*body, "created");
    config.author = json::text(*body, "author");
    if (const auto *rootfs = json::find(*body, "rootfs")) {
        for (const auto &id : json::list(*rootfs, "diff_ids")) {
            const auto digest = Digest::parse(id.is_string() ? std::string_view(id.get_string()) : "");
            if (!digest)
                return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "rootfs.diff_ids holds something that is no digest"));
            config.diffIds.push_back(digest->toString());
        }
    }
    return config;
}

} // namespace berth
