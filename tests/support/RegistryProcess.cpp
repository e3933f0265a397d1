// SPDX-License-Identifier: Apache-2.0
#include "support/RegistryProcess.h"

#include <csignal>
#include <sys/prctl.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

namespace berth::test {

RegistryProcess::RegistryProcess(QString folder)
    : m_folder(std::move(folder))
{
    if (m_folder.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(QStringLiteral("data"));
    }
}

RegistryProcess::~RegistryProcess()
{
    if (isRunning())
        stop();
}

bool RegistryProcess::start(const QStringList &arguments, const QStringList &environment)
{
    m_process = std::make_unique<QProcess>();
    m_output.clear();
    m_errorOutput.clear();
    m_host.clear();
    auto variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("BERTH_ACCESS_KEY"), QLatin1String(keyId));
    variables.insert(QStringLiteral("BERTH_SECRET_KEY"), QLatin1String(secret));
    for (const QString &entry : environment)
        variables.insert(entry.section(QLatin1Char('='), 0, 0), entry.section(QLatin1Char('='), 1));
    m_process->setProcessEnvironment(variables);
    // Ends with a test that ends by itself or by force. The system tells of the end of the thread that starts it: the first one lives as long as the process.
    if (QCoreApplication::instance() && QThread::currentThread() == QCoreApplication::instance()->thread())
        m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QStringList all{QStringLiteral("--data-dir"), m_folder};
    if (!arguments.contains(QStringLiteral("--listen")))
        all << QStringLiteral("--listen") << QStringLiteral("127.0.0.1:0");
    m_process->start(qEnvironmentVariable("BERTH_TEST_BERTHD", QStringLiteral(BERTH_BERTHD)), all + arguments);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60000) {
        m_process->waitForReadyRead(50);
        collect();
        const auto at = m_output.indexOf(QStringLiteral("Listening on http://"));
        const auto end = at < 0 ? -1 : m_output.indexOf(QLatin1Char('\n'), at);
        if (end > 0) {
            m_host = m_output.mid(at + 20, end - at - 20);
            return true;
        }
        if (m_process->state() == QProcess::NotRunning) {
            collect();
            return false;
        }
    }
    return false;
}

void RegistryProcess::collect()
{
    m_output += QString::fromUtf8(m_process->readAllStandardOutput());
    m_errorOutput += QString::fromUtf8(m_process->readAllStandardError());
}

int RegistryProcess::stop()
{
    m_process->terminate();
    m_process->waitForFinished(20000);
    collect();
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

void RegistryProcess::kill()
{
    m_process->kill();
    m_process->waitForFinished(20000);
    collect();
}

HttpReply RegistryProcess::send(
    const QByteArray &method, const QString &path, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers) const
{
    auto all = headers;
    all.emplaceBack("Authorization", basic(keyId, secret));
    return call({method, url(path), all, body});
}

HttpReply RegistryProcess::manage(const QByteArray &method, const QString &path, const QByteArray &body) const
{
    QList<std::pair<QByteArray, QByteArray>> headers{{"X-TC-AUTHENTICATION-ID", keyId}, {"X-TC-AUTHENTICATION-SECRET", secret}};
    if (!body.isEmpty())
        headers.emplaceBack("Content-Type", "application/json");
    return call({method, url(path), headers, body});
}

} // namespace berth::test
