// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/Digest.h"
#include "core/Json.h"

namespace berth {

/// Largest manifest that is taken, in bytes.
inline constexpr std::uint64_t maxManifestBytes = 8ULL << 20;

/// What an image runs on, as in an OCI index or image configuration.
struct Platform {
    std::string os;
    std::string architecture;
    std::string variant;

    /// "linux/arm/v7"; empty if nothing is known.
    std::string toString() const;
    friend bool operator==(const Platform &, const Platform &) = default;
};

/// Points at a blob or manifest (OCI image specification, descriptor).
struct Descriptor {
    std::string mediaType;
    Digest digest;
    std::int64_t sizeBytes = 0;
    Platform platform;        ///< Empty unless given.
    std::string artifactType; ///< Empty unless given.
    std::vector<std::string> urls;
    json::object annotations;
};

/// A manifest or index, read and checked. The bytes themselves are what counts: they are stored as they came.
struct Manifest {
    std::string mediaType;
    std::string artifactType;
    std::optional<Descriptor> config; ///< Image manifests only.
    std::vector<Descriptor> layers;    ///< Of an index: what it lists that is no manifest, see media::isBlobInIndex().
    std::vector<Descriptor> manifests; ///< Children of an index.
    std::optional<Descriptor> subject;
    json::object annotations;

    bool isIndex() const;

    /// What this artifact is when listed as a referrer: its own artifactType, else its config's type.
    std::string referrerType() const;

    /// Reads an OCI image manifest or index, or Docker's schema 2 manifest or list.
    ///
    /// `contentType` is that of the request, without parameters; empty if it had none. ManifestInvalid with the
    /// fault in words, also for schema 1, for types that contradict each other and for broken descriptors.
    static Result<Manifest> parse(std::string_view bytes, std::string_view contentType);
};

/// What an image configuration says about the image; members that are absent stay empty.
struct ImageConfig {
    Platform platform;
    std::string created; ///< RFC 3339, as written.
    std::string author;
    std::vector<std::string> diffIds; ///< Digests of the uncompressed layers, bottom first.

    /// BadRequest if it is no JSON object or `rootfs` is malformed.
    static Result<ImageConfig> parse(std::string_view bytes);
};

} // namespace berth
