// SPDX-License-Identifier: Apache-2.0
#include "client/http/ProtocolError.h"

#include <QCoreApplication>

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

Error protocolError(const HttpReply &reply, const QString &what)
{
    const auto body = json::parseStrict(std::string_view(reply.body.constData(), size_t(reply.body.size())));
    QString said;
    std::string code;
    if (body) {
        const auto &errors = json::list(*body, "errors");
        if (!errors.empty()) {
            said = QString::fromStdString(json::text(errors.front(), "message"));
            code = json::text(errors.front(), "code");
        }
    }
    if (said.isEmpty())
        said = QCoreApplication::translate("client", "The server answered HTTP %1.").arg(reply.status);
    Error error;
    error.code = kindOf(reply.status, code);
    error.message = (what + QStringLiteral(": ") + said).toStdString();
    return error;
}

} // namespace berth
