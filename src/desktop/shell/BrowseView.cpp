// SPDX-License-Identifier: Apache-2.0
// What a BrowsePane shows where: content, a tool, or why there is nothing.
#include <QStackedWidget>

#include "core/ErrorText.h"
#include "desktop/browse/ContentPane.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/connections/FirstStartPage.h"
#include "desktop/connections/LocalStatePage.h"
#include "desktop/parts/Banner.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/KindTile.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/SessionProblem.h"
#include "desktop/shell/Breadcrumb.h"
#include "desktop/shell/BrowsePane.h"

namespace berth {

void BrowsePane::loadFailed(const Error &error, bool isRest)
{
    auto *current = session();
    if (!current || !m_place.tool.isEmpty())
        return;
    const bool images = m_place.level() == Place::Level::Images;
    if (!content().isEmpty()) { // the list that was there stays
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
    showCrumbs(*current);
    if (current == &m_connections.local() && !m_local.isRunning()) {
        m_pages->setCurrentWidget(m_localState);
    } else if (hasProblem(*current) && !(current->state() == Session::State::Failed && current->isConnected() && m_place.level() == Place::Level::Artifacts)) {
        m_state->show(problemOf(*current));
        m_pages->setCurrentWidget(m_state);
    } else if (!hasTool(m_place.tool)) { // the connection is another kind of server by now
        show({m_place.connectionId, {}, {}});
    } else if (!m_place.tool.isEmpty()) {
        showTool();
    } else if (m_place.level() == Place::Level::Registries) {
        showRegistries(*current);
    } else if (!m_failedHere) { // else until its own rows are here
        m_pages->setCurrentWidget(m_content);
        m_content->updateActions();
    }
}

void BrowsePane::showCrumbs(Session &current)
{
    QString address = &current == &m_connections.local() ? m_local.address() : current.connection().address();
    if (!m_place.image.isEmpty())
        address += QLatin1Char('/') + repositoryPath(m_place.registry, m_place.image);
    else if (!m_place.registry.isEmpty() && m_place.registry != topLevel)
        address += QLatin1Char('/') + m_place.registry;
    const auto *feature = m_features.tool(m_place.tool);
    m_breadcrumb->setPlace(m_place, feature ? feature->text() : QString(), current.name(), kindGlyph(current.connection().kind), address, !m_back.isEmpty());
}

void BrowsePane::showRegistries(Session &current)
{
    if (current.state() == Session::State::Failed) // the list that was there stays
        m_banner->show(Banner::Kind::Danger, tr("The list could not be refreshed"), errorText(current.error()), tr("Retry"));
    content().showRegistries(current.registries(), current.state() == Session::State::Loading);
    const bool isNew = current.state() == Session::State::Online && current.imageCount() == 0 && current.registries().size() <= 1;
    if (&current == &m_connections.local() && isNew) {
        m_firstStart->setServer(m_local.address(), current.connection().keyId);
        m_pages->setCurrentWidget(m_firstStart);
        return;
    }
    m_pages->setCurrentWidget(m_content);
    m_content->updateActions();
}

ToolPane *BrowsePane::makeTool(const ToolFeature &feature)
{
    auto *pane = feature.make(this);
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
    return pane;
}

void BrowsePane::showTool()
{
    auto *&pane = m_tools[m_place.tool];
    if (!pane)
        pane = makeTool(*m_features.tool(m_place.tool)); // hasTool() was asked
    if (m_pages->currentWidget() == pane && m_toolPlace == m_place)
        return; // the session tells of something that is not the tool's
    m_toolPlace = m_place;
    pane->setSubject(m_place.subject);
    pane->setSession(session());
    m_pages->setCurrentWidget(pane);
}

} // namespace berth
