// SPDX-License-Identifier: Apache-2.0
// Archives that come to a MainWindow by drop or by choice, and what becomes of their transfers.
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPointer>

#include "desktop/importing/DropPaths.h"
#include "desktop/importing/ImportDialog.h"
#include "desktop/parts/Parts.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/settings/Preferences.h"
#include "desktop/shell/BrowsePane.h"
#include "desktop/shell/MainWindow.h"
#include "desktop/shell/SidebarModel.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/transfers/TransfersPanel.h"
#include "transfer/ImportTask.h"
#include "transfer/TransferQueue.h"

namespace berth {

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import image archives"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Image archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz *.txz)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::importFiles);
    dialog->open();
}

void MainWindow::importFiles(const QStringList &paths) { importInto(paths, m_browser->place()); }

void MainWindow::importInto(const QStringList &paths, const Place &place)
{
    if (paths.isEmpty())
        return;
    auto *session = m_connections.find(place.connectionId);
    if (!session)
        session = m_local;
    if (!session->isConnected()) {
        m_browser->banner().show(Banner::Kind::Warn, tr("Nothing was imported"),
            session == m_local ? tr("The local registry is not running. Start it, then drop the archive again.")
                               : tr("%1 is not connected. Connect it, then drop the archive again.").arg(session->name()));
        return;
    }
    if (!m_dialog) {
        m_dialog = new ImportDialog(*session, m_transfers.layers(), place.registry == topLevel ? QString() : place.registry, this);
        connect(m_dialog, &QDialog::finished, this, [this] { m_dialog = nullptr; });
        connect(m_dialog, &ImportDialog::importRequested, this, [this](const QList<ImportDialog::Order> &orders) {
            for (const auto &order : orders)
                m_transfers.add(std::make_unique<ImportTask>(order.request, order.title));
        });
        m_dialog->open();
    }
    for (const auto &path : paths)
        m_dialog->addFile(path);
}

void MainWindow::transferFinished(Transfer *transfer)
{
    if (transfer->state == Transfer::State::Done && !transfer->task().outcome().connectionId.isEmpty())
        m_browser->refresh();
    if (transfer->state == Transfer::State::Done && !m_preferences.keepsFinished())
        QMetaObject::invokeMethod(
            &m_transfers,
            [queue = &m_transfers, gone = QPointer<Transfer>(transfer)] {
                if (gone)
                    queue->remove(gone);
            },
            Qt::QueuedConnection);
}

void MainWindow::showTransfer(Transfer *transfer)
{
    const auto outcome = transfer->task().outcome();
    if (outcome.connectionId.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdU16String(outcome.file.parent_path().u16string())));
    else
        m_browser->goTo({outcome.connectionId, outcome.registry, outcome.imageName});
}

Place MainWindow::dropPlace(const QPoint &position) const
{
    const QPoint inSidebar = m_sidebar->viewport()->mapFrom(this, position);
    if (const auto index = m_sidebar->indexAt(inSidebar); m_sidebar->viewport()->rect().contains(inSidebar) && index.isValid())
        return m_sidebarModel->placeAt(index);
    return m_browser->place();
}

QString MainWindow::dropHint(const Place &place) const
{
    const auto *found = m_connections.find(place.connectionId);
    const auto &session = found ? *found : *m_local;
    if (!session.isConnected())
        return &session == m_local ? tr("The local registry is not running") : tr("%1 is not connected").arg(session.name());
    if (const QString refused = session.refusal(Deed::Push, place.registry); !refused.isEmpty())
        return refused;
    const bool isInRegistry = !place.registry.isEmpty() && place.registry != topLevel;
    return tr("Drop to import into %1. You see what the archives hold before anything is stored.")
        .arg(isInRegistry ? session.name() + QStringLiteral(" › ") + place.registry : session.name());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint position = m_sidebar->viewport()->mapFrom(this, event->position().toPoint());
    const QModelIndex index = m_sidebar->viewport()->rect().contains(position) ? m_sidebar->indexAt(position) : m_sidebarModel->indexOf(m_browser->place());
    m_sidebar->setDropTarget(index);
    m_panel->setHint(dropHint(dropPlace(event->position().toPoint())));
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_sidebar->setDropTarget({});
    m_panel->setHint({});
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_sidebar->setDropTarget({});
    m_panel->setHint({});
    event->acceptProposedAction();
    importInto(droppedPaths(event->mimeData()), dropPlace(event->position().toPoint()));
}

} // namespace berth
