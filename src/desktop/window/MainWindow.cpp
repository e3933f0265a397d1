// SPDX-License-Identifier: Apache-2.0
#include "desktop/window/MainWindow.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

#include "desktop/browse/BrowsePane.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/SidebarModel.h"
#include "desktop/browse/SidebarView.h"
#include "desktop/browse/TableView.h"
#include "desktop/connections/FirstStartPage.h"
#include "desktop/connections/LocalCard.h"
#include "desktop/connections/LocalServer.h"
#include "desktop/connections/Session.h"
#include "desktop/importing/DropPaths.h"
#include "desktop/importing/ImportDialog.h"
#include "desktop/parts/Parts.h"
#include "desktop/transfers/TransfersPanel.h"
#include "transfer/TransferQueue.h"

namespace berth {

MainWindow::MainWindow(QSettings &settings, LocalServer &local, TransferQueue &transfers)
    : m_settings(settings)
    , m_server(local)
    , m_transfers(transfers)
    , m_local(new Session(QLatin1String(LocalServer::connectionId), tr("Local"), this))
    , m_sidebarModel(new SidebarModel({m_local}, local, this))
    , m_sidebar(new SidebarView(this))
    , m_card(new LocalCard(local, this))
    , m_left(new QWidget(this))
    , m_browser(new BrowsePane({m_local}, local, this))
    , m_panel(new TransfersPanel(transfers, this))
    , m_menu(new QMenu(this))
{
    setWindowTitle(QStringLiteral("Berth"));
    setWindowIcon(markIcon());
    setAcceptDrops(true);
    setMinimumSize(900, 600);

    auto *bar = new QHBoxLayout;
    buildToolbar(*bar);
    auto *caption = makeLabel(tr("Connections"), TextRole::BodyStrong, Shade::Text3, m_left);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 8, 0, 0);
    left->setSpacing(6);
    caption->setContentsMargins(6, 0, 0, 4);
    left->addWidget(caption);
    left->addWidget(m_sidebar, 1);
    left->addWidget(m_card);
    m_left->setFixedWidth(232);
    m_sidebar->setModel(m_sidebarModel);
    m_sidebar->setAccessibleName(tr("Connections"));

    auto *sheet = new Sheet(Sheet::Kind::Sheet, this);
    auto *sheetColumn = new QVBoxLayout(sheet);
    sheetColumn->setContentsMargins(0, 0, 0, 0);
    sheetColumn->addWidget(m_browser);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(sheet, 1);
    right->addWidget(m_panel);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(m_left);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(4);
    column->addLayout(bar);
    column->addLayout(middle, 1);

    buildMenu();
    connect(m_sidebar->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) { m_browser->goTo(m_sidebarModel->placeAt(index)); });
    connect(m_sidebarModel, &SidebarModel::registriesChanged, this, [this](const QModelIndex &connection) {
        m_sidebar->expand(connection);
        const QSignalBlocker quiet(m_sidebar->selectionModel());
        m_sidebar->setCurrentIndex(m_sidebarModel->indexOf(m_browser->place()));
        m_sidebar->viewport()->update();
    });
    connect(m_browser, &BrowsePane::placeChanged, this, [this](const Place &place) {
        const QSignalBlocker quiet(m_sidebar->selectionModel());
        m_sidebar->setCurrentIndex(m_sidebarModel->indexOf(place));
        m_sidebar->viewport()->update();
    });
    connect(&m_browser->firstStart(), &FirstStartPage::chooseFileRequested, this, &MainWindow::chooseFiles);
    connect(&m_browser->firstStart(), &FirstStartPage::copySecretRequested, this, [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(m_server.key().secret.reveal())); });
    connect(&m_server, &LocalServer::stateChanged, this, &MainWindow::serverChanged);
    connect(m_local, &Session::changed, this, [this] {
        m_createRegistry->setEnabled(m_local->isConnected());
        m_import->setEnabled(m_local->isConnected());
        if (m_local->state() == Session::State::Online)
            refreshStorage();
    });
    connect(&m_transfers, &TransferQueue::finished, this, &MainWindow::transferFinished);
    connect(m_panel, &TransfersPanel::showRequested, this, &MainWindow::showTransfer);
    m_browser->goTo({QLatin1String(LocalServer::connectionId), {}, {}});
    restoreState();
    serverChanged();
}

MainWindow::~MainWindow()
{
    // Ending the session's calls below must not reach panes that are half gone.
    disconnect(m_local, nullptr, nullptr, nullptr);
    saveState();
}

void MainWindow::buildToolbar(QHBoxLayout &bar)
{
    m_createRegistry = makeButton(tr("Create registry…"), "flat", "plus", this);
    m_import = makeButton(tr("Import…"), "tonal", "import", this);
    m_refresh = makeButton(tr("Refresh"), "flat", "refresh", this);
    m_menuButton = makeIconButton("menu", tr("Main menu"), this);
    for (auto *button : {m_createRegistry, m_import}) {
        button->setEnabled(false);
        button->setToolTip(tr("The local registry is not running"));
    }
    bar.setContentsMargins(2, 4, 2, 4);
    bar.setSpacing(6);
    bar.addWidget(m_createRegistry);
    bar.addWidget(m_import);
    bar.addWidget(m_refresh);
    bar.addStretch();
    bar.addWidget(m_menuButton);
    connect(m_createRegistry, &QPushButton::clicked, m_browser, &BrowsePane::createRegistry);
    connect(m_import, &QPushButton::clicked, this, &MainWindow::chooseFiles);
    connect(m_refresh, &QPushButton::clicked, m_browser, &BrowsePane::refresh);
    connect(m_menuButton, &QPushButton::clicked, this, [this] { m_menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
}

void MainWindow::buildMenu()
{
    const auto add = [this](const char *glyph, const QString &text, const QList<QKeySequence> &keys, auto act) {
        auto *action = m_menu->addAction(glyph ? icon(glyph) : QIcon(), text);
        action->setShortcuts(keys);
        addAction(action);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add("plus", tr("Create registry…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, [this] { m_browser->createRegistry(); });
    add("import", tr("Import…"), {QKeySequence::Open}, [this] { chooseFiles(); });
    add("refresh", tr("Refresh"), {QKeySequence(Qt::Key_F5)}, [this] { m_browser->refresh(); });
    m_menu->addSeparator();
    add("tag", tr("Create tag…"), {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] { m_browser->createTag(); });
    add("copy", tr("Copy pull reference"), {QKeySequence::Copy}, [this] {
        if (const QString reference = m_browser->selectedReference(); !reference.isEmpty())
            QGuiApplication::clipboard()->setText(reference);
    });
    add("copy", tr("Copy digest"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, [this] {
        if (const QString digest = m_browser->selectedDigest(); !digest.isEmpty())
            QGuiApplication::clipboard()->setText(digest);
    });
    add("trash", tr("Delete…"), {QKeySequence::Delete}, [this] { m_browser->deleteSelection(); });
    m_menu->addSeparator();
    add("filter", tr("Filter this list"), {QKeySequence::Find}, [this] { m_browser->focusFilter(); });
    add("panel", tr("Details pane"), {QKeySequence(Qt::CTRL | Qt::Key_I)}, [this] { m_browser->details().setOpen(!m_browser->details().isOpen()); });
    add("transfers", tr("Transfers panel"), {QKeySequence(Qt::CTRL | Qt::Key_J)}, [this] { m_panel->setOpen(!m_panel->isOpen()); });
    m_menu->addSeparator();
    add(nullptr, tr("Quit Berth"), {QKeySequence::Quit}, [this] { Q_EMIT quitRequested(); });

    const auto shortcut = [this](const QKeySequence &keys, auto act) { connect(new QShortcut(keys, this), &QShortcut::activated, this, act); };
    shortcut(Qt::Key_F10, [this] { m_menuButton->click(); });
    shortcut(Qt::ALT | Qt::Key_Left, [this] { m_browser->goBack(); });
    shortcut(Qt::ALT | Qt::Key_Right, [this] { m_browser->goForward(); });
    shortcut(Qt::CTRL | Qt::Key_Tab, [this] { m_browser->details().nextTab(1); });
    shortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, [this] { m_browser->details().nextTab(-1); });
    auto *up = new QShortcut(Qt::Key_Backspace, &m_browser->table());
    up->setContext(Qt::WidgetShortcut);
    connect(up, &QShortcut::activated, m_browser, &BrowsePane::goUp);
}

void MainWindow::serverChanged()
{
    const bool running = m_server.isRunning();
    if (running && !m_wasRunning)
        m_local->connectTo(m_server.connection());
    else if (!running && m_wasRunning)
        m_local->disconnectFrom();
    m_wasRunning = running;
}

void MainWindow::refreshStorage()
{
    QCoro::connect(m_local->management()->storageUse(), this, [this](const Result<StorageUse> &use) {
        if (use)
            m_card->setStorage(use->usedBytes, use->freeBytes);
    });
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import image archives"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Image archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz *.txz)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::importFiles);
    dialog->open();
}

void MainWindow::importFiles(const QStringList &paths) { importInto(paths, m_browser->place().registry); }

void MainWindow::importInto(const QStringList &paths, const QString &registry)
{
    if (paths.isEmpty())
        return;
    if (!m_local->isConnected()) {
        m_browser->banner().show(Banner::Kind::Warn, tr("Nothing was imported"), tr("The local registry is not running. Start it, then drop the archive again."));
        return;
    }
    if (!m_dialog) {
        m_dialog = new ImportDialog(*m_local, m_transfers.layers(), registry, this);
        connect(m_dialog, &QDialog::finished, this, [this] { m_dialog = nullptr; });
        connect(m_dialog, &ImportDialog::importRequested, this, [this](const QList<ImportDialog::Order> &orders) {
            for (const auto &order : orders)
                m_transfers.add(order.request, order.title, tr("%1 › %2 › %3:%4").arg(m_local->name(), order.request.registry, order.request.imageName, order.request.tag));
        });
        m_dialog->open();
    }
    for (const auto &path : paths)
        m_dialog->addFile(path);
}

void MainWindow::transferFinished(Transfer *transfer)
{
    if (transfer->state == Transfer::State::Done)
        m_browser->refresh();
}

void MainWindow::showTransfer(Transfer *transfer)
{
    m_browser->goTo({QLatin1String(LocalServer::connectionId), transfer->request.registry, transfer->request.imageName});
}

void MainWindow::bringToFront()
{
    show();
    if (isMinimized())
        showNormal();
    raise();
    activateWindow();
}

QString MainWindow::dropRegistry(const QPoint &position) const
{
    const QPoint inSidebar = m_sidebar->viewport()->mapFrom(this, position);
    if (m_sidebar->viewport()->rect().contains(inSidebar))
        return m_sidebarModel->placeAt(m_sidebar->indexAt(inSidebar)).registry;
    return m_browser->place().registry;
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
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *) { m_sidebar->setDropTarget({}); }

void MainWindow::dropEvent(QDropEvent *event)
{
    m_sidebar->setDropTarget({});
    event->acceptProposedAction();
    importInto(droppedPaths(event->mimeData()), dropRegistry(event->position().toPoint()));
}

void MainWindow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), Theme::current().chrome); }

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_left->setFixedWidth(width() < 1000 ? 200 : 232);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT closeRequested();
}

void MainWindow::restoreState()
{
    if (!restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        const QSize screenSize = screen()->availableSize() * 0.8;
        resize(QSize(1280, 800).boundedTo(screenSize).expandedTo(minimumSize()));
    }
    m_browser->details().setOpen(m_settings.value(QStringLiteral("window/details"), true).toBool());
}

void MainWindow::saveState()
{
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("window/details"), m_browser->details().isOpen());
}

} // namespace berth
