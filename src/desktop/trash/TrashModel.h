// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

#include "client/roles/Trash.h"

namespace berth {

/// Deletions that can still be undone, newest first.
class TrashModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { DeletedColumn, WhatColumn, FromColumn, TagsColumn, ByColumn, ReturnsColumn, EndsColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void reset(QList<TrashEntry> rows);
    void append(const QList<TrashEntry> &rows);
    const TrashEntry &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "2 artifacts, 5 tags".
    static QString what(const TrashEntry &entry);

private:
    QList<TrashEntry> m_rows;
};

} // namespace berth
