// SPDX-License-Identifier: Apache-2.0
#include "support/FaultyDisk.h"
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

constexpr const char *repository = "team/app";
constexpr int killsOfAKind = 10;

/// Four layers of 700 kB, so that each arrives in several writes.
TestImage largeImage(int seed) { return makeImage(seed, 4, 700'000); }

} // namespace

/// Kills the server thirty times in the middle of its work: what it had acknowledged must be whole afterwards.
class KillTest : public QObject {
    Q_OBJECT

private:
    FaultyDisk m_disk;
    std::map<QByteArray, TestImage> m_acknowledged; ///< By tag.
    int m_callsOfAManifestPush = 0;

    void checkImage(const RegistryProcess &server, const QByteArray &tag, const TestImage &image) const
    {
        const QString base = QStringLiteral("/v2/") + QLatin1String(repository);
        const auto manifest = server.send("GET", base + QStringLiteral("/manifests/") + QString::fromUtf8(tag));
        QCOMPARE(manifest.status, 200);
        QCOMPARE(manifest.headers["docker-content-digest"], image.digest());
        QCOMPARE(manifest.body, image.manifest);
        for (const auto &blob : image.layers + QList<QByteArray>{image.config}) {
            const auto reply = server.send("GET", base + QStringLiteral("/blobs/") + QString::fromUtf8(digestOf(blob)));
            QCOMPARE(reply.status, 200);
            QVERIFY2(reply.body == blob, tag.constData());
        }
    }

private Q_SLOTS:
    void aFirstImageIsPushedAndTheCallsOfItsManifestCounted()
    {
        RegistryProcess server(m_disk.dataFolder());
        Fault counting;
        counting.start = "fdatasync:/blobs/"; // a manifest push is what syncs blobs
        QVERIFY(server.start({}, m_disk.environmentFor(counting)));
        m_acknowledged["first"] = largeImage(1);
        QCOMPARE(pushImage(server, QLatin1String(repository), QStringLiteral("first"), m_acknowledged["first"]), 201);
        m_callsOfAManifestPush = int(m_disk.calls().size());
        QCOMPARE(server.stop(), 0);
        QVERIFY2(m_callsOfAManifestPush > 10, qPrintable(QString::number(m_callsOfAManifestPush)));
    }

    void whatWasAcknowledgedSurvivesAKill_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QByteArray>("fell");
        for (int i = 0; i < killsOfAKind; ++i) {
            Fault fault;
            fault.mode = "kill";
            fault.match = "write:/uploads/";
            fault.at = 1 + i;
            QTest::addRow("in an upload, at write %d", fault.at) << fault << QByteArray("write ");
        }
        for (int i = 0; i < killsOfAKind; ++i) {
            Fault fault;
            fault.mode = i % 2 ? "killafter" : "kill";
            fault.match = "rename:/blobs/";
            fault.at = 1 + i / 2;
            QTest::addRow("in a closing PUT, %s rename %d", i % 2 ? "after" : "before", fault.at) << fault << QByteArray("rename ");
        }
        for (int i = 0; i < killsOfAKind; ++i) {
            Fault fault;
            fault.mode = i % 2 ? "killafter" : "kill";
            fault.start = "fdatasync:/blobs/";
            fault.at = 1 + i * (m_callsOfAManifestPush - 1) / killsOfAKind;
            QTest::addRow("in a manifest PUT, at call %d", fault.at) << fault << QByteArray();
        }
    }
    void whatWasAcknowledgedSurvivesAKill()
    {
        QFETCH(Fault, fault);
        QFETCH(QByteArray, fell);
        const auto tag = "t" + QByteArray::number(qlonglong(m_acknowledged.size()));
        const auto image = largeImage(int(m_acknowledged.size()) + 100);
        const QString name = QLatin1String(repository);
        {
            RegistryProcess server(m_disk.dataFolder());
            QVERIFY(server.start({}, m_disk.environmentFor(fault)));
            const bool inManifest = fell.isEmpty();
            if (inManifest) { // everything but the manifest must have been acknowledged
                for (const auto &blob : image.layers + QList<QByteArray>{image.config})
                    QCOMPARE(pushBlob(server, name, blob), 201);
            }
            QCOMPARE(pushImage(server, name, QString::fromUtf8(tag), image), 0);
            QVERIFY(!m_disk.hit().isEmpty());
            QVERIFY2(m_disk.hit().startsWith(fell), m_disk.hit().constData());
            server.kill();
        }
        RegistryProcess server(m_disk.dataFolder());
        QVERIFY2(server.start(), qPrintable(server.errorOutput()));
        for (const auto &[known, content] : m_acknowledged)
            checkImage(server, known, content);
        for (const auto &blob : image.layers + QList<QByteArray>{image.config}) {
            const auto reply = server.send("GET", QStringLiteral("/v2/%1/blobs/%2").arg(name, QString::fromUtf8(digestOf(blob))));
            QVERIFY(reply.status == 404 || (reply.status == 200 && reply.body == blob));
        }
        const auto manifest = server.send("GET", QStringLiteral("/v2/%1/manifests/%2").arg(name, QString::fromUtf8(tag)));
        QVERIFY(manifest.status == 404 || manifest.body == image.manifest);
        if (manifest.status == 200) // stored, though the answer was lost: then all of it
            checkImage(server, tag, image);
        QCOMPARE(pushImage(server, name, QString::fromUtf8(tag), image), 201);
        checkImage(server, tag, image);
        m_acknowledged[tag] = image;
        QCOMPARE(server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "KillTest.moc"
