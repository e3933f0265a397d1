// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrApi.h"
#include "registry/management/ncr/NcrImages.h"
#include "registry/management/ncr/NcrProtection.h"
#include "registry/management/ncr/NcrRegistries.h"

namespace berth {

std::span<const Route<NcrCall>> ncrRoutes()
{
    using enum http::Method;
#define BERTH_IMAGES "registries/{registry}/images"
#define BERTH_PROTECTION "registries/{registry}/immutabletagrules"
    // An image's name holds slashes, so the longest ends stand first.
    static constexpr Route<NcrCall> rows[] = {
        {Get, "registries", right::anyKey, &ncr::listRegistries},
        {Post, "registries", right::administrator, &ncr::createRegistry},
        {Get, "registries/{registry}", right::judged, &ncr::showRegistry}, // by name or number
        {Put, "registries/{registry}", right::judged, &ncr::changeRegistry},
        {Delete, "registries/{registry}", right::administrator, &ncr::deleteRegistry},

        {Get, BERTH_PROTECTION, right::judged, &ncr::listProtection}, // these by name or number, too
        {Post, BERTH_PROTECTION, right::judged, &ncr::createProtection},
        {Put, BERTH_PROTECTION "/{rule}", right::judged, &ncr::changeProtection},
        {Delete, BERTH_PROTECTION "/{rule}", right::judged, &ncr::deleteProtection},

        {Get, BERTH_IMAGES, right::see, &ncr::listImages},
        {Delete, BERTH_IMAGES "/{image...}/artifacts/{reference}/tags/{tag}", right::remove, &ncr::deleteTag},
        {Get, BERTH_IMAGES "/{image...}/artifacts/{reference}/additions/{addition}", right::see, &ncr::scan},
        {Get, BERTH_IMAGES "/{image...}/artifacts/{reference}/tags", right::see, &ncr::listTags},
        {Post, BERTH_IMAGES "/{image...}/artifacts/{reference}/tags", right::push, &ncr::createTag},
        {Get, BERTH_IMAGES "/{image...}/artifacts/{reference}/scan", right::see, &ncr::scan},
        {Post, BERTH_IMAGES "/{image...}/artifacts/{reference}/scan", right::see, &ncr::scan},
        {Get, BERTH_IMAGES "/{image...}/artifacts/{reference}", right::see, &ncr::showArtifact},
        {Delete, BERTH_IMAGES "/{image...}/artifacts/{reference}", right::remove, &ncr::deleteArtifact},
        {Get, BERTH_IMAGES "/{image...}/artifacts", right::see, &ncr::listArtifacts},
        {Get, BERTH_IMAGES "/{image...}", right::see, &ncr::showImage},
        {Delete, BERTH_IMAGES "/{image...}", right::remove, &ncr::deleteImage},
    };
#undef BERTH_PROTECTION
#undef BERTH_IMAGES
    return rows;
}

} // namespace berth
