// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

#include "client/roles/AccessKeys.h"

namespace berth {

/// The access keys of one user, oldest first.
class KeyModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { IdColumn, NoteColumn, RoleColumn, CreatedColumn, UsedColumn, StateColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `ownId` is the key that this program itself signs in with.
    void reset(QList<AccessKey> keys, const QString &ownId);
    const QList<AccessKey> &keys() const { return m_keys; }
    const AccessKey &keyAt(int row) const { return m_keys.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Whole days since the secret was made.
    static int ageDays(const AccessKey &key);
    /// "97 days old", "Active", "Disabled".
    static QString stateText(const AccessKey &key);

private:
    QList<AccessKey> m_keys;
    QString m_ownId;
};

} // namespace berth
