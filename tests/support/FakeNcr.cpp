// SPDX-License-Identifier: Apache-2.0
#include "support/FakeNcr.h"

#include <csignal>
#include <sys/prctl.h>

#include <QElapsedTimer>
#include <QRegularExpression>

namespace berth::test {

namespace {

/// The address after these words, empty until its line is there.
QUrl announced(const QString &output, const QString &words)
{
    const QRegularExpression line(words + QStringLiteral(" (\\S+)\n"));
    return QUrl(line.match(output).captured(1));
}

} // namespace

FakeNcr::~FakeNcr() { stop(); }

bool FakeNcr::start(const QStringList &options)
{
    auto variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("FAKE_NCR_SECRET"), QLatin1String(secret));
    m_process.setProcessEnvironment(variables);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.start(QStringLiteral(BERTH_PYTHON), QStringList{QStringLiteral(BERTH_FAKE_NCR)} + options);
    QString output;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 30000) {
        m_process.waitForReadyRead(50);
        output += QString::fromUtf8(m_process.readAllStandardOutput());
        m_url = announced(output, QStringLiteral("Listening on"));
        m_control = announced(output, QStringLiteral("Control on"));
        if (m_url.isValid() && m_control.isValid())
            return true;
        if (m_process.state() == QProcess::NotRunning)
            break;
    }
    m_errorOutput = QString::fromUtf8(m_process.readAllStandardError()) + m_process.errorString();
    return false;
}

void FakeNcr::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

HttpReply FakeNcr::control(const QByteArray &method, const QString &path, const QByteArray &body) const
{
    return call({method, m_control.resolved(QUrl(path)), {}, body});
}

bool FakeNcr::fault(const QByteArray &json) const { return control("POST", QStringLiteral("/__faults"), json).status == 200; }
void FakeNcr::clearFaults() const { control("DELETE", QStringLiteral("/__faults")); }
void FakeNcr::clearLog() const { control("DELETE", QStringLiteral("/__log")); }

QList<FakeNcr::Call> FakeNcr::log() const
{
    QList<Call> calls;
    const auto told = control("GET", QStringLiteral("/__log")).jsonBody();
    const auto *entries = told.if_array();
    for (const auto &entry : entries ? *entries : json::array()) {
        const auto text = [&entry](const char *key) { return QString::fromStdString(json::text(entry, key)); };
        calls << Call{text("method"), text("path"), int(json::integer(entry, "status")), text("fault")};
    }
    return calls;
}

int FakeNcr::count(const QString &method, const QString &pattern) const
{
    const QRegularExpression path(pattern);
    const auto calls = log();
    return int(std::count_if(calls.begin(), calls.end(), [&](const Call &seen) { return seen.method == method && path.match(seen.path).hasMatch(); }));
}

HttpReply FakeNcr::manage(const QByteArray &method, const QString &path, const QByteArray &body) const
{
    QList<std::pair<QByteArray, QByteArray>> headers{{"X-TC-AUTHENTICATION-ID", keyId}, {"X-TC-AUTHENTICATION-SECRET", secret}};
    if (!body.isEmpty())
        headers.emplaceBack("Content-Type", "application/json");
    QUrl to(m_url.toString() + QStringLiteral("/ncr/v2.0/appkeys/") + QLatin1String(appKey) + path, QUrl::StrictMode);
    return call({method, to, headers, body});
}

} // namespace berth::test
