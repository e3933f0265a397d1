// SPDX-License-Identifier: Apache-2.0
#include "e2e/Program.h"

#include <QDir>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace berth::test {

QByteArray ProgramRun::report() const
{
    return command.join(u' ').toUtf8() + (isTimedOut ? QByteArray("\nran out of time") : "\nexit code " + QByteArray::number(exitCode)) + "\noutput: " + output
        + "\nerrors: " + errorOutput;
}

QString findProgram(const QString &program)
{
    const QString found = QStandardPaths::findExecutable(program);
    return found.isEmpty() ? QStandardPaths::findExecutable(program, {u"/usr/sbin"_s, u"/sbin"_s}) : found;
}

QByteArray missingPrograms(const QStringList &programs)
{
    static const QHash<QString, QString> packages{
        {u"docker"_s, u"docker.io"_s}, {u"dockerd"_s, u"docker.io"_s}, {u"ctr"_s, u"containerd"_s}, {u"nginx"_s, u"nginx-light"_s}};
    QByteArray sentences;
    for (const QString &program : programs) {
        if (findProgram(program).isEmpty())
            sentences += u"The program %1 is not installed; the Debian package %2 brings it. "_s.arg(program, packages.value(program, program)).toUtf8();
    }
    return sentences.trimmed();
}

QProcessEnvironment privateEnvironment(const QString &folder)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.endsWith(u"_proxy"_s, Qt::CaseInsensitive) || name.startsWith(u"DOCKER_"_s) || name.startsWith(u"CONTAINER"_s)
            || name.startsWith(u"BUILDAH_"_s) || name == "REGISTRY_AUTH_FILE"_L1 || name == "DBUS_SESSION_BUS_ADDRESS"_L1)
            environment.remove(name);
    }
    for (const auto &[name, below] : std::initializer_list<std::pair<QString, QString>>{{u"HOME"_s, u"home"_s}, {u"XDG_CONFIG_HOME"_s, u"home/.config"_s},
             {u"XDG_DATA_HOME"_s, u"home/.local/share"_s}, {u"XDG_RUNTIME_DIR"_s, u"run"_s}, {u"TMPDIR"_s, u"tmp"_s}}) {
        const QString path = folder + u'/' + below;
        QDir().mkpath(path);
        environment.insert(name, path);
    }
    QFile::setPermissions(folder + "/run"_L1, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return environment;
}

void endWithThisProcess(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

ProgramRun runProgram(const QStringList &command, const QProcessEnvironment &environment, std::chrono::seconds limit, const QByteArray &input)
{
    ProgramRun run;
    run.command = command;
    QProcess process;
    process.setProcessEnvironment(environment);
    endWithThisProcess(process);
    process.start(findProgram(command.first()), command.mid(1));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(int(std::chrono::milliseconds(limit).count())) && process.state() != QProcess::NotRunning) {
        run.isTimedOut = true;
        process.kill();
        process.waitForFinished(5000);
    }
    if (process.error() == QProcess::FailedToStart)
        run.errorOutput = process.errorString().toUtf8();
    else if (!run.isTimedOut && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.output += process.readAllStandardOutput();
    run.errorOutput += process.readAllStandardError();
    return run;
}

} // namespace berth::test
