// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Storage.h"
#include "desktop/lists/RowsModel.h"

namespace berth {

/// What each image holds, in three numbers: the treemap's twin for those who read better than they look.
class StorageTable final : public RowsModel<PlaceUse> {
    Q_OBJECT

public:
    enum Column { ImageColumn, UniqueColumn, SharedColumn, TotalColumn, ArtifactsColumn, TagsColumn, OldestColumn, ColumnCount };
    explicit StorageTable(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const PlaceUse &row, int column, int role) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override { return column >= UniqueColumn && column <= TagsColumn; }
};

} // namespace berth
