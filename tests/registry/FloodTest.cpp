// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include "support/AccessFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

/// A sanitizer's own bookkeeping takes a multiple of what the program itself takes.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr std::int64_t shadowFactor = 4;
#else
constexpr std::int64_t shadowFactor = 1;
#endif

} // namespace

/// Numbers: more connections, uploads and large manifests than a server can hold.
class FloodTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RegistryProcess> m_server;

    QByteArray host() const { return m_server->host().toUtf8(); }
    static QByteArray credentials() { return "Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret); }
    std::int64_t memoryKb(const char *what) const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_server->processId()));
        if (!status.open(QIODevice::ReadOnly))
            return -1;
        for (const auto &line : status.readAll().split('\n')) {
            if (line.startsWith(what))
                return line.simplified().split(' ').value(1).toLongLong();
        }
        return -1;
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<RegistryProcess>(); }
    void cleanup() { QCOMPARE(m_server->stop(), 0); }

    void idleConnectionsGiveWay()
    {
        // A system that gives a process few handles.
        const QString few = m_folder.filePath(QStringLiteral("berthd"));
        {
            QFile script(few);
            QVERIFY(script.open(QIODevice::WriteOnly));
            script.write("#!/bin/sh\nulimit -n 300\nexec '" BERTH_BERTHD "' \"$@\"\n");
            QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        }
        qputenv("BERTH_TEST_BERTHD", few.toUtf8());
        const bool started = m_server->start();
        qunsetenv("BERTH_TEST_BERTHD");
        QVERIFY2(started, qPrintable(m_server->errorOutput()));
        const auto image = makeImage(1, 1, 100'000);
        QCOMPARE(pushImage(*m_server, QStringLiteral("team/app"), QStringLiteral("v1"), image), 201);
        std::vector<std::unique_ptr<RawConnection>> idle;
        QElapsedTimer clock;
        for (int i = 0; i < 500; ++i) {
            idle.push_back(std::make_unique<RawConnection>(m_server->host()));
            if (i % 50 == 0) { // somebody pulls all the while
                clock.start();
                const auto pull = m_server->send("GET", QStringLiteral("/v2/team/app/blobs/") + QString::fromLatin1(digestOf(image.layers[0])));
                QVERIFY2(pull.body == image.layers[0], QByteArray::number(i) + ": " + QByteArray::number(pull.status) + pull.networkError.toUtf8());
                QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()));
            }
        }
        const auto health = m_server->manage("GET", QStringLiteral("/berth/v1/health"));
        QVERIFY2(health.body.contains("\"connections\":"), health.body);
        QVERIFY(idle.front()->closedByPeer()); // the oldest went first
    }

    void unfinishedUploadsHoldNoHandles()
    {
        QVERIFY(m_server->start());
        for (int i = 0; i < 200; ++i) {
            const auto location = QString::fromUtf8(m_server->send("POST", QStringLiteral("/v2/team/app/blobs/uploads/")).headers.value("location"));
            QCOMPARE(m_server->send("PATCH", location, "begun").status, 202);
        }
        const auto open = QDir(QStringLiteral("/proc/%1/fd").arg(m_server->processId())).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size();
        QVERIFY2(open < 100, QByteArray::number(open));
    }

    void uploadsOfNobodyAreCountedAndSomebodyKeepsRoom()
    {
        QVERIFY(m_server->start({QStringLiteral("--anonymous"), QStringLiteral("push")}));
        QCOMPARE(m_server->send("POST", QStringLiteral("/v2/team/app/blobs/uploads/")).status, 202);
        RawConnection nobody(m_server->host());
        int refused = 0;
        for (int i = 0; i < 700; ++i) {
            nobody.send(head("POST", "/v2/team/app/blobs/uploads/", host(), {"Content-Length: 0"}));
            const auto reply = nobody.receive();
            if (reply.status == 429) {
                QVERIFY(reply.headers.contains("retry-after"));
                ++refused;
            }
        }
        QVERIFY2(refused >= 150, QByteArray::number(refused));
        QCOMPARE(m_server->send("POST", QStringLiteral("/v2/team/app/blobs/uploads/")).status, 202);
    }

    void largeManifestsAtOnceStayWithinABound()
    {
        QVERIFY(m_server->start());
        QCOMPARE(pushBlob(*m_server, QStringLiteral("team/app"), "{}"), 201);
        const auto before = memoryKb("VmRSS:");
        std::vector<std::unique_ptr<RawConnection>> callers;
        for (int i = 0; i < 16; ++i) {
            const QByteArray manifest =
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.empty.v1+json\",\"digest\":\""
                + digestOf("{}") + "\",\"size\":2},\"layers\":[],\"annotations\":{\"a\":\"" + QByteArray::number(i) + QByteArray(8'000'000, 'x') + "\"}}";
            callers.push_back(std::make_unique<RawConnection>(m_server->host()));
            callers.back()->send(
                head("PUT", "/v2/team/app/manifests/t" + QByteArray::number(i), host(),
                    {credentials(), "Content-Type: application/vnd.oci.image.manifest.v1+json", "Content-Length: " + QByteArray::number(manifest.size())})
                + manifest);
        }
        for (auto &caller : callers) {
            const auto reply = caller->receive();
            QVERIFY2(reply.status == 201, QByteArray::number(reply.status) + reply.body);
        }
        const auto most = memoryKb("VmHWM:") - before;
        QVERIFY2(most < 300'000 * shadowFactor, QByteArray::number(most));
        // Listing them brings none of that back.
        const auto list = m_server->manage("GET", QStringLiteral("/ncr/v2.0/appkeys/local/registries/team/images/app/artifacts?page_size=100"));
        QVERIFY2(list.body.size() < 100'000, QByteArray::number(list.body.size()));
        QVERIFY2(memoryKb("VmHWM:") - before < 330'000 * shadowFactor, QByteArray::number(memoryKb("VmHWM:") - before));
    }
};

QTEST_GUILESS_MAIN(FloodTest)
#include "FloodTest.moc"
