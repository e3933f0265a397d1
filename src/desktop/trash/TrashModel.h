// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Trash.h"
#include "desktop/lists/RowsModel.h"

namespace berth {

/// Deletions that can still be undone, newest first.
class TrashModel final : public RowsModel<TrashEntry> {
    Q_OBJECT

public:
    enum Column { DeletedColumn, WhatColumn, FromColumn, TagsColumn, ByColumn, ReturnsColumn, EndsColumn, ColumnCount };
    explicit TrashModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

    /// "2 artifacts, 5 tags".
    static QString what(const TrashEntry &entry);

protected:
    QVariant cell(const TrashEntry &entry, int column, int role) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override { return column == ReturnsColumn; }
};

} // namespace berth
