// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/SidebarModel.h"

#include <algorithm>

#include "desktop/browse/ItemRoles.h"
#include "desktop/connections/LocalServer.h"
#include "desktop/connections/Session.h"
#include "desktop/parts/StateMark.h"

namespace berth {

SidebarModel::SidebarModel(QList<Session *> sessions, const LocalServer &local, QObject *parent)
    : QAbstractItemModel(parent)
    , m_sessions(std::move(sessions))
    , m_registries(m_sessions.size())
    , m_local(local)
{
    for (int i = 0; i < m_sessions.size(); ++i)
        connect(m_sessions.at(i), &Session::changed, this, [this, i] { takeRegistries(i); });
    connect(&local, &LocalServer::stateChanged, this, [this] { Q_EMIT dataChanged(index(0, 0), index(0, 0)); });
}

void SidebarModel::takeRegistries(int row)
{
    const QModelIndex parent = index(row, 0);
    QList<std::pair<QString, qint64>> fresh;
    for (const auto &registry : m_sessions.at(row)->registries())
        fresh.emplaceBack(registry.name, registry.imageCount);
    auto &known = m_registries[row];
    const auto sameNames = known.size() == fresh.size() && std::equal(known.begin(), known.end(), fresh.begin(), [](const auto &a, const auto &b) { return a.first == b.first; });
    if (sameNames) { // numbers only: nothing moves
        known = fresh;
        if (!known.isEmpty())
            Q_EMIT dataChanged(index(0, 0, parent), index(int(known.size()) - 1, 0, parent));
    } else {
        if (!known.isEmpty()) {
            beginRemoveRows(parent, 0, int(known.size()) - 1);
            known.clear();
            endRemoveRows();
        }
        if (!fresh.isEmpty()) {
            beginInsertRows(parent, 0, int(fresh.size()) - 1);
            known = fresh;
            endInsertRows();
        }
    }
    Q_EMIT dataChanged(parent, parent);
    Q_EMIT registriesChanged(parent);
}

Place SidebarModel::placeAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const QModelIndex top = index.parent();
    if (!top.isValid())
        return {m_sessions.at(index.row())->id(), {}, {}};
    return {m_sessions.at(top.row())->id(), m_registries.at(top.row()).at(index.row()).first, {}};
}

QModelIndex SidebarModel::indexOf(const Place &place) const
{
    for (int i = 0; i < m_sessions.size(); ++i) {
        if (m_sessions.at(i)->id() != place.connectionId)
            continue;
        const QModelIndex top = index(i, 0);
        for (int k = 0; k < m_registries.at(i).size(); ++k) {
            if (m_registries.at(i).at(k).first == place.registry)
                return index(k, 0, top);
        }
        return top;
    }
    return {};
}

QModelIndex SidebarModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex SidebarModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() ? createIndex(int(child.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sessions.size());
    return parent.internalId() == 0 ? int(m_registries.at(parent.row()).size()) : 0;
}

QVariant SidebarModel::sessionData(const Session &session, int role) const
{
    const bool isLocal = session.id() == QLatin1String(LocalServer::connectionId);
    switch (role) {
    case Qt::DisplayRole: return session.name();
    case GlyphRole: return QStringLiteral("server");
    case StateRole:
        if (isLocal && !m_local.isRunning())
            return int(m_local.state() == LocalServer::State::KeychainLocked ? StateMark::State::Locked
                    : m_local.state() == LocalServer::State::Failed          ? StateMark::State::Error
                                                                             : StateMark::State::Off);
        if (session.state() == Session::State::Failed)
            return int(StateMark::State::Error);
        return int(session.isConnected() ? StateMark::State::On : StateMark::State::Off);
    case Qt::AccessibleTextRole: return tr("Connection %1").arg(session.name());
    default: return {};
    }
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    const QModelIndex top = index.parent();
    if (!top.isValid())
        return sessionData(*m_sessions.at(index.row()), role);
    const auto &[name, count] = m_registries.at(top.row()).at(index.row());
    switch (role) {
    case Qt::DisplayRole: return name;
    case GlyphRole: return QStringLiteral("registry");
    case CountRole: return count;
    case Qt::AccessibleTextRole: return tr("Registry %1, %n images", nullptr, int(count)).arg(name);
    default: return {};
    }
}

} // namespace berth
