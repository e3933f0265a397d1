// SPDX-License-Identifier: Apache-2.0
// What the MainWindow does with connections: add, edit, remove, reorder.
#include <QMenu>

#include "client/drivers/Drivers.h"
#include "desktop/connections/ConnectDialog.h"
#include "desktop/connections/KeyDialog.h"
#include "desktop/parts/DialogFrame.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/shell/BrowsePane.h"
#include "desktop/shell/MainWindow.h"
#include "desktop/shell/SidebarModel.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/shell/ToolMenu.h"
#include "desktop/style/Icons.h"

namespace berth {

void MainWindow::connectServer() { showConnectDialog(new ConnectDialog(this)); }

void MainWindow::editConnection(const QString &id)
{
    auto *session = m_connections.find(id);
    if (session == m_local) {
        auto *dialog = new KeyDialog(session->connection(), this);
        connect(dialog, &KeyDialog::entered, &m_server, &LocalServer::useKnownKey);
        dialog->open();
    } else if (session && driverOf(session->connection().kind)) {
        showConnectDialog(new ConnectDialog(session->connection(), m_connections.keyAgeDays(id), this));
    }
}

void MainWindow::showConnectDialog(ConnectDialog *dialog)
{
    connect(dialog, &ConnectDialog::saved, this, [this](const Connection &connection) {
        m_connections.save(connection);
        m_browser->goTo({connection.id, {}, {}});
    });
    connect(dialog, &ConnectDialog::keptSecretNeeded, this,
        [this, dialog](const QString &id) { m_connections.readSecret(id, dialog, [dialog](const Secret &secret) { dialog->useKeptSecret(secret); }); });
    dialog->open();
}

void MainWindow::removeConnection(const QString &id)
{
    auto *session = m_connections.find(id);
    if (!session || session == m_local)
        return;
    auto *dialog = new DialogFrame(tr("Remove the connection %1?").arg(session->name()),
        tr("Berth forgets its address and takes its key out of the keyring. Nothing on the server changes."), 480, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *verb = dialog->addVerb(tr("Remove connection"), "danger", "trash");
    connect(verb, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, id] { m_connections.remove(id); });
    dialog->open();
}

void MainWindow::sidebarMenu(const QPoint &position)
{
    const QModelIndex index = m_sidebar->indexAt(position);
    if (!index.isValid())
        return;
    const Place place = m_sidebarModel->placeAt(index);
    auto *session = m_connections.find(place.connectionId);
    if (!session)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const char *glyph, const QString &text, auto act) {
        auto *action = menu->addAction(icon(glyph), text);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add("refresh", tr("Refresh"), [this, place] {
        m_browser->goTo(place);
        m_browser->refresh();
    });
    add("plus", tr("Create registry…"), [this, id = place.connectionId] {
        if (!m_connections.find(id))
            return; // it went while the menu was open
        m_browser->goTo({id, {}, {}});
        m_browser->createRegistry();
    })->setEnabled(session->isConnected() && session->refusal(Deed::CreateRegistry).isEmpty());
    addTools(*menu, m_features, *session, [this, id = place.connectionId](const QString &tool) { m_browser->goTo({id, {}, {}, tool}); });
    if (session != m_local) {
        const QString id = session->id();
        const int row = m_connections.rowOf(session);
        menu->addSeparator();
        add("edit", tr("Edit connection…"), [this, id] { editConnection(id); })->setEnabled(driverOf(session->connection().kind));
        add("chevron-up", tr("Move up"), [this, id] { m_connections.move(id, -1); })->setEnabled(row > 1);
        add("chevron-down", tr("Move down"), [this, id] { m_connections.move(id, 1); })->setEnabled(row + 1 < m_connections.sessions().size());
        menu->addSeparator();
        add("trash", tr("Remove connection…"), [this, id] { removeConnection(id); });
    }
    menu->popup(m_sidebar->viewport()->mapToGlobal(position));
}

} // namespace berth
