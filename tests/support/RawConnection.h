// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpSocket>

#include "support/HttpCall.h"

namespace berth::test {

/// One connection to a server, for requests that no well-behaved client sends: broken ones, halves, several at once.
class RawConnection {
public:
    /// `host` is "127.0.0.1:40123"; `from` is the loopback address to come from, as in "127.0.0.9".
    explicit RawConnection(const QString &host, const QString &from = {});

    /// Sends bytes as they are; returns when the system has taken them.
    void send(const QByteArray &bytes);

    /// Reads one answer; status 0 if the connection ends or 10 s pass before it is whole. An answer to HEAD has no body.
    HttpReply receive(bool toHead = false);

    /// True once the peer has closed (waits up to 5 s).
    bool closedByPeer();

    /// Cuts the line without a goodbye.
    void abort() { m_socket.abort(); }

private:
    bool readMore();

    QTcpSocket m_socket;
    QByteArray m_buffer;
};

/// A request head with Host and the given header lines ("Name: value"), ended by an empty line.
QByteArray head(const QByteArray &method, const QByteArray &target, const QByteArray &host, const QList<QByteArray> &lines = {});

} // namespace berth::test
