// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace berth {

/// The tree of connections and registries on the quay's ground.
class SidebarView : public QTreeView {
    Q_OBJECT

public:
    explicit SidebarView(QWidget *parent);

    /// Rings the row under an archive that is dragged; an invalid index clears it.
    void setDropTarget(const QModelIndex &index);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    QPersistentModelIndex m_dropTarget;
};

} // namespace berth
