// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>

#include <QCoroTask>

#include "desktop/browse/PagedLoader.h"
#include "desktop/browse/ToolPane.h"
#include "desktop/trash/TrashModel.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace berth {

class ActionBar;
class Banner;
class RowFilter;
class StatePage;
class TableView;
class TrashDetails;

inline QString rowKey(const TrashEntry &row) { return QString::number(row.id); }

/// Deletions of one server that can still be undone: restore, end for good, empty.
class TrashPane final : public ToolPane {
    Q_OBJECT

public:
    explicit TrashPane(QWidget *parent);
    ~TrashPane() override;

    void setSession(Session *session) override;
    void refresh() override;
    void deleteSelection() override { endSelection(); }
    void focusFilter() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QCoro::Task<Result<QList<TrashEntry>>> fetch(int page);
    void settled();
    void selectionChanged();
    void updateActions();
    QList<TrashEntry> selected() const;
    QCoro::Task<> showSelected(qint64 id);
    QCoro::Task<> restore(QList<TrashEntry> entries, QStringList artifacts);
    void endSelection();
    void askToEmpty();

    QPointer<Session> m_session;
    ActionBar *m_bar;
    QLineEdit *m_filter;
    QLabel *m_count;
    QPushButton *m_restore;
    QPushButton *m_end;
    QPushButton *m_empty;
    QPushButton *m_storage;
    Banner *m_banner;
    QStackedWidget *m_pages;
    TableView *m_view;
    StatePage *m_state;
    TrashModel *m_model;
    RowFilter *m_rows;
    TrashDetails *m_details;
    PagedLoader<TrashEntry> m_loader;
    TrashList m_totals; ///< Of the page fetched last; its entries are in the model.
    qint64 m_shown = 0; ///< The entry in the details.
    bool m_loading = false;
    bool m_failed = false;
};

} // namespace berth
