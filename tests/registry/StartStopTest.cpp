// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include "registry/store/Database.h"
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

/// Starts and expects a refusal: exit code other than 0 and exactly one line, which is returned.
QString refusalOf(RegistryProcess &process, const QStringList &arguments, const QStringList &environment = {})
{
    if (process.start(arguments, environment))
        return QStringLiteral("(it started)");
    if (process.stop() == 0)
        return QStringLiteral("(exit code 0)");
    const auto lines = process.errorOutput().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.size() != 1 || !process.output().isEmpty())
        return QStringLiteral("(not one line) ") + process.errorOutput() + process.output();
    return lines.first();
}

} // namespace

class StartStopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAddressIsSaidOnStandardOutput()
    {
        RegistryProcess server;
        QVERIFY(server.start());
        QVERIFY(server.output().startsWith(QStringLiteral("Listening on http://127.0.0.1:")));
        QCOMPARE(server.stop(), 0);
        QCOMPARE(server.errorOutput(), QString());
    }

    void theOtherLoopbackAddressServesToo()
    {
        RegistryProcess server;
        QVERIFY2(server.start({QStringLiteral("--listen"), QStringLiteral("[::1]:0")}), qPrintable(server.errorOutput()));
        QVERIFY(server.host().startsWith(QStringLiteral("[::1]:")));
        QCOMPARE(server.send("GET", QStringLiteral("/v2/")).status, 200);
    }

    void aPortInUseIsSaidInOneLine()
    {
        RegistryProcess first;
        QVERIFY(first.start());
        RegistryProcess second;
        const auto line = refusalOf(second, {QStringLiteral("--listen"), first.host()});
        QVERIFY2(line.contains(first.host()) && line.contains(QStringLiteral("another program")), qPrintable(line));
        QVERIFY(second.start()); // and nothing of it is left behind
    }

    void aKeyThatNobodyWasShownIsMadeAnew()
    {
        RegistryProcess other;
        QVERIFY(other.start());
        QTemporaryDir folder;
        QProcess server;
        const auto run = [&](const QString &address) {
            server.start(
                QStringLiteral(BERTH_BERTHD), {QStringLiteral("--data-dir"), folder.filePath(QStringLiteral("data")), QStringLiteral("--listen"), address});
        };
        run(other.host());
        QVERIFY(server.waitForFinished(20'000));
        QVERIFY(server.exitCode() != 0);
        run(QStringLiteral("127.0.0.1:0"));
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += server.readAllStandardOutput()).contains("Secret key: "), 20'000);
        server.terminate();
        QVERIFY(server.waitForFinished(20'000));
    }

    void aDataFolderInUseNamesTheServersAddress()
    {
        RegistryProcess first;
        QVERIFY(first.start());
        RegistryProcess second(first.folder());
        const auto line = refusalOf(second, {});
        QVERIFY2(line.contains(QStringLiteral("in use")) && line.contains(first.host()), qPrintable(line));
        QCOMPARE(first.send("GET", QStringLiteral("/v2/")).status, 200);
    }

    void aBadOptionIsRefusedInOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *text, const char *said) {
            QTest::newRow(text) << QString::fromUtf8(text).split(QLatin1Char(' ')) << QString::fromUtf8(said);
        };
        row("--no-such-option", "no-such-option");
        row("extra", "extra");
        row("--listen 127.0.0.1", "--listen");
        row("--listen :5000", "--listen");
        row("--listen 127.0.0.1:99999", "--listen");
        row("--listen 127.0.0.1:http", "--listen");
        row("--listen 0.0.0.0:0", "0.0.0.0");
        row("--listen 127.example.org:0", "127.example.org");
        row("--anonymous yes", "--anonymous");
        row("--auto-create-registries maybe", "--auto-create-registries");
        row("--webhook-ports 80", "--webhook-ports");
        row("--log-level loud", "--log-level");
        row("--data-dir", "data-dir");
    }
    void aBadOptionIsRefusedInOneLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        RegistryProcess server;
        const auto line = refusalOf(server, arguments);
        QVERIFY2(!line.startsWith(QLatin1Char('(')) && line.contains(said), qPrintable(line));
    }

    void halfAKeyPairIsRefused()
    {
        RegistryProcess server;
        QVERIFY(refusalOf(server, {}, {QStringLiteral("BERTH_SECRET_KEY=")}).contains(QStringLiteral("go together")));
    }

    void aDatabaseOfANewerProgramIsRefusedUnharmed()
    {
        RegistryProcess server;
        QVERIFY(server.start());
        const auto image = makeImage(1);
        QCOMPARE(pushImage(server, QStringLiteral("team/app"), QStringLiteral("1"), image), 201);
        QCOMPARE(server.stop(), 0);
        const auto setVersion = [&](const std::string &version) {
            (*Sql::open(Database::file(server.folder().toStdString()), Sql::Sync::Full))->run("UPDATE meta SET value = ? WHERE name = 'schema'", version);
        };
        setVersion("99");
        const auto line = refusalOf(server, {});
        QVERIFY2(line.contains(QStringLiteral("newer")), qPrintable(line));
        setVersion(std::to_string(Database::schemaVersion));
        QVERIFY(server.start());
        QCOMPARE(server.send("GET", QStringLiteral("/v2/team/app/manifests/1")).body, image.manifest);
    }

    void aDatabaseThatIsBrokenWithoutACopyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray(50'000, 'x');
    }
    void aDatabaseThatIsBrokenWithoutACopyIsRefused()
    {
        QFETCH(QByteArray, content);
        RegistryProcess server;
        QVERIFY(server.start());
        QCOMPARE(pushImage(server, QStringLiteral("team/app"), QStringLiteral("1"), makeImage(1)), 201);
        QCOMPARE(server.stop(), 0);
        QFile database(server.folder() + QStringLiteral("/berth.sqlite"));
        QVERIFY(database.open(QIODevice::WriteOnly));
        database.write(content);
        database.close();
        const auto line = refusalOf(server, {});
        QVERIFY2(line.contains(QStringLiteral("berth.sqlite")), qPrintable(line));
    }

    void aFolderThatCannotBeIsRefused()
    {
        QTemporaryDir folder;
        QFile obstacle(folder.filePath(QStringLiteral("file")));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        RegistryProcess server(folder.filePath(QStringLiteral("file/data")));
        const auto line = refusalOf(server, {});
        QVERIFY2(line.contains(QStringLiteral("file")) && !line.startsWith(QLatin1Char('(')), qPrintable(line));
    }

    void anIdleConnectionDoesNotHoldUpTheEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void anIdleConnectionDoesNotHoldUpTheEnd()
    {
        QFETCH(int, signal);
        RegistryProcess server;
        QVERIFY(server.start());
        RawConnection idle(server.host());
        idle.send(head("GET", "/v2/", server.host().toUtf8()));
        QCOMPARE(idle.receive().status, 401);
        QElapsedTimer timer;
        timer.start();
        ::kill(pid_t(server.processId()), signal);
        QCOMPARE(server.stop(), 0);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void anUploadInFlightIsFinishedBeforeTheEnd()
    {
        RegistryProcess server;
        QVERIFY(server.start());
        const auto location = server.send("POST", QStringLiteral("/v2/team/app/blobs/uploads/")).headers["location"];
        RawConnection upload(server.host());
        const auto credentials = "Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret);
        upload.send(head("PUT", location + "?digest=" + digestOf("abcdef"), server.host().toUtf8(), {credentials, "Content-Length: 6"}) + "abc");
        QTest::qWait(200);
        ::kill(pid_t(server.processId()), SIGTERM);
        QTest::qWait(300);
        RawConnection late(server.host());
        late.send(head("GET", "/v2/", server.host().toUtf8()));
        QCOMPARE(late.receive().status, 0); // nothing new is taken
        upload.send("def");
        QCOMPARE(upload.receive().status, 201);
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.start());
        QCOMPARE(server.send("GET", QStringLiteral("/v2/team/app/blobs/") + QString::fromUtf8(digestOf("abcdef"))).body, QByteArray("abcdef"));
    }

    void anUploadThatStallsIsCutAfterTenSeconds()
    {
        RegistryProcess server;
        QVERIFY(server.start());
        const auto location = server.send("POST", QStringLiteral("/v2/team/app/blobs/uploads/")).headers["location"];
        RawConnection upload(server.host());
        upload.send(head("PATCH", location, server.host().toUtf8(),
                        {"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret), "Content-Length: 1000"})
            + "abc");
        QTest::qWait(200);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(server.stop(), 0);
        QVERIFY2(timer.elapsed() < 13'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(server.start());
        QCOMPARE(server.send("GET", QString::fromUtf8(location)).headers["range"], QByteArray("0-2"));
    }

    void aCleanStopLosesNoPull()
    {
        RegistryProcess server;
        QVERIFY(server.start());
        QCOMPARE(pushImage(server, QStringLiteral("team/app"), QStringLiteral("1"), makeImage(1)), 201);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(server.send("GET", QStringLiteral("/v2/team/app/manifests/1")).status, 200);
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.start());
        const auto image = server.manage("GET", QStringLiteral("/ncr/v2.0/appkeys/local/registries/team/images/app")).jsonBody();
        QCOMPARE(json::integer(*json::find(image, "image"), "pull_count"), std::int64_t(5));
    }
};

QTEST_GUILESS_MAIN(StartStopTest)
#include "StartStopTest.moc"
