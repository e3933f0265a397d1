// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QHeaderView>
#include <QTreeView>

namespace berth {

/// The tables of the window: rounded rows, no grid, sortable header, grey bars while the first page is on its way.
class TableView : public QTreeView {
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    /// Shows bars in place of rows until rows come.
    void setLoading(bool loading);

    /// Selected rows can be dragged out as this text; where it is empty they stay.
    void setDragText(std::function<QString()> text);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    std::function<QString()> m_dragText;
    bool m_loading = false;
    QPersistentModelIndex m_hovered;
};

/// Header of a TableView: quiet titles, the sorted one with its direction.
class TableHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

} // namespace berth
