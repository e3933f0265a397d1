// SPDX-License-Identifier: Apache-2.0
#include "transfer/FakeRegistry.h"

namespace berth::test {

FakeRegistry::FakeRegistry()
{
    connect(&m_server, &QTcpServer::newConnection, this, &FakeRegistry::accept);
    start();
}

FakeRegistry::~FakeRegistry() { stop(); }

bool FakeRegistry::start()
{
    const bool listens = m_server.listen(QHostAddress::LocalHost, m_port);
    m_port = listens ? m_server.serverPort() : m_port;
    return listens;
}

void FakeRegistry::stop()
{
    m_server.close();
    m_held.clear();
    for (auto *socket : m_server.findChildren<QTcpSocket *>())
        socket->abort();
}

void FakeRegistry::add(const TestImage &image)
{
    for (const auto &blob : image.layers + QList<QByteArray>{image.config})
        m_content[digestOf(blob)] = {blob, "application/octet-stream"};
    addManifest(image.manifest, "application/vnd.oci.image.manifest.v1+json");
}

QByteArray FakeRegistry::addManifest(const QByteArray &bytes, const QByteArray &type)
{
    m_content[digestOf(bytes)] = {bytes, type};
    return digestOf(bytes);
}

QByteArrayList FakeRegistry::rangesOf(const QByteArray &digest) const
{
    QByteArrayList ranges;
    for (const auto &request : m_requests) {
        if (request.digest() == digest)
            ranges << request.range;
    }
    return ranges;
}

void FakeRegistry::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
            m_pending.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeRegistry::read(QTcpSocket &socket)
{
    auto &pending = m_pending[&socket];
    pending += socket.readAll();
    for (qsizetype end = 0; (end = pending.indexOf("\r\n\r\n")) >= 0;) {
        const auto lines = pending.left(end).split('\n');
        pending.remove(0, end + 4);
        const auto words = lines.first().split(' ');
        Request request{words.value(0), words.value(1), {}};
        for (const auto &line : lines) {
            if (line.toLower().startsWith("range:"))
                request.range = line.mid(6).trimmed();
        }
        serve(socket, request);
    }
}

FakeRegistry::Answer FakeRegistry::truth(const Request &request) const
{
    Answer answer;
    const auto found = m_content.constFind(request.digest());
    if (found == m_content.cend()) {
        answer.status = 404;
        answer.body = R"({"errors":[{"code":"MANIFEST_UNKNOWN","message":"not here"}]})";
        return answer;
    }
    answer.body = found->first;
    answer.type = found->second;
    if (request.range.startsWith("bytes=")) {
        const auto from = request.range.mid(6).chopped(1).toLongLong();
        answer.status = 206;
        answer.lines << "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(answer.body.size() - 1) + '/'
                + QByteArray::number(answer.body.size());
        answer.body.remove(0, from);
    }
    return answer;
}

void FakeRegistry::serve(QTcpSocket &socket, const Request &request)
{
    m_requests << request;
    Answer answer = truth(request);
    if (tamper)
        tamper(request, answer);
    if (answer.isSilent)
        return socket.abort();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Said\r\n";
    if (!answer.type.isEmpty())
        head += "Content-Type: " + answer.type + "\r\n";
    for (const auto &line : answer.lines)
        head += line + "\r\n";
    const auto length = answer.length < 0 ? answer.body.size() : answer.length;
    head += answer.isChunked ? QByteArray("Transfer-Encoding: chunked\r\n\r\n") : "Content-Length: " + QByteArray::number(length) + "\r\n\r\n";
    socket.write(head);
    if (answer.isChunked)
        answer.body = QByteArray::number(answer.body.size(), 16) + "\r\n" + answer.body + "\r\n0\r\n\r\n";
    const auto now = answer.breakAt >= 0 ? answer.breakAt : answer.holdAt;
    const QByteArray first = now >= 0 ? answer.body.left(now) : answer.body;
    socket.write(first);
    m_sent[request.digest()] += first.size();
    if (answer.breakAt >= 0)
        socket.disconnectFromHost(); // after what was written
    else if (answer.holdAt >= 0)
        m_held << Held{&socket, answer.body.mid(first.size())};
}

void FakeRegistry::release()
{
    for (const auto &held : std::exchange(m_held, {})) {
        if (held.socket)
            held.socket->write(held.rest);
    }
}

} // namespace berth::test
