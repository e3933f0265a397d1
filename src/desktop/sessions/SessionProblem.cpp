// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/SessionProblem.h"

#include <QCoreApplication>

#include "client/drivers/Drivers.h"
#include "core/ErrorText.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/Session.h"

namespace berth {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SessionProblem)
};

} // namespace

bool hasProblem(const Session &session)
{
    const auto state = session.state();
    return state == Session::State::ReadingKey || state == Session::State::NoKey || state == Session::State::Idle
        || (state == Session::State::Failed && session.registries().isEmpty());
}

StatePage::Content problemOf(const QString &what, const Error &error)
{
    const QString reason = errorText(error);
    switch (error.code) {
    case ErrorCode::Unreachable:
        return {"offline", Tint::Danger, what, reason,
            {Words::tr("Is the network there, and the VPN if the server needs one?"), Words::tr("Is the address right, and the server running?")},
            Words::tr("Retry"), Words::tr("Edit connection…")};
    case ErrorCode::Unauthorized:
        return {"key", Tint::Danger, what, reason,
            {Words::tr("Enter the access key again. Secrets are shown once when they are made; a lost one is made anew.")}, Words::tr("Retry"),
            Words::tr("Edit connection…")};
    case ErrorCode::Denied:
        return {"shield", Tint::Warn, what, Words::tr("You are signed in, but your role does not allow it: %1").arg(reason),
            {Words::tr("Ask an administrator of the server for the rights, or connect with another access key.")}, Words::tr("Retry"),
            Words::tr("Edit connection…")};
    case ErrorCode::TooManyRequests:
        return {"wait", Tint::Warn, what, reason, {Words::tr("The server asks to wait. Retry in a minute.")}, Words::tr("Retry"), {}};
    default: return {"error", Tint::Danger, what, reason, {}, Words::tr("Retry"), Words::tr("Edit connection…")};
    }
}

StatePage::Content problemOf(const Session &session)
{
    using State = Session::State;
    using Key = Session::KeyProblem;
    if (!driverOf(session.connection().kind))
        return {"info", Tint::Warn, Words::tr("%1 was made by a newer Berth").arg(session.name()), errorText(session.error()), {}, {}, {}};
    if (session.state() == State::Idle)
        return {"plug", Tint::Text3, Words::tr("%1 is not connected").arg(session.name()), {}, {}, Words::tr("Connect"), Words::tr("Edit connection…")};
    if (session.state() == State::ReadingKey)
        return {"key", Tint::Text3, Words::tr("Waiting for your keyring"),
            Words::tr("Berth connects as soon as the key is there. If the system shows a window, enter your password in it."), {}, {}, {}};
    const bool isLocal = session.id() == QLatin1String(LocalServer::connectionId);
    if (isLocal && session.error().code == ErrorCode::Unauthorized)
        return {"key", Tint::Danger, Words::tr("The key of this registry is needed"),
            Words::tr("Another program serves your local registry, and the key that Berth has does not fit it."),
            {Words::tr("Enter the administrator's key: berthd printed it when it made the data folder.")}, Words::tr("Retry"), Words::tr("Enter the key…")};
    if (session.state() != State::NoKey)
        return problemOf(Words::tr("The registries of %1 could not be loaded").arg(session.name()), session.error());
    switch (session.keyProblem()) {
    case Key::Locked:
        return {"lock", Tint::Warn, Words::tr("The keyring is locked"),
            Words::tr("The key of %1 is in the keyring and untouched. Berth connects once the keyring is open.").arg(session.name()),
            {Words::tr("Unlock the keyring with your system's password program, or by signing in again.")}, Words::tr("Retry"), {}};
    case Key::Dismissed:
        return {"lock", Tint::Warn, Words::tr("The keyring stayed locked"),
            Words::tr("Its window was closed without a password, so there is no key for %1 yet. Nothing is lost.").arg(session.name()), {}, Words::tr("Retry"),
            {}};
    case Key::NoService:
        return {"key", Tint::Danger, Words::tr("There is no keyring service"),
            Words::tr("Berth keeps secrets in the system's keyring only, and no keyring service answers in this session."),
            {Words::tr("Install and start one, for example gnome-keyring or KWallet, then retry."),
                Words::tr("Or enter the key again: it is kept in memory and forgotten at the end of this run.")},
            Words::tr("Retry"), Words::tr("Enter the key…")};
    case Key::NotStored:
        return {"key", Tint::Danger, Words::tr("The key of %1 is missing").arg(session.name()),
            Words::tr("The keyring is open and has no key for this connection."),
            {Words::tr("If the key is in another keyring, open that one and retry."), Words::tr("Otherwise enter it again.")}, Words::tr("Retry"),
            Words::tr("Enter the key…")};
    default:
        return {
            "error", Tint::Danger, Words::tr("The keyring could not be used"), errorText(session.error()), {}, Words::tr("Retry"), Words::tr("Enter the key…")};
    }
}

} // namespace berth
