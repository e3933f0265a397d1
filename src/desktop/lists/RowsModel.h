// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QAbstractTableModel>
#include <QList>

#include "desktop/lists/ItemRoles.h"

namespace berth {

/// A table of rows of one kind, fetched elsewhere and shown in columns: what stands in a cell is all that a model adds.
///
/// Columns with numbers stand at the right, with their headings. Belongs to the GUI thread.
template <class Row> class RowsModel : public QAbstractTableModel {
public:
    RowsModel(int columns, QObject *parent)
        : QAbstractTableModel(parent)
        , m_columns(columns)
    {
    }

    /// `also` changes what else the rows are made of.
    void reset(QList<Row> rows, const std::function<void()> &also = {})
    {
        beginResetModel();
        m_rows = std::move(rows);
        if (also)
            also();
        endResetModel();
    }

    void append(const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }

    const QList<Row> &rows() const { return m_rows; }
    const Row &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()) + extraRows(); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_columns; }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!hasIndex(index.row(), index.column(), index.parent()))
            return {};
        if (role == Qt::TextAlignmentRole)
            return alignment(index.column());
        return index.row() < m_rows.size() ? cell(m_rows.at(index.row()), index.column(), role) : extraCell(index.column(), role);
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role == Qt::TextAlignmentRole)
            return alignment(section);
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= m_columns)
            return {};
        return heading(section);
    }

protected:
    /// For Qt::DisplayRole, SortRole (bytes and times, not their text) and the other roles of ItemRoles.h.
    virtual QVariant cell(const Row &row, int column, int role) const = 0;
    virtual QString heading(int column) const = 0;
    virtual bool isNumber(int) const { return false; }
    /// Rows below the fetched ones, which are of another kind.
    virtual int extraRows() const { return 0; }
    virtual QVariant extraCell(int, int) const { return {}; }

private:
    QVariant alignment(int column) const { return QVariant(int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter)); }

    QList<Row> m_rows;
    int m_columns;
};

} // namespace berth
