// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

namespace berth::test {

/// Debian's docker-registry on a free port, without access control.
class DockerRegistry {
public:
    ~DockerRegistry();

    /// Starts and waits until it answers; false if it did not (see errorOutput()).
    bool start(bool deletes);
    QString errorOutput() const { return m_errorOutput; }
    /// "127.0.0.1:40123"
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_errorOutput;
    int m_port = 0;
};

/// A certificate authority that nobody trusts, made with the openssl program.
class TestAuthority {
public:
    explicit TestAuthority(const QString &name);

    /// A certificate for 127.0.0.1 with the authority's own behind it, and its key: what a server's --tls takes. Empty: see errorOutput().
    QStringList issue(const QString &name);
    QString errorOutput() const { return m_errorOutput; }

private:
    bool run(const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_errorOutput;
    int m_count = 0;
};

/// Accepts connections and answers every request with the same bytes; without any it stays silent.
class FixedServer : public QTcpServer {
public:
    explicit FixedServer(QByteArray answer);
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }
    /// What came, in lower case: names of headers have none, and newer Qt writes them so.
    QByteArray seen() const { return m_seen.toLower(); }

private:
    QByteArray m_answer;
    QByteArray m_seen;
};

/// A proxy that sends every request for http:// to one server, whatever name it asks for, and refuses CONNECT, as many do for port 80.
class TinyProxy : public QTcpServer {
public:
    /// "127.0.0.1:40123"
    explicit TinyProxy(const QString &target);
    /// The first lines of the requests that came.
    QList<QByteArray> requests() const { return m_requests; }
    /// Is there no more, with all its connections.
    void end();

private:
    void serve(QTcpSocket *client);

    QString m_target;
    QList<QByteArray> m_requests;
};

} // namespace berth::test
