// SPDX-License-Identifier: Apache-2.0
#include "registry/management/NcrReply.h"

#include "registry/PublicText.h"

namespace berth::ncr {

namespace {

http::Response envelope(bool successful, int code, std::string_view message, std::string_view key, json::value payload)
{
    json::object body{{"header", json::object{{"isSuccessful", successful}, {"resultCode", code}, {"resultMessage", message}}}};
    if (!key.empty())
        body[key] = std::move(payload);
    return http::jsonResponse(200, body);
}

} // namespace

http::Response success(std::string_view key, json::value payload)
{
    return envelope(true, 200, "SUCCESS", key, std::move(payload));
}

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadRequest:
    case ErrorCode::Unreachable: // the client broke off
    case ErrorCode::Unsupported:
    case ErrorCode::NameInvalid:
    case ErrorCode::TagInvalid:
    case ErrorCode::DigestInvalid:
    case ErrorCode::SizeInvalid:
    case ErrorCode::UploadInvalid:
    case ErrorCode::RangeInvalid:
    case ErrorCode::ManifestInvalid:
    case ErrorCode::ManifestBlobUnknown: return 400;
    case ErrorCode::Unauthorized: return 401;
    case ErrorCode::Denied: return 403;
    case ErrorCode::NotFound:
    case ErrorCode::NameUnknown:
    case ErrorCode::BlobUnknown:
    case ErrorCode::UploadUnknown:
    case ErrorCode::ManifestUnknown: return 404;
    case ErrorCode::MethodNotAllowed: return 405;
    case ErrorCode::Conflict:
    case ErrorCode::FolderInUse: return 409;
    case ErrorCode::Precondition:
    case ErrorCode::BlobInUse:
    case ErrorCode::ManifestInUse: return 412;
    case ErrorCode::TooLarge:
    case ErrorCode::NoSpace: return 413;
    case ErrorCode::TooManyRequests: return 429;
    case ErrorCode::Damaged:
    case ErrorCode::Cancelled:
    case ErrorCode::Io:
    case ErrorCode::Internal: break;
    }
    return 500;
}

http::Response failure(const Error &error)
{
    const int status = statusOf(error.code);
    auto response = envelope(false, 10000 + status, publicText(error, status), {}, nullptr);
    if (status == 429)
        response.with("Retry-After", "1");
    return response;
}

http::Response deleted(const Result<std::int64_t> &operation)
{
    if (!operation)
        return failure(operation.error());
    return success().with(std::string(http::trashHeader), std::to_string(*operation));
}

http::Response notServed(const http::Request &request, std::string_view what)
{
    static constexpr std::string_view names[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "?"};
    return envelope(false, 10501,
        std::string(names[int(request.method)]) + " " + request.path + " (" + std::string(what) + ") is not served by this server",
        {}, nullptr);
}

} // namespace berth::ncr
