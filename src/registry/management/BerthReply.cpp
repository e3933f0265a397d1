// SPDX-License-Identifier: Apache-2.0
#include "registry/management/BerthReply.h"

#include "registry/PublicText.h"
#include "registry/management/NcrReply.h"

namespace berth {

namespace {

const char *codeOf(int status)
{
    switch (status) {
    case 400: return "BAD_REQUEST";
    case 401: return "UNAUTHORIZED";
    case 403: return "FORBIDDEN";
    case 404: return "NOT_FOUND";
    case 405: return "METHOD_NOT_ALLOWED";
    case 409: return "CONFLICT";
    case 412: return "PRECONDITION";
    case 413: return "REQUEST_ENTITY_TOO_LARGE";
    case 429: return "TOO_MANY_REQUEST";
    default: return "UNKNOWN";
    }
}

} // namespace

http::Response failed(const Error &error)
{
    const int status = ncr::statusOf(error.code);
    auto response = http::jsonResponse(status,
        json::object{{"errors", json::array{json::object{{"code", codeOf(status)}, {"message", publicText(error, status)}}}}});
    if (status == 429)
        response.with("Retry-After", "1");
    return response;
}

boost::asio::awaitable<Result<json::value>> readObject(http::Request &request)
{
    const auto body = co_await http::readWholeBody(*request.body, 1 << 20);
    if (!body)
        co_return tl::unexpected(body.error());
    if (body->empty())
        co_return json::value(json::object());
    auto value = json::parseStrict(*body);
    if (value && !value->is_object())
        co_return fail(ErrorCode::BadRequest, "The body is a JSON object");
    co_return value;
}

json::value timeOrNull(TimeMs time) { return time == 0 ? json::value(nullptr) : json::value(toRfc3339(time)); }

} // namespace berth
