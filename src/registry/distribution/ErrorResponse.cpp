// SPDX-License-Identifier: Apache-2.0
#include "registry/distribution/ErrorResponse.h"

#include "registry/PublicText.h"
#include "registry/routes/Errors.h"

namespace berth {

namespace {

json::object errorBody(const char *code, const std::string &message) { return {{"errors", json::array{json::object{{"code", code}, {"message", message}}}}}; }

} // namespace

http::Response errorResponse(const Error &error, const char *code)
{
    const auto &words = wordsOf(error.code);
    auto response = http::jsonResponse(words.protocolStatus, errorBody(code ? code : words.protocolCode, publicText(error, words.protocolStatus)));
    if (words.protocolStatus == 429)
        response.with("Retry-After", "1");
    return response;
}

http::Response challengeResponse(const http::Request &request, const std::string &scope, const std::string &reason, const std::string &message)
{
    std::string challenge = "Bearer realm=\"" + request.origin() + "/service/token\",service=\"berth\"";
    if (!scope.empty())
        challenge += ",scope=\"" + scope + "\"";
    if (!reason.empty())
        challenge += ",error=\"" + reason + "\"";
    return http::jsonResponse(401, errorBody("UNAUTHORIZED", message)).with("WWW-Authenticate", challenge);
}

http::Response methodNotAllowed(const std::string &allowed)
{
    return errorResponse({ErrorCode::MethodNotAllowed, "This address answers " + allowed}).with("Allow", allowed);
}

} // namespace berth
