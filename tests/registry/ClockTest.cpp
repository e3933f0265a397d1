// SPDX-License-Identifier: Apache-2.0
#include "CareStage.h"
#include "core/Time.h"

using namespace berth;
using namespace berth::test;
using namespace berth::test::care;

namespace {

constexpr TimeMs dayMs = 24LL * 60 * 60 * 1000;
constexpr TimeMs yearMs = 365 * dayMs;

} // namespace

/// Stamps that a wrong clock left behind: nothing acknowledged goes, and nothing unused stays for ever.
class ClockTest : public QObject {
    Q_OBJECT

private:
    RegistryProcess m_server;
    const TestImage m_live = makeImage(1);
    const TestImage m_trashed = makeImage(2);
    qint64 m_deletion = 0;

    std::unique_ptr<Sql> sql() const { return database(m_server.folder()); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.errorOutput()));
        QCOMPARE(berthCall(m_server, "PUT", QStringLiteral("settings"), "{\"collects_by_itself\":false,\"scrub_days\":0}").status, 200);
        QCOMPARE(pushImage(m_server, repository, QStringLiteral("live"), m_live), 201);
        QCOMPARE(pushImage(m_server, repository, QStringLiteral("trashed"), m_trashed), 201);
        m_deletion = deleteArtifact(m_server, m_trashed);
        QVERIFY(m_deletion != 0);
    }
    void cleanupTestCase() { QCOMPARE(m_server.stop(), 0); }

    void stampsOfAnyTimeLoseNothingThatIsNamed_data()
    {
        QTest::addColumn<qint64>("when");
        QTest::newRow("never") << qint64(0);
        QTest::newRow("1970") << qint64(1);
        QTest::newRow("before 1970") << qint64(-yearMs);
        QTest::newRow("in a minute") << qint64(nowMs() + 60'000);
        QTest::newRow("in ten years") << qint64(nowMs() + 10 * yearMs);
    }
    void stampsOfAnyTimeLoseNothingThatIsNamed()
    {
        QFETCH(qint64, when);
        sql()->run("UPDATE blob SET relied_at = ?", std::int64_t(when));
        QVERIFY(runToItsEnd(m_server, QStringLiteral("collection")));
        QCOMPARE(missingOf(m_server, "live", m_live).join("; "), QByteArray());
        QVERIFY(restore(m_server, m_deletion));
        QCOMPARE(missingOf(m_server, "trashed", m_trashed).join("; "), QByteArray());
        m_deletion = deleteArtifact(m_server, m_trashed);
        QVERIFY(m_deletion != 0);
    }

    void anUnusedBlobFromTheFutureGoesTwoHoursAfterItWasSeen()
    {
        const QByteArray blob = "from the future";
        QCOMPARE(pushBlob(m_server, repository, blob), 201);
        sql()->run("UPDATE blob SET relied_at = ?", std::int64_t(nowMs() + 10 * yearMs));
        QVERIFY(runToItsEnd(m_server, QStringLiteral("collection")));
        QVERIFY(QFile::exists(fileOf(m_server.folder(), blob))); // somebody may have just uploaded it
        QVERIFY(sql()->integer("SELECT max(relied_at) FROM blob WHERE digest = ?", 0, digestOf(blob).toStdString()) <= nowMs());
        sql()->run("UPDATE blob SET relied_at = relied_at - 3 * 3600 * 1000"); // three hours pass
        QVERIFY(runToItsEnd(m_server, QStringLiteral("collection")));
        QVERIFY(!QFile::exists(fileOf(m_server.folder(), blob)));
    }

    void aDeletionFromTheFutureKeepsItsDaysFromNowOn()
    {
        sql()->run("UPDATE trash_operation SET deleted_at = ?", std::int64_t(nowMs() + 10 * yearMs));
        QVERIFY(runToItsEnd(m_server, QStringLiteral("collection")));
        const auto kept = berthCall(m_server, "GET", QStringLiteral("trash/%1").arg(m_deletion));
        QCOMPARE(kept.status, 200);
        QVERIFY(sql()->integer("SELECT max(deleted_at) FROM trash_operation", 0) <= nowMs());
        sql()->run("UPDATE trash_operation SET deleted_at = deleted_at - ?", std::int64_t(8 * dayMs)); // eight days pass
        age(m_server.folder());
        QVERIFY(runToItsEnd(m_server, QStringLiteral("collection")));
        QCOMPARE(berthCall(m_server, "GET", QStringLiteral("trash/%1").arg(m_deletion)).status, 404);
        QVERIFY(!QFile::exists(fileOf(m_server.folder(), m_trashed.layers[0])));
        QCOMPARE(missingOf(m_server, "live", m_live).join("; "), QByteArray());
    }

    void pushesGoOnWhileStampsLieInTheFuture()
    {
        sql()->run("UPDATE blob SET relied_at = ?", std::int64_t(nowMs() + yearMs));
        QCOMPARE(pushImage(m_server, repository, QStringLiteral("again"), m_trashed), 201);
        QVERIFY(runToItsEnd(m_server, QStringLiteral("collection")));
        QCOMPARE(missingOf(m_server, "again", m_trashed).join("; "), QByteArray());
        QCOMPARE(complaintsAbout(m_server.folder()).join("; "), QByteArray());
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "ClockTest.moc"
