// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/BrowsePane.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/ErrorText.h"
#include "desktop/access/KeysPane.h"
#include "desktop/access/UsersPane.h"
#include "desktop/browse/Breadcrumb.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/InformationPage.h"
#include "desktop/browse/TableView.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/connections/ConnectionList.h"
#include "desktop/connections/FirstStartPage.h"
#include "desktop/connections/KindTile.h"
#include "desktop/connections/LocalServer.h"
#include "desktop/connections/LocalStatePage.h"
#include "desktop/connections/SessionProblem.h"
#include "desktop/parts/ActionBar.h"
#include "desktop/parts/Parts.h"
#include "desktop/server/HealthPane.h"
#include "desktop/server/ServerSettingsPane.h"
#include "desktop/storage/StoragePane.h"
#include "desktop/trash/TrashPane.h"
#include "desktop/trash/UndoBanner.h"

namespace berth {

namespace {

QString toolTitle(Tool tool)
{
    switch (tool) {
    case Tool::None: break;
    case Tool::Trash: return BrowsePane::tr("Trash");
    case Tool::Storage: return BrowsePane::tr("Storage");
    case Tool::Keys: return BrowsePane::tr("Access keys");
    case Tool::Users: return BrowsePane::tr("Users and roles");
    case Tool::Settings: return BrowsePane::tr("Server settings");
    case Tool::Health: return BrowsePane::tr("Health");
    }
    return {};
}

} // namespace

BrowsePane::BrowsePane(ConnectionList &connections, LocalServer &local, QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_local(local)
    , m_breadcrumb(new Breadcrumb(this))
    , m_banner(new Banner(this))
    , m_reminder(new Banner(this))
    , m_undo(new UndoBanner(this))
    , m_pages(new QStackedWidget(this))
    , m_firstStart(new FirstStartPage(this))
    , m_localState(new LocalStatePage(local, this))
    , m_state(new StatePage(this))
    , m_browser(new QSplitter(Qt::Vertical, this))
    , m_content(new ContentTable(this))
    , m_details(new DetailsPane(this))
    , m_open(m_content->bar().addAction({}, "artifact"))
    , m_registrySettings(m_content->bar().addAction(tr("Registry settings…"), "gear"))
    , m_tag(m_content->bar().addAction(tr("Create tag…"), "tag"))
    , m_move(m_content->bar().addAction(tr("Move tag…"), "edit"))
    , m_export(m_content->bar().addAction(tr("Export…"), "export"))
    , m_delete(m_content->bar().addAction({}, "trash"))
{
    m_browser->addWidget(m_content);
    m_browser->addWidget(m_details);
    m_browser->setStretchFactor(0, 3);
    m_browser->setStretchFactor(1, 2);
    m_browser->setChildrenCollapsible(false);
    m_browser->setHandleWidth(1);
    m_browser->setSizes({390, 260});
    for (QWidget *page :
        {static_cast<QWidget *>(m_browser), static_cast<QWidget *>(m_firstStart), static_cast<QWidget *>(m_localState), static_cast<QWidget *>(m_state)})
        m_pages->addWidget(page);
    auto *banners = new QVBoxLayout;
    banners->setContentsMargins(16, 0, 16, 4);
    banners->setSpacing(6);
    banners->addWidget(m_reminder);
    banners->addWidget(m_banner);
    banners->addWidget(m_undo);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_breadcrumb);
    column->addLayout(banners);
    column->addWidget(m_pages, 1);

    connect(m_breadcrumb, &Breadcrumb::backRequested, this, &BrowsePane::goBack);
    connect(m_breadcrumb, &Breadcrumb::placeRequested, this, &BrowsePane::goTo);
    connect(m_content, &ContentTable::opened, this, &BrowsePane::goTo);
    connect(m_content, &ContentTable::loadFailed, this, &BrowsePane::loadFailed);
    connect(m_content, &ContentTable::loaded, this, [this] {
        if (std::exchange(m_failedHere, false)) // its rows are here, so that they are not fetched once more
            m_pages->setCurrentWidget(m_browser);
        else if (m_pages->currentWidget() == m_browser)
            return;
        showSession();
    });
    connect(m_content, &ContentTable::selectionChanged, this, [this] {
        updateActions();
        updateDetails();
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto registries = m_content->selectedRegistries(); !registries.isEmpty())
            goTo({m_place.connectionId, registries.first().name, {}});
        else if (const auto images = m_content->selectedImages(); !images.isEmpty())
            goTo({m_place.connectionId, m_place.registry, images.first().name});
    });
    connect(m_registrySettings, &QPushButton::clicked, this, &BrowsePane::editRegistry);
    connect(m_tag, &QPushButton::clicked, this, &BrowsePane::createTag);
    connect(m_move, &QPushButton::clicked, this, [this] {
        const auto tags = m_content->selectedTags();
        if (const auto artifacts = m_content->selectedArtifacts(); tags.size() == 1 && artifacts.size() == 1)
            moveTag(artifacts.first().digest, tags.first());
    });
    connect(m_export, &QPushButton::clicked, this, &BrowsePane::exportSelection);
    connect(m_delete, &QPushButton::clicked, this, &BrowsePane::deleteSelection);
    connect(m_state, &StatePage::primaryTriggered, this, [this] {
        m_state->setBusy(true);
        refresh();
    });
    connect(m_state, &StatePage::secondaryTriggered, this, [this] { Q_EMIT editRequested(m_place.connectionId); });
    connect(&m_details->tags(), &TagsPage::createRequested, this, &BrowsePane::createTag);
    connect(&m_details->tags(), &TagsPage::deleteRequested, this, [this](const QStringList &tags) {
        if (const auto artifacts = m_content->selectedArtifacts(); artifacts.size() == 1)
            deleteTags(artifacts.first().digest, tags);
    });
    connect(&m_details->tags(), &TagsPage::moveRequested, this, [this](const QString &tag) {
        if (const auto artifacts = m_content->selectedArtifacts(); artifacts.size() == 1)
            moveTag(artifacts.first().digest, tag);
    });
    connect(&m_local, &LocalServer::stateChanged, this, [this] {
        showLocalNotice();
        showSession();
    });
    connect(m_banner, &Banner::actionTriggered, this, &BrowsePane::refresh);
    connect(m_undo, &UndoBanner::undone, this, &BrowsePane::refresh);
    connect(m_undo, &UndoBanner::trashRequested, this, [this] { openTool(Tool::Trash); });
    connect(m_undo, &UndoBanner::failed, this, [this](const Error &error) {
        m_banner->show(Banner::Kind::Danger, tr("Not everything could be restored"),
            tr("%1. What is left lies in the trash, where it can get another name.").arg(errorText(error)));
    });
    connect(m_reminder, &Banner::actionTriggered, this, [this] { Q_EMIT editRequested(m_place.connectionId); });
    const auto watch = [this](int row) {
        auto *item = m_connections.sessions().at(row);
        connect(item, &Session::changed, this, [this, item] {
            if (item == session())
                showSession();
        });
        connect(item, &Session::rightsChanged, this, &BrowsePane::updateActions);
        connect(item, &Session::connected, this, [this, item](bool isOther) {
            if (item != session())
                return;
            m_failedHere = false;
            m_toolPlace = {}; // what the tool had asked for has ended
            if (m_place.tool == Tool::None && (isOther || m_content->isEmpty()))
                m_content->setPlace(item, m_place);
            else if (m_place.tool == Tool::None)
                m_content->refresh();
        });
    };
    for (int row = 0; row < m_connections.sessions().size(); ++row)
        watch(row);
    connect(&m_connections, &ConnectionList::added, this, watch);
    connect(&m_connections, &ConnectionList::aboutToRemove, this, [this](int row) {
        const QString id = m_connections.sessions().at(row)->id();
        const auto isThere = [&](const Place &place) { return place.connectionId == id; };
        m_back.removeIf(isThere);
        m_forward.removeIf(isThere);
        if (isThere(m_place))
            show({m_connections.local().id(), {}, {}});
    });
    m_content->view().setDragText([this] { return selectedReferences(); });
    updateActions();
}

BrowsePane::~BrowsePane() = default;

Session *BrowsePane::session() const { return m_connections.find(m_place.connectionId); }
TableView &BrowsePane::table() { return m_content->view(); }
bool BrowsePane::showsRows() const { return m_place.tool == Tool::None && m_content->place() == m_place && m_pages->currentWidget() == m_browser; }

void BrowsePane::goTo(const Place &place)
{
    if (place == m_place || !m_connections.find(place.connectionId))
        return;
    if (!m_place.connectionId.isEmpty())
        m_back.append(m_place);
    m_forward.clear();
    show(place);
}

void BrowsePane::startAt(const Place &place)
{
    m_back.clear();
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
    if (m_place.tool != Tool::None)
        goTo({m_place.connectionId, {}, {}});
    else if (!m_place.image.isEmpty())
        goTo({m_place.connectionId, m_place.registry, {}});
    else if (!m_place.registry.isEmpty())
        goTo({m_place.connectionId, {}, {}});
}

void BrowsePane::show(const Place &place)
{
    m_place = place;
    m_failedHere = false;
    m_banner->hide();
    m_undo->hide();
    auto *current = session();
    if (place.tool == Tool::None)
        m_content->setPlace(current, place); // before anything tells of the session, so that no row of the former place is taken for one of this
    if (current && current != &m_connections.local())
        m_connections.open(*current);
    showSession();
    updateActions();
    updateDetails();
    Q_EMIT placeChanged(place);
}

void BrowsePane::refresh()
{
    auto *current = session();
    if (!current)
        return;
    m_banner->hide();
    const auto state = current->state();
    const bool lacksKey =
        state == Session::State::NoKey || state == Session::State::ReadingKey || (hasProblem(*current) && current->error().code == ErrorCode::Unauthorized);
    if (!current->isConnected() || lacksKey) {
        m_failedHere = false; // the place is fetched once the session is there
        m_connections.reopen(*current);
        return;
    }
    if (auto *pane = tool()) {
        if (state == Session::State::Failed) // else the sidebar would go on saying that its server is away
            current->refresh();
        pane->refresh();
        return;
    }
    current->refresh();
    m_content->refresh();
    m_details->refresh();
}

void BrowsePane::loadFailed(const Error &error, bool isRest)
{
    auto *current = session();
    if (!current)
        return;
    const bool images = m_place.level() == Place::Level::Images;
    if (!m_content->isEmpty()) { // the list that was there stays
        m_banner->show(Banner::Kind::Danger, isRest ? tr("The rest of the list could not be loaded") : tr("The list could not be refreshed"), errorText(error),
            tr("Retry"));
        return;
    }
    m_failedHere = true;
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::NameUnknown)
        m_state->show({"info", Tint::Text3, tr("%1 no longer exists").arg(images ? m_place.registry : m_place.image),
            tr("It was deleted, or its name has changed."), {}, tr("Retry"), {}});
    else
        m_state->show(problemOf(
            images ? tr("The images of %1 could not be loaded").arg(m_place.registry) : tr("The artifacts of %1 could not be loaded").arg(m_place.image),
            error));
    m_pages->setCurrentWidget(m_state);
}

void BrowsePane::showLocalNotice()
{
    if (!m_local.notice().isEmpty() && m_local.isRunning())
        m_banner->show(Banner::Kind::Info, {}, m_local.notice());
}

void BrowsePane::remindOfKey()
{
    const int days = m_connections.keyAgeDays(m_place.connectionId);
    if (days >= ConnectionList::keyAdviceDays)
        m_reminder->show(Banner::Kind::Info, tr("The key of %1 was entered %n days ago", nullptr, days).arg(session()->name()),
            tr("It goes on working. The advice is a new key every 90 days: make one where this one was made, then enter it here."), tr("Edit…"));
    else
        m_reminder->hide();
}

void BrowsePane::showSession()
{
    auto *current = session();
    if (!current)
        return;
    remindOfKey();
    const bool isLocal = current == &m_connections.local();
    QString address = isLocal ? m_local.address() : current->connection().address();
    if (!m_place.image.isEmpty())
        address += QLatin1Char('/') + repositoryPath(m_place.registry, m_place.image);
    else if (!m_place.registry.isEmpty() && m_place.registry != topLevel)
        address += QLatin1Char('/') + m_place.registry;
    m_breadcrumb->setPlace(m_place, toolTitle(m_place.tool), current->name(), kindGlyph(current->connection().kind), address, !m_back.isEmpty());
    if (isLocal && !m_local.isRunning()) {
        m_pages->setCurrentWidget(m_localState);
        return;
    }
    if (hasProblem(*current) && !(current->state() == Session::State::Failed && m_place.level() == Place::Level::Artifacts)) {
        m_state->show(problemOf(*current));
        m_pages->setCurrentWidget(m_state);
        return;
    }
    if (m_place.tool != Tool::None && !hasTool(m_place.tool)) { // the connection is another kind of server by now
        show({m_place.connectionId, {}, {}});
        return;
    }
    if (m_place.tool != Tool::None) {
        showTool();
        return;
    }
    if (m_place.level() == Place::Level::Registries) {
        if (current->state() == Session::State::Failed) // the list that was there stays
            m_banner->show(Banner::Kind::Danger, tr("The list could not be refreshed"), errorText(current->error()), tr("Retry"));
        m_content->showRegistries(current->registries(), current->state() == Session::State::Loading);
        if (isLocal && current->state() == Session::State::Online && current->imageCount() == 0 && current->registries().size() <= 1) {
            m_firstStart->setServer(m_local.address(), current->connection().keyId);
            m_pages->setCurrentWidget(m_firstStart);
            return;
        }
    } else if (m_failedHere) {
        return; // until its own rows are here
    }
    m_pages->setCurrentWidget(m_browser);
    updateActions();
}

bool BrowsePane::hasTool(Tool tool) const
{
    auto *current = session();
    const bool isBerth = current && current->connection().kind == ServerKind::Berth;
    return tool == Tool::None || isBerth;
}

void BrowsePane::openTool(Tool tool)
{
    if (session() && hasTool(tool))
        goTo({m_place.connectionId, {}, {}, tool});
}

ToolPane *BrowsePane::makeTool(Tool tool)
{
    switch (tool) {
    case Tool::Trash: return new TrashPane(this);
    case Tool::Storage: return new StoragePane(this);
    case Tool::Keys: return new KeysPane(this);
    case Tool::Users: return new UsersPane(this);
    case Tool::Settings: return new ServerSettingsPane(this);
    case Tool::Health: return new HealthPane(this);
    case Tool::None: break;
    }
    return nullptr;
}

void BrowsePane::showTool()
{
    auto *&pane = m_tools[m_place.tool];
    if (!pane) {
        pane = makeTool(m_place.tool);
        if (!pane)
            return;
        m_pages->addWidget(pane);
        connect(pane, &ToolPane::placeRequested, this, &BrowsePane::goTo);
        connect(pane, &ToolPane::contentChanged, this, [this] {
            if (auto *current = session())
                current->refresh();
        });
        connect(pane, &ToolPane::keyReplaced, this, [this](const QString &connectionId, const AccessKeyPair &pair) {
            if (auto *owner = m_connections.find(connectionId))
                m_connections.replaceSecret(*owner, pair);
        });
    }
    if (m_pages->currentWidget() == pane && m_toolPlace == m_place)
        return; // the session tells of something that is not the tool's
    m_toolPlace = m_place;
    pane->setSubject(m_place.subject);
    pane->setSession(session());
    m_pages->setCurrentWidget(pane);
}

void BrowsePane::updateActions()
{
    if (m_place.tool != Tool::None || m_content->place() != m_place)
        return;
    auto *current = session();
    auto &bar = m_content->bar();
    const auto level = m_place.level();
    const int count = m_content->selectedCount();
    const bool byTag = level == Place::Level::Artifacts && m_content->artifactView() == ContentTable::ArtifactView::ByTag;
    const auto refused = [&](Deed deed) { return current ? current->refusal(deed, m_place.registry) : QString(); };
    bar.setShown(m_open, level != Place::Level::Artifacts);
    const bool hasSettings = current && current->connection().kind == ServerKind::Berth && level == Place::Level::Registries;
    bar.setShown(m_registrySettings, hasSettings);
    if (hasSettings)
        bar.setReason(m_registrySettings,
            count == 1      ? current->administrationRefusal()
                : count > 1 ? tr("Select one registry only")
                            : tr("Select a registry first"));
    bar.setShown(m_tag, level == Place::Level::Artifacts);
    bar.setShown(m_move, byTag);
    bar.setShown(m_export, level != Place::Level::Registries);
    QString first;
    switch (level) {
    case Place::Level::Registries:
        first = tr("Select a registry first");
        bar.setWords(m_open, tr("View images"), "image");
        bar.setWords(m_delete, tr("Delete registry…"));
        bar.setReason(m_delete, count == 0 ? first : refused(Deed::DeleteRegistry));
        break;
    case Place::Level::Images:
        first = tr("Select an image first");
        bar.setWords(m_open, tr("View artifacts"), "artifact");
        bar.setWords(m_delete, tr("Delete image…"));
        bar.setReason(m_delete, count == 0 ? first : refused(Deed::DeleteImage));
        break;
    case Place::Level::Artifacts: {
        const bool platforms = m_content->onlyPlatformsSelected();
        first = byTag ? tr("Select a tag first") : tr("Select an artifact first");
        bar.setWords(m_delete, byTag ? tr("Delete tag…") : tr("Delete artifact…"));
        bar.setReason(m_tag, count != 1 ? first : platforms ? tr("Tags name the whole artifact; select its row") : refused(Deed::CreateTag));
        bar.setReason(m_move, count != 1 ? first : refused(Deed::Push));
        bar.setReason(m_delete,
            count == 0      ? first
                : platforms ? tr("A platform is deleted with its artifact; select that row")
                            : refused(byTag ? Deed::DeleteTag : Deed::DeleteArtifact));
        break;
    }
    }
    bar.setReason(m_open, count == 1 ? QString() : first);
    bar.setReason(m_export, count > 0 ? refused(Deed::Pull) : first);
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
    if (m_place.tool != Tool::None || m_content->place() != m_place) // the table and its details wait below for the way back
        return;
    const int count = m_content->selectedCount();
    auto *current = session();
    if (count != 1 || !current) {
        m_details->clear(
            count == 0 ? tr("Select a row to see its details") : tr("%n rows selected", nullptr, count), m_place.level() == Place::Level::Artifacts);
        return;
    }
    for (const auto &registry : m_content->selectedRegistries())
        m_details->showRegistry(registry);
    for (const auto &image : m_content->selectedImages())
        m_details->showImage(image, current->connection().address() + QLatin1Char('/') + image.path());
    for (const auto &artifact : m_content->selectedArtifacts())
        m_details->showArtifact(current, currentImage(), artifact, m_content->selectedPlatform(), m_content->selectedTags().value(0));
}

void BrowsePane::focusFilter()
{
    if (auto *pane = tool())
        pane->focusFilter();
    else
        m_content->focusFilter();
}

QString BrowsePane::selectedReference() const
{
    if (!showsRows() || m_content->selectedCount() != 1 || !session())
        return {};
    for (const auto &registry : m_content->selectedRegistries())
        return registry.address;
    for (const auto &image : m_content->selectedImages())
        return session()->connection().address() + QLatin1Char('/') + image.path();
    return m_details->information().pullReference();
}

QString BrowsePane::selectedReferences() const
{
    if (!showsRows() || m_content->selectedCount() <= 1)
        return selectedReference();
    QStringList lines;
    for (const auto &registry : m_content->selectedRegistries())
        lines << registry.address;
    const QString server = session() ? session()->connection().address() + QLatin1Char('/') : QString();
    for (const auto &image : m_content->selectedImages())
        lines << server + image.path();
    const QString image = server + repositoryPath(m_place.registry, m_place.image);
    const auto tags = m_content->selectedTags();
    for (const auto &tag : tags)
        lines << image + QLatin1Char(':') + tag;
    for (const auto &artifact : tags.isEmpty() ? m_content->selectedArtifacts() : QList<ArtifactSummary>())
        lines << image + (artifact.tags.isEmpty() ? QLatin1Char('@') + artifact.digest : QLatin1Char(':') + artifact.tags.first());
    return lines.join(QLatin1Char('\n'));
}

QString BrowsePane::selectedDigest() const
{
    const auto artifacts = showsRows() && m_content->selectedCount() == 1 ? m_content->selectedArtifacts() : QList<ArtifactSummary>();
    if (artifacts.isEmpty())
        return {};
    const QString platform = m_content->selectedPlatform();
    return platform.isEmpty() ? artifacts.first().digest : platform;
}

} // namespace berth
