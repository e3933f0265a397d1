// SPDX-License-Identifier: Apache-2.0
#include "CareStage.h"
#include "core/Time.h"

using namespace berth;
using namespace berth::test;
using namespace berth::test::care;

namespace {
constexpr TimeMs hourMs = 60LL * 60 * 1000;
constexpr TimeMs dayMs = 24 * hourMs;
}// namespace

/// A clock that is set while a server runs, or between two runs: nothing ends by itself until somebody says that the time is right.
class ClockJumpTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RegistryProcess> m_server;

    QString clockFile() const { return m_folder.filePath(QStringLiteral("clock")); }
    void setClock(TimeMs shift)
    {
        QFile next(clockFile() + QStringLiteral(".next"));
        QVERIFY(next.open(QIODevice::WriteOnly));
        next.write(QByteArray::number(qlonglong(shift)));
        next.close();
        QCOMPARE(::rename(qPrintable(next.fileName()), qPrintable(clockFile())), 0); // at once, whoever reads it
    }
    void start()
    {
        QVERIFY2(m_server->start({}, {QStringLiteral("LD_PRELOAD=" BERTH_SHIFTEDCLOCK), QStringLiteral("BERTH_CLOCK_FILE=") + clockFile()}),
            qPrintable(m_server->errorOutput()));
    }
    /// The sentence of the health's problem of that kind; empty if there is none.
    QByteArray problem(const char *kind) const
    {
        const auto body = berthCall(*m_server, "GET", QStringLiteral("health")).jsonBody();
        for (const auto &one : json::list(body, "problems")) {
            if (json::text(one, "kind") == kind)
                return QByteArray::fromStdString(json::text(one, "message"));
        }
        return {};
    }
    void collectForAWhile()
    {
        berthCall(*m_server, "POST", QStringLiteral("collection"), "{\"action\":\"start\"}");
        QTRY_VERIFY(!problem("clock").isEmpty());
        QTest::qWait(300); // without a jump it would have ended many times
    }
    bool confirm() const { return berthCall(*m_server, "POST", QStringLiteral("health"), R"({"action":"confirm_clock"})").status == 200; }

private Q_SLOTS:
    void init()
    {
        setClock(0);
        m_server = std::make_unique<RegistryProcess>();
        start();
        QCOMPARE(berthCall(*m_server, "PUT", QStringLiteral("settings"), R"({"scrub_days":0,"collects_by_itself":false})").status, 200);
    }
    void cleanup()
    {
        QCOMPARE(m_server->stop(), 0);
        for (const auto &complaint : complaintsAbout(m_server->folder()))
            QVERIFY2(complaint.startsWith("row that nothing names"), complaint); // what was just uploaded
    }

    void nothingEndsByItselfAfterAJump_data()
    {
        QTest::addColumn<qint64>("by");
        QTest::newRow("three hours") << qint64(3 * hourMs);
        QTest::newRow("ten days") << qint64(10 * dayMs);
        QTest::newRow("a year") << qint64(365 * dayMs);
        QTest::newRow("a year back") << qint64(-365 * dayMs);
    }
    void nothingEndsByItselfAfterAJump()
    {
        QFETCH(qint64, by);
        const QByteArray fresh = "just uploaded, its manifest is on the way";
        const auto trashed = makeImage(3);
        QCOMPARE(pushBlob(*m_server, repository, fresh), 201);
        QCOMPARE(pushImage(*m_server, repository, QStringLiteral("trashed"), trashed), 201);
        const auto deletion = deleteArtifact(*m_server, trashed);
        QVERIFY(deletion != 0);
        QCOMPARE(problem("clock"), QByteArray());

        setClock(by);
        collectForAWhile();
        QVERIFY2(problem("clock").contains(by > 0 ? "forward" : "back"), problem("clock"));
        QVERIFY(QFile::exists(fileOf(m_server->folder(), fresh)));
        QCOMPARE(berthCall(*m_server, "GET", QStringLiteral("trash/%1").arg(deletion)).status, 200);

        // It is remembered over a restart, too.
        QCOMPARE(m_server->stop(), 0);
        start();
        QTRY_VERIFY(!problem("clock").isEmpty());

        QVERIFY(confirm());
        QCOMPARE(problem("clock"), QByteArray());
        QVERIFY(runToItsEnd(*m_server, QStringLiteral("collection")));
        QVERIFY(QFile::exists(fileOf(m_server->folder(), fresh))); // it keeps the time that it had left
        QCOMPARE(berthCall(*m_server, "GET", QStringLiteral("trash/%1").arg(deletion)).status, 200);
        QVERIFY(restore(*m_server, deletion));
        QCOMPARE(missingOf(*m_server, "trashed", trashed).join("; "), QByteArray());
    }

    void aClockThatIsSetBackToRightWasNone()
    {
        setClock(5 * hourMs);
        QTRY_VERIFY(!problem("clock").isEmpty());
        setClock(0);
        QTRY_COMPARE(problem("clock"), QByteArray());
    }

    void aCorrectionIsNoJump()
    {
        setClock(20'000);
        QTest::qWait(500);
        QCOMPARE(problem("clock"), QByteArray());
    }

    void aStartBeforeTheLastStampIsAJumpAndAYearSwitchedOffIsNone()
    {
        QTRY_VERIFY(database(m_server->folder())->integer("SELECT count(*) FROM meta WHERE name = 'clock'", 0) > 0); // the first stamp
        QCOMPARE(m_server->stop(), 0);
        setClock(365 * dayMs);
        start();
        QTest::qWait(500);
        QCOMPARE(problem("clock"), QByteArray());
        QCOMPARE(m_server->stop(), 0);
        setClock(360 * dayMs);
        start();
        QTRY_VERIFY2(problem("clock").contains("back"), problem("clock"));
        QVERIFY(confirm());
    }
};

QTEST_GUILESS_MAIN(ClockJumpTest)
#include "ClockJumpTest.moc"
