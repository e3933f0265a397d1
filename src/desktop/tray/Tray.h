// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>
#include <QSystemTrayIcon>

class QAction;
class QMenu;

namespace berth {

class LocalServer;
class TransferQueue;

/// The icon in the system tray: the local registry's state, and the few things one wants without a window.
class Tray : public QObject {
    Q_OBJECT

public:
    /// Both borrowed.
    Tray(LocalServer &server, const TransferQueue &transfers, QObject *parent);
    ~Tray() override;

    /// Whether a tray is there right now; closing the window may hide it only then.
    bool isAvailable() const;
    /// A message of the system for a long job that has ended.
    void notify(const QString &title, const QString &text) { m_icon.showMessage(title, text); }
    QMenu *menu() const { return m_menu.get(); }
    const QSystemTrayIcon &icon() const { return m_icon; }

Q_SIGNALS:
    void openRequested();
    void importRequested();
    void quitRequested();

private:
    void showState();

    LocalServer &m_server;
    const TransferQueue &m_transfers;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_state;
    QAction *m_copy;
    QAction *m_startStop;
    QSystemTrayIcon m_icon;
    QString m_shown;
};

} // namespace berth
