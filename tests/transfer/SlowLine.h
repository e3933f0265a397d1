// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

namespace berth::test {

/// A line to a server that can be made to stop, with an eye on what goes over it. Runs in the test's thread, while it waits for events.
class SlowLine : public QObject {
    Q_OBJECT

public:
    /// `server` is "127.0.0.1:40123"; it may come and go.
    explicit SlowLine(QString server);
    ~SlowLine() override;

    QString host() const;

    /// No more than so many further bytes come from the server, or go to it, before the line stands still; -1 for no limit.
    void limitDown(qint64 bytes);
    void limitUp(qint64 bytes);

    /// Forgets what stands still, and breaks all lines.
    void cut();

    qint64 downBytes() const { return m_down.passed; }
    qint64 upBytes() const { return m_up.passed; }

    /// "GET /v2/… HTTP/1.1" of each request that went through whole or in part, in order.
    QByteArrayList requests() const;

private:
    struct Direction {
        qint64 passed = 0;
        qint64 allowed = -1;
    };

    void accept();
    void pass(QTcpSocket &from, QTcpSocket &to, Direction &direction);
    void passAll();

    QString m_target;
    QTcpServer m_listener;
    QList<std::pair<QTcpSocket *, QTcpSocket *>> m_pairs; ///< Client's and server's end.
    QHash<QTcpSocket *, QByteArray> m_sent;               ///< The last bytes that a client sent: a request may come in pieces.
    QByteArrayList m_requests;
    Direction m_down;
    Direction m_up;
};

} // namespace berth::test
