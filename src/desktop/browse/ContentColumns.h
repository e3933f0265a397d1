// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QByteArray>

#include "desktop/browse/ContentRows.h"

namespace berth {

class RowFilter;
class TableView;

/// Widths, order and visibility of the content table's columns, for each kind of rows: as the person left them, or as the values need.
class ContentColumns {
public:
    struct Sorting {
        int column;
        Qt::SortOrder order;
    };

    /// Both borrowed.
    ContentColumns(TableView &view, RowFilter &rows);

    /// Before other rows come: what the person made of the columns is kept.
    void leave(ContentRows kind);
    /// The rows of that kind are in the view.
    void enter(ContentRows kind);
    /// In a narrow table columns go in the order Pulled, Platforms, Size; name, tags and the sorted column stay.
    void fit(int width);

    const Sorting &sorting(ContentRows kind) const { return m_sorting.at(std::size_t(kind)); }
    void setSorting(ContentRows kind, const Sorting &sorting);
    /// Otherwise than servers give their rows.
    bool isSorted(ContentRows kind) const;

    /// For the settings. What cannot be read changes nothing.
    QByteArray state(ContentRows now) const;
    bool restore(const QByteArray &state);

private:
    TableView &m_view;
    RowFilter &m_rows;
    ContentRows m_kind = ContentRows::Registries;
    std::array<Sorting, contentRowKinds> m_sorting;
    std::array<QByteArray, contentRowKinds> m_headers;
};

} // namespace berth
