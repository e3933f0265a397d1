// SPDX-License-Identifier: Apache-2.0
#include "client/http/ProtocolError.h"

#include <QtGlobal>

#include "core/Json.h"

namespace berth {

namespace {

ErrorCode kindOf(int status, const std::string &code)
{
    switch (status) {
    case 401: return ErrorCode::Unauthorized;
    case 403: return ErrorCode::Denied;
    case 404: return code == "MANIFEST_UNKNOWN" ? ErrorCode::ManifestUnknown : ErrorCode::NotFound;
    case 405: return ErrorCode::MethodNotAllowed;
    case 409: return ErrorCode::Conflict;
    case 412: return ErrorCode::Precondition;
    case 413: return ErrorCode::TooLarge;
    case 429: return ErrorCode::TooManyRequests;
    case 501: return ErrorCode::Unsupported;
    default: return code == "UNSUPPORTED" ? ErrorCode::Unsupported : status >= 400 && status < 500 ? ErrorCode::BadRequest : ErrorCode::Internal;
    }
}

} // namespace

Error protocolError(const HttpReply &reply, const char *pattern)
{
    const auto body = json::parseStrict(std::string_view(reply.body.constData(), size_t(reply.body.size())));
    std::string said;
    std::string code;
    if (body) {
        const auto &errors = json::list(*body, "errors");
        if (!errors.empty()) {
            said = json::text(errors.front(), "message");
            code = json::text(errors.front(), "code");
        }
    }
    const auto kind = kindOf(reply.status, code);
    const auto reason =
        said.empty() ? fail(kind, QT_TRANSLATE_NOOP("Error", "The server answered HTTP %1."), {std::to_string(reply.status)}) : fail(kind, said);
    return fail(kind, pattern, {}, reason.value()).value();
}

} // namespace berth
