// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <QCoroTask>

#include "client/roles/Types.h"
#include "core/Result.h"
#include "desktop/browse/Place.h"
#include "desktop/browse/ToolPane.h"
#include "desktop/exporting/ExportDialog.h"

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace berth {

class ActionBar;
class Banner;
class Breadcrumb;
class ConnectionList;
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
enum class Deed;

/// The sheet: breadcrumb, action bar, one table (registries, images or artifacts) and the details of its selection.
class BrowsePane : public QWidget {
    Q_OBJECT

public:
    /// Both borrowed.
    BrowsePane(ConnectionList &connections, LocalServer &local, QWidget *parent);
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
    ContentTable &content() { return *m_content; }
    DetailsPane &details() { return *m_details; }
    FirstStartPage &firstStart() { return *m_firstStart; }
    Banner &banner() { return *m_banner; }
    UndoBanner &undoBanner() { return *m_undo; }
    /// The pane of the place's tool; null where its content is shown.
    ToolPane *tool() const { return m_tools.value(m_place.tool); }
    /// Whether the connection of the place has that tool.
    bool hasTool(Tool tool) const;
    /// Goes to a tool of the place's connection.
    void openTool(Tool tool);
    TableView &table();

    /// "host/registry/image:tag" of the selection; empty if nothing fitting is selected.
    QString selectedReference() const;
    QString selectedDigest() const;
    /// As selectedReference(), of each selected row, a line each.
    QString selectedReferences() const;

    void createRegistry();
    void createTag();
    /// Of the selected tag: in the tab of tags if that has the focus, else of the row by tag.
    void moveSelectedTag();
    void deleteSelection();
    /// Asks for an export of the selected artifacts, or of all artifacts of the selected images.
    void exportSelection();

Q_SIGNALS:
    void exportRequested(const berth::Connection &source, const QList<berth::ExportDialog::Choice> &choices);
    void placeChanged(const berth::Place &place);
    void editRequested(const QString &connectionId);

private:
    void show(const Place &place);
    /// The table holds the rows of the place, and can be seen.
    bool showsRows() const;
    void showSession();
    void showLocalNotice();
    void remindOfKey();
    void loadFailed(const Error &error, bool isRest);
    void updateActions();
    void updateDetails();
    ImageSummary currentImage() const;
    QCoro::Task<> gatherImages(QList<ImageSummary> images);
    void editRegistry();
    void deleteRegistries();
    void deleteImages();
    void deleteArtifacts();
    void deleteTags(const QString &digest, const QStringList &tags);
    void moveTag(const QString &digest, const QString &tag);
    void deleted(const DeletedItems &gone);
    ToolPane *makeTool(Tool tool);
    void showTool();

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
    QSplitter *m_browser;
    ContentTable *m_content;
    DetailsPane *m_details;
    QPushButton *m_open;
    QPushButton *m_registrySettings;
    QPushButton *m_tag;
    QPushButton *m_move;
    QPushButton *m_export;
    QPushButton *m_delete;
    QHash<Tool, ToolPane *> m_tools; ///< Made when they are first shown.
    Place m_toolPlace;               ///< What the tool in front is about.
    bool m_failedHere = false; ///< The place's own rows could not be loaded.
};

} // namespace berth
