// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "core/Result.h"
#include "desktop/panes/ExportChoice.h"
#include "desktop/panes/ToolPane.h"
#include "desktop/sessions/Place.h"
#include "desktop/shell/Features.h"

class QStackedWidget;

namespace berth {

class ActionBar;
class Banner;
class Breadcrumb;
class ConnectionList;
class ContentPane;
class ContentTable;
class DetailsPane;
class FirstStartPage;
class LocalServer;
class LocalStatePage;
class Session;
class StatePage;
class TableView;
class UndoBanner;
struct DeletedItems;

/// The sheet: where the window is, the way there, and what lies there: content, a tool, or why there is nothing.
class BrowsePane : public QWidget {
    Q_OBJECT

public:
    /// All borrowed.
    BrowsePane(const Features &features, ConnectionList &connections, LocalServer &local, QWidget *parent);
    ~BrowsePane() override;

    const Place &place() const { return m_place; }
    /// The session of the place; null before the first place.
    Session *session() const;
    void goTo(const Place &place);
    /// The place of the last run: nothing to go back to.
    void startAt(const Place &place);
    void goBack();
    void goForward();
    void goUp();
    void refresh();
    void focusFilter();
    ContentPane &contentPane() { return *m_content; }
    ContentTable &content();
    DetailsPane &details();
    FirstStartPage &firstStart() { return *m_firstStart; }
    Banner &banner() { return *m_banner; }
    UndoBanner &undoBanner() { return *m_undo; }
    /// The pane of the place's tool; null where its content is shown.
    ToolPane *tool() const { return m_tools.value(m_place.tool); }
    /// Whether the connection of the place has that tool.
    bool hasTool(const QString &id) const;
    /// Goes to a tool of the place's connection.
    void openTool(const QString &id);
    TableView &table();

    void createRegistry();
    /// Of the tool in front, or of the content.
    void deleteSelection();

Q_SIGNALS:
    void exportRequested(const berth::Connection &source, const QList<berth::ExportChoice> &choices);
    void placeChanged(const berth::Place &place);
    void editRequested(const QString &connectionId);

private:
    void layOut();
    void connectParts();
    void watch(int row);
    void forget(int row);
    void show(const Place &place);
    void showSession();
    void showCrumbs(Session &current);
    void showRegistries(Session &current);
    void showLocalNotice();
    void remindOfKey();
    void loadFailed(const Error &error, bool isRest);
    void editRegistry(const QString &registry);
    void deleted(const DeletedItems &gone);
    ToolPane *makeTool(const ToolFeature &feature);
    void showTool();

    const Features &m_features;
    ConnectionList &m_connections;
    LocalServer &m_local;
    Place m_place;
    QList<Place> m_back;
    QList<Place> m_forward;

    Breadcrumb *m_breadcrumb;
    Banner *m_banner;
    Banner *m_reminder; ///< Of a key that is old.
    UndoBanner *m_undo;
    QStackedWidget *m_pages;
    FirstStartPage *m_firstStart;
    LocalStatePage *m_localState;
    StatePage *m_state;
    ContentPane *m_content;
    QHash<QString, ToolPane *> m_tools; ///< By id; made when they are first shown.
    Place m_toolPlace;               ///< What the tool in front is about.
    bool m_failedHere = false; ///< The place's own rows could not be loaded.
};

} // namespace berth
