// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QSslCertificate>
#include <QSslSocket>

#include "client/auth/Connection.h"
#include "client/protocol/RegistryClient.h"
#include "client/roles/RemoteServer.h"

namespace berth {

/// One step on the way to a server, and what came of it.
struct ProbeStep {
    enum class Kind {
        Name,     ///< Its address is found.
        Tcp,      ///< It accepts a connection.
        Tls,      ///< It shows a certificate that is trusted.
        Registry, ///< It speaks the distribution protocol.
        SignIn,   ///< It takes the credentials.
        Api,      ///< Its management API, or its catalog, answers.
    };
    enum class State { Passed, Failed, NotReached, NotNeeded };
    Kind kind = Kind::Name;
    State state = State::NotReached;
    Error finding = {}; ///< One sentence, whether it stops the way or not; without a message where nothing is to be said.
    qint64 tookMs = 0;
};

/// Tries a connection step by step, as a person would to find out what is wrong.
///
/// After start(), stepped() comes for each step in order and finished() once, from the event loop. Deleting it sooner cancels silently.
/// Belongs to one thread.
class ConnectionProbe : public QObject {
    Q_OBJECT

public:
    explicit ConnectionProbe(Connection connection, QObject *parent = nullptr);
    ~ConnectionProbe() override;

    void start();

    const QList<ProbeStep> &steps() const { return m_steps; }
    bool passed() const;
    /// The failed step, or null.
    const ProbeStep *failure() const;

    /// What the server showed at the TLS step, its own certificate first.
    const QList<QSslCertificate> &chain() const { return m_chain; }
    /// True if the TLS step failed for want of trust only, so that trusting a certificate would mend it.
    bool lacksTrust() const { return m_lacksTrust; }

    /// After success: what the connection shows. -1: unknown.
    qint64 registryCount() const { return m_registryCount; }
    qint64 imageCount() const { return m_imageCount; }
    qint64 answeredMs() const { return m_answeredMs; }

Q_SIGNALS:
    void stepped(const berth::ProbeStep &step);
    void finished();

private:
    void lookUp();
    void connectSocket();
    void startTls();
    QCoro::Task<> askRegistry();
    QCoro::Task<> askApi();
    void pass(ProbeStep::Kind kind, const Error &finding = {});
    void skip(ProbeStep::Kind kind, const Error &finding);
    void failAt(ProbeStep::Kind kind, const Error &finding);
    void end();

    Connection m_connection;
    QList<ProbeStep> m_steps;
    QElapsedTimer m_clock;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<RegistryClient> m_client;
    std::unique_ptr<RemoteServer> m_server;
    QList<QSslCertificate> m_chain;
    bool m_lacksTrust = false;
    bool m_ended = false;
    int m_lookup = -1;
    qint64 m_registryCount = -1;
    qint64 m_imageCount = -1;
    qint64 m_answeredMs = -1;
};

} // namespace berth
