// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/roles/Users.h"
#include "desktop/lists/RowsModel.h"

namespace berth {

/// The users of a server, and last who comes without a key.
class UserModel final : public RowsModel<User> {
    Q_OBJECT

public:
    enum Column { NameColumn, RoleColumn, RegistriesColumn, KeysColumn, SeenColumn, StateColumn, ColumnCount };
    explicit UserModel(QObject *parent)
        : RowsModel(ColumnCount, parent)
    {
    }

    /// `anonymous` is the server's setting; empty: unknown, and then without that row.
    void reset(QList<User> users, const QString &anonymous);
    /// Null for the row of those without a key.
    const User *userAt(int row) const { return row < rows().size() ? &rowAt(row) : nullptr; }

    /// The role for the server, or without one that which all the user's registries agree in.
    static Role mainRole(const User &user);

    /// The last day on which the user's keys work.
    static QDate lastDay(const User &user);

protected:
    QVariant cell(const User &user, int column, int role) const override;
    QString heading(int column) const override;
    bool isNumber(int column) const override { return column == KeysColumn; }
    int extraRows() const override { return m_anonymous.isEmpty() ? 0 : 1; }
    /// Of those without a key.
    QVariant extraCell(int column, int role) const override;

private:
    QString m_anonymous;
};

} // namespace berth
