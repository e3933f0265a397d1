// SPDX-License-Identifier: Apache-2.0
#include "registry/management/berth/BerthReply.h"

#include "registry/PublicText.h"
#include "registry/routes/Errors.h"

namespace berth {

http::Response failed(const Error &error)
{
    const int status = wordsOf(error.code).status;
    auto response =
        http::jsonResponse(status, json::object{{"errors", json::array{json::object{{"code", wordOf(status)}, {"message", publicText(error, status)}}}}});
    if (status == 429)
        response.with("Retry-After", "1");
    return response;
}

json::value timeOrNull(TimeMs time) { return time == 0 ? json::value(nullptr) : json::value(toRfc3339(time)); }

} // namespace berth
