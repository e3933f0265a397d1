// SPDX-License-Identifier: Apache-2.0
#include "core/Manifest.h"
#include "core/MediaTypes.h"
#include "fuzz/Require.h"

using namespace berth;
using berth::test::require;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    for (const auto type : {std::string_view(), media::ociManifest, media::ociIndex, media::dockerList}) {
        const auto manifest = Manifest::parse(bytes, type);
        if (!manifest) {
            require(!manifest.error().message.empty(), "a refusal says why");
            continue;
        }
        require(manifest->isIndex() != manifest->config.has_value(), "an image has a config, an index has none");
        for (const auto *list : {&manifest->layers, &manifest->manifests}) {
            for (const auto &descriptor : *list)
                require(descriptor.sizeBytes >= 0 && !descriptor.mediaType.empty(), "descriptors are whole");
        }
        manifest->referrerType();
    }
    if (const auto config = ImageConfig::parse(bytes)) {
        for (const auto &id : config->diffIds)
            require(Digest::parse(id).has_value(), "diff_ids are digests");
    }
    return 0;
}
