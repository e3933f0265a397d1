// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace berth::test {

/// An HTTP server in the test's own thread that answers as the test says and remembers every byte that it was sent. Two of them are two origins.
class StagedServer : public QObject {
public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QByteArray head; ///< All of it, header names in lower case.
        QByteArray body;

        bool has(const QByteArray &header) const { return head.contains("\r\n" + header + ":"); }
    };
    struct Answer {
        int status = 200;
        QList<QByteArray> lines = {}; ///< Header lines.
        QByteArray body = {};
        bool isHeld = false; ///< Until release().
    };

    explicit StagedServer(std::function<Answer(const Request &)> handler)
        : m_handler(std::move(handler))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }

    QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()); }
    QUrl url(const QString &path = QStringLiteral("/")) const { return QUrl(QStringLiteral("http://") + host() + path); }
    const QList<Request> &requests() const { return m_requests; }
    void release()
    {
        for (const auto &[socket, bytes] : std::exchange(m_held, {})) {
            if (socket)
                socket->write(bytes);
        }
    }

private:
    void read(QTcpSocket &socket)
    {
        auto &pending = m_pending[&socket];
        pending += socket.readAll();
        for (qsizetype end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
            Request request;
            const auto first = pending.left(pending.indexOf("\r\n")).split(' ');
            request.method = first.value(0);
            request.path = first.value(1);
            for (const auto &line : pending.left(end).split('\n')) {
                const auto colon = line.indexOf(':');
                request.head += line.left(colon).toLower() + line.mid(colon) + '\n';
            }
            qsizetype length = 0;
            if (const auto at = request.head.indexOf("\r\ncontent-length:"); at >= 0)
                length = request.head.mid(at + 17, request.head.indexOf('\r', at + 2) - at - 17).trimmed().toLongLong();
            if (pending.size() < end + 4 + length)
                return;
            request.body = pending.mid(end + 4, length);
            pending.remove(0, end + 4 + length);
            m_requests << request;
            const auto answer = m_handler(request);
            QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " So\r\n";
            for (const auto &line : answer.lines)
                bytes += line + "\r\n";
            bytes += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n";
            if (request.method != "HEAD")
                bytes += answer.body;
            if (answer.isHeld)
                m_held.append({&socket, bytes});
            else
                socket.write(bytes);
        }
    }

    QTcpServer m_server;
    std::function<Answer(const Request &)> m_handler;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QList<Request> m_requests;
    QList<std::pair<QPointer<QTcpSocket>, QByteArray>> m_held;
};

} // namespace berth::test
