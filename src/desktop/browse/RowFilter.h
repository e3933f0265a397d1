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

    void setHidesUntagged(bool hides);
    bool hidesUntagged() const { return m_hidesUntagged; }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_hidesUntagged = false;
};

} // namespace berth
