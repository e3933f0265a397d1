// SPDX-License-Identifier: Apache-2.0
#include "desktop/tray/Tray.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "desktop/sessions/LocalServer.h"
#include "desktop/style/Icons.h"
#include "transfer/TransferQueue.h"

namespace berth {

Tray::Tray(LocalServer &server, const TransferQueue &transfers, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_transfers(transfers)
    , m_menu(std::make_unique<QMenu>())
    , m_state(m_menu->addAction(QString()))
    , m_copy(m_menu->addAction(berth::icon("copy"), QString()))
    , m_startStop(nullptr)
{
    connect(m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_server.address()); });
    connect(m_state, &QAction::triggered, this, &Tray::openRequested);
    m_menu->addSeparator();
    m_menu->addAction(berth::icon("open"), tr("Open Berth"), this, &Tray::openRequested);
    m_menu->addAction(berth::icon("import"), tr("Import…"), this, &Tray::importRequested);
    m_menu->addSeparator();
    m_startStop = m_menu->addAction(QString(), this, [this] { m_server.isRunning() ? m_server.stop() : m_server.start(); });
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit Berth"), this, &Tray::quitRequested);
    m_icon.setContextMenu(m_menu.get());
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    connect(&m_server, &LocalServer::stateChanged, this, &Tray::showState);
    connect(&m_transfers, &TransferQueue::changed, this, &Tray::showState);
    showState();
    m_icon.show();
}

Tray::~Tray() = default;

bool Tray::isAvailable() const { return QSystemTrayIcon::isSystemTrayAvailable(); }

void Tray::showState()
{
    using State = LocalServer::State;
    const State state = m_server.state();
    const bool running = m_server.isRunning();
    const bool busy = m_transfers.isBusy() || state == State::Starting || state == State::Stopping;
    const QString name = busy                                       ? QStringLiteral("busy")
        : running                                                   ? QStringLiteral("running")
        : state == State::Stopped || state == State::AskingKeychain ? QStringLiteral("stopped")
                                                                    : QStringLiteral("error");
    m_state->setText(m_server.stateText());
    m_state->setIcon(running ? berth::icon("ok", Tint::Ok) : name == QLatin1String("error") ? berth::icon("error", Tint::Danger) : berth::icon("wait"));
    m_copy->setText(tr("Copy address\t%1").arg(m_server.address()));
    m_copy->setEnabled(running);
    m_startStop->setText(running ? tr("Stop local registry") : tr("Start local registry"));
    m_startStop->setIcon(berth::icon(running ? "stop" : "play"));
    m_startStop->setEnabled(state != State::Starting && state != State::Stopping);
    m_icon.setToolTip(m_server.stateText() + QStringLiteral(" · ") + m_server.address());
    if (name != m_shown) {
        m_shown = name;
        m_icon.setIcon(trayIcon(name));
    }
}

} // namespace berth
