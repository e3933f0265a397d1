// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

#include "client/roles/Storage.h"

namespace berth {

/// What each image holds, in three numbers: the treemap's twin for those who read better than they look.
class StorageTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ImageColumn, UniqueColumn, SharedColumn, TotalColumn, ArtifactsColumn, TagsColumn, OldestColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void reset(QList<PlaceUse> rows);
    const QList<PlaceUse> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<PlaceUse> m_rows;
};

} // namespace berth
