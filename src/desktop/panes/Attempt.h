// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QCoreApplication>
#include <QPointer>

#include <QCoroTask>

#include "desktop/sessions/Session.h"

namespace berth {

template <class Value> using ManagementCall = std::function<QCoro::Task<Result<Value>>(Management &management)>;

/// What a deed answers whose connection went while its dialog was open.
inline tl::unexpected<Error> closedMeanwhile() { return fail(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("Error", "The connection was closed meanwhile.")); }

/// Makes the call if the connection is still there; a refusal teaches the session what the role may not do.
template <class Value> QCoro::Task<Result<Value>> attempt(QPointer<Session> session, Deed deed, ManagementCall<Value> call)
{
    if (!session || !session->management())
        co_return closedMeanwhile();
    const auto done = co_await call(*session->management());
    if (!done && session)
        session->learn(deed, done.error());
    co_return done;
}

} // namespace berth
