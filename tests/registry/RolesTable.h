// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iterator>

/// Who may call what, for RolesTest.
///
/// One character for each caller: + served, otherwise the last digit of the status 40x or 412 (1: who are you, 3: you may not,
/// 4: no such thing for you, 2: not as things are). The callers, in five groups:
///
///     S M U N   administrator, member, image uploader, none, of the whole server
///     A m u     administrator, member, image uploader, of the registry "team" alone
///     L l       an administrator's key limited to what a member may do, and one limited to the registry "team"
///     D E       a disabled key, and one whose owner's time is over
///     x y z     nobody, with anonymous access off, pull, push; management calls need a key in each, so they only have x
namespace berth::test {

/// The answers in the registry "team" and in the registry "other".
struct Who {
    const char *inside;
    const char *outside;
};

//                                   SMUN Amu Ll DE xyz     SMUN Amu Ll DE xyz
inline constexpr Who see{"+++3 +++ ++ 11 1++", "+++3 333 +3 11 1++"};
inline constexpr Who pull{"++33 ++3 ++ 11 1++", "++33 333 +3 11 1++"};
inline constexpr Who push{"+3+3 +3+ 3+ 11 11+", "+3+3 333 33 11 11+"};
inline constexpr Who remove{"+333 +33 3+ 11 111", "+333 333 33 11 111"};
inline constexpr Who noRule{"4333 433 34 11 111", "4333 333 33 11 111"}; // as remove, of what is not there
inline constexpr Who broken{"0333 033 30 11 111", "0333 333 33 11 111"}; // as remove, with a body that is none
inline constexpr Who noRun{"4443 444 44 11 1++", "4443 333 43 11 1++"};   // as see, of what is not there
inline constexpr Who filled{"2333 333 33 11 111", "2333 333 33 11 111"}; // what only the administrator might, were it empty
// And where no registry is named:
inline constexpr Who administrator{"+333 333 33 11 111", nullptr};
inline constexpr Who anyKey{"++++ +++ ++ 11 111", nullptr};
inline constexpr Who seesAll{"+++3 333 +3 11 111", nullptr}; // sums of the whole server
inline constexpr Who ownKeys{"++++ +++ 33 11 111", nullptr}; // a limited key manages none
inline constexpr Who oneOwnKey{"++++ +++ 44 11 111", nullptr};
inline constexpr Who othersKey{"+444 444 44 11 111", nullptr};
inline constexpr Who catalog{"++++ +++ ++ 11 1++", nullptr};
inline constexpr Who newRegistry{"+343 333 33 11 11+", nullptr};
inline constexpr Who nobody{"4444 444 44 44 444", nullptr}; // what needs no key, of what is not there
inline constexpr Who everybody{"++++ +++ ++ ++ +++", nullptr};
inline constexpr Who tokens{"++++ +++ ++ 11 +++", nullptr}; // one that opens nothing is given, too

struct Call {
    const char *method;
    const char *path; ///< {words} stand for things that RolesTest makes ready.
    Who who;
    const char *body = "";
};

inline constexpr Call protocolCalls[] = {
    {"GET", "/v2/", {"++++ +++ ++ 11 111", nullptr}},
    {"GET", "/v2/_catalog", catalog},
    {"GET", "/service/token?scope=repository:team/app:pull", tokens},
    {"GET", "/v2/{r}/app/manifests/1", pull},
    {"GET", "/v2/{r}/app/manifests/{digest}", pull},
    {"HEAD", "/v2/{r}/app/manifests/1", see}, // a push asks so what is there already
    {"HEAD", "/v2/{r}/app/manifests/{digest}", see},
    {"GET", "/v2/{r}/app/blobs/{blob}", pull},
    {"HEAD", "/v2/{r}/app/blobs/{blob}", see},
    {"GET", "/v2/{r}/app/tags/list", pull},
    {"HEAD", "/v2/{r}/app/tags/list", pull},
    {"GET", "/v2/{r}/app/referrers/{digest}", pull},
    {"HEAD", "/v2/{r}/app/referrers/{digest}", pull},
    {"POST", "/v2/{r}/app/blobs/uploads/", push},
    {"POST", "/v2/{r}/app/blobs/uploads/?digest={emptydigest}", push},
    {"POST", "/v2/{r}/app/blobs/uploads/?mount={blob}&from={r}/app", push},
    {"POST", "/v2/{r}/new{n}/blobs/uploads/", push},
    {"GET", "/v2/{r}/app/blobs/uploads/{upload}", push},
    {"PATCH", "/v2/{r}/app/blobs/uploads/{upload}", push, "x"},
    {"PUT", "/v2/{r}/app/blobs/uploads/{upload}?digest={emptydigest}", push},
    {"DELETE", "/v2/{r}/app/blobs/uploads/{upload}", push},
    {"PUT", "/v2/{r}/app/manifests/new{n}", push, "{manifest}"},
    {"PUT", "/v2/{r}/app/manifests/{digest}?tag=new{n}", push, "{manifest}"},
    {"DELETE", "/v2/{r}/{image}/manifests/1", remove},
    {"DELETE", "/v2/{r}/{image}/manifests/{digest}", remove},
    {"DELETE", "/v2/{r}/app/blobs/{loneblob}", remove},
    {"POST", "/v2/registry{n}/app/blobs/uploads/", newRegistry},
};

#define NCR "/ncr/v2.0/appkeys/local/registries"
inline constexpr Call managementCalls[] = {
    {"GET", NCR, anyKey},
    {"POST", NCR, administrator, R"({"project_name":"registry{n}"})"},
    {"GET", NCR "/{r}", see},
    {"PUT", NCR "/{r}", remove, R"({"metadata":{"auto_scan":"{n}"}})"},
    {"DELETE", NCR "/{r}", filled},
    {"DELETE", NCR "/{empty}", administrator},
    {"GET", NCR "/{r}/immutabletagrules", see},
    {"POST", NCR "/{r}/immutabletagrules", remove, R"({"tag":{"include":true,"pattern":"none-{n}"}})"},
    {"PUT", NCR "/{r}/immutabletagrules/0", noRule, R"({"scope":{},"tag":{}})"},
    {"DELETE", NCR "/{r}/immutabletagrules/0", noRule},
    {"GET", NCR "/{r}/retentions", see},
    {"POST", NCR "/{r}/retentions", broken, R"({"parameters":{}})"},
    {"PUT", NCR "/{r}/retentions/0", noRule, R"({"scope":{},"tag":{},"parameters":{"always":-1}})"},
    {"DELETE", NCR "/{r}/retentions?id=0", noRule},
    {"DELETE", NCR "/{r}/retentions/0", noRule},
    {"GET", NCR "/{r}/retentions/executions", see},
    {"POST", NCR "/{r}/retentions/executions", broken, R"({"dry_run":1})"},
    {"GET", NCR "/{r}/retentions/executions/{nothing}/tasks", noRun},
    {"GET", NCR "/{r}/retentions/executions/{nothing}/tasks/{nothing}", noRun},
    {"GET", NCR "/{r}/retentions/schedule", see},
    {"POST", NCR "/{r}/retentions/schedule", broken, R"({"settings":{"cron":"{n}"}})"},
    {"GET", NCR "/{r}/webhook/policies", remove},
    {"POST", NCR "/{r}/webhook/policies", broken, R"({"event_types":[],"targets":[]})"},
    {"GET", NCR "/{r}/webhook/policies/{nothing}", noRule},
    {"PUT", NCR "/{r}/webhook/policies/{nothing}", noRule, R"({"event_types":[],"targets":[]})"},
    {"DELETE", NCR "/{r}/webhook/policies/{nothing}", noRule},
    {"GET", NCR "/{r}/images", see},
    {"GET", NCR "/{r}/images/app", see},
    {"GET", NCR "/{r}/images/app/artifacts", see},
    {"GET", NCR "/{r}/images/app/artifacts/1", see},
    {"GET", NCR "/{r}/images/app/artifacts/1/tags", see},
    {"POST", NCR "/{r}/images/app/artifacts/1/tags", push, R"({"name":"tag{n}"})"},
    {"DELETE", NCR "/{r}/images/{image}/artifacts/1/tags/1", remove},
    {"DELETE", NCR "/{r}/images/{image}/artifacts/{digest}", remove},
    {"DELETE", NCR "/{r}/images/{image}", remove},

    {"GET", "/berth/v1/openapi.json", everybody},
    {"GET", "/berth/v1/me", anyKey},
    {"GET", "/berth/v1/storage", seesAll},
    {"GET", "/berth/v1/storage/registries", anyKey},
    {"GET", "/berth/v1/storage/images", anyKey},
    {"GET", "/berth/v1/storage/shared", administrator},
    {"GET", "/berth/v1/search?q=app", anyKey},
    {"POST", "/berth/v1/reclaim", see, R"({"images":["{r}/app"]})"},
    {"GET", "/berth/v1/registries/{r}", see},
    {"PUT", "/berth/v1/registries/{r}", {administrator.inside, administrator.inside}, R"({"quota_bytes":100000000{n}})"},
    {"GET", "/berth/v1/registries/{r}/tag-history?image=app&tag=1", see},
    {"GET", "/berth/v1/registries/{r}/cleanup", see},
    {"POST", "/berth/v1/registries/{r}/cleanup/preview", see, "{}"},
    {"GET", "/berth/v1/registries/{r}/cleanup/runs", see},
    {"GET", "/berth/v1/registries/{r}/cleanup/runs/{nothing}", noRun},
    {"POST", "/berth/v1/registries/{r}/cleanup/runs/{nothing}", noRule, R"({"action":"stop"})"},
    {"GET", "/berth/v1/registries/{r}/cleanup/runs/{nothing}/images", noRun},
    {"GET", "/berth/v1/registries/{r}/cleanup/runs/{nothing}/images/{nothing}", noRun},
    {"POST", "/berth/v1/inbox/{nothing}", nobody, "{}"},
    {"GET", "/berth/v1/registries/{r}/inbox", remove},
    {"DELETE", "/berth/v1/registries/{r}/inbox", remove},
    {"GET", "/berth/v1/registries/{r}/webhooks/{nothing}/deliveries", noRule},
    {"GET", "/berth/v1/registries/{r}/webhooks/{nothing}/deliveries/{nothing}", noRule},
    {"POST", "/berth/v1/registries/{r}/webhooks/{nothing}/deliveries/{nothing}", noRule},
    {"POST", "/berth/v1/registries/{r}/webhooks/{nothing}/test", noRule, "{}"},
    {"GET", "/berth/v1/collection", seesAll},
    {"POST", "/berth/v1/collection", administrator, R"({"action":"pause"})"},
    {"GET", "/berth/v1/scrub", administrator},
    {"POST", "/berth/v1/scrub", administrator, R"({"action":"stop"})"},
    {"GET", "/berth/v1/jobs", administrator},
    {"GET", "/berth/v1/jobs/{job}/runs", administrator},
    {"GET", "/berth/v1/health", administrator},
    {"POST", "/berth/v1/health", administrator, R"({"action":"confirm_clock"})"},
    {"GET", "/berth/v1/settings", administrator},
    {"PUT", "/berth/v1/settings", administrator, R"({"free_floor_bytes":1{n}})"},
    {"GET", "/berth/v1/trash", anyKey},
    {"GET", "/berth/v1/trash/{deletion}", remove},
    {"POST", "/berth/v1/trash/{deletion}/restore", remove, "{}"},
    {"DELETE", "/berth/v1/trash/{deletion}", remove},
    {"GET", "/berth/v1/trash/{registrydeletion}", administrator},
    {"POST", "/berth/v1/trash/{registrydeletion}/restore", administrator, "{}"},
    {"DELETE", "/berth/v1/trash/{registrydeletion}", administrator},
    {"DELETE", "/berth/v1/trash", administrator},
    {"GET", "/berth/v1/users", administrator},
    {"POST", "/berth/v1/users", administrator, R"({"name":"made{n}","role":"administrator"})"},
    {"PUT", "/berth/v1/users/{user}", administrator, R"({"role":"administrator","registries":{"r{n}":"member"}})"},
    {"DELETE", "/berth/v1/users/{user}", administrator},
    {"GET", "/berth/v1/keys", ownKeys},
    {"GET", "/berth/v1/keys?owner=somebody", administrator},
    {"POST", "/berth/v1/keys", ownKeys, "{}"},
    {"POST", "/berth/v1/keys", administrator, R"({"owner":"somebody"})"},
    {"PUT", "/berth/v1/keys/{ownkey}", oneOwnKey, R"({"note":"{n}"})"},
    {"POST", "/berth/v1/keys/{ownkey}/secret", oneOwnKey},
    {"DELETE", "/berth/v1/keys/{ownkey}", oneOwnKey},
    {"PUT", "/berth/v1/keys/{somebodyskey}", othersKey, R"({"note":"{n}"})"},
    {"POST", "/berth/v1/keys/{somebodyskey}/secret", othersKey},
    {"DELETE", "/berth/v1/keys/{somebodyskey}", othersKey},
};
#undef NCR

} // namespace berth::test
