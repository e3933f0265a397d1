// SPDX-License-Identifier: Apache-2.0
#include "desktop/shell/SingleInstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QLocalSocket>

namespace berth {

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_name(QStringLiteral("berth-") + QString::fromLatin1(QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16)))
    , m_lock(folder + QStringLiteral("/instance.lock"))
{
    m_lock.setStaleLockTime(0); // only a dead process's lock is stale
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::claim(const QStringList &files)
{
    if (m_lock.tryLock()) {
        QLocalServer::removeServer(m_name); // what a crash left
        m_server.setSocketOptions(QLocalServer::UserAccessOption);
        m_server.listen(m_name);
        return true;
    }
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (socket.waitForConnected(1000)) {
        QByteArray message;
        QDataStream stream(&message, QIODevice::WriteOnly);
        stream << files;
        socket.write(message);
        socket.waitForBytesWritten(1000);
        socket.disconnectFromServer();
    }
    return false;
}

void SingleInstance::receive()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            QStringList files;
            const QByteArray message = socket->readAll();
            if (message.size() < 1 << 20) {
                QDataStream stream(message);
                stream >> files;
            }
            socket->deleteLater();
            Q_EMIT messageReceived(files);
        });
    }
}

} // namespace berth
