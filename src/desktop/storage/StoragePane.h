// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include <QCoroTask>

#include "client/roles/Storage.h"
#include "desktop/panes/ToolPane.h"
#include "desktop/storage/StorageWork.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace berth {

class ActionBar;
class Banner;
class FigureCard;
class FigureRow;
class ImageUseCard;
class RowFilter;
class Segments;
class StackBar;
class StatePage;
class StorageTable;
class TableView;
class Treemap;

/// Where a server's bytes are: four figures, a treemap with a table twin, what would come back, and the two deeds that care for it:
/// collecting what nothing names, and verifying every byte.
class StoragePane final : public ToolPane {
    Q_OBJECT

public:
    explicit StoragePane(QWidget *parent);

    void refresh() override;

    Treemap &treemap() { return *m_treemap; }

protected:
    void sessionChanged(bool isOther) override;
    void rightsChanged() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void layOut();
    void connectParts();
    QCoro::Task<> load();
    QCoro::Task<> watch();
    QCoro::Task<> begin(bool verifies);
    void showFigures();
    void showBlocks();
    void showImage(int row);
    void openShown();
    void showWork();

    bool m_seesAll = true; ///< The figures are the whole server's.
    StorageFigures m_figures;
    StorageWork m_now;
    quint64 m_asked = 0;
    QTimer m_watching;        ///< While the server collects or verifies.

    QStackedWidget *m_pages;
    QWidget *m_content;
    StatePage *m_state;
    Banner *m_banner;
    FigureRow *m_cards;
    FigureCard *m_unique;
    FigureCard *m_shared;
    FigureCard *m_trashed;
    FigureCard *m_total;
    ActionBar *m_bar;
    Segments *m_which;
    QLabel *m_counted;
    QPushButton *m_asTable;
    QPushButton *m_collect;
    QPushButton *m_verifyButton;
    QPushButton *m_trash;
    QLabel *m_work; ///< What collecting and verifying are at.
    StackBar *m_workBar;
    QStackedWidget *m_views;
    Treemap *m_treemap;
    TableView *m_view;
    StorageTable *m_model;
    RowFilter *m_rows;
    ImageUseCard *m_image; ///< At the right.
    int m_shown = -1; ///< Its row.
};

} // namespace berth
