// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include "support/HttpCall.h"

namespace berth::test {

/// A real berthd on a free port, with an administrator's key that the test knows.
class RegistryProcess {
public:
    static constexpr const char *keyId = "testkey";
    static constexpr const char *secret = "testsecret0123456789";

    /// Uses `folder`, or a temporary one that goes with this object.
    explicit RegistryProcess(QString folder = {});
    ~RegistryProcess();

    /// Starts and waits until it listens; false if it did not (see errorOutput()).
    bool start(const QStringList &arguments = {}, const QStringList &environment = {});

    /// SIGTERM and wait; the exit code.
    int stop();
    /// SIGKILL and wait.
    void kill();

    qint64 processId() const { return m_process->processId(); }
    QString folder() const { return m_folder; }
    QString host() const { return m_host; } ///< "127.0.0.1:40123"
    QString output() const { return m_output; }
    QString errorOutput()
    {
        if (m_process)
            collect();
        return m_errorOutput;
    }
    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }

    QUrl url(const QString &path) const { return QUrl(QStringLiteral("http://") + m_host + path); }

    /// A request with the administrator's key as Basic credentials.
    HttpReply send(
        const QByteArray &method, const QString &path, const QByteArray &body = {}, const QList<std::pair<QByteArray, QByteArray>> &headers = {}) const;

    /// A management call with the key headers; JSON body if not empty.
    HttpReply manage(const QByteArray &method, const QString &path, const QByteArray &body = {}) const;

private:
    void collect();

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    std::unique_ptr<QProcess> m_process;
    QString m_host;
    QString m_output;
    QString m_errorOutput;
};

} // namespace berth::test
