// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/BlobHandler.h"
#include "registry/distribution/Distribution.h"
#include "registry/distribution/ErrorResponse.h"
#include "registry/distribution/ListHandler.h"
#include "registry/distribution/ManifestHandler.h"
#include "registry/distribution/TokenHandler.h"
#include "registry/distribution/UploadHandler.h"

namespace berth {

namespace {

/// Also where anonymous access is on it asks for credentials: clients learn here that signing in is possible.
boost::asio::awaitable<http::Response> baseOf(ServiceCall &call)
{
    if (call.request.header("authorization").empty())
        co_return challengeResponse(call.request, "", "", "Sign in with an access key and its secret");
    co_return http::jsonResponse(200, json::object());
}

} // namespace

std::span<const Route<ServiceCall>> serviceRoutes()
{
    using enum http::Method;
    static constexpr Route<ServiceCall> rows[] = {
        {Get, "service/token", right::anybody, &giveToken},
        {Post, "service/token", right::anybody, &giveTokenForForm},
        {Get, "v2/", right::judged, &baseOf},
        {Head, "v2/", right::judged, &baseOf},
        {Get, "v2", right::judged, &baseOf},
        {Head, "v2", right::judged, &baseOf},
        {Get, "v2/_catalog", right::judged, &listCatalog},
        {Head, "v2/_catalog", right::judged, &listCatalog},
    };
    return rows;
}

std::span<const Route<Call>> protocolRoutes()
{
    using enum http::Method;
    static constexpr Route<Call> rows[] = {
        {Get, "v2/{name...}/manifests/{reference}", right::pull, &getManifest},
        {Head, "v2/{name...}/manifests/{reference}", right::pullOrPush, &getManifest},
        {Put, "v2/{name...}/manifests/{reference}", right::push, &putManifest},
        {Delete, "v2/{name...}/manifests/{reference}", right::remove, &deleteManifest},
        {Get, "v2/{name...}/tags/list", right::pull, &listTags},
        {Head, "v2/{name...}/tags/list", right::pull, &listTags},
        {Post, "v2/{name...}/blobs/uploads/", right::push, &startUpload},
        {Post, "v2/{name...}/blobs/uploads", right::push, &startUpload},
        {Get, "v2/{name...}/blobs/uploads/{upload}", right::push, &uploadState},
        {Patch, "v2/{name...}/blobs/uploads/{upload}", right::push, &patchUpload},
        {Put, "v2/{name...}/blobs/uploads/{upload}", right::push, &closeUpload},
        {Delete, "v2/{name...}/blobs/uploads/{upload}", right::push, &cancelUpload},
        {Get, "v2/{name...}/blobs/{digest}", right::pull, &getBlob},
        {Head, "v2/{name...}/blobs/{digest}", right::pullOrPush, &getBlob},
        {Delete, "v2/{name...}/blobs/{digest}", right::remove, &deleteBlob},
        {Get, "v2/{name...}/referrers/{digest}", right::pull, &listReferrers},
        {Head, "v2/{name...}/referrers/{digest}", right::pull, &listReferrers},
    };
    return rows;
}

} // namespace berth
