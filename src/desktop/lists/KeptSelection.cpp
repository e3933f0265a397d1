// SPDX-License-Identifier: Apache-2.0
#include "desktop/lists/KeptSelection.h"

#include <QScrollBar>
#include <QSet>
#include <QTreeView>

#include "desktop/lists/ItemRoles.h"

namespace berth {

void KeptSelection::remember()
{
    if (!m_view.selectionModel()->hasSelection() && m_view.model()->rowCount() == 0)
        return;
    m_keys.clear();
    for (const auto &index : m_view.selectionModel()->selectedRows())
        m_keys << index.data(KeyRole).toString();
    m_scroll = m_view.verticalScrollBar()->value();
}

void KeptSelection::forget()
{
    m_keys.clear();
    m_scroll = 0;
}

void KeptSelection::restore(const QModelIndex &otherwise) const
{
    // Neighbours make one range: a selection of thousands of ranges costs their square.
    QItemSelection selection;
    QModelIndex first;
    QModelIndex begin, end;
    const QSet<QString> wanted(m_keys.begin(), m_keys.end());
    const auto *rows = m_view.model();
    const int lastColumn = rows->columnCount() - 1;
    const auto close = [&] {
        if (begin.isValid())
            selection.select(begin, end.siblingAtColumn(lastColumn));
        begin = {};
    };
    for (int row = 0; !wanted.isEmpty() && row < rows->rowCount(); ++row) {
        const QModelIndex index = rows->index(row, 0);
        if (!wanted.contains(index.data(KeyRole).toString())) {
            close();
            continue;
        }
        if (!first.isValid())
            first = index;
        if (!begin.isValid())
            begin = index;
        end = index;
    }
    close();
    if (first.isValid()) {
        m_view.selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    } else if (otherwise.isValid()) {
        m_view.setCurrentIndex(otherwise);
    }
    m_view.verticalScrollBar()->setValue(m_scroll); // last: a current index scrolls to itself
}

} // namespace berth
