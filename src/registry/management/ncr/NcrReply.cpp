// SPDX-License-Identifier: Apache-2.0
#include "registry/management/ncr/NcrReply.h"

#include "registry/PublicText.h"
#include "registry/routes/Errors.h"

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

http::Response success(std::string_view key, json::value payload) { return envelope(true, 200, "SUCCESS", key, std::move(payload)); }

http::Response failure(const Error &error)
{
    const int status = wordsOf(error.code).status;
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
    return envelope(false, 10501, std::string(http::nameOf(request.method)) + " " + request.path + " (" + std::string(what) + ") is not served by this server",
        {}, nullptr);
}

} // namespace berth::ncr
