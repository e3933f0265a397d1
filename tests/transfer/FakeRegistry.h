// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include "support/TestImage.h"

namespace berth::test {

/// A registry in the test's own thread, without sign-in, that serves what it is given, and lies or breaks off where the test says so.
class FakeRegistry : public QObject {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QByteArray range; ///< "bytes=100-"; empty without one.
        QByteArray digest() const { return path.mid(path.lastIndexOf(QByteArrayLiteral("/")) + 1); }
    };
    struct Answer {
        int status = 200;
        QByteArray type;
        QByteArray body;
        QList<QByteArray> lines;    ///< Further header lines.
        qint64 length = -1;         ///< What it says of the body; -1: the truth.
        bool isChunked = false;     ///< Says nothing of the length.
        qint64 breakAt = -1;        ///< After that many bytes of the body the line breaks.
        qint64 holdAt = -1;         ///< After that many nothing comes until release().
        bool isSilent = false;      ///< The line breaks before an answer.
    };

    FakeRegistry();
    ~FakeRegistry() override;

    QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }

    /// Adds the image's blobs and manifest.
    void add(const TestImage &image);
    /// Adds a manifest; its digest.
    QByteArray addManifest(const QByteArray &bytes, const QByteArray &type);

    /// Called before each answer, with the true one.
    std::function<void(const Request &request, Answer &answer)> tamper;

    /// What was asked for, in order.
    const QList<Request> &requests() const { return m_requests; }
    /// The ranges that were asked for of that content, in order; empty ones for the whole.
    QByteArrayList rangesOf(const QByteArray &digest) const;
    /// Bytes of bodies that went out for that content.
    qint64 sentBytes(const QByteArray &digest) const { return m_sent.value(digest); }
    /// True once an answer is held.
    bool isHolding() const { return !m_held.isEmpty(); }

    /// Lets what is held go on.
    void release();
    /// Cuts all lines and accepts no more.
    void stop();
    /// Accepts again, at the same port.
    bool start();

private:
    struct Held {
        QPointer<QTcpSocket> socket;
        QByteArray rest;
    };

    void accept();
    void read(QTcpSocket &socket);
    void serve(QTcpSocket &socket, const Request &request);
    Answer truth(const Request &request) const;

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QByteArray, std::pair<QByteArray, QByteArray>> m_content; ///< Bytes and type by digest.
    QHash<QTcpSocket *, QByteArray> m_pending;
    QList<Request> m_requests;
    QHash<QByteArray, qint64> m_sent;
    QList<Held> m_held;
};

} // namespace berth::test
