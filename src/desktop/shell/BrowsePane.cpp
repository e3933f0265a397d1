// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/BrowsePane.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/roles/RegistryLifecycle.h"
#include "core/ErrorText.h"
#include "desktop/browse/ContentPane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/connections/FirstStartPage.h"
#include "desktop/connections/LocalStatePage.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/DeleteDialog.h"
#include "desktop/panes/NameDialog.h"
#include "desktop/parts/Banner.h"
#include "desktop/server/RegistrySettingsDialog.h"
#include "desktop/sessions/Ask.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/SessionProblem.h"
#include "desktop/shell/Breadcrumb.h"
#include "desktop/trash/UndoBanner.h"

namespace berth {

BrowsePane::BrowsePane(const Features &features, ConnectionList &connections, LocalServer &local, QWidget *parent)
    : QWidget(parent)
    , m_features(features)
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
    , m_content(new ContentPane(features.details(), this))
{
    layOut();
    connectParts();
    for (int row = 0; row < m_connections.sessions().size(); ++row)
        watch(row);
}

void BrowsePane::layOut()
{
    for (QWidget *page :
        {static_cast<QWidget *>(m_content), static_cast<QWidget *>(m_firstStart), static_cast<QWidget *>(m_localState), static_cast<QWidget *>(m_state)})
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
}

void BrowsePane::connectParts()
{
    connect(m_breadcrumb, &Breadcrumb::backRequested, this, &BrowsePane::goBack);
    connect(m_breadcrumb, &Breadcrumb::placeRequested, this, &BrowsePane::goTo);
    connect(m_content, &ContentPane::opened, this, &BrowsePane::goTo);
    connect(m_content, &ContentPane::loadFailed, this, &BrowsePane::loadFailed);
    connect(m_content, &ContentPane::loaded, this, [this] {
        if (std::exchange(m_failedHere, false)) // its rows are here, so that they are not fetched once more
            m_pages->setCurrentWidget(m_content);
        else if (m_pages->currentWidget() == m_content)
            return;
        showSession();
    });
    connect(m_content, &ContentPane::exportRequested, this, &BrowsePane::exportRequested);
    connect(m_content, &ContentPane::settingsRequested, this, &BrowsePane::editRegistry);
    connect(m_content, &ContentPane::changed, this, &BrowsePane::refresh);
    connect(&m_content->details(), &DetailsPane::contentChanged, this, [this] {
        if (auto *current = session())
            current->refresh();
    });
    connect(m_content, &ContentPane::deleted, this, &BrowsePane::deleted);
    connect(m_content, &ContentPane::said, m_banner,
        [this](Banner::Kind kind, const QString &heading, const QString &sentence) { m_banner->show(kind, heading, sentence); });
    connect(m_state, &StatePage::primaryTriggered, this, [this] {
        m_state->setBusy(true);
        refresh();
    });
    connect(m_state, &StatePage::secondaryTriggered, this, [this] { Q_EMIT editRequested(m_place.connectionId); });
    connect(&m_local, &LocalServer::stateChanged, this, [this] {
        showLocalNotice();
        showSession();
    });
    connect(m_banner, &Banner::actionTriggered, this, &BrowsePane::refresh);
    connect(m_undo, &UndoBanner::undone, this, &BrowsePane::refresh);
    connect(m_undo, &UndoBanner::trashRequested, this, [this] { openTool(tool::trash); });
    connect(m_undo, &UndoBanner::failed, this, [this](const Error &error) {
        m_banner->show(Banner::Kind::Danger, tr("Not everything could be restored"),
            tr("%1. What is left lies in the trash, where it can get another name.").arg(errorText(error)));
    });
    connect(m_reminder, &Banner::actionTriggered, this, [this] { Q_EMIT editRequested(m_place.connectionId); });
    connect(&m_connections, &ConnectionList::added, this, &BrowsePane::watch);
    connect(&m_connections, &ConnectionList::aboutToRemove, this, &BrowsePane::forget);
}

void BrowsePane::watch(int row)
{
    auto *item = m_connections.sessions().at(row);
    connect(item, &Session::changed, this, [this, item] {
        if (item == session())
            showSession();
    });
    connect(item, &Session::connected, this, [this, item](bool isOther) {
        if (item != session())
            return;
        m_failedHere = false;
        m_toolPlace = {}; // what the tool had asked for has ended
        if (m_place.tool.isEmpty() && (isOther || content().isEmpty()))
            m_content->setPlace(item, m_place);
        else if (m_place.tool.isEmpty())
            content().refresh();
    });
}

/// A connection goes, and with it the ways that lead to it.
void BrowsePane::forget(int row)
{
    const QString id = m_connections.sessions().at(row)->id();
    const auto isThere = [&](const Place &place) { return place.connectionId == id; };
    m_back.removeIf(isThere);
    m_forward.removeIf(isThere);
    if (isThere(m_place))
        show({m_connections.local().id(), {}, {}});
}

BrowsePane::~BrowsePane() = default;

Session *BrowsePane::session() const { return m_connections.find(m_place.connectionId); }
ContentTable &BrowsePane::content() { return m_content->content(); }
DetailsPane &BrowsePane::details() { return m_content->details(); }
TableView &BrowsePane::table() { return content().view(); }

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
    if (!m_place.tool.isEmpty())
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
    if (place.tool.isEmpty())
        m_content->setPlace(current, place); // before anything tells of the session, so that no row of the former place is taken for one of this
    if (current && current != &m_connections.local())
        m_connections.open(*current);
    showSession();
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
}

bool BrowsePane::hasTool(const QString &id) const
{
    const auto *feature = m_features.tool(id);
    const auto *current = session();
    return id.isEmpty() || (feature && current && feature->offered(*current));
}

void BrowsePane::openTool(const QString &id)
{
    if (session() && hasTool(id))
        goTo({m_place.connectionId, {}, {}, id});
}

void BrowsePane::focusFilter()
{
    if (auto *pane = tool())
        pane->focusFilter();
    else
        content().focusFilter();
}

void BrowsePane::deleteSelection()
{
    if (auto *pane = tool())
        pane->deleteSelection();
    else
        m_content->deleteSelection();
}

void BrowsePane::createRegistry()
{
    auto *current = session();
    if (!current || !current->isConnected() || !current->refusal(Deed::CreateRegistry).isEmpty())
        return;
    auto *dialog = new NameDialog(
        {tr("Create registry"), tr("A registry holds images; its name is the first part of theirs."), tr("Name"),
            tr("a–z, 0–9 and single . _ - between them. Images get the address %1/<name>/…").arg(current->connection().address()), tr("Create registry")},
        registryNameError,
        [current = QPointer<Session>(current)](QString name) {
            return attempt<RegistryLifecycle>(current, Deed::CreateRegistry, [name](RegistryLifecycle &server) { return server.createRegistry(name); });
        },
        this);
    connect(dialog, &NameDialog::done, this, [this, current = QPointer<Session>(current)](const QString &name) {
        if (!current)
            return;
        current->refresh();
        goTo({current->id(), name, {}});
    });
    dialog->open();
}

void BrowsePane::editRegistry(const QString &registry)
{
    auto *current = session();
    if (!current)
        return;
    auto *dialog = new RegistrySettingsDialog(*current, registry, this);
    connect(dialog, &RegistrySettingsDialog::saved, this, &BrowsePane::refresh);
    dialog->open();
}

void BrowsePane::deleted(const DeletedItems &gone)
{
    refresh();
    if (auto *current = session())
        m_undo->offer(*current, gone);
}

} // namespace berth
