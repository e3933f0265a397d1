// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "client/http/HttpTypes.h"
#include "core/Result.h"

namespace berth {

/// How the requests to one server are signed, and what a 401 of it is answered with. Keeps what it was given, tokens among it, while it lives.
///
/// Belongs to one thread.
class Authorizer {
public:
    Authorizer() = default;
    Authorizer(const Authorizer &) = delete;
    Authorizer &operator=(const Authorizer &) = delete;
    virtual ~Authorizer() = default;

    /// Adds what is known by now to a request that is about to go out. `scope` says what for: "repository:a/b:pull",
    /// "registry:catalog:*", or nothing.
    virtual void sign(HttpRequest &request, const QString &scope) = 0;

    /// The server itself refused such a request with a 401. True: it is to be signed and sent once more. Unauthorized where there is no
    /// way to sign in, with the reason.
    virtual QCoro::Task<Result<bool>> answer(HttpReply refusal, QString scope);

    /// Ends what it asks others for with Cancelled.
    virtual void cancelAll() { }
};

} // namespace berth
