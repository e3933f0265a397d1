// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTest>

#include "e2e/Program.h"

namespace berth::test {

/// An X server of the test's own on a display that was free, without a window manager: windows stay where they are put.
class XServer {
public:
    XServer()
    {
        endWithThisProcess(m_process);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(findProgram(QStringLiteral("Xvfb")),
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1600x900x24"),
                QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20000))
                return;
        }
        m_display = ':' + m_process.readLine().trimmed();
    }

    ~XServer()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }

    /// ":1"; empty if it did not start.
    QByteArray display() const { return m_display; }

private:
    QProcess m_process;
    QByteArray m_display;
};

/// One call of xdotool, while this program goes on answering others. False if it failed.
inline bool xdotool(const QStringList &arguments, QByteArray *output = nullptr)
{
    QProcess process;
    process.start(findProgram(QStringLiteral("xdotool")), arguments);
    const bool isDone = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10000) && process.exitCode() == 0;
    if (output)
        *output = process.readAllStandardOutput();
    return isDone;
}

} // namespace berth::test
