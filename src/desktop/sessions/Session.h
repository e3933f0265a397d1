// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "client/auth/Connection.h"
#include "client/protocol/RegistryClient.h"
#include "client/roles/RemoteServer.h"
#include "client/roles/Types.h"
#include "core/Rights.h"
#include "desktop/lists/PagedLoader.h"

namespace berth {

/// What a person does to a server, as far as its kind or a role may forbid it.
enum class Deed {
    CreateRegistry,
    DeleteRegistry,
    Pull,
    Push,
    CreateTag,
    DeleteImage,
    DeleteArtifact,
    DeleteTag,
    ChangePolicies, ///< Cleanup, protection and webhooks of a registry.
    Administer, ///< What administrators of the server do alone: users, settings, health.
};

/// One connection while the program runs: its driver, its registries, and how it stands.
class Session : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle,       ///< Not asked for yet, or taken down.
        ReadingKey, ///< The keychain is asked for its secret.
        NoKey,      ///< See keyProblem().
        Loading,
        Online,
        Failed, ///< See error().
    };
    enum class KeyProblem { None, Locked, Dismissed, NoService, NotStored, Failed };

    /// `connection` as it is stored, without its secret.
    explicit Session(Connection connection, QObject *parent = nullptr);
    ~Session() override;

    QString id() const { return m_connection.id; }
    QString name() const { return m_connection.name; }
    bool isConnected() const { return m_server != nullptr; }
    State state() const { return m_state; }
    KeyProblem keyProblem() const { return m_keyProblem; }
    const Error &error() const { return m_error; }
    const Connection &connection() const { return m_connection; }
    /// A role of its server; null while not connected, and where that kind of server has none.
    template <class Role> Role *as() const { return m_server ? m_server->as<Role>() : nullptr; }
    /// Null while not connected.
    RegistryClient *registryClient() const { return m_client.get(); }
    const QList<RegistrySummary> &registries() const { return m_registries; }
    QStringList registryNames() const;
    qint64 imageCount() const;

    /// What the person may do, where the server tells; null before its answer and for servers that are no Berth.
    const Rights *rights() const { return m_rights ? &*m_rights : nullptr; }

    void rename(const QString &name);
    void connectTo(const Connection &connection);
    void disconnectFrom();
    /// Takes it down and forgets what it showed: from now on it is that connection, which is without its secret.
    void replaceWith(const Connection &stored);
    void waitForKey();
    void lackKey(KeyProblem problem, const QString &detail);

    /// Fetches the registries anew; the old list stays until the new one is here.
    void refresh();

    /// Why the person cannot do this in that registry (empty: in any), in a sentence; empty if nothing is known against it. Known from the
    /// kind of server, from the role if the server tells it, else from the first refusal of this run, until the next connectTo().
    QString refusal(Deed deed, const QString &registry = {}) const;
    /// Remembers a refusal; other errors are not one.
    void learn(Deed deed, const Error &error);

Q_SIGNALS:
    /// It has a new driver: calls through the former one have ended with Cancelled. `isOther`: of another server or key than before, so that
    /// nothing that was shown counts any more.
    void connected(bool isOther);
    void changed();
    void rightsChanged();

private:
    void setState(State state);
    void askRights();

    Connection m_connection;
    Connection m_shown; ///< What it was connected to last, without its secret.
    std::unique_ptr<RemoteServer> m_server;
    std::unique_ptr<RegistryClient> m_client;
    QList<RegistrySummary> m_registries;
    QList<RegistrySummary> m_incoming;
    QHash<int, QString> m_refusals; ///< By Deed.
    std::optional<Rights> m_rights;
    State m_state = State::Idle;
    KeyProblem m_keyProblem = KeyProblem::None;
    Error m_error;
    PagedLoader<RegistrySummary> m_loader;
};

} // namespace berth
