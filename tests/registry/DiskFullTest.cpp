// SPDX-License-Identifier: Apache-2.0
#include <QProcess>

#include "CareStage.h"

using namespace berth;
using namespace berth::test;
using namespace berth::test::care;

/// A registry on a real file system of a few megabytes that runs full. Skipped where none may be mounted.
class DiskFullTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_point;
    bool m_mounted = false;
    std::map<int, TestImage> m_pushed;

    QString folder() const { return m_point.filePath(QStringLiteral("data")); }
    static QByteArray tagOf(int seed) { return "t" + QByteArray::number(seed); }
    static TestImage contentOf(int seed) { return makeImage(seed, 2, 300'000); }

    /// The first answer that is not a success, of pushes of one image after the other.
    HttpReply pushUntilRefused(const RegistryProcess &server, int seed)
    {
        for (; seed < 1000; ++seed) {
            const auto content = contentOf(seed);
            for (const auto &blob : content.layers + QList<QByteArray>{content.config}) {
                const auto session = server.send("POST", QStringLiteral("/v2/%1/blobs/uploads/").arg(repository));
                if (session.status != 202)
                    return session;
                const auto put =
                    server.send("PUT", QString::fromUtf8(session.headers["location"]) + QStringLiteral("?digest=") + QString::fromUtf8(digestOf(blob)), blob);
                if (put.status != 201)
                    return put;
            }
            const auto put = server.send("PUT", QStringLiteral("/v2/%1/manifests/%2").arg(repository, QString::fromUtf8(tagOf(seed))), content.manifest,
                {{"Content-Type", "application/vnd.oci.image.manifest.v1+json"}});
            if (put.status != 201)
                return put;
            m_pushed[seed] = content;
        }
        return {};
    }
    void checkPulls(const RegistryProcess &server) const
    {
        for (const auto &[seed, content] : m_pushed)
            QCOMPARE(missingOf(server, tagOf(seed), content).join("; "), QByteArray());
    }
    static QByteArray sentenceOf(const HttpReply &reply)
    {
        const auto body = reply.jsonBody();
        const auto &errors = json::list(body, "errors");
        return errors.empty() ? QByteArray() : QByteArray::fromStdString(json::text(errors[0], "message"));
    }

private Q_SLOTS:
    void init()
    {
        m_mounted =
            QProcess::execute(QStringLiteral("mount"),
                {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=8m"), QStringLiteral("berth-test"), m_point.path()})
            == 0;
        if (!m_mounted)
            QFAIL("A small file system must be mounted for this, which takes the rights of root");
        m_pushed.clear();
        QFile ballast(m_point.filePath(QStringLiteral("ballast"))); // of another program
        QVERIFY(ballast.open(QIODevice::WriteOnly));
        QCOMPARE(ballast.write(QByteArray(500'000, 'x')), qint64(500'000));
    }
    void cleanup()
    {
        if (m_mounted)
            QCOMPARE(QProcess::execute(QStringLiteral("umount"), {m_point.path()}), 0);
    }

    void aFullDiskRefusesPushesAloneAndIsFreedByDeleting_data()
    {
        QTest::addColumn<int>("floor");
        QTest::newRow("before the disk is full") << 1'000'000;
        QTest::newRow("when the disk is full") << 0;
    }
    void aFullDiskRefusesPushesAloneAndIsFreedByDeleting()
    {
        QFETCH(int, floor);
        {
            RegistryProcess server(folder());
            QVERIFY2(server.start(), qPrintable(server.errorOutput()));
            QCOMPARE(
                berthCall(server, "PUT", QStringLiteral("settings"), "{\"scrub_days\":0,\"free_floor_bytes\":" + QByteArray::number(floor) + "}").status, 200);

            const auto refused = pushUntilRefused(server, 1);
            QCOMPARE(refused.status, 413);
            QVERIFY2(sentenceOf(refused).contains("full"), refused.body.constData());
            QVERIFY(m_pushed.size() >= 5);
            checkPulls(server);

            const std::size_t before = m_pushed.size();
            for (int seed = 1; seed <= 3; ++seed) {
                auto deletion = deleteArtifact(server, m_pushed.at(seed));
                if (deletion == 0 && floor == 0) { // not one page is left to write it down: then room comes from elsewhere
                    checkPulls(server);
                    QVERIFY(QFile::remove(m_point.filePath(QStringLiteral("ballast"))));
                    deletion = deleteArtifact(server, m_pushed.at(seed));
                }
                QVERIFY2(deletion != 0, "a nearly full disk takes no deletion");
                QCOMPARE(berthCall(server, "DELETE", QStringLiteral("trash/%1").arg(deletion)).status, 200);
                m_pushed.erase(seed);
            }
            age(folder());
            QVERIFY(runToItsEnd(server, QStringLiteral("collection")));
            checkPulls(server);
            const auto again = pushUntilRefused(server, 100);
            QCOMPARE(again.status, 413);
            QVERIFY2(m_pushed.size() >= before - 1, qPrintable(QString::number(m_pushed.size())));
            checkPulls(server);
            QCOMPARE(server.stop(), 0);
        }
        // It starts on a full disk as well.
        RegistryProcess server(folder());
        QVERIFY2(server.start(), qPrintable(server.errorOutput()));
        checkPulls(server);
        age(folder());
        QVERIFY(runToItsEnd(server, QStringLiteral("collection")));
        checkPulls(server);
        QCOMPARE(server.stop(), 0);
        QCOMPARE(complaintsAbout(folder()).join("; "), QByteArray());
    }
};

QTEST_GUILESS_MAIN(DiskFullTest)
#include "DiskFullTest.moc"
