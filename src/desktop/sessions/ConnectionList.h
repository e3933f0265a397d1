// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QObject>

#include "desktop/sessions/ConnectionStore.h"
#include "desktop/sessions/Session.h"

namespace berth {

class Keychain;
class LocalServer;

/// The connections of the window: the local registry first, then the person's own in their order.
///
/// Owns the sessions. A connection's secret goes to the keychain; where that cannot be, it stays in memory for this run and keyKept() says so.
class ConnectionList : public QObject {
    Q_OBJECT

public:
    /// All borrowed.
    ConnectionList(QSettings &settings, Keychain &keychain, LocalServer &local, QObject *parent = nullptr);
    ~ConnectionList() override;

    const QList<Session *> &sessions() const { return m_sessions; }
    Session &local() const { return *m_sessions.first(); }
    Session *find(const QString &id) const;
    /// Row of that session, -1 if it is none of ours.
    int rowOf(const Session *session) const { return int(m_sessions.indexOf(const_cast<Session *>(session))); }

    /// Adds, or replaces the one with that id, and connects.
    void save(const Connection &connection);
    /// Removes it and its entry in the keychain. Not the local one.
    void remove(const QString &id);
    /// Moves it one place up (-1) or down (1) among the person's own.
    void move(const QString &id, int by);

    /// Connects unless that has been done or is under way: reads the secret from the keychain first.
    void open(Session &session);
    /// The same anew, whatever was before.
    void reopen(Session &session);

    /// The same key has another secret, which the server knows already: keeps it and connects with it.
    void replaceSecret(Session &session, const AccessKeyPair &pair);

    /// The connection with its secret, for what is to go on with it now. NotFound where it was removed; Unreachable while it is not connected.
    Result<Connection> current(const QString &id);

    /// Gives the connection's secret as it is kept, empty if the keychain does not.
    void readSecret(const QString &id, QObject *context, std::function<void(const Secret &)> done);

    /// A key of that age is better replaced.
    static constexpr int keyAdviceDays = 90;
    /// Days since the connection's key was entered; -1 if unknown or without one.
    int keyAgeDays(const QString &id) const;

Q_SIGNALS:
    void added(int row);
    void aboutToRemove(int row);
    void removed(int row);
    void moved(int from, int to);
    /// After save(): Ok, or why the secret is kept in memory only.
    void keyKept(berth::Session *session, Session::KeyProblem problem);
    /// After remove(): the keychain did not let go of that connection's key.
    void keyLeft(const QString &name);

private:
    void readKey(Session &session);
    void write();
    StoredConnection *stored(const QString &id);

    ConnectionStore m_store;
    Keychain &m_keychain;
    LocalServer &m_server;
    QList<Session *> m_sessions;
    QList<StoredConnection> m_stored;      ///< Of the sessions from the second on.
    QHash<QString, Secret> m_onlyInMemory; ///< By id: secrets that the keychain did not take.
    bool m_wasRunning = false;
};

} // namespace berth
