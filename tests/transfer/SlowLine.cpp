// SPDX-License-Identifier: Apache-2.0
#include "transfer/SlowLine.h"

#include <QRegularExpression>

namespace berth::test {

SlowLine::SlowLine(QString server)
    : m_target(std::move(server))
{
    connect(&m_listener, &QTcpServer::newConnection, this, &SlowLine::accept);
    m_listener.listen(QHostAddress::LocalHost);
}

SlowLine::~SlowLine()
{
    for (const auto &[client, server] : m_pairs) {
        server->disconnect();
        client->disconnect();
    }
}

QString SlowLine::host() const { return QStringLiteral("127.0.0.1:%1").arg(m_listener.serverPort()); }

void SlowLine::limitDown(qint64 bytes)
{
    m_down.allowed = bytes;
    passAll();
}

void SlowLine::limitUp(qint64 bytes)
{
    m_up.allowed = bytes;
    passAll();
}

void SlowLine::cut()
{
    const auto pairs = m_pairs;
    for (const auto &[client, server] : pairs) {
        server->abort();
        client->abort();
    }
}

void SlowLine::accept()
{
    while (auto *client = m_listener.nextPendingConnection()) {
        auto *server = new QTcpSocket(client);
        for (auto *end : {client, server})
            end->setReadBufferSize(256 << 10); // so that the sender notices
        m_pairs.emplaceBack(client, server);
        connect(client, &QTcpSocket::readyRead, server, [=, this] { pass(*client, *server, m_up); });
        connect(server, &QTcpSocket::connected, client, [=, this] { pass(*client, *server, m_up); });
        connect(server, &QTcpSocket::readyRead, client, [=, this] { pass(*server, *client, m_down); });
        connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        connect(server, &QTcpSocket::errorOccurred, client, [client] { client->disconnectFromHost(); });
        connect(client, &QTcpSocket::disconnected, this, [=, this] {
            m_pairs.removeAll(std::pair(client, server));
            m_sent.remove(client);
            client->deleteLater();
        });
        server->connectToHost(m_target.section(QLatin1Char(':'), 0, 0), quint16(m_target.section(QLatin1Char(':'), 1).toUInt()));
    }
}

void SlowLine::pass(QTcpSocket &from, QTcpSocket &to, Direction &direction)
{
    if (to.state() != QAbstractSocket::ConnectedState)
        return;
    const QByteArray bytes = direction.allowed < 0 ? from.readAll() : from.read(qMin(direction.allowed, from.bytesAvailable()));
    direction.passed += bytes.size();
    if (direction.allowed >= 0)
        direction.allowed -= bytes.size();
    to.write(bytes);
    if (&direction != &m_up || bytes.isEmpty())
        return;
    static const QRegularExpression request(QStringLiteral("[A-Z]{3,6} /[!-~]* HTTP/1\\.1\r\n"));
    QByteArray &sent = m_sent[&from];
    sent += bytes;
    qsizetype seen = 0;
    for (auto it = request.globalMatch(QString::fromLatin1(sent)); it.hasNext();) {
        const auto match = it.next();
        m_requests << match.captured().trimmed().toLatin1();
        seen = match.capturedEnd();
    }
    sent = sent.mid(qMax(seen, sent.size() - 1000));
}

void SlowLine::passAll()
{
    const auto pairs = m_pairs;
    for (const auto &[client, server] : pairs) {
        pass(*client, *server, m_up);
        pass(*server, *client, m_down);
    }
}

QByteArrayList SlowLine::requests() const { return m_requests; }

} // namespace berth::test
