// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/BrowsePane.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "desktop/browse/ArtifactTreeModel.h"
#include "desktop/browse/Breadcrumb.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/InformationPage.h"
#include "desktop/browse/ItemRoles.h"
#include "desktop/browse/ListModels.h"
#include "desktop/browse/TableView.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/connections/FirstStartPage.h"
#include "desktop/connections/LocalServer.h"
#include "desktop/connections/LocalStatePage.h"
#include "desktop/connections/Session.h"
#include "desktop/parts/Parts.h"

namespace berth {

BrowsePane::BrowsePane(QList<Session *> sessions, LocalServer &local, QWidget *parent)
    : QWidget(parent)
    , m_sessions(std::move(sessions))
    , m_local(local)
    , m_breadcrumb(new Breadcrumb(this))
    , m_banner(new Banner(this))
    , m_pages(new QStackedWidget(this))
    , m_firstStart(new FirstStartPage(this))
    , m_localState(new LocalStatePage(local, this))
    , m_state(new StatePage(this))
    , m_browser(new QWidget(this))
    , m_filter(new QLineEdit(this))
    , m_count(makeLabel({}, TextRole::Body, Shade::Text2, this))
    , m_open(makeButton({}, "flat", "artifact", this))
    , m_tag(makeButton(tr("Create tag…"), "flat", "tag", this))
    , m_delete(makeButton({}, "flat", "trash", this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_table(new TableView(this))
    , m_tablePages(new QStackedWidget(this))
    , m_empty(new StatePage(this))
    , m_details(new DetailsPane(this))
    , m_registries(new RegistryTableModel(this))
    , m_images(new ImageTableModel(this))
    , m_artifacts(new ArtifactTreeModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_imageLoader(this, {[this](QList<ImageSummary> rows) { m_images->reset(std::move(rows)); rowsReset(); }, [this](const QList<ImageSummary> &rows) { m_images->append(rows); }, [this](const Error &error) { loadFailed(error); }, [this](bool more) { settled(more); }})
    , m_artifactLoader(this, {[this](QList<ArtifactSummary> rows) { m_artifacts->reset(std::move(rows)); rowsReset(); }, [this](const QList<ArtifactSummary> &rows) { m_artifacts->append(rows); }, [this](const Error &error) { loadFailed(error); }, [this](bool more) { settled(more); }})
{
    m_proxy->setSortRole(SortRole);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_table->setModel(m_proxy);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter this list"));
    m_filter->setProperty("quiet", true);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon("filter", Tint::Text3), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    m_filter->setMaximumWidth(200);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 4, 12, 6);
    bar->setSpacing(8);
    bar->addWidget(m_filter);
    bar->addWidget(m_count);
    bar->addStretch();
    bar->addWidget(m_open);
    bar->addWidget(m_tag);
    bar->addWidget(m_delete);
    m_tablePages->addWidget(m_table);
    m_tablePages->addWidget(m_empty);
    m_splitter->addWidget(m_tablePages);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({390, 260});
    auto *browser = new QVBoxLayout(m_browser);
    browser->setContentsMargins(0, 0, 0, 0);
    browser->setSpacing(0);
    browser->addLayout(bar);
    browser->addWidget(m_splitter, 1);

    for (QWidget *page : {static_cast<QWidget *>(m_browser), static_cast<QWidget *>(m_firstStart), static_cast<QWidget *>(m_localState), static_cast<QWidget *>(m_state)})
        m_pages->addWidget(page);
    auto *bannerRow = new QHBoxLayout;
    bannerRow->setContentsMargins(16, 0, 16, 4);
    bannerRow->addWidget(m_banner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_breadcrumb);
    column->addLayout(bannerRow);
    column->addWidget(m_pages, 1);

    connect(m_breadcrumb, &Breadcrumb::backRequested, this, &BrowsePane::goBack);
    connect(m_breadcrumb, &Breadcrumb::placeRequested, this, &BrowsePane::goTo);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterFixedString(text);
        updateCount();
    });
    connect(m_table, &QAbstractItemView::doubleClicked, this, &BrowsePane::openRow);
    connect(m_table, &QAbstractItemView::activated, this, &BrowsePane::openRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        updateDetails();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto *scroll = m_table->verticalScrollBar();
        if (value > scroll->maximum() - scroll->pageStep())
            m_place.level() == Place::Level::Images ? m_imageLoader.more() : m_artifactLoader.more();
    });
    connect(m_open, &QPushButton::clicked, this, [this] { openRow(m_table->currentIndex()); });
    connect(m_tag, &QPushButton::clicked, this, &BrowsePane::createTag);
    connect(m_delete, &QPushButton::clicked, this, &BrowsePane::deleteSelection);
    connect(m_empty, &StatePage::primaryTriggered, this, [this] { m_filter->clear(); });
    connect(m_state, &StatePage::primaryTriggered, this, [this] {
        m_state->setBusy(true);
        refresh();
    });
    connect(&m_details->tags(), &TagsPage::createRequested, this, &BrowsePane::createTag);
    connect(&m_details->tags(), &TagsPage::deleteRequested, this, &BrowsePane::deleteTags);
    connect(&m_local, &LocalServer::stateChanged, this, [this] {
        showLocalNotice();
        showSession();
    });
    connect(m_banner, &Banner::actionTriggered, this, &BrowsePane::refresh);
    for (auto *item : m_sessions) {
        connect(item, &Session::changed, this, [this, item] {
            if (item == session())
                showSession();
        });
    }
    updateActions();
}

BrowsePane::~BrowsePane() = default;

Session *BrowsePane::session() const
{
    for (auto *item : m_sessions) {
        if (item->id() == m_place.connectionId)
            return item;
    }
    return nullptr;
}

void BrowsePane::goTo(const Place &place)
{
    if (place == m_place)
        return;
    if (!m_place.connectionId.isEmpty())
        m_back.append(m_place);
    m_forward.clear();
    show(place);
}

void BrowsePane::goBack()
{
    if (m_back.isEmpty())
        return;
    m_forward.append(m_place);
    show(m_back.takeLast());
}

void BrowsePane::goForward()
{
    if (m_forward.isEmpty())
        return;
    m_back.append(m_place);
    show(m_forward.takeLast());
}

void BrowsePane::goUp()
{
    if (!m_place.image.isEmpty())
        goTo({m_place.connectionId, m_place.registry, {}});
    else if (!m_place.registry.isEmpty())
        goTo({m_place.connectionId, {}, {}});
}

void BrowsePane::show(const Place &place)
{
    m_place = place;
    m_selectedKeys.clear();
    m_scroll = 0;
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
        m_proxy->setFilterFixedString({});
    }
    m_images->reset({});
    m_artifacts->reset({});
    switch (place.level()) {
    case Place::Level::Registries: useModel(m_registries, RegistryTableModel::NameColumn, Qt::AscendingOrder); break;
    case Place::Level::Images: useModel(m_images, ImageTableModel::PushedColumn, Qt::DescendingOrder); break;
    case Place::Level::Artifacts: useModel(m_artifacts, ArtifactTreeModel::PushedColumn, Qt::DescendingOrder); break;
    }
    load(false);
    showSession();
    updateActions();
    updateDetails();
    Q_EMIT placeChanged(place);
}

void BrowsePane::useModel(QAbstractItemModel *model, int sortColumn, Qt::SortOrder order)
{
    m_proxy->setSourceModel(model);
    m_table->setRootIsDecorated(model == m_artifacts);
    m_table->setIndentation(22);
    m_table->sortByColumn(sortColumn, order);
    auto *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    // Widths come from the longest value that a column usually has.
    const QFontMetrics metrics(m_table->font());
    const QFontMetrics mono(fontFor(TextRole::Mono));
    const int date = metrics.horizontalAdvance(QStringLiteral("2026-11-02 09:14 PM")) + 20;
    const int number = metrics.horizontalAdvance(QStringLiteral("1,023.4 MB")) + 24;
    const auto setWidths = [&](std::initializer_list<int> widths, int stretched) {
        int section = 0;
        for (const int width : widths)
            m_table->setColumnWidth(section++, width);
        header->setSectionResizeMode(stretched, QHeaderView::Stretch);
    };
    if (model == m_registries) {
        m_table->setAccessibleName(tr("Registries"));
        setWidths({200, mono.horizontalAdvance(QStringLiteral("127.0.0.1:5000/team-platform")) + 24, number, number, date}, 0);
    } else if (model == m_images) {
        m_table->setAccessibleName(tr("Images"));
        setWidths({200, number, number, number, number, date}, 0);
    } else {
        m_table->setAccessibleName(tr("Artifacts"));
        setWidths({mono.horizontalAdvance(QStringLiteral("7a398144c5a2")) + 84, 200, metrics.horizontalAdvance(QStringLiteral("linux/ppc64le")) + 24, number, date, date}, 1);
        fitColumns();
    }
}

/// In a narrow window columns go in the order Pulled, Platforms, Size; name, tags and the sorted column stay.
void BrowsePane::fitColumns()
{
    if (m_proxy->sourceModel() != m_artifacts)
        return;
    const int room = width();
    m_table->setColumnHidden(ArtifactTreeModel::PulledColumn, room < 820);
    m_table->setColumnHidden(ArtifactTreeModel::PlatformColumn, room < 700);
    m_table->setColumnHidden(ArtifactTreeModel::SizeColumn, room < 580);
}

void BrowsePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void BrowsePane::load(bool keepPlace)
{
    m_imageLoader.stop();
    m_artifactLoader.stop();
    auto *current = session();
    if (!current || !current->management())
        return;
    auto *management = current->management();
    m_loading = true;
    if (keepPlace)
        rememberSelection();
    if (m_place.level() == Place::Level::Images)
        m_imageLoader.start([management, place = m_place](int page) { return management->listImages(place.registry, page); }, keepPlace ? m_images->rowCount() : 0);
    else if (m_place.level() == Place::Level::Artifacts)
        m_artifactLoader.start([management, place = m_place](int page) { return management->listArtifacts(place.registry, place.image, page); }, keepPlace ? m_artifacts->rowCount() : 0);
    else
        m_loading = false;
    m_table->setLoading(m_loading);
    updateCount();
}

void BrowsePane::refresh()
{
    auto *current = session();
    if (!current)
        return;
    if (current->id() == QLatin1String(LocalServer::connectionId) && !m_local.isRunning()) {
        m_local.start();
        return;
    }
    m_banner->hide();
    current->refresh();
    load(true);
    m_details->tags().refresh();
}

void BrowsePane::rowsReset()
{
    m_loading = false;
    m_table->setLoading(false);
    restoreSelection();
    updateCount();
    updateActions();
    updateDetails();
}

void BrowsePane::settled(bool hasMore)
{
    m_loading = false;
    m_hasMore = hasMore;
    m_table->setLoading(false);
    // A filter or a sort that the server cannot do looks at everything, so the rest is fetched.
    if (hasMore && !m_filter->text().isEmpty())
        m_place.level() == Place::Level::Images ? m_imageLoader.more() : m_artifactLoader.more();
    updateCount();
}

void BrowsePane::loadFailed(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_loading = false;
    m_table->setLoading(false);
    const QString reason = QString::fromStdString(error.message);
    const bool images = m_place.level() == Place::Level::Images;
    if ((images ? m_images->rowCount() : m_artifacts->rowCount()) > 0) { // the list that was there stays
        m_banner->show(Banner::Kind::Danger, tr("The list could not be refreshed"), reason, tr("Retry"));
        return;
    }
    if (error.code == ErrorCode::NotFound) {
        m_state->show({"info", Tint::Text3, tr("%1 no longer exists").arg(images ? m_place.registry : m_place.image), tr("It was deleted, or its name has changed."), {}, tr("Retry"), {}});
    } else {
        m_state->show({error.code == ErrorCode::Unreachable ? "offline" : "error", Tint::Danger, images ? tr("The images of %1 could not be loaded").arg(m_place.registry) : tr("The artifacts of %1 could not be loaded").arg(m_place.image), reason, {}, tr("Retry"), {}});
    }
    m_pages->setCurrentWidget(m_state);
}

void BrowsePane::showLocalNotice()
{
    if (!m_local.notice().isEmpty() && m_local.isRunning())
        m_banner->show(Banner::Kind::Info, {}, m_local.notice());
}

void BrowsePane::showSession()
{
    auto *current = session();
    if (!current)
        return;
    const bool isLocal = current->id() == QLatin1String(LocalServer::connectionId);
    QString address = isLocal ? m_local.address() : current->connection().address();
    if (!m_place.registry.isEmpty())
        address += QLatin1Char('/') + m_place.registry;
    if (!m_place.image.isEmpty())
        address += QLatin1Char('/') + m_place.image;
    m_breadcrumb->setPlace(m_place, current->name(), address, !m_back.isEmpty());
    if (isLocal && !m_local.isRunning()) {
        m_pages->setCurrentWidget(m_localState);
        return;
    }
    if (m_place.level() == Place::Level::Registries) {
        rememberSelection();
        m_registries->reset(current->registries());
        restoreSelection();
        m_table->setLoading(current->state() == Session::State::Loading);
        if (current->state() == Session::State::Failed && current->registries().isEmpty()) {
            m_state->show({current->error().code == ErrorCode::Unreachable ? "offline" : "error", Tint::Danger, tr("The registries of %1 could not be loaded").arg(current->name()), QString::fromStdString(current->error().message), {}, tr("Retry"), {}});
            m_pages->setCurrentWidget(m_state);
            return;
        }
        if (isLocal && current->state() == Session::State::Online && current->imageCount() == 0 && current->registries().size() <= 1) {
            m_firstStart->setServer(m_local.address(), current->connection().keyId);
            m_pages->setCurrentWidget(m_firstStart);
            return;
        }
    } else if (m_pages->currentWidget() == m_localState && current->management()) {
        load(false); // the registry came up under a place that was open
    }
    if (m_pages->currentWidget() != m_state || m_loading || m_place.level() == Place::Level::Registries)
        m_pages->setCurrentWidget(m_browser);
    updateCount();
    updateActions();
}

void BrowsePane::rememberSelection()
{
    m_selectedKeys.clear();
    for (const auto &index : m_table->selectionModel()->selectedRows())
        m_selectedKeys << index.data(KeyRole).toString();
    m_scroll = m_table->verticalScrollBar()->value();
}

void BrowsePane::restoreSelection()
{
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < m_proxy->rowCount() && !m_selectedKeys.isEmpty(); ++row) {
        const QModelIndex index = m_proxy->index(row, 0);
        if (m_selectedKeys.contains(index.data(KeyRole).toString())) {
            selection.select(index, index);
            if (!first.isValid())
                first = index;
        }
    }
    if (first.isValid()) {
        m_table->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else if (m_proxy->rowCount() > 0 && m_place.level() == Place::Level::Artifacts) {
        m_table->setCurrentIndex(m_proxy->index(0, 0)); // the details have something to say at once
    }
    m_table->verticalScrollBar()->setValue(m_scroll);
}

void BrowsePane::updateCount()
{
    const int shown = m_proxy->rowCount();
    const int loaded = m_proxy->sourceModel() ? m_proxy->sourceModel()->rowCount() : 0;
    const bool filtered = !m_filter->text().isEmpty();
    QString text;
    switch (m_place.level()) {
    case Place::Level::Registries: text = tr("%n registries", nullptr, loaded); break;
    case Place::Level::Images: text = tr("%n images", nullptr, loaded); break;
    case Place::Level::Artifacts: text = tr("%n artifacts", nullptr, loaded); break;
    }
    if (m_hasMore && m_place.level() != Place::Level::Registries)
        text = filtered ? tr("searching, %n loaded", nullptr, loaded) : tr("%n loaded", nullptr, loaded);
    else if (filtered)
        text = tr("%1 of %2").arg(shown).arg(text);
    m_count->setText(m_loading && loaded == 0 ? tr("Loading…") : text);
    const bool nothing = shown == 0 && !m_loading;
    if (nothing && filtered) {
        m_empty->show({"filter", Tint::Text3, tr("Nothing matches “%1”").arg(m_filter->text()), {}, {}, tr("Clear filter"), {}});
    } else if (nothing) {
        m_empty->show({"image", Tint::Text3, m_place.level() == Place::Level::Images ? tr("No images yet") : tr("Nothing here yet"), tr("Drop an image archive on this window, or push one from a terminal."), {}, {}, {}});
    }
    m_tablePages->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_table);
}

QModelIndexList BrowsePane::selectedSourceRows() const
{
    QModelIndexList rows;
    for (const auto &index : m_table->selectionModel()->selectedRows())
        rows << m_proxy->mapToSource(index);
    return rows;
}

void BrowsePane::updateActions()
{
    const auto rows = selectedSourceRows();
    const auto level = m_place.level();
    m_open->setVisible(level != Place::Level::Artifacts);
    m_tag->setVisible(level == Place::Level::Artifacts);
    QString first;
    switch (level) {
    case Place::Level::Registries:
        m_open->setText(tr("View images"));
        m_open->setIcon(icon("image"));
        m_delete->setText(tr("Delete registry…"));
        first = tr("Select a registry first");
        break;
    case Place::Level::Images:
        m_open->setText(tr("View artifacts"));
        m_open->setIcon(icon("artifact"));
        m_delete->setText(tr("Delete image…"));
        first = tr("Select an image first");
        break;
    case Place::Level::Artifacts:
        m_delete->setText(tr("Delete artifact…"));
        first = tr("Select an artifact first");
        break;
    }
    const bool any = !rows.isEmpty();
    const bool onlyPlatforms = level == Place::Level::Artifacts && any && std::all_of(rows.begin(), rows.end(), [&](const QModelIndex &index) { return m_artifacts->isPlatform(index); });
    m_open->setEnabled(rows.size() == 1);
    m_open->setToolTip(rows.size() == 1 ? QString() : first);
    m_tag->setEnabled(rows.size() == 1 && !onlyPlatforms);
    m_tag->setToolTip(m_tag->isEnabled() ? QString() : onlyPlatforms ? tr("Tags name the whole artifact; select its row") : first);
    m_delete->setEnabled(any && !onlyPlatforms);
    m_delete->setToolTip(m_delete->isEnabled() ? QString() : onlyPlatforms ? tr("A platform is deleted with its artifact; select that row") : first);
}

ImageSummary BrowsePane::currentImage() const
{
    ImageSummary image;
    image.registry = m_place.registry;
    image.name = m_place.image;
    return image;
}

void BrowsePane::updateDetails()
{
    const auto rows = selectedSourceRows();
    if (rows.size() != 1) {
        m_details->clear(rows.isEmpty() ? tr("Select a row to see its details") : tr("%n rows selected", nullptr, int(rows.size())));
        return;
    }
    const QModelIndex row = rows.first();
    switch (m_place.level()) {
    case Place::Level::Registries: m_details->showRegistry(m_registries->rowAt(row.row())); break;
    case Place::Level::Images: {
        const auto &image = m_images->rowAt(row.row());
        m_details->showImage(image, session()->connection().address() + QLatin1Char('/') + image.path());
        break;
    }
    case Place::Level::Artifacts:
        m_details->showArtifact(session(), currentImage(), m_artifacts->artifactAt(row), m_artifacts->isPlatform(row) ? m_artifacts->digestAt(row) : QString());
        break;
    }
}

void BrowsePane::openRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int row = m_proxy->mapToSource(index).row();
    if (m_place.level() == Place::Level::Registries)
        goTo({m_place.connectionId, m_registries->rowAt(row).name, {}});
    else if (m_place.level() == Place::Level::Images)
        goTo({m_place.connectionId, m_place.registry, m_images->rowAt(row).name});
    else if (!index.parent().isValid())
        m_table->setExpanded(index.siblingAtColumn(0), !m_table->isExpanded(index.siblingAtColumn(0)));
}

void BrowsePane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QString BrowsePane::selectedReference() const
{
    const auto rows = selectedSourceRows();
    if (rows.size() != 1)
        return {};
    const QString host = session()->connection().address() + QLatin1Char('/');
    switch (m_place.level()) {
    case Place::Level::Registries: return m_registries->rowAt(rows.first().row()).address;
    case Place::Level::Images: return host + m_images->rowAt(rows.first().row()).path();
    case Place::Level::Artifacts: return m_details->information().pullReference();
    }
    return {};
}

QString BrowsePane::selectedDigest() const
{
    const auto rows = selectedSourceRows();
    return rows.size() == 1 && m_place.level() == Place::Level::Artifacts ? m_artifacts->digestAt(rows.first()) : QString();
}

} // namespace berth
