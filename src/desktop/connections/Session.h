// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>

#include "client/Connection.h"
#include "client/Management.h"
#include "client/RegistryClient.h"
#include "desktop/browse/PagedLoader.h"

namespace berth {

/// What a person does to a server, as far as a role may forbid it.
enum class Deed { CreateRegistry, DeleteRegistry, Push, CreateTag, DeleteImage, DeleteArtifact, DeleteTag };

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
    bool isConnected() const { return m_management != nullptr; }
    State state() const { return m_state; }
    KeyProblem keyProblem() const { return m_keyProblem; }
    const Error &error() const { return m_error; }
    const Connection &connection() const { return m_connection; }
    /// Null while not connected.
    Management *management() const { return m_management.get(); }
    /// Null while not connected.
    RegistryClient *registryClient() const { return m_client.get(); }
    const QList<RegistrySummary> &registries() const { return m_registries; }
    qint64 imageCount() const;

    void rename(const QString &name);
    void connectTo(const Connection &connection);
    void disconnectFrom();
    /// Takes it down and forgets what it showed: from now on it is that connection, which is without its secret.
    void replaceWith(const Connection &stored);
    void waitForKey();
    void lackKey(KeyProblem problem, const QString &detail);

    /// Fetches the registries anew; the old list stays until the new one is here.
    void refresh();

    /// Why the person cannot do this here, in a sentence; empty if nothing is known against it. Learnt from the kind of server, and from
    /// the first refusal of this run, until the next connectTo().
    QString refusal(Deed deed) const;
    /// Remembers a refusal; other errors are not one.
    void learn(Deed deed, const Error &error);

Q_SIGNALS:
    void changed();
    void rightsChanged();

private:
    void setState(State state);

    Connection m_connection;
    std::unique_ptr<Management> m_management;
    std::unique_ptr<RegistryClient> m_client;
    QList<RegistrySummary> m_registries;
    QList<RegistrySummary> m_incoming;
    QHash<int, QString> m_refusals; ///< By Deed.
    State m_state = State::Idle;
    KeyProblem m_keyProblem = KeyProblem::None;
    Error m_error;
    PagedLoader<RegistrySummary> m_loader;
};

} // namespace berth
