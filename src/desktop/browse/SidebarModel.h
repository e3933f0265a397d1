// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>

#include "desktop/browse/Place.h"

namespace berth {

class LocalServer;
class Session;

/// Connections and their registries, for the tree at the left.
class SidebarModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    /// All borrowed.
    SidebarModel(QList<Session *> sessions, const LocalServer &local, QObject *parent);

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
    void takeRegistries(int row);
    QVariant sessionData(const Session &session, int role) const;

    QList<Session *> m_sessions;
    QList<QList<std::pair<QString, qint64>>> m_registries; ///< Name and number of images, a list a session.
    const LocalServer &m_local;
};

} // namespace berth
