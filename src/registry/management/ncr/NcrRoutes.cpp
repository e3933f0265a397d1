// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrApi.h"
#include "registry/management/ncr/NcrCleanup.h"
#include "registry/management/ncr/NcrCleanupRuns.h"
#include "registry/management/ncr/NcrImages.h"
#include "registry/management/ncr/NcrProtection.h"
#include "registry/management/ncr/NcrRegistries.h"
#include "registry/management/ncr/NcrWebhooks.h"

namespace berth {

std::span<const Route<NcrCall>> ncrRoutes()
{
    using enum http::Method;
#define BERTH_IMAGES "registries/{registry}/images"
#define BERTH_CLEANUP "registries/{registry}/retentions"
#define BERTH_WEBHOOKS "registries/{registry}/webhook/policies"
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

        {Get, BERTH_CLEANUP, right::judged, &ncr::listCleanup}, // and these
        {Post, BERTH_CLEANUP, right::judged, &ncr::createCleanup},
        {Delete, BERTH_CLEANUP, right::judged, &ncr::deleteCleanup},
        {Get, BERTH_CLEANUP "/executions", right::judged, &ncr::listRuns},
        {Post, BERTH_CLEANUP "/executions", right::judged, &ncr::startRun},
        {Get, BERTH_CLEANUP "/executions/{run}/tasks", right::judged, &ncr::listTasks},
        {Get, BERTH_CLEANUP "/executions/{run}/tasks/{task}", right::judged, &ncr::showLog},
        {Get, BERTH_CLEANUP "/schedule", right::judged, &ncr::showSchedule},
        {Post, BERTH_CLEANUP "/schedule", right::judged, &ncr::setSchedule},
        {Put, BERTH_CLEANUP "/{rule}", right::judged, &ncr::changeCleanup},
        {Delete, BERTH_CLEANUP "/{rule}", right::judged, &ncr::deleteCleanup},

        {Get, BERTH_WEBHOOKS, right::judged, &ncr::listWebhooks},
        {Post, BERTH_WEBHOOKS, right::judged, &ncr::createWebhook},
        {Get, BERTH_WEBHOOKS "/{policy}", right::judged, &ncr::showWebhook},
        {Put, BERTH_WEBHOOKS "/{policy}", right::judged, &ncr::changeWebhook},
        {Delete, BERTH_WEBHOOKS "/{policy}", right::judged, &ncr::deleteWebhook},

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
#undef BERTH_WEBHOOKS
#undef BERTH_CLEANUP
#undef BERTH_IMAGES
    return rows;
}

} // namespace berth
