// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QAbstractItemModel>
#include <QWidget>

#include "client/Types.h"
#include "desktop/browse/Place.h"
#include "desktop/browse/PagedLoader.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;

namespace berth {

class ArtifactTreeModel;
class Banner;
class Breadcrumb;
class DetailsPane;
class FirstStartPage;
class ImageTableModel;
class LocalServer;
class LocalStatePage;
class RegistryTableModel;
class Session;
class StatePage;
class TableView;

/// The sheet: breadcrumb, action bar, one table (registries, images or artifacts) and the details of its selection.
class BrowsePane : public QWidget {
    Q_OBJECT

public:
    /// All borrowed. The first session is the local one.
    BrowsePane(QList<Session *> sessions, LocalServer &local, QWidget *parent);
    ~BrowsePane() override;

    const Place &place() const { return m_place; }
    void goTo(const Place &place);
    void goBack();
    void goForward();
    void goUp();
    void refresh();
    void focusFilter();
    DetailsPane &details() { return *m_details; }
    FirstStartPage &firstStart() { return *m_firstStart; }
    Banner &banner() { return *m_banner; }
    TableView &table() { return *m_table; }

    /// "host/registry/image:tag" of the selection; empty if nothing fitting is selected.
    QString selectedReference() const;
    QString selectedDigest() const;

    void createRegistry();
    void createTag();
    void deleteSelection();

Q_SIGNALS:
    void placeChanged(const berth::Place &place);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Session *session() const;
    void show(const Place &place);
    void load(bool keepPlace);
    void showSession();
    void showLocalNotice();
    void useModel(QAbstractItemModel *model, int sortColumn, Qt::SortOrder order);
    void settled(bool hasMore);
    void loadFailed(const Error &error);
    void rowsReset();
    void rememberSelection();
    void restoreSelection();
    void updateActions();
    void updateDetails();
    void updateCount();
    void fitColumns();
    void deleteRegistries();
    void deleteImages();
    void deleteArtifacts();
    void deleteTags(const QStringList &tags);
    void openRow(const QModelIndex &index);
    QModelIndexList selectedSourceRows() const;
    ImageSummary currentImage() const;

    QList<Session *> m_sessions;
    LocalServer &m_local;
    Place m_place;
    QList<Place> m_back;
    QList<Place> m_forward;

    Breadcrumb *m_breadcrumb;
    Banner *m_banner;
    QStackedWidget *m_pages;
    FirstStartPage *m_firstStart;
    LocalStatePage *m_localState;
    StatePage *m_state;
    QWidget *m_browser;
    QLineEdit *m_filter;
    QLabel *m_count;
    QPushButton *m_open;
    QPushButton *m_tag;
    QPushButton *m_delete;
    QSplitter *m_splitter;
    TableView *m_table;
    QStackedWidget *m_tablePages;
    StatePage *m_empty;
    DetailsPane *m_details;

    RegistryTableModel *m_registries;
    ImageTableModel *m_images;
    ArtifactTreeModel *m_artifacts;
    QSortFilterProxyModel *m_proxy;
    PagedLoader<ImageSummary> m_imageLoader;
    PagedLoader<ArtifactSummary> m_artifactLoader;
    QStringList m_selectedKeys;
    int m_scroll = 0;
    bool m_loading = false;
    bool m_hasMore = false;
};

} // namespace berth
