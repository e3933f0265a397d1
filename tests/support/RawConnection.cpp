// SPDX-License-Identifier: Apache-2.0
#include "support/RawConnection.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace berth::test {

RawConnection::RawConnection(const QString &host, const QString &from)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    if (!from.isEmpty())
        m_socket.bind(QHostAddress(from));
    m_socket.connectToHost(host.section(QLatin1Char(':'), 0, -2), host.section(QLatin1Char(':'), -1).toUShort());
    m_socket.waitForConnected(5000);
}

void RawConnection::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) { }
}

bool RawConnection::readMore()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(10000))
        return false;
    m_buffer += m_socket.readAll();
    return true;
}

HttpReply RawConnection::receive(bool toHead)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readMore())
            return {};
    }
    HttpReply reply;
    const auto lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        reply.headers[lines[i].left(colon).trimmed().toLower()] = lines[i].mid(colon + 1).trimmed();
    }
    const auto length = toHead ? 0 : reply.headers.value("content-length").toLongLong();
    while (m_buffer.size() < length) {
        if (!readMore())
            return {};
    }
    reply.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    reply.status = lines[0].split(' ').value(1).toInt();
    return reply;
}

bool RawConnection::closedByPeer()
{
    while (m_socket.state() == QAbstractSocket::ConnectedState && m_socket.waitForReadyRead(5000))
        m_socket.readAll();
    return m_socket.state() != QAbstractSocket::ConnectedState;
}

QByteArray head(const QByteArray &method, const QByteArray &target, const QByteArray &host, const QList<QByteArray> &lines)
{
    QByteArray text = method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n";
    for (const auto &line : lines)
        text += line + "\r\n";
    return text + "\r\n";
}

} // namespace berth::test
