// SPDX-License-Identifier: Apache-2.0
#include "desktop/browse/SidebarModel.h"

#include <algorithm>

#include "desktop/browse/ItemRoles.h"
#include "desktop/connections/ConnectionList.h"
#include "desktop/connections/KindTile.h"
#include "desktop/connections/LocalServer.h"
#include "desktop/connections/Session.h"
#include "desktop/parts/StateMark.h"

namespace berth {

SidebarModel::SidebarModel(ConnectionList &connections, const LocalServer &local, QObject *parent)
    : QAbstractItemModel(parent)
    , m_connections(connections)
    , m_local(local)
{
    for (int row = 0; row < m_connections.sessions().size(); ++row) {
        m_rows << Row{m_connections.sessions().at(row), {}};
        watch(row);
    }
    connect(&m_connections, &ConnectionList::added, this, [this](int row) {
        beginInsertRows({}, row, row);
        m_rows.insert(row, Row{m_connections.sessions().at(row), {}});
        endInsertRows();
        watch(row);
    });
    // Once it is removed, and not before: the window has left its place by then, so that no neighbour is opened in its stead.
    connect(&m_connections, &ConnectionList::removed, this, [this](int row) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    });
    connect(&m_connections, &ConnectionList::moved, this, [this](int from, int to) {
        // Children carry their parent's row in their index, so the whole tree is laid out anew.
        Q_EMIT layoutAboutToBeChanged();
        const auto before = persistentIndexList();
        const auto moved = [from, to](int row) { return row == from ? to : from < to && row > from && row <= to ? row - 1 : from > to && row >= to && row < from ? row + 1 : row; };
        m_rows.move(from, to);
        QModelIndexList after;
        for (const auto &old : before)
            after << (old.internalId() == 0 ? createIndex(moved(old.row()), 0, quintptr(0)) : createIndex(old.row(), 0, quintptr(moved(int(old.internalId()) - 1) + 1)));
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    });
    connect(&local, &LocalServer::stateChanged, this, [this] { Q_EMIT dataChanged(index(0, 0), index(0, 0)); });
}

void SidebarModel::watch(int row)
{
    auto *session = m_rows.at(row).session;
    connect(session, &Session::changed, this, [this, session] { takeRegistries(session); });
}

void SidebarModel::takeRegistries(const Session *session)
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [session](const Row &row) { return row.session == session; });
    if (at == m_rows.end())
        return;
    const QModelIndex parent = index(int(at - m_rows.begin()), 0);
    QList<std::pair<QString, qint64>> fresh;
    for (const auto &registry : session->registries())
        fresh.emplaceBack(registry.name, registry.imageCount);
    auto &known = at->registries;
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
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex SidebarModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() ? createIndex(int(child.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
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
        if (session.state() == Session::State::NoKey)
            return int(session.keyProblem() == Session::KeyProblem::Locked || session.keyProblem() == Session::KeyProblem::Dismissed ? StateMark::State::Locked : StateMark::State::Error);
        if (session.state() == Session::State::Failed && session.error().code != ErrorCode::Unsupported)
            return int(StateMark::State::Error);
        if (session.state() == Session::State::ReadingKey || (session.state() == Session::State::Loading && session.registries().isEmpty()))
            return int(StateMark::State::Busy);
        return int(session.isConnected() ? StateMark::State::On : StateMark::State::Off);
    case NoteRole: return note(session, isLocal);
    case Qt::AccessibleTextRole: return note(session, isLocal).isEmpty() ? tr("Connection %1").arg(session.name()) : tr("Connection %1, %2").arg(session.name(), note(session, isLocal));
    default: return {};
    }
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
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
