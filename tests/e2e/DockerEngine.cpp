// SPDX-License-Identifier: Apache-2.0
#include "e2e/DockerEngine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QtConcurrentRun>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace berth::test {

DockerEngine::~DockerEngine()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(20000)) {
        m_daemon.kill();
        m_daemon.waitForFinished(5000);
    }
}

QByteArray DockerEngine::start()
{
    if (const auto missing = missingPrograms({u"dockerd"_s, u"docker"_s}); !missing.isEmpty())
        return missing;
    if (::geteuid() != 0)
        return "A docker engine of one's own needs root: run this test as root.";
    m_environment = privateEnvironment(m_folder.path());
    const QString socket = u"unix://"_s + below(u"docker.sock"_s);
    m_environment.insert(u"DOCKER_HOST"_s, socket);
    m_environment.insert(u"DOCKER_CONFIG"_s, below(u"logins"_s));
    m_environment.insert(u"DOCKER_BUILDKIT"_s, u"0"_s);

    m_daemon.setProcessEnvironment(m_environment);
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    m_daemon.setStandardOutputFile(below(u"log"_s));
    endWithThisProcess(m_daemon);
    m_daemon.start(findProgram(u"dockerd"_s),
        {u"--data-root"_s, below(u"root"_s), u"--exec-root"_s, below(u"exec"_s), u"--pidfile"_s, below(u"pid"_s), u"-H"_s, socket, u"--storage-driver"_s,
            u"vfs"_s, u"--bridge"_s, u"none"_s, u"--iptables=false"_s, u"--ip6tables=false"_s, u"--ip-forward=false"_s, u"--ip-masq=false"_s});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 30000) {
        if (m_daemon.waitForFinished(100))
            return "dockerd ended at once:\n" + readLog();
        if (QFile::exists(below(u"docker.sock"_s)) && docker({u"version"_s}, 10s).isGood())
            return {};
    }
    return "dockerd does not answer after 30 s:\n" + readLog();
}

QByteArray DockerEngine::readLog() const
{
    QFile log(below(u"log"_s));
    return log.open(QIODevice::ReadOnly) ? log.readAll().right(4000) : QByteArray();
}

ProgramRun DockerEngine::docker(const QStringList &arguments, std::chrono::seconds limit, const QByteArray &input)
{
    m_lastRun = runProgram(QStringList{u"docker"_s} + arguments, m_environment, limit, input);
    return m_lastRun;
}

ProgramRun DockerEngine::compose(const QStringList &arguments, std::chrono::seconds limit)
{
    m_lastRun = runProgram(QStringList{u"docker-compose"_s} + arguments, m_environment, limit);
    return m_lastRun;
}

QFuture<ProgramRun> DockerEngine::dockerBeside(const QStringList &arguments, std::chrono::seconds limit)
{
    return QtConcurrent::run(
        [command = QStringList{u"docker"_s} + arguments, environment = m_environment, limit] { return runProgram(command, environment, limit); });
}

ProgramRun DockerEngine::login(const QString &host, const QByteArray &user, const QByteArray &secret)
{
    return docker({u"login"_s, host, u"-u"_s, QString::fromUtf8(user), u"--password-stdin"_s}, 30s, secret);
}

bool DockerEngine::buildImage(const QString &name, int layerCount, int layerMegabytes, const QString &base)
{
    QTemporaryDir context;
    QByteArray recipe = "FROM " + base.toUtf8() + "\n";
    for (int i = 0; i < layerCount; ++i) {
        QList<quint32> random(layerMegabytes * (1 << 18));
        QRandomGenerator::securelySeeded().fillRange(random.data(), random.size());
        QFile file(context.filePath(u"layer%1"_s.arg(i)));
        const auto bytes = qint64(random.size()) * 4;
        if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char *>(random.constData()), bytes) != bytes)
            return false;
        recipe += "COPY layer" + QByteArray::number(i) + " /" + name.section(u'/', -1).section(u':', 0, 0).toUtf8() + QByteArray::number(i) + "\n";
    }
    QFile file(context.filePath(u"Dockerfile"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(recipe) != recipe.size())
        return false;
    file.close();
    return docker({u"build"_s, u"-q"_s, u"-t"_s, name, context.path()}, 120s).isGood();
}

QByteArray DockerEngine::imageId(const QString &name) { return docker({u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, name}).output.trimmed(); }

bool DockerEngine::removeAllImages()
{
    const auto list = docker({u"images"_s, u"-aq"_s}).output.simplified();
    if (!list.isEmpty()) {
        QStringList ids = QString::fromUtf8(list).split(u' ');
        ids.removeDuplicates();
        docker(QStringList{u"rmi"_s, u"-f"_s} + ids);
    }
    return docker({u"images"_s, u"-aq"_s}).output.trimmed().isEmpty();
}

void DockerEngine::forgetLogins() { QDir(below(u"logins"_s)).removeRecursively(); }

} // namespace berth::test
