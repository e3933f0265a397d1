// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/SidebarModel.h"

#include <algorithm>

#include <QSet>

#include "client/drivers/Drivers.h"
#include "desktop/lists/ItemRoles.h"
#include "desktop/parts/StateMark.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/sessions/KindTile.h"
#include "desktop/sessions/LocalServer.h"
#include "desktop/sessions/Session.h"

namespace berth {

SidebarModel::SidebarModel(ConnectionList &connections, const LocalServer &local, QObject *parent)
    : QAbstractItemModel(parent)
    , m_connections(connections)
    , m_local(local)
{
    for (int row = 0; row < m_connections.sessions().size(); ++row)
        insert(row);
    connect(&m_connections, &ConnectionList::added, this, [this](int row) {
        beginInsertRows({}, row, row);
        insert(row);
        endInsertRows();
    });
    // Once it is removed, and not before: the window has left its place by then, so that no neighbour is opened in its stead.
    connect(&m_connections, &ConnectionList::removed, this, [this](int row) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    });
    connect(&m_connections, &ConnectionList::moved, this, [this](int from, int to) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_rows.move(from, to);
        endMoveRows();
    });
    connect(&local, &LocalServer::stateChanged, this, [this] { Q_EMIT dataChanged(index(0, 0), index(0, 0)); });
}

void SidebarModel::insert(int row)
{
    auto *session = m_connections.sessions().at(row);
    m_rows.insert(row, Row{session, ++m_lastId, {}});
    connect(session, &Session::changed, this, [this, session] { takeRegistries(session); });
}

int SidebarModel::rowOf(quintptr id) const
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &row) { return row.id == id; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

void SidebarModel::takeRegistries(const Session *session)
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [session](const Row &row) { return row.session == session; });
    if (at == m_rows.end())
        return;
    const QModelIndex parent = index(int(at - m_rows.begin()), 0);
    QList<std::pair<QString, qint64>> fresh;
    QSet<QString> names;
    for (const auto &registry : session->registries()) {
        if (names.contains(registry.name))
            continue; // a server that repeats itself
        names.insert(registry.name);
        fresh.emplaceBack(registry.name, registry.imageCount);
    }
    // Row by row: what stays keeps its row selected, and the window its place.
    auto &known = at->registries;
    for (int row = int(known.size()) - 1; row >= 0; --row) {
        if (!names.contains(known.at(row).first)) {
            beginRemoveRows(parent, row, row);
            known.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < fresh.size(); ++row) {
        const auto there = std::find_if(known.begin() + row, known.end(), [&](const auto &other) { return other.first == fresh.at(row).first; });
        if (there == known.end()) {
            beginInsertRows(parent, row, row);
            known.insert(row, fresh.at(row));
            endInsertRows();
        } else if (const int from = int(there - known.begin()); from != row) {
            beginMoveRows(parent, from, from, parent, row);
            known.move(from, row);
            endMoveRows();
        }
        known[row].second = fresh.at(row).second;
    }
    if (!known.isEmpty())
        Q_EMIT dataChanged(index(0, 0, parent), index(int(known.size()) - 1, 0, parent));
    Q_EMIT dataChanged(parent, parent);
    Q_EMIT registriesChanged(parent);
}

Place SidebarModel::placeAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const QModelIndex top = index.parent();
    if (!top.isValid())
        return {m_rows.at(index.row()).session->id(), {}, {}};
    return {m_rows.at(top.row()).session->id(), m_rows.at(top.row()).registries.at(index.row()).first, {}};
}

QModelIndex SidebarModel::indexOf(const Place &place) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).session->id() != place.connectionId)
            continue;
        const QModelIndex top = index(i, 0);
        for (int k = 0; k < m_rows.at(i).registries.size(); ++k) {
            if (m_rows.at(i).registries.at(k).first == place.registry)
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
    return createIndex(row, column, parent.isValid() ? m_rows.at(parent.row()).id : quintptr(0));
}

QModelIndex SidebarModel::parent(const QModelIndex &child) const
{
    const int row = child.isValid() && child.internalId() ? rowOf(child.internalId()) : -1;
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr(0));
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    return parent.internalId() == 0 ? int(m_rows.at(parent.row()).registries.size()) : 0;
}

QString SidebarModel::note(const Session &session, bool isLocal) const
{
    if (isLocal)
        return m_local.state() == LocalServer::State::KeychainLocked ? tr("Locked") : m_local.isRunning() ? QString() : tr("Stopped");
    if (!driverOf(session.connection().kind))
        return tr("Unknown kind");
    if (session.state() == Session::State::NoKey)
        return session.keyProblem() == Session::KeyProblem::Locked || session.keyProblem() == Session::KeyProblem::Dismissed ? tr("Locked") : tr("No key");
    if (session.state() != Session::State::Failed)
        return {};
    switch (session.error().code) {
    case ErrorCode::Unauthorized: return tr("Not signed in");
    case ErrorCode::Denied: return tr("No rights");
    case ErrorCode::Unreachable: return tr("Unreachable");
    case ErrorCode::Unsupported: return {}; // it lists nothing, and its images are opened by name
    default: return tr("Failed");
    }
}

QVariant SidebarModel::sessionData(const Session &session, int role) const
{
    const bool isLocal = session.id() == QLatin1String(LocalServer::connectionId);
    switch (role) {
    case Qt::DisplayRole: return session.name();
    case GlyphRole: return QLatin1String(kindGlyph(session.connection().kind));
    case StateRole:
        if (isLocal && !m_local.isRunning())
            return int(m_local.state() == LocalServer::State::KeychainLocked ? StateMark::State::Locked
                    : m_local.state() == LocalServer::State::Failed          ? StateMark::State::Error
                                                                             : StateMark::State::Off);
        if (!driverOf(session.connection().kind))
            return int(StateMark::State::Off);
        if (session.state() == Session::State::NoKey)
            return int(session.keyProblem() == Session::KeyProblem::Locked || session.keyProblem() == Session::KeyProblem::Dismissed ? StateMark::State::Locked
                                                                                                                                     : StateMark::State::Error);
        if (session.state() == Session::State::Failed && session.error().code != ErrorCode::Unsupported)
            return int(StateMark::State::Error);
        if (session.state() == Session::State::ReadingKey || (session.state() == Session::State::Loading && session.registries().isEmpty()))
            return int(StateMark::State::Busy);
        return int(session.isConnected() ? StateMark::State::On : StateMark::State::Off);
    case NoteRole: return note(session, isLocal);
    case Qt::AccessibleTextRole:
        return note(session, isLocal).isEmpty() ? tr("Connection %1").arg(session.name()) : tr("Connection %1, %2").arg(session.name(), note(session, isLocal));
    default: return {};
    }
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!hasIndex(index.row(), index.column(), index.parent()))
        return {};
    const QModelIndex top = index.parent();
    if (!top.isValid())
        return sessionData(*m_rows.at(index.row()).session, role);
    const auto &[name, count] = m_rows.at(top.row()).registries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return name == topLevel ? tr("(no registry)") : name;
    case GlyphRole: return QStringLiteral("registry");
    case CountRole: return count;
    case Qt::AccessibleTextRole: return tr("Registry %1, %n images", nullptr, int(count)).arg(name);
    default: return {};
    }
}

} // namespace berth
