// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QList>

#include "desktop/sessions/Place.h"

namespace berth {

class ConnectionList;
class LocalServer;
class Session;

/// Connections and their registries, for the tree at the left.
class SidebarModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    /// Both borrowed.
    SidebarModel(ConnectionList &connections, const LocalServer &local, QObject *parent);

    Place placeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Place &place) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    /// The registries of a connection are here or have changed; the row stays.
    void registriesChanged(const QModelIndex &connection);

private:
    void takeRegistries(const Session *session);
    /// What is wrong with it, in a word or two; empty if all is well.
    QString note(const Session &session, bool isLocal) const;
    QVariant sessionData(const Session &session, int role) const;

    struct Row {
        Session *session;
        quintptr id; ///< What its children carry in their index: their parent's row changes, when connections are removed or moved.
        QList<std::pair<QString, qint64>> registries; ///< Name and number of images.
    };
    void insert(int row);
    /// Row of that id; -1 if it is gone.
    int rowOf(quintptr id) const;

    QList<Row> m_rows; ///< In the order of the connections.
    quintptr m_lastId = 0;
    ConnectionList &m_connections;
    const LocalServer &m_local;
};

} // namespace berth
