// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QModelIndex>
#include <QStringList>

class QTreeView;

namespace berth {

/// What was selected in a view and where it was scrolled to, while its rows are fetched anew: rows are known again by their KeyRole.
class KeptSelection {
public:
    explicit KeptSelection(QTreeView &view)
        : m_view(view)
    {
    }

    /// Nothing from an empty view, whose rows are still to come.
    void remember();
    void forget();
    /// Selects the rows that are still there, or `otherwise` if none is, and scrolls back.
    void restore(const QModelIndex &otherwise) const;

private:
    QTreeView &m_view;
    QStringList m_keys;
    int m_scroll = 0;
};

} // namespace berth
