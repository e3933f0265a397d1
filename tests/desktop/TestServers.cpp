// SPDX-License-Identifier: Apache-2.0
#include "TestServers.h"

#include <memory>

#include <QElapsedTimer>
#include <QTcpSocket>

#include "DesktopFixture.h"
#include "e2e/Program.h"

namespace berth::test {

DockerRegistry::~DockerRegistry()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

bool DockerRegistry::start(bool deletes)
{
    m_errorOutput = QString::fromUtf8(missingPrograms({QStringLiteral("docker-registry")}));
    if (!m_errorOutput.isEmpty())
        return false;
    m_port = DesktopFixture::freePort();
    QFile configuration(m_folder.filePath(QStringLiteral("config.yml")));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(QStringLiteral("version: 0.1\nlog: {level: error, accesslog: {disabled: true}}\nstorage:\n  filesystem: {rootdirectory: %1/data}\n"
                                       "  delete: {enabled: %2}\nhttp: {addr: \"%3\"}\n")
                            .arg(m_folder.path(), deletes ? QStringLiteral("true") : QStringLiteral("false"), address())
                            .toUtf8());
    configuration.close();
    endWithThisProcess(m_process);
    m_process.start(findProgram(QStringLiteral("docker-registry")), {QStringLiteral("serve"), configuration.fileName()});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 30000 && m_process.state() != QProcess::NotRunning) {
        if (call({"GET", QUrl(QStringLiteral("http://%1/v2/").arg(address())), {}, {}}).status == 200)
            return true;
        m_process.waitForReadyRead(50);
    }
    m_errorOutput = QString::fromUtf8(m_process.readAllStandardError());
    return false;
}

TestAuthority::TestAuthority(const QString &name)
{
    run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
        QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), m_folder.filePath(QStringLiteral("ca.key")),
        QStringLiteral("-out"), m_folder.filePath(QStringLiteral("ca.pem")), QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
        QStringLiteral("/CN=") + name});
}

QStringList TestAuthority::issue(const QString &name)
{
    const QString base = m_folder.filePath(QStringLiteral("leaf%1").arg(++m_count));
    QFile extensions(base + QStringLiteral(".ext"));
    if (!extensions.open(QIODevice::WriteOnly))
        return {};
    extensions.write("subjectAltName=IP:127.0.0.1,DNS:localhost\n");
    extensions.close();
    const QString key = base + QStringLiteral(".key"), leaf = base + QStringLiteral(".pem");
    if (!run({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
            QStringLiteral("-nodes"), QStringLiteral("-keyout"), key, QStringLiteral("-out"), base + QStringLiteral(".csr"), QStringLiteral("-subj"),
            QStringLiteral("/CN=") + name})
        || !run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), base + QStringLiteral(".csr"), QStringLiteral("-CA"),
            m_folder.filePath(QStringLiteral("ca.pem")), QStringLiteral("-CAkey"), m_folder.filePath(QStringLiteral("ca.key")),
            QStringLiteral("-CAcreateserial"), QStringLiteral("-days"), QStringLiteral("20"), QStringLiteral("-extfile"), extensions.fileName(),
            QStringLiteral("-out"), leaf}))
        return {};
    QFile chain(leaf), authority(m_folder.filePath(QStringLiteral("ca.pem")));
    if (!chain.open(QIODevice::Append) || !authority.open(QIODevice::ReadOnly))
        return {};
    chain.write(authority.readAll());
    return {leaf, key};
}

bool TestAuthority::run(const QStringList &arguments)
{
    const auto missing = missingPrograms({QStringLiteral("openssl")});
    const auto run =
        missing.isEmpty() ? runProgram(QStringList{QStringLiteral("openssl")} + arguments, QProcessEnvironment::systemEnvironment()) : ProgramRun();
    if (!run.isGood())
        m_errorOutput = QString::fromUtf8(missing.isEmpty() ? run.report() : missing);
    return run.isGood();
}

FixedServer::FixedServer(QByteArray answer)
    : m_answer(std::move(answer))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto *client = nextPendingConnection()) {
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client] {
                const auto bytes = client->readAll();
                m_seen += bytes;
                if (!m_answer.isEmpty() && bytes.contains("\r\n\r\n"))
                    client->write(m_answer);
            });
        }
    });
    listen(QHostAddress::LocalHost);
}

TinyProxy::TinyProxy(const QString &target)
    : m_target(target)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto *client = nextPendingConnection())
            serve(client);
    });
    listen(QHostAddress::LocalHost);
}

void TinyProxy::end()
{
    close();
    for (auto *client : findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        client->abort();
}

void TinyProxy::serve(QTcpSocket *client)
{
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    server->connectToHost(m_target.section(QLatin1Char(':'), 0, 0), m_target.section(QLatin1Char(':'), 1).toUShort());
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, this, [this, client, server, begun = std::make_shared<QByteArray>()] {
        // Requests without a body only, each in one piece or several.
        *begun += client->readAll();
        for (auto end = begun->indexOf("\r\n\r\n"); end >= 0; end = begun->indexOf("\r\n\r\n")) {
            QByteArray head = begun->left(end + 4);
            begun->remove(0, end + 4);
            const QByteArray line = head.left(head.indexOf("\r\n"));
            m_requests << line;
            const auto scheme = line.indexOf(" http://");
            if (scheme < 0) {
                client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                client->disconnectFromHost();
                return;
            }
            head.remove(scheme + 1, line.indexOf('/', scheme + 8) - scheme - 1);
            server->write(head);
        }
    });
}

} // namespace berth::test
