// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoroTask>

#include "desktop/lists/PagedLoader.h"
#include "desktop/panes/ListTool.h"
#include "desktop/trash/TrashModel.h"

class QLabel;
class QPushButton;

namespace berth {

class TrashDetails;

inline QString rowKey(const TrashEntry &row) { return QString::number(row.id); }

/// Deletions of one server that can still be undone: restore, end for good, empty.
class TrashPane final : public ListTool {
    Q_OBJECT

public:
    explicit TrashPane(QWidget *parent);
    ~TrashPane() override;

    void refresh() override;
    void deleteSelection() override { endSelection(); }

protected:
    void sessionChanged(bool isOther) override;
    void rightsChanged() override;
    void selectionChanged() override;
    void moreWanted() override { m_loader.more(); }
    void resizeEvent(QResizeEvent *event) override;

private:
    QCoro::Task<Result<RowPage<TrashEntry>>> fetch(QString cursor);
    void settled();
    void updateActions();
    QList<TrashEntry> selected() const;
    QCoro::Task<> showSelected(qint64 id);
    QCoro::Task<> restore(QList<TrashEntry> entries, QStringList artifacts);
    void endSelection();
    void askToEmpty();

    QLabel *m_count;
    QPushButton *m_restore;
    QPushButton *m_end;
    QPushButton *m_empty;
    QPushButton *m_storage;
    TrashModel *m_model;
    TrashDetails *m_details;
    PagedLoader<TrashEntry> m_loader;
    TrashPage m_totals; ///< Of the page fetched last; its entries are in the model.
    qint64 m_shown = 0; ///< The entry in the details.
    quint64 m_asked = 0;
};

} // namespace berth
