// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

#include "client/roles/Users.h"

namespace berth {

/// The users of a server, and last who comes without a key.
class UserModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, RoleColumn, RegistriesColumn, KeysColumn, SeenColumn, StateColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `anonymous` is the server's setting; empty: unknown, and then without that row.
    void reset(QList<User> users, const QString &anonymous);
    void append(const QList<User> &users);
    /// Null for the row of those without a key.
    const User *userAt(int row) const { return row < m_users.size() ? &m_users.at(row) : nullptr; }
    qsizetype userCount() const { return m_users.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The role for the server, or without one that which all the user's registries agree in.
    static Role mainRole(const User &user);

    /// The last day on which the user's keys work.
    static QDate lastDay(const User &user);

private:
    QVariant anonymousData(int column, int role) const;

    QList<User> m_users;
    QString m_anonymous;
};

} // namespace berth
