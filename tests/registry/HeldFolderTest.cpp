// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include "registry/store/Sql.h"
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

/// A data folder that others touch, and a process that is told to end.
class HeldFolderTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_parent;

    QString folder() const { return m_parent->filePath(QStringLiteral("data")); }
    static QFile::Permissions othersOf(const QString &path)
    {
        return QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
    }

private Q_SLOTS:
    void init() { m_parent = std::make_unique<QTemporaryDir>(); }

    void whatLiesOpenIsClosed()
    {
        RegistryProcess server(folder());
        QVERIFY(server.start());
        QCOMPARE(server.stop(), 0);
        QVERIFY(QFile::setPermissions(folder(), QFile::Permissions(0x7755)));
        QVERIFY(QFile::setPermissions(folder() + QStringLiteral("/berth.sqlite"), QFile::Permissions(0x6644)));
        QVERIFY2(server.start(), qPrintable(server.errorOutput()));
        for (const QString &path :
            {folder(), folder() + QStringLiteral("/berth.sqlite"), folder() + QStringLiteral("/berth.sqlite-wal"), folder() + QStringLiteral("/master.key")})
            QVERIFY2(othersOf(path) == QFile::Permissions(), qPrintable(path));
        QCOMPARE(server.stop(), 0);
    }

    void aFolderThatOthersWriteToIsRefusedWithTheLineThatMendsIt()
    {
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(QFile::setPermissions(folder(), QFile::Permissions(0x7777)));
        RegistryProcess server(folder());
        QVERIFY(!server.start());
        QVERIFY2(server.errorOutput().contains(QStringLiteral("chmod go-rwx '%1'").arg(folder())), qPrintable(server.errorOutput()));
        QVERIFY(QDir(folder()).isEmpty());
    }

    void withoutItsLockFileItStaysHeld()
    {
        RegistryProcess first(folder());
        QVERIFY(first.start());
        QVERIFY(QFile::remove(folder() + QStringLiteral("/berth.lock")));
        RegistryProcess second(folder());
        QVERIFY(!second.start());
        QVERIFY2(second.errorOutput().contains(QStringLiteral("in use")), qPrintable(second.errorOutput()));
        QCOMPARE(first.stop(), 0);
        QVERIFY(second.start());
    }

    void nothingIsAcknowledgedIntoAFolderThatIsGone()
    {
        RegistryProcess server(folder());
        QVERIFY(server.start());
        QCOMPARE(pushImage(server, QStringLiteral("team/app"), QStringLiteral("v1"), makeImage(1)), 201);
        QVERIFY(QDir().rename(folder(), folder() + QStringLiteral("-moved")));
        QVERIFY(pushImage(server, QStringLiteral("team/app"), QStringLiteral("v2"), makeImage(2)) >= 500);
        QVERIFY(pushBlob(server, QStringLiteral("team/app"), "into the void") != 201);
        const auto layer = QStringLiteral("/v2/team/app/blobs/") + QString::fromLatin1(digestOf(makeImage(1).layers[0]));
        QVERIFY(server.send("GET", layer).status >= 400);
        QVERIFY(QDir().mkpath(folder())); // not the same one
        QVERIFY(pushImage(server, QStringLiteral("team/app"), QStringLiteral("v3"), makeImage(3)) >= 500);
        QDir(folder()).removeRecursively();
        QVERIFY(QDir().rename(folder() + QStringLiteral("-moved"), folder()));
        QCOMPARE(server.send("GET", layer).body, makeImage(1).layers[0]); // it was not taken for damaged
        QCOMPARE(pushImage(server, QStringLiteral("team/app"), QStringLiteral("v4"), makeImage(4)), 201);
        QCOMPARE(server.stop(), 0);
    }

    void aDatabaseOfSomethingElseIsLeftAsItIs()
    {
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(QFile::setPermissions(folder(), QFile::Permissions(0x7700)));
        const QString path = folder() + QStringLiteral("/berth.sqlite");
        {
            auto sql = Sql::open(std::filesystem::path(path.toStdString()), Sql::Sync::Full);
            QVERIFY(sql.has_value());
            (*sql)->script(
                "PRAGMA journal_mode=DELETE; CREATE TABLE meta (key TEXT, value TEXT); CREATE TABLE moz_places (id INTEGER, url TEXT); INSERT INTO moz_places VALUES (1, 'x')");
            QVERIFY(!(*sql)->hasFailed());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto before = file.readAll();
        file.close();
        RegistryProcess server(folder());
        QVERIFY(!server.start());
        QVERIFY2(server.errorOutput().contains(QStringLiteral("database of something else")), qPrintable(server.errorOutput()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }

    // The end

    void everyRequestToEndIsAnOrderlyEnd_data()
    {
        QTest::addColumn<int>("number");
        for (const auto &[name, number] : {std::pair("SIGTERM", SIGTERM), std::pair("SIGINT", SIGINT), std::pair("SIGHUP", SIGHUP)})
            QTest::newRow(name) << number;
    }
    void everyRequestToEndIsAnOrderlyEnd()
    {
        QFETCH(int, number);
        RegistryProcess server(folder());
        QVERIFY(server.start());
        ::kill(pid_t(server.processId()), number);
        QTRY_VERIFY_WITH_TIMEOUT(!server.isRunning(), 10'000);
        QCOMPARE(server.stop(), 0);
    }

    void nohupIsHeeded()
    {
        const QString wrapped = m_parent->filePath(QStringLiteral("berthd"));
        {
            QFile script(wrapped);
            QVERIFY(script.open(QIODevice::WriteOnly));
            script.write("#!/bin/sh\ntrap '' HUP\nexec '" BERTH_BERTHD "' \"$@\"\n");
            QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        }
        qputenv("BERTH_TEST_BERTHD", wrapped.toUtf8());
        RegistryProcess server(folder());
        const bool started = server.start();
        qunsetenv("BERTH_TEST_BERTHD");
        QVERIFY(started);
        ::kill(pid_t(server.processId()), SIGHUP);
        QTest::qWait(300);
        QCOMPARE(server.send("GET", QStringLiteral("/v2/")).status, 200);
        QCOMPARE(server.stop(), 0);
    }

    void aLongReadingDoesNotHoldUpTheEnd()
    {
        RegistryProcess server(folder());
        QVERIFY(server.start());
        const auto location = QString::fromUtf8(server.send("POST", QStringLiteral("/v2/team/app/blobs/uploads/")).headers.value("location"));
        QCOMPARE(server.send("PATCH", location, "begun").status, 202);
        server.kill();
        // Thirty gigabytes, so to speak: reading them takes longer than anyone waits.
        const auto id = location.section(QLatin1Char('/'), -1);
        bool grown = false;
        for (const auto &scope : QDir(folder() + QStringLiteral("/uploads")).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            grown |= QFile::resize(scope.filePath() + QLatin1Char('/') + id, 30'000'000'000);
        QVERIFY(grown);
        QVERIFY(server.start());
        RawConnection asker(server.host());
        asker.send(head("PATCH", location.toUtf8(), server.host().toUtf8(),
                       {"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret), "Content-Length: 1"})
            + "x");
        QTest::qWait(300);
        // Only the asker waits.
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(server.send("GET", location).headers.value("range"), QByteArray("0-29999999999"));
        QCOMPARE(pushImage(server, QStringLiteral("team/other"), QStringLiteral("v1"), makeImage(1)), 201);
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        clock.start();
        QCOMPARE(server.stop(), 0);
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(HeldFolderTest)
#include "HeldFolderTest.moc"
