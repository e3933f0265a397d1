// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/MainWindow.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/roles/HealthReport.h"
#include "client/roles/Storage.h"
#include "desktop/browse/ContentPane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/connections/FirstStartPage.h"
#include "desktop/exporting/ExportDialog.h"
#include "desktop/importing/DropPaths.h"
#include "desktop/importing/ImportDialog.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Parts.h"
#include "desktop/preferences/NetworkPage.h"
#include "desktop/preferences/Pages.h"
#include "desktop/preferences/PreferencesDialog.h"
#include "desktop/preferences/TransfersPage.h"
#include "desktop/search/SearchBox.h"
#include "desktop/search/SearchModel.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/Session.h"
#include "desktop/settings/Preferences.h"
#include "desktop/shell/BrowsePane.h"
#include "desktop/shell/LocalCard.h"
#include "desktop/shell/SidebarModel.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/transfers/TransfersPanel.h"
#include "desktop/trash/UndoBanner.h"
#include "transfer/TransferQueue.h"

namespace berth {

MainWindow::MainWindow(
    const Features &features, QSettings &settings, Preferences &preferences, ConnectionList &connections, LocalServer &local, TransferQueue &transfers)
    : m_features(features)
    , m_settings(settings)
    , m_preferences(preferences)
    , m_connections(connections)
    , m_server(local)
    , m_transfers(transfers)
    , m_local(&connections.local())
    , m_sidebarModel(new SidebarModel(connections, local, this))
    , m_sidebar(new SidebarView(this))
    , m_card(new LocalCard(features, local, connections.local(), this))
    , m_left(new QWidget(this))
    , m_lastRun(new Banner(this))
    , m_browser(new BrowsePane(features, connections, local, this))
    , m_panel(new TransfersPanel(transfers, this))
    , m_toolbar(new ActionBar(this))
    , m_menu(new QMenu(this))
{
    setWindowTitle(QStringLiteral("Berth"));
    setWindowIcon(markIcon());
    setAcceptDrops(true);
    setMinimumSize(900, 600);
    buildToolbar();
    buildSidebar();
    auto *sheet = new Sheet(Sheet::Kind::Sheet, this);
    auto *sheetColumn = new QVBoxLayout(sheet);
    sheetColumn->setContentsMargins(0, 0, 0, 0);
    sheetColumn->addWidget(m_browser);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_lastRun);
    right->addWidget(sheet, 1);
    right->addWidget(m_panel);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(m_left);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_toolbar);
    column->addLayout(middle, 1);

    buildMenu();
    buildSearch();
    connect(m_browser, &BrowsePane::placeChanged, this, [this](const Place &place) {
        const QSignalBlocker quiet(m_sidebar->selectionModel());
        m_sidebar->setCurrentIndex(m_sidebarModel->indexOf(place));
        m_sidebar->viewport()->update();
        updateToolbar();
    });
    connect(m_browser, &BrowsePane::editRequested, this, &MainWindow::editConnection);
    connect(m_browser, &BrowsePane::exportRequested, this, [this](const Connection &source, const QList<ExportChoice> &choices) {
        auto *dialog = new ExportDialog(source, choices, m_preferences, this);
        connect(dialog, &ExportDialog::exportRequested, this, [this](const ExportRequest &request, const QString &title) {
            m_transfers.add(request, title, QString::fromStdU16String(request.target.filename().u16string()));
        });
        dialog->open();
    });
    connect(&m_browser->firstStart(), &FirstStartPage::chooseFileRequested, this, &MainWindow::chooseFiles);
    connect(&m_browser->firstStart(), &FirstStartPage::preferencesRequested, this, [this] { showPreferences(localRegistryPage); });
    connect(&m_browser->firstStart(), &FirstStartPage::copySecretRequested, this,
        [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(m_server.key().secret.reveal())); });
    connect(m_card, &LocalCard::toolRequested, this, [this](const QString &id) { m_browser->goTo({m_local->id(), {}, {}, id}); });
    connect(m_local, &Session::changed, this, [this] {
        if (m_local->state() == Session::State::Online)
            refreshStorage();
    });
    const auto watch = [this](int row) {
        connect(m_connections.sessions().at(row), &Session::changed, this, &MainWindow::updateToolbar);
        connect(m_connections.sessions().at(row), &Session::rightsChanged, this, &MainWindow::updateToolbar);
    };
    for (int row = 0; row < m_connections.sessions().size(); ++row)
        watch(row);
    connect(&m_connections, &ConnectionList::added, this, watch);
    connect(&m_connections, &ConnectionList::keyKept, this, [this](Session *session, Session::KeyProblem problem) {
        if (problem != Session::KeyProblem::None)
            m_browser->banner().show(Banner::Kind::Warn, tr("The key of %1 is kept for this run only").arg(session->name()),
                tr("The system's keyring did not take it. Start or unlock the keyring, then save the connection again."));
    });
    connect(&m_connections, &ConnectionList::keyLeft, this, [this](const QString &name) {
        m_browser->banner().show(Banner::Kind::Warn, tr("The key of %1 is still in the keyring").arg(name),
            tr("The connection is removed, but the keyring did not let go of its key. Remove it there with your system's password program."));
    });
    connect(&m_transfers, &TransferQueue::finished, this, &MainWindow::transferFinished);
    connect(m_panel, &TransfersPanel::showRequested, this, &MainWindow::showTransfer);
    m_lastRun->setClosable();
    connect(m_lastRun, &Banner::closed, this, &MainWindow::unfinishedRunRead);
    restoreState();
    updateToolbar();
}

MainWindow::~MainWindow() { saveState(); }

void MainWindow::buildToolbar()
{
    auto &row = m_toolbar->row();
    row.setContentsMargins(2, 4, 2, 4);
    row.setSpacing(6);
    m_connect = m_toolbar->addAction(tr("Connect…"), "plug");
    m_createRegistry = m_toolbar->addAction(tr("Create registry…"), "plus");
    m_import = m_toolbar->addAction(tr("Import…"), "import", "tonal");
    m_refresh = m_toolbar->addAction(tr("Refresh"), "refresh");
    m_menuButton = makeIconButton("menu", tr("Main menu"), this);
    row.addStretch(100);
    row.addWidget(m_menuButton);
    connect(m_connect, &QPushButton::clicked, this, &MainWindow::connectServer);
    connect(m_createRegistry, &QPushButton::clicked, m_browser, &BrowsePane::createRegistry);
    connect(m_import, &QPushButton::clicked, this, &MainWindow::chooseFiles);
    connect(m_refresh, &QPushButton::clicked, m_browser, &BrowsePane::refresh);
    connect(m_menuButton, &QPushButton::clicked, this,
        [this] { m_menu->popup(m_menuButton->mapToGlobal(QPoint(m_menuButton->width() - m_menu->sizeHint().width(), m_menuButton->height()))); });
}

void MainWindow::buildSearch()
{
    auto *model = new SearchModel(m_connections, m_menu->actions(), this);
    m_search = new SearchBox(*model, this);
    m_search->setMinimumWidth(160);
    auto &row = m_toolbar->row();
    row.insertWidget(row.indexOf(m_menuButton), m_search);
    connect(m_search, &SearchBox::placeChosen, this, [this](const Place &place, const QString &tag) {
        m_browser->goTo(place);
        if (!tag.isEmpty())
            m_browser->content().filterFor(tag);
    });
    auto *jump = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(jump, &QShortcut::activated, m_search, &SearchBox::begin);
}

void MainWindow::buildSidebar()
{
    auto *caption = makeLabel(tr("Connections"), TextRole::BodyStrong, Shade::Text3, m_left);
    caption->setContentsMargins(6, 0, 0, 0);
    auto *add = makeIconButton("plus", tr("Connect to a server"), m_left);
    auto *top = new QHBoxLayout;
    top->addWidget(caption, 1);
    top->addWidget(add);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 4, 0, 0);
    left->setSpacing(4);
    left->addLayout(top);
    left->addWidget(m_sidebar, 1);
    left->addWidget(m_card);
    m_left->setFixedWidth(232);
    // A row that goes hands its selection on to a neighbour, which nobody chose: known before the view hears of it.
    connect(m_sidebarModel, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_sidebarChanges = true; });
    connect(m_sidebarModel, &QAbstractItemModel::rowsRemoved, this, [this] { m_sidebarChanges = false; });
    m_sidebar->setModel(m_sidebarModel);
    m_sidebar->setAccessibleName(tr("Connections"));
    m_sidebar->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(add, &QPushButton::clicked, this, &MainWindow::connectServer);
    connect(m_sidebar, &QWidget::customContextMenuRequested, this, &MainWindow::sidebarMenu);
    connect(m_sidebar->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_sidebarChanges)
            m_browser->goTo(m_sidebarModel->placeAt(index));
    });
    connect(m_sidebar, &QAbstractItemView::clicked, this,
        [this](const QModelIndex &index) { m_browser->goTo(m_sidebarModel->placeAt(index)); }); // also out of a tool of the same connection
    connect(m_sidebarModel, &SidebarModel::registriesChanged, this, [this](const QModelIndex &connection) {
        m_sidebar->expand(connection);
        const QSignalBlocker quiet(m_sidebar->selectionModel());
        m_sidebar->setCurrentIndex(m_sidebarModel->indexOf(m_browser->place()));
        m_sidebar->viewport()->update();
    });
}

void MainWindow::turnFocus(int step)
{
    const QList<QWidget *> places{m_sidebar, &m_browser->table(), &m_browser->details(), m_panel};
    int at = 0;
    for (int i = 0; i < places.size(); ++i) {
        if (places.at(i)->isAncestorOf(focusWidget()) || places.at(i) == focusWidget())
            at = i + step;
    }
    for (int i = 0; i < places.size(); ++i, at += step) {
        auto *place = places.at((at % int(places.size()) + int(places.size())) % int(places.size()));
        if (!place->isVisible())
            continue;
        auto *first = place->focusPolicy() & Qt::TabFocus ? place : nullptr;
        for (auto *child : place->findChildren<QWidget *>()) {
            if (!first && child->isVisible() && child->isEnabled() && child->focusPolicy() & Qt::TabFocus)
                first = child;
        }
        if (first) {
            first->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::showPreferences(int page)
{
    auto *dialog = new PreferencesDialog(this);
    dialog->addPage(new GeneralPage(m_preferences, m_diagnostics, dialog));
    auto *registry = new LocalRegistryPage(m_server, m_features.tools(), *m_local, dialog);
    connect(registry, &LocalRegistryPage::toolRequested, this, [this, dialog](const QString &id) {
        dialog->close();
        m_browser->goTo({m_local->id(), {}, {}, id});
    });
    dialog->addPage(registry);
    auto *network = new NetworkPage(m_connections, dialog);
    connect(network, &NetworkPage::editRequested, this, [this, dialog](const QString &id) {
        dialog->close();
        editConnection(id);
    });
    dialog->addPage(network);
    dialog->addPage(new TransfersPage(m_preferences, dialog));
    using View = ContentTable::ArtifactView;
    auto &content = m_browser->content();
    const ListChoices lists{content.artifactView() == View::ByTag, content.hidesUntagged(),
        [&content](bool byTag) { content.setArtifactView(byTag ? View::ByTag : View::ByArtifact); },
        [&content](bool hides) { content.setHidesUntagged(hides); }};
    dialog->addPage(new LookPage(m_preferences, lists, dialog));
    dialog->addPage(new KeyboardPage(m_menu->actions(), dialog));
    dialog->showPage(page);
    dialog->open();
}

void MainWindow::tellOfUnfinishedRun(const QStringList &transfers, bool registryRan, const QString &diagnostics)
{
    QStringList sentences;
    if (registryRan)
        sentences << tr("The local registry starts again by itself, with all that it had confirmed.");
    if (!transfers.isEmpty())
        sentences << tr("%n transfers were on their way and have to be started again: %1.", nullptr, int(transfers.size()))
                         .arg(QLocale().createSeparatedList(transfers.mid(0, 3)) + (transfers.size() > 3 ? QStringLiteral(", …") : QString()));
    sentences << tr("The diagnostics say what was done last, without names and secrets; they help whoever mends it.");
    m_lastRun->show(Banner::Kind::Warn, tr("Berth ended unexpectedly the last time"), sentences.join(QLatin1Char(' ')), tr("Copy diagnostics"));
    connect(m_lastRun, &Banner::actionTriggered, this, [diagnostics] { QGuiApplication::clipboard()->setText(diagnostics); });
}

void MainWindow::updateToolbar()
{
    auto *session = target();
    const QString away = session == m_local ? tr("The local registry is not running") : tr("%1 is not connected").arg(session->name());
    m_toolbar->setReason(m_import, session->isConnected() ? session->refusal(Deed::Push, m_browser->place().registry) : away);
    for (int i = 0; i < m_tools.size(); ++i) {
        const auto &tool = m_features.tools().at(i);
        const QString refused = tool.whyNot(*ownerOf(tool));
        m_tools.at(i)->setEnabled(refused.isEmpty());
        m_tools.at(i)->setToolTip(refused.isEmpty() ? m_tools.at(i)->text() : refused);
    }
    m_toolbar->setReason(m_createRegistry, session->isConnected() ? session->refusal(Deed::CreateRegistry) : away);
}

Session *MainWindow::target() const
{
    auto *session = m_browser->session();
    return session ? session : m_local;
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
    add("plug", tr("Connect…"), {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { connectServer(); });
    add("plus", tr("Create registry…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, [this] { m_browser->createRegistry(); });
    add("import", tr("Import…"), {QKeySequence::Open}, [this] { chooseFiles(); });
    add("refresh", tr("Refresh"), {QKeySequence(Qt::Key_F5)}, [this] { m_browser->refresh(); });
    add("export", tr("Export…"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { m_browser->contentPane().exportSelection(); });
    m_menu->addSeparator();
    add("tag", tr("Create tag…"), {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] { m_browser->contentPane().createTag(); });
    add("edit", tr("Edit connection, move tag…"), {QKeySequence(Qt::Key_F2)}, [this] {
        const QString id = m_sidebarModel->placeAt(m_sidebar->currentIndex()).connectionId;
        if (!m_sidebar->hasFocus())
            m_browser->contentPane().moveSelectedTag();
        else if (id == m_local->id())
            showPreferences(localRegistryPage);
        else
            editConnection(id);
    });
    add("copy", tr("Copy pull reference"), {QKeySequence::Copy}, [this] {
        if (const QString reference = m_browser->contentPane().selectedReferences(); !reference.isEmpty())
            QGuiApplication::clipboard()->setText(reference);
    });
    add("copy", tr("Copy digest"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, [this] {
        if (const QString digest = m_browser->contentPane().selectedDigest(); !digest.isEmpty())
            QGuiApplication::clipboard()->setText(digest);
    });
    add("trash", tr("Delete…"), {QKeySequence::Delete}, [this] { m_browser->deleteSelection(); });
    add("undo", tr("Undo deletion"), {QKeySequence::Undo}, [this] { m_browser->undoBanner().undo(); });
    m_menu->addSeparator();
    for (const auto &tool : m_features.tools())
        m_tools << add(tool.glyph, tool.text(), {}, [this, id = tool.id] { openTool(id); });
    m_menu->setToolTipsVisible(true);
    m_menu->addSeparator();
    add("filter", tr("Filter this list"), {QKeySequence::Find}, [this] { m_browser->focusFilter(); });
    add("panel", tr("Details pane"), {QKeySequence(Qt::CTRL | Qt::Key_I)}, [this] { m_browser->details().setOpen(!m_browser->details().isOpen()); });
    add("transfers", tr("Transfers panel"), {QKeySequence(Qt::CTRL | Qt::Key_J)}, [this] { m_panel->setOpen(!m_panel->isOpen()); });
    m_menu->addSeparator();
    add("gear", tr("Preferences…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, [this] { showPreferences(); });
    add(nullptr, tr("Quit Berth"), {QKeySequence::Quit}, [this] { Q_EMIT quitRequested(); });

    const auto shortcut = [this](const QKeySequence &keys, auto act) { connect(new QShortcut(keys, this), &QShortcut::activated, this, act); };
    shortcut(Qt::Key_F10, [this] { m_menuButton->click(); });
    shortcut(Qt::ALT | Qt::Key_Left, [this] { m_browser->goBack(); });
    shortcut(Qt::ALT | Qt::Key_Right, [this] { m_browser->goForward(); });
    shortcut(Qt::CTRL | Qt::Key_Tab, [this] { m_browser->details().nextTab(1); });
    shortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, [this] { m_browser->details().nextTab(-1); });
    for (int i = 1; i <= 9; ++i) {
        shortcut(Qt::CTRL | Qt::Key(Qt::Key_0 + i), [this, i] {
            if (i <= m_connections.sessions().size())
                m_browser->goTo({m_connections.sessions().at(i - 1)->id(), {}, {}});
        });
    }
    shortcut(Qt::Key_F6, [this] { turnFocus(1); });
    shortcut(Qt::SHIFT | Qt::Key_F6, [this] { turnFocus(-1); });
    auto *up = new QShortcut(Qt::Key_Backspace, &m_browser->table());
    up->setContext(Qt::WidgetShortcut);
    connect(up, &QShortcut::activated, m_browser, &BrowsePane::goUp);
}

Session *MainWindow::ownerOf(const ToolFeature &tool) const { return tool.offered(*target()) ? target() : m_local; }

void MainWindow::openTool(const QString &id)
{
    if (const auto *tool = m_features.tool(id))
        m_browser->goTo({ownerOf(*tool)->id(), {}, {}, id});
}

void MainWindow::refreshStorage()
{
    if (auto *storage = m_local->as<Storage>()) {
        QCoro::connect(storage->storageUse(), this, [this](const Result<StorageUse> &use) {
            if (use)
                m_card->setStorage(use->usedBytes, use->freeBytes);
        });
    }
    if (auto *report = m_local->as<HealthReport>()) {
        QCoro::connect(report->health(), this, [this](const Result<Health> &health) {
            if (health)
                m_card->setProblems(int(health->problems.size()));
        });
    }
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
        connect(m_dialog, &ImportDialog::importRequested, this, [this, name = session->name()](const QList<ImportDialog::Order> &orders) {
            for (const auto &order : orders)
                m_transfers.add(
                    order.request, order.title, tr("%1 › %2 › %3:%4").arg(name, order.request.registry, order.request.imageName, order.request.tag));
        });
        m_dialog->open();
    }
    for (const auto &path : paths)
        m_dialog->addFile(path);
}

void MainWindow::transferFinished(Transfer *transfer)
{
    if (transfer->state == Transfer::State::Done && !transfer->isExport())
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
    if (transfer->isExport()) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdU16String(transfer->export_->target.parent_path().u16string())));
        return;
    }
    m_browser->goTo({transfer->request.target.id, transfer->request.registry, transfer->request.imageName});
}

void MainWindow::bringToFront()
{
    show();
    if (isMinimized())
        showNormal();
    raise();
    activateWindow();
}

bool MainWindow::isInFront() const
{
    const QWidget *at = QApplication::activeWindow();
    while (at && at != this)
        at = at->parentWidget();
    return at;
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

void MainWindow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), Theme::current().chrome); }

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_left->setFixedWidth(width() < 1000 ? 200 : 232);
    m_search->setFixedWidth(width() < 1000 ? 200 : 340);
    m_browser->details().setLow(height() < 640);
    m_panel->setLow(height() < 640);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    orderByReading(*this);
    return QWidget::focusNextPrevChild(next);
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
    auto &content = m_browser->content();
    content.restoreLayout(m_settings.value(QStringLiteral("window/columns")).toByteArray());
    content.setHidesUntagged(m_settings.value(QStringLiteral("window/hideUntagged")).toBool());
    if (m_settings.value(QStringLiteral("window/byTag")).toBool())
        content.setArtifactView(ContentTable::ArtifactView::ByTag);
    const QStringList place = m_settings.value(QStringLiteral("window/place")).toStringList();
    m_browser->goTo({QLatin1String(LocalServer::connectionId), {}, {}});
    if (place.size() >= 3 && m_connections.find(place.at(0))) {
        m_browser->startAt({place.at(0), place.at(1), place.at(2), m_features.tool(place.value(3)) ? place.value(3) : QString()});
    }
    m_browser->details().setWanted(m_settings.value(QStringLiteral("window/detailPage")).toString());
}

void MainWindow::saveState()
{
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("window/details"), m_browser->details().isOpenWhereRoom());
    const auto &content = m_browser->content();
    m_settings.setValue(QStringLiteral("window/columns"), content.layoutState());
    m_settings.setValue(QStringLiteral("window/hideUntagged"), content.hidesUntagged());
    m_settings.setValue(QStringLiteral("window/byTag"), content.artifactView() == ContentTable::ArtifactView::ByTag);
    const auto &place = m_browser->place();
    m_settings.setValue(QStringLiteral("window/place"), QStringList{place.connectionId, place.registry, place.image, place.tool});
    m_settings.setValue(QStringLiteral("window/detailPage"), m_browser->details().wanted());
}

} // namespace berth
