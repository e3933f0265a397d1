// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    /// Selects the rows that are still there. False if none is.
    bool restore() const;

private:
    QTreeView &m_view;
    QStringList m_keys;
    int m_scroll = 0;
};

} // namespace berth
