// SPDX-License-Identifier: Apache-2.0
#include "desktop/connections/LocalStatePage.h"

#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/LocalServer.h"

namespace berth {

LocalStatePage::LocalStatePage(LocalServer &server, QWidget *parent)
    : StatePage(parent)
    , m_server(server)
{
    connect(&m_server, &LocalServer::stateChanged, this, &LocalStatePage::showState);
    connect(this, &StatePage::primaryTriggered, this, &LocalStatePage::act);
    connect(this, &StatePage::secondaryTriggered, this, &LocalStatePage::actOtherwise);
    showState();
}

void LocalStatePage::showState()
{
    using State = LocalServer::State;
    switch (m_server.state()) {
    case State::Stopped:
        show({"server", Tint::Text3, tr("Your local registry is stopped"), tr("Its images are kept. Nothing can be pushed or pulled until it runs again."), {},
            tr("Start"), {}});
        break;
    case State::AskingKeychain:
        show({"key", Tint::Text3, tr("Waiting for your keyring"),
            tr("The registry starts as soon as its key is there. If the system shows a window, enter your password in it."), {}, {}, {}});
        break;
    case State::Starting: show({"wait", Tint::Text3, tr("Your local registry is starting"), {}, {}, {}, {}}); break;
    case State::Stopping:
        show({"wait", Tint::Text3, tr("Your local registry is stopping"), tr("Pushes and pulls under way are allowed to finish, for 10 seconds at most."), {},
            {}, {}});
        break;
    case State::KeychainLocked:
        show({"lock", Tint::Warn, tr("The keyring is locked"),
            tr("The key of your local registry is in the keyring and untouched. The registry starts once the keyring is open."),
            {tr("Unlock the keyring with your system's password program, or by signing in again.")}, tr("Retry"), {}});
        break;
    case State::KeychainDismissed:
        show({"lock", Tint::Warn, tr("The keyring stayed locked"),
            tr("Its window was closed without a password, so the registry has no key yet. Nothing is lost."), {}, tr("Retry"), {}});
        break;
    case State::KeychainAbsent:
        show({"key", Tint::Danger, tr("There is no keyring service"),
            tr("Berth keeps secrets in the system's keyring only, and no keyring service answers in this session."),
            {tr("Install and start one, for example gnome-keyring or KWallet, then retry."),
                tr("Or go on with a key that is kept in memory and forgotten at the end of this run.")},
            tr("Retry"), tr("Use a key for this run")});
        break;
    case State::KeychainFailed:
        show({"error", Tint::Danger, tr("The keyring could not be used"), m_server.failure(), {}, tr("Retry"), tr("Use a key for this run")});
        break;
    case State::KeyMissing:
        show({"key", Tint::Danger, tr("The key of your local registry is missing"),
            tr("The folder %1 holds a registry, but the keyring has no key for it. Its images are untouched.").arg(m_server.folder()),
            {tr("If the key is in another keyring, open that one and retry."),
                tr("Otherwise make a new key. Programs that signed in with the old one must sign in again.")},
            tr("Retry"), tr("Make a new key…")});
        break;
    case State::Failed: show({"error", Tint::Danger, tr("The local registry could not start"), m_server.failure(), {}, tr("Retry"), {}}); break;
    case State::Running: break;
    }
}

void LocalStatePage::act()
{
    setBusy(true);
    m_server.start();
}

void LocalStatePage::actOtherwise()
{
    if (m_server.state() == LocalServer::State::KeyMissing)
        confirmNewKey();
    else
        m_server.useKeyForThisRun();
}

void LocalStatePage::confirmNewKey()
{
    auto *dialog = new DialogFrame(tr("Make a new key?"),
        tr("The old key stops working at once: docker and other programs that signed in with it must sign in again. Images stay as they are."), 480, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *verb = dialog->addVerb(tr("Make a new key"), "primary", "key");
    connect(verb, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this] { m_server.makeNewKey(); });
    dialog->open();
}

} // namespace berth
