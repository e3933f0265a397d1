// SPDX-License-Identifier: Apache-2.0
#include "support/TestDatabase.h"

#include <memory>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <unistd.h>

namespace berth::test {

namespace {

/// Debian's PostgreSQL in a folder of its own; ends with this program.
class PostgresServer {
public:
    PostgresServer()
    {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        const auto found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        if (found.isEmpty())
            qFatal("PostgreSQL is not installed");
        m_programs = versions.filePath(found.last()) + QStringLiteral("/bin/");
        if (geteuid() == 0) // the server does not run as root
            run(QStringLiteral("chown"), {QStringLiteral("postgres"), m_folder.path()});
        run(QStringLiteral("setpriv"),
            asItsUser({m_programs + QStringLiteral("initdb"), QStringLiteral("--no-sync"), QStringLiteral("--auth=trust"), QStringLiteral("--locale=C"),
                QStringLiteral("--encoding=UTF8"), QStringLiteral("--username=berth"), data()}));
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(QStringLiteral("setpriv"),
            asItsUser({m_programs + QStringLiteral("postgres"), QStringLiteral("-D"), data(), QStringLiteral("-k"), m_folder.path(), QStringLiteral("-c"),
                QStringLiteral("listen_addresses="), QStringLiteral("-c"), QStringLiteral("fsync=off")}));
        const bool isUp = QTest::qWaitFor(
            [this] {
                return QProcess::execute(m_programs + QStringLiteral("pg_isready"), {QStringLiteral("-q"), QStringLiteral("-h"), m_folder.path()}) == 0;
            },
            30000);
        if (!isUp)
            qFatal("PostgreSQL did not start: %s", m_server.readAll().constData());
    }
    ~PostgresServer()
    {
        if (m_server.processId() > 0)
            kill(pid_t(m_server.processId()), SIGINT); // disconnects its clients and ends in order
        if (!m_server.waitForFinished(10000))
            m_server.kill();
    }

    std::string makeDatabase()
    {
        const QString name = QStringLiteral("berth%1").arg(++m_count);
        run(m_programs + QStringLiteral("createdb"), {QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"), QStringLiteral("berth"), name});
        return QStringLiteral("postgresql://berth@localhost/%1?host=%2").arg(name, m_folder.path()).toStdString();
    }

private:
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    static QStringList asItsUser(const QStringList &command)
    {
        const QStringList user = geteuid() == 0
            ? QStringList{QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"), QStringLiteral("--clear-groups")}
            : QStringList();
        return user + QStringList{QStringLiteral("--pdeathsig=INT")} + command;
    }
    static void run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(QStringLiteral("/"));
        process.start(program, arguments);
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(program), process.readAll().constData());
    }

    QTemporaryDir m_folder;
    QString m_programs;
    QProcess m_server;
    int m_count = 0;
};

} // namespace

DatabaseLocation newDatabase(const std::filesystem::path &folder)
{
    const auto wanted = qEnvironmentVariable("BERTH_TEST_DATABASE", QStringLiteral("sqlite"));
    if (wanted == QLatin1String("sqlite"))
        return folder / "berth.sqlite";
    if (wanted != QLatin1String("postgresql"))
        qFatal("BERTH_TEST_DATABASE is sqlite or postgresql");
    static PostgresServer server;
    return DatabaseLocation::onServer(server.makeDatabase());
}

} // namespace berth::test
