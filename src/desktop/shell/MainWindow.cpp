// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/MainWindow.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/roles/HealthReport.h"
#include "client/roles/Storage.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/connections/FirstStartPage.h"
#include "desktop/exporting/ExportDialog.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Parts.h"
#include "desktop/search/SearchBox.h"
#include "desktop/search/SearchModel.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/Session.h"
#include "desktop/settings/Preferences.h"
#include "desktop/shell/BrowsePane.h"
#include "desktop/shell/Features.h"
#include "desktop/shell/LocalCard.h"
#include "desktop/shell/SidebarModel.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/transfers/TransfersPanel.h"
#include "transfer/ExportTask.h"
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
    layOut();
    buildMenu();
    buildSearch();
    connectParts();
    connectConnections();
    restoreState();
    updateToolbar();
}

void MainWindow::layOut()
{
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
}

void MainWindow::connectParts()
{
    connect(m_browser, &BrowsePane::placeChanged, this, [this](const Place &place) {
        const QSignalBlocker quiet(m_sidebar->selectionModel());
        m_sidebar->setCurrentIndex(m_sidebarModel->indexOf(place));
        m_sidebar->viewport()->update();
        updateToolbar();
    });
    connect(m_browser, &BrowsePane::editRequested, this, &MainWindow::editConnection);
    connect(m_browser, &BrowsePane::exportRequested, this, [this](const Connection &source, const QList<ExportChoice> &choices) {
        auto *dialog = new ExportDialog(source, choices, m_preferences, this);
        connect(dialog, &ExportDialog::exportRequested, this,
            [this](const ExportRequest &request, const QString &title) { m_transfers.add(std::make_unique<ExportTask>(request, title)); });
        dialog->open();
    });
    connect(&m_browser->firstStart(), &FirstStartPage::chooseFileRequested, this, &MainWindow::chooseFiles);
    connect(&m_browser->firstStart(), &FirstStartPage::preferencesRequested, this, [this] { showPreferences(localRegistryPage); });
    connect(&m_browser->firstStart(), &FirstStartPage::copySecretRequested, this,
        [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(m_server.key().secret.reveal())); });
    connect(m_card, &LocalCard::toolRequested, this, [this](const QString &id) { m_browser->goTo({m_local->id(), {}, {}, id}); });
    connect(&m_transfers, &TransferQueue::finished, this, &MainWindow::transferFinished);
    connect(m_panel, &TransfersPanel::showRequested, this, &MainWindow::showTransfer);
    m_lastRun->setClosable();
    connect(m_lastRun, &Banner::closed, this, &MainWindow::unfinishedRunRead);
}

void MainWindow::connectConnections()
{
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

void MainWindow::tellOfUnfinishedRun(const QStringList &transfers, bool registryRan, const QString &diagnostics)
{
    QStringList sentences;
    if (registryRan)
        sentences << tr("The local registry starts again by itself, with all that it had confirmed.");
    if (!transfers.isEmpty())
        sentences << tr("%n transfers were on their way; they stand below, paused: %1.", nullptr, int(transfers.size()))
                         .arg(QLocale().createSeparatedList(transfers.mid(0, 3)) + (transfers.size() > 3 ? QStringLiteral(", …") : QString()));
    sentences << tr("The diagnostics say what was done last, without names and secrets; they help whoever mends it.");
    m_lastRun->show(Banner::Kind::Warn, tr("Berth ended unexpectedly the last time"), sentences.join(QLatin1Char(' ')), tr("Copy diagnostics"));
    connect(m_lastRun, &Banner::actionTriggered, this, [diagnostics] { QGuiApplication::clipboard()->setText(diagnostics); });
}

Session *MainWindow::target() const
{
    auto *session = m_browser->session();
    return session ? session : m_local;
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
