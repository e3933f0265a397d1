// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

namespace berth {

/// Order and filter of the tables: by SortRole, tags as versions; literal text without regard to case over all columns; children stay with
/// their parent.
class RowFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RowFilter(QObject *parent);

    /// Whether rows have children. A view of 100,000 rows asks each for its own at every page that comes: a list answers without looking.
    void setIsTree(bool isTree) { m_isTree = isTree; }
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;

    void setHidesUntagged(bool hides);
    bool hidesUntagged() const { return m_hidesUntagged; }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_isTree = false;
    bool m_hidesUntagged = false;
};

} // namespace berth
