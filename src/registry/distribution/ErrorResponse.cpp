// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/ErrorResponse.h"

#include "registry/PublicText.h"

namespace berth {

namespace {

struct Wire {
    int status;
    const char *code;
};

Wire wireOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadRequest: return {400, "UNSUPPORTED"};
    case ErrorCode::Unauthorized: return {401, "UNAUTHORIZED"};
    case ErrorCode::Denied: return {403, "DENIED"};
    case ErrorCode::NotFound: return {404, "NAME_UNKNOWN"};
    case ErrorCode::MethodNotAllowed: return {405, "UNSUPPORTED"};
    case ErrorCode::Conflict:
    case ErrorCode::FolderInUse: return {409, "DENIED"};
    case ErrorCode::Precondition: return {412, "DENIED"};
    case ErrorCode::TooManyRequests: return {429, "TOOMANYREQUESTS"};
    case ErrorCode::Unsupported: return {400, "UNSUPPORTED"};
    case ErrorCode::NameInvalid: return {400, "NAME_INVALID"};
    case ErrorCode::NameUnknown: return {404, "NAME_UNKNOWN"};
    case ErrorCode::TagInvalid: return {400, "MANIFEST_INVALID"};
    case ErrorCode::DigestInvalid: return {400, "DIGEST_INVALID"};
    case ErrorCode::SizeInvalid: return {400, "SIZE_INVALID"};
    case ErrorCode::BlobUnknown: return {404, "BLOB_UNKNOWN"};
    case ErrorCode::BlobInUse: return {405, "UNSUPPORTED"};
    case ErrorCode::UploadInvalid: return {400, "BLOB_UPLOAD_INVALID"};
    case ErrorCode::UploadUnknown: return {404, "BLOB_UPLOAD_UNKNOWN"};
    case ErrorCode::RangeInvalid: return {416, "BLOB_UPLOAD_INVALID"};
    case ErrorCode::ManifestInvalid: return {400, "MANIFEST_INVALID"};
    case ErrorCode::ManifestUnknown: return {404, "MANIFEST_UNKNOWN"};
    case ErrorCode::ManifestBlobUnknown: return {400, "MANIFEST_BLOB_UNKNOWN"};
    case ErrorCode::ManifestInUse: return {400, "UNSUPPORTED"};
    case ErrorCode::TooLarge: return {413, "SIZE_INVALID"};
    case ErrorCode::NoSpace: return {413, "SIZE_INVALID"};
    case ErrorCode::Unreachable: return {400, "UNSUPPORTED"}; // the client broke off; it may still listen
    case ErrorCode::Damaged:
    case ErrorCode::Cancelled:
    case ErrorCode::Io:
    case ErrorCode::Internal: break;
    }
    return {500, "UNKNOWN"};
}

json::object errorBody(const char *code, const std::string &message)
{
    return {{"errors", json::array{json::object{{"code", code}, {"message", message}}}}};
}

} // namespace

http::Response errorResponse(const Error &error, const char *code)
{
    Wire wire = wireOf(error.code);
    if (code)
        wire.code = code;
    auto response = http::jsonResponse(wire.status, errorBody(wire.code, publicText(error, wire.status)));
    if (wire.status == 429)
        response.with("Retry-After", "1");
    return response;
}

http::Response challengeResponse(const http::Request &request, const std::string &scope,
    const std::string &reason, const std::string &message)
{
    std::string challenge = "Bearer realm=\"" + request.origin() + "/service/token\",service=\"berth\"";
    if (!scope.empty())
        challenge += ",scope=\"" + scope + "\"";
    if (!reason.empty())
        challenge += ",error=\"" + reason + "\"";
    return http::jsonResponse(401, errorBody("UNAUTHORIZED", message)).with("WWW-Authenticate", challenge);
}

http::Response methodNotAllowed(std::string allowed)
{
    return errorResponse({ErrorCode::MethodNotAllowed, "This address answers " + allowed})
        .with("Allow", std::move(allowed));
}

} // namespace berth
