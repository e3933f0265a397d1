// SPDX-License-Identifier: Apache-2.0
#include "desktop/lists/RowFilter.h"

#include "core/TagOrder.h"
#include "desktop/lists/ItemRoles.h"

namespace berth {

RowFilter::RowFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setFilterKeyColumn(-1);
}

Qt::ItemFlags RowFilter::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    return m_isTree ? all : all | Qt::ItemNeverHasChildren;
}

bool RowFilter::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return sourceModel() && rowCount() > 0;
    return m_isTree && sourceModel()->hasChildren(mapToSource(parent));
}

void RowFilter::setHidesUntagged(bool hides)
{
    m_hidesUntagged = hides;
    invalidateRowsFilter();
}

bool RowFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole), b = right.data(SortRole);
    if (a.userType() == QMetaType::QString && left.data(VersionRole).toBool())
        return compareTags(a.toString().toStdString(), b.toString().toStdString()) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

bool RowFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return true; // with its parent
    if (m_hidesUntagged && sourceModel()->index(row, 0).data(UntaggedRole).toBool())
        return false;
    if (QSortFilterProxyModel::filterAcceptsRow(row, parent))
        return true;
    const QModelIndex index = sourceModel()->index(row, 0);
    for (int child = 0; child < sourceModel()->rowCount(index); ++child) {
        if (QSortFilterProxyModel::filterAcceptsRow(child, index))
            return true;
    }
    return false;
}

} // namespace berth
