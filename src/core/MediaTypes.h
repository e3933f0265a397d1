// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Media types of the OCI image specification and of Docker's image manifest v2, schema 2.
namespace berth::media {

inline constexpr std::string_view ociManifest = "application/vnd.oci.image.manifest.v1+json";
inline constexpr std::string_view ociIndex = "application/vnd.oci.image.index.v1+json";
inline constexpr std::string_view ociConfig = "application/vnd.oci.image.config.v1+json";
inline constexpr std::string_view ociEmpty = "application/vnd.oci.empty.v1+json";
inline constexpr std::string_view ociLayer = "application/vnd.oci.image.layer.v1.tar";
inline constexpr std::string_view ociLayerGzip = "application/vnd.oci.image.layer.v1.tar+gzip";
inline constexpr std::string_view ociLayerZstd = "application/vnd.oci.image.layer.v1.tar+zstd";
inline constexpr std::string_view dockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
inline constexpr std::string_view dockerList = "application/vnd.docker.distribution.manifest.list.v2+json";
inline constexpr std::string_view dockerConfig = "application/vnd.docker.container.image.v1+json";
inline constexpr std::string_view octets = "application/octet-stream";

inline bool isIndex(std::string_view type) { return type == ociIndex || type == dockerList; }
inline bool isImageManifest(std::string_view type) { return type == ociManifest || type == dockerManifest; }

/// Layers whose bytes may stay at their `urls` and need not exist in the registry.
inline bool isForeignLayer(std::string_view type)
{
    return type.find("nondistributable") != std::string_view::npos || type.find(".foreign.") != std::string_view::npos;
}

/// Content that some builders list in an index although it is no manifest: a build cache as BuildKit writes it before 0.21.
inline bool isBlobInIndex(std::string_view type)
{
    return type.starts_with("application/vnd.oci.image.layer.") || type.starts_with("application/vnd.docker.image.rootfs.")
        || type == "application/vnd.buildkit.cacheconfig.v0";
}

} // namespace berth::media
