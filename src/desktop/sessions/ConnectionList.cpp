// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/ConnectionList.h"

#include "client/drivers/Drivers.h"
#include "credentials/Keychain.h"
#include "desktop/sessions/LocalServer.h"

namespace berth {

namespace {

Session::KeyProblem problemOf(KeychainState state)
{
    switch (state) {
    case KeychainState::Ok: return Session::KeyProblem::None;
    case KeychainState::NotStored: return Session::KeyProblem::NotStored;
    case KeychainState::Locked: return Session::KeyProblem::Locked;
    case KeychainState::Dismissed: return Session::KeyProblem::Dismissed;
    case KeychainState::NoService: return Session::KeyProblem::NoService;
    case KeychainState::Failed: break;
    }
    return Session::KeyProblem::Failed;
}

} // namespace

ConnectionList::ConnectionList(QSettings &settings, Keychain &keychain, LocalServer &local, QObject *parent)
    : QObject(parent)
    , m_store(settings)
    , m_keychain(keychain)
    , m_server(local)
    , m_stored(m_store.read())
{
    m_sessions << new Session(local.connection(), this);
    for (const auto &item : std::as_const(m_stored))
        m_sessions << new Session(item.connection, this);
    connect(&m_server, &LocalServer::stateChanged, this, [this] {
        const bool running = m_server.isRunning();
        if (running && !m_wasRunning)
            this->local().connectTo(m_server.connection());
        else if (!running && m_wasRunning)
            this->local().disconnectFrom();
        m_wasRunning = running;
    });
    connect(&m_server, &LocalServer::keyChanged, this, [this] { this->local().connectTo(m_server.connection()); });
}

ConnectionList::~ConnectionList()
{
    // Ending their calls must not reach panes that are half gone.
    for (auto *session : std::as_const(m_sessions))
        disconnect(session, nullptr, nullptr, nullptr);
}

Session *ConnectionList::find(const QString &id) const
{
    for (auto *session : m_sessions) {
        if (session->id() == id)
            return session;
    }
    return nullptr;
}

StoredConnection *ConnectionList::stored(const QString &id)
{
    const auto at = std::find_if(m_stored.begin(), m_stored.end(), [&](const StoredConnection &item) { return item.connection.id == id; });
    return at == m_stored.end() ? nullptr : &*at;
}

void ConnectionList::write() { m_store.write(m_stored); }

void ConnectionList::save(const Connection &connection)
{
    Connection bare = connection;
    bare.secret = {};
    auto *item = stored(connection.id);
    const bool isNew = !item;
    const bool hasNewKey = isNew || !connection.secret.isEmpty();
    if (isNew) {
        m_stored << StoredConnection{};
        item = &m_stored.last();
    }
    item->connection = bare;
    if (connection.keyId.isEmpty())
        item->keyStored = {};
    else if (hasNewKey)
        item->keyStored = QDate::currentDate();
    write();
    auto *session = isNew ? new Session(bare, this) : find(connection.id);
    if (isNew) {
        m_sessions << session;
        Q_EMIT added(int(m_sessions.size()) - 1);
    } else {
        session->replaceWith(bare); // what another server or key showed is not of this one
    }
    if (connection.keyId.isEmpty()) {
        m_onlyInMemory.remove(connection.id);
        m_keychain.remove(connection.id, this, [](KeychainState, const QString &) {});
        session->connectTo(bare);
    } else if (hasNewKey) {
        m_onlyInMemory.insert(connection.id, connection.secret);
        session->connectTo(connection);
        m_keychain.store(connection.id, {connection.keyId.toStdString(), connection.secret}, session, [this, session](KeychainState state, const QString &) {
            if (state == KeychainState::Ok)
                m_onlyInMemory.remove(session->id());
            Q_EMIT keyKept(session, problemOf(state));
        });
    } else {
        readKey(*session);
    }
}

void ConnectionList::remove(const QString &id)
{
    auto *session = find(id);
    const int row = rowOf(session);
    if (row <= 0)
        return;
    Q_EMIT aboutToRemove(row);
    m_sessions.removeAt(row);
    m_stored.removeAt(row - 1);
    m_onlyInMemory.remove(id);
    write();
    m_keychain.remove(id, this, [this, name = session->name(), hadKey = !session->connection().keyId.isEmpty()](KeychainState state, const QString &) {
        if (hadKey && state != KeychainState::Ok && state != KeychainState::NotStored)
            Q_EMIT keyLeft(name);
    });
    Q_EMIT removed(row);
    session->disconnectFrom();
    session->deleteLater();
}

void ConnectionList::move(const QString &id, int by)
{
    const int from = rowOf(find(id));
    const int to = from + by;
    if (from <= 0 || to <= 0 || to >= m_sessions.size())
        return;
    m_sessions.move(from, to);
    m_stored.move(from - 1, to - 1);
    write();
    Q_EMIT moved(from, to);
}

void ConnectionList::open(Session &session)
{
    if (session.state() == Session::State::Idle)
        reopen(session);
}

void ConnectionList::reopen(Session &session)
{
    if (&session == &local()) {
        m_server.isRunning() ? session.connectTo(m_server.connection()) : m_server.start();
        return;
    }
    if (session.state() != Session::State::ReadingKey)
        readKey(session);
}

void ConnectionList::readKey(Session &session)
{
    const auto *item = stored(session.id());
    if (!item)
        return;
    Connection connection = item->connection;
    if (connection.keyId.isEmpty() || !driverOf(connection.kind)) { // a key is not asked for that nobody can use
        session.connectTo(connection);
        return;
    }
    if (const auto kept = m_onlyInMemory.constFind(connection.id); kept != m_onlyInMemory.cend()) {
        connection.secret = *kept;
        session.connectTo(connection);
        return;
    }
    session.waitForKey();
    m_keychain.read(connection.id, &session, [&session, connection](KeychainState state, const AccessKeyPair &pair, const QString &detail) mutable {
        if (state == KeychainState::Ok && !pair.secret.isEmpty()) {
            connection.secret = pair.secret;
            session.connectTo(connection);
        } else {
            session.lackKey(state == KeychainState::Ok ? Session::KeyProblem::NotStored : problemOf(state), detail);
        }
    });
}

void ConnectionList::replaceSecret(Session &session, const AccessKeyPair &pair)
{
    if (&session == &local()) {
        m_server.useKnownKey(pair);
        return;
    }
    Connection connection = session.connection();
    connection.secret = pair.secret;
    save(connection);
}

Result<Connection> ConnectionList::current(const QString &id)
{
    auto *session = find(id);
    if (!session)
        return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Error", "The connection that it goes through was removed."));
    if (session != &local() || m_server.isRunning()) // a registry that was stopped stays so
        open(*session); // of an earlier run perhaps, and nobody has looked at it yet
    if (!session->isConnected())
        return fail(ErrorCode::Unreachable, QT_TRANSLATE_NOOP("Error", "%1 is not connected. Connect it, then try again."), {session->name().toStdString()});
    return session->connection();
}

void ConnectionList::readSecret(const QString &id, QObject *context, std::function<void(const Secret &)> done)
{
    if (const auto kept = m_onlyInMemory.constFind(id); kept != m_onlyInMemory.cend())
        done(*kept);
    else
        m_keychain.read(id, context,
            [done](KeychainState state, const AccessKeyPair &pair, const QString &) { done(state == KeychainState::Ok ? pair.secret : Secret()); });
}

int ConnectionList::keyAgeDays(const QString &id) const
{
    for (const auto &item : m_stored) {
        if (item.connection.id == id && item.keyStored.isValid())
            return int(item.keyStored.daysTo(QDate::currentDate()));
    }
    return -1;
}

} // namespace berth
