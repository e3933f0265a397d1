// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/AccessKeys.h"
#include "desktop/lists/RowsModel.h"

namespace berth {

/// The access keys of one user, oldest first.
class KeyModel final : public RowsModel<AccessKey> {
    Q_OBJECT

public:
    enum Column { IdColumn, NoteColumn, RoleColumn, CreatedColumn, UsedColumn, StateColumn, ColumnCount };
    explicit KeyModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

    /// `ownId` is the key that this program itself signs in with.
    void reset(QList<AccessKey> keys, const QString &ownId);

    /// Whole days since the secret was made.
    static int ageDays(const AccessKey &key);
    /// "97 days old", "Active", "Disabled".
    static QString stateText(const AccessKey &key);

protected:
    QVariant cell(const AccessKey &key, int column, int role) const override;
    QString heading(int column) const override;

private:
    QString m_ownId;
};

} // namespace berth
