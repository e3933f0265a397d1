// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QCoreApplication>
#include <QPointer>

#include <QCoroTask>

#include "desktop/sessions/Session.h"

namespace berth {

/// What a call answers whose connection went meanwhile.
inline tl::unexpected<Error> closedMeanwhile() { return fail(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("Error", "The connection was closed meanwhile.")); }

/// Asks a role of the server that the session is connected to: `call` gets it and gives a task. Unreachable, with a sentence, where the
/// connection has gone; Cancelled where it goes while it is asked.
///
///     auto contentsTask = ask<Trash>(session, [id](Trash &trash) { return trash.trashContents(id); });
///     const auto contents = co_await contentsTask;
///
/// In two statements: g++ 12 destroys a closure twice that is made within a co_await as an argument by value.
template <class Role, class Call> std::invoke_result_t<Call, Role &> ask(QPointer<Session> session, Call call)
{
    auto *role = session ? session->as<Role>() : nullptr;
    if (!role)
        co_return closedMeanwhile();
    co_return co_await call(*role);
}

/// The same for a deed: a refusal teaches the session what the person may not do.
template <class Role, class Call> std::invoke_result_t<Call, Role &> attempt(QPointer<Session> session, Deed deed, Call call)
{
    const auto done = co_await ask<Role>(session, std::move(call));
    if (!done && session)
        session->learn(deed, done.error());
    co_return done;
}

} // namespace berth
