// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QSettings>
#include <QWidget>

#include "desktop/sessions/Place.h"

class QHBoxLayout;
class QMenu;
class QPushButton;
class QTimer;

namespace berth {

class ActionBar;
class Banner;
class BrowsePane;
class ConnectDialog;
class ConnectionList;
class Features;
class ImportDialog;
class LocalCard;
class LocalServer;
class Preferences;
class SearchBox;
class Session;
class Sheet;
class SidebarModel;
class SidebarView;
class Transfer;
class TransferQueue;
class TransfersPanel;
struct ToolFeature;

/// The one window: toolbar, connections at the left, the sheet, transfers below it. Takes archives that are dropped anywhere on it.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    /// All borrowed.
    MainWindow(
        const Features &features, QSettings &settings, Preferences &preferences, ConnectionList &connections, LocalServer &local, TransferQueue &transfers);
    ~MainWindow() override;

    /// Opens the import dialog for these, or adds them to the one that is open.
    void importFiles(const QStringList &paths);

    /// Asks for archives to import.
    void chooseFiles();

    /// Shows, un-minimises and raises it.
    void bringToFront();
    /// Whether the person works in it or in a dialog of its own.
    bool isInFront() const;

    BrowsePane &browser() { return *m_browser; }
    SearchBox &search() { return *m_search; }
    Session &localSession() { return *m_local; }

    /// Opens the dialog for a new connection, or for that one.
    void connectServer();
    void editConnection(const QString &id);

    static constexpr int localRegistryPage = 1;
    static constexpr int languagePage = 4;
    void showPreferences(int page = 0);

    /// What "Copy diagnostics" copies.
    void setDiagnostics(std::function<QString()> text) { m_diagnostics = std::move(text); }

    /// Says that the last run ended unexpectedly, and which transfers were on their way; `diagnostics` is what can be copied.
    void tellOfUnfinishedRun(const QStringList &transfers, bool registryRan, const QString &diagnostics);

Q_SIGNALS:
    /// The person has read what tellOfUnfinishedRun() said.
    void unfinishedRunRead();
    /// The person closed the window or chose Quit; whoever owns the program decides.
    void closeRequested();
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildToolbar();
    void layOut();
    void connectParts();
    void connectConnections();
    void buildSidebar();
    void buildSearch();
    void buildMenu();
    void updateToolbar();
    /// Sidebar, table, details and transfers in turn.
    void turnFocus(int step);
    void sidebarMenu(const QPoint &position);
    void removeConnection(const QString &id);
    void showConnectDialog(ConnectDialog *dialog);
    void refreshStorage();
    void openTool(const QString &id);
    /// Whose tool the main menu opens: the place's connection if that offers it, else the local registry.
    Session *ownerOf(const ToolFeature &tool) const;
    /// The session that an import would go to: the place's, or the local one.
    Session *target() const;
    void importInto(const QStringList &paths, const Place &place);
    void transferFinished(Transfer *transfer);
    void showTransfer(Transfer *transfer);
    Place dropPlace(const QPoint &position) const;
    /// Of archives that are held over that place.
    QString dropHint(const Place &place) const;
    void restoreState();
    void saveState();

    const Features &m_features;
    QSettings &m_settings;
    Preferences &m_preferences;
    ConnectionList &m_connections;
    LocalServer &m_server;
    TransferQueue &m_transfers;
    Session *m_local;
    SidebarModel *m_sidebarModel;
    SidebarView *m_sidebar;
    LocalCard *m_card;
    QWidget *m_left;
    Banner *m_lastRun;
    BrowsePane *m_browser;
    TransfersPanel *m_panel;
    std::function<QString()> m_diagnostics;
    ActionBar *m_toolbar;
    QPushButton *m_connect;
    QPushButton *m_createRegistry;
    QPushButton *m_import;
    QPushButton *m_refresh;
    SearchBox *m_search = nullptr;
    QPushButton *m_menuButton;
    QMenu *m_menu;
    QList<QAction *> m_tools; ///< In the order of the features.
    ImportDialog *m_dialog = nullptr; ///< While one is open.
    bool m_sidebarChanges = false;    ///< Rows of it are being removed.
};

} // namespace berth
