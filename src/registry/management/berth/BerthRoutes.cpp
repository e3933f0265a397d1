// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/BerthApi.h"
#include "registry/management/berth/CleanupCalls.h"
#include "registry/management/berth/InboxCalls.h"
#include "registry/management/berth/JobCalls.h"
#include "registry/management/berth/KeyCalls.h"
#include "registry/management/berth/ReclaimCall.h"
#include "registry/management/berth/SearchCalls.h"
#include "registry/management/berth/SettingsCalls.h"
#include "registry/management/berth/TrashCalls.h"
#include "registry/management/berth/UpkeepCalls.h"
#include "registry/management/berth/UserCalls.h"
#include "registry/management/berth/WebhookCalls.h"

namespace berth {

std::span<const Route<BerthCall>> berthRoutes()
{
    using enum http::Method;
    static constexpr Route<BerthCall> rows[] = {
        {Get, "openapi.json", right::anybody, &searchcalls::document},
        {Get, "search", right::anyKey, &searchcalls::search},

        {Get, "me", right::anyKey, &keycalls::me},
        {Get, "keys", right::judged, &keycalls::list},
        {Post, "keys", right::judged, &keycalls::create},
        {Put, "keys/{key}", right::judged, &keycalls::change},
        {Delete, "keys/{key}", right::judged, &keycalls::remove},
        {Post, "keys/{key}/secret", right::judged, &keycalls::renewSecret},

        {Get, "users", right::administrator, &usercalls::list},
        {Post, "users", right::administrator, &usercalls::create},
        {Put, "users/{user}", right::administrator, &usercalls::change},
        {Delete, "users/{user}", right::administrator, &usercalls::remove},

        {Get, "storage", right::seesAll, &upkeepcalls::storage},
        {Get, "storage/registries", right::anyKey, &upkeepcalls::largestRegistries},
        {Get, "storage/images", right::anyKey, &upkeepcalls::largestImages},
        {Get, "storage/shared", right::administrator, &upkeepcalls::sharedBlobs}, // digests of registries that others may not see

        {Post, "reclaim", right::judged, &reclaim},
        {Get, "trash", right::anyKey, &trashcalls::list},
        {Delete, "trash", right::administrator, &trashcalls::empty},
        {Get, "trash/{operation}", right::judged, &trashcalls::details},
        {Delete, "trash/{operation}", right::judged, &trashcalls::end},
        {Post, "trash/{operation}/restore", right::judged, &trashcalls::restore},

        {Get, "collection", right::seesAll, &upkeepcalls::collection},
        {Post, "collection", right::administrator, &upkeepcalls::steerCollection},
        {Get, "scrub", right::administrator, &upkeepcalls::scrub},
        {Post, "scrub", right::administrator, &upkeepcalls::steerScrub},
        {Get, "jobs", right::administrator, &jobcalls::list},
        {Get, "jobs/{job}/runs", right::administrator, &jobcalls::runs},
        {Get, "health", right::administrator, &upkeepcalls::health},
        {Post, "health", right::administrator, &upkeepcalls::confirmClock},

        {Get, "settings", right::administrator, &settingscalls::show},
        {Put, "settings", right::administrator, &settingscalls::change},
        {Get, "registries/{registry}/tag-history", right::see, &searchcalls::tagHistory},
        {Get, "registries/{registry}/inbox", right::remove, &inboxcalls::show},
        {Delete, "registries/{registry}/inbox", right::remove, &inboxcalls::clear},
        {Post, "inbox/{box}", right::anybody, &inboxcalls::take},
        {Get, "registries/{registry}/cleanup", right::see, &cleanupcalls::show},
        {Post, "registries/{registry}/cleanup/preview", right::see, &cleanupcalls::preview},
        {Get, "registries/{registry}/cleanup/runs", right::see, &cleanupcalls::runs},
        {Get, "registries/{registry}/cleanup/runs/{run}", right::see, &cleanupcalls::run},
        {Post, "registries/{registry}/cleanup/runs/{run}", right::remove, &cleanupcalls::steerRun},
        {Get, "registries/{registry}/cleanup/runs/{run}/images", right::see, &cleanupcalls::images},
        {Get, "registries/{registry}/cleanup/runs/{run}/images/{task}", right::see, &cleanupcalls::artifacts},
        {Get, "registries/{registry}/webhooks/{policy}/deliveries", right::remove, &webhookcalls::deliveries},
        {Get, "registries/{registry}/webhooks/{policy}/deliveries/{delivery}", right::remove, &webhookcalls::delivery},
        {Post, "registries/{registry}/webhooks/{policy}/deliveries/{delivery}", right::remove, &webhookcalls::sendAgain},
        {Post, "registries/{registry}/webhooks/{policy}/test", right::remove, &webhookcalls::test},
        {Get, "registries/{registry}", right::see, &settingscalls::showRegistry},
        {Put, "registries/{registry}", right::administrator, &settingscalls::changeRegistry},
    };
    return rows;
}

} // namespace berth
