// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QFile>

#include "support/AccessFixture.h"

using namespace berth;
using namespace berth::test;

/// What somebody without a key, or with bad luck, can reach.
class StrangerTest : public AccessFixture {
    Q_OBJECT

private:
    std::int64_t memoryKb() const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(registry.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return -1;
        for (const auto &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.simplified().split(' ').value(1).toLongLong();
        }
        return -1;
    }
    QByteArray host() const { return registry.host().toUtf8(); }

private Q_SLOTS:
    // Memory

    void whatAParserHoldsHasABound_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("begin");
        for (const char *path : {"/service/token", "/v2/team/app/blobs/uploads/", "/ncr/v2.0/appkeys/local/registries", "/berth/v1/reclaim"}) {
            QTest::addRow("chunk extension to %s", path) << QByteArray(path) << QByteArray("5;a=");
            QTest::addRow("trailer to %s", path) << QByteArray(path) << QByteArray("5\r\nhello\r\n0\r\nX-More: ");
            QTest::addRow("zeros before a size to %s", path) << QByteArray(path) << QByteArray("0000");
        }
    }
    void whatAParserHoldsHasABound()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, begin);
        const auto before = memoryKb();
        RawConnection connection(registry.host());
        connection.send(head("POST", path, host(), {"Transfer-Encoding: chunked"}) + begin);
        const QByteArray endless(1 << 20, '0');
        for (int i = 0; i < 64; ++i)
            connection.send(endless);
        QVERIFY2(memoryKb() - before < 16'000, QByteArray::number(memoryKb() - before));
        QCOMPARE(get("/v2/").status, 200);
    }

    void aBrokenChunkIsA400InTheFormOfTheApi()
    {
        const auto broken = [&](const QByteArray &path, const QByteArray &method = "POST") {
            RawConnection connection(registry.host());
            connection.send(head(method, path, host(),
                                {"Transfer-Encoding: chunked", "Authorization: " + basicOf(administrator()), "X-TC-AUTHENTICATION-ID: " + administrator().id,
                                    "X-TC-AUTHENTICATION-SECRET: " + administrator().secret})
                + "zz\r\nhello");
            return connection.receive();
        };
        const auto protocol = broken("/v2/team/app/manifests/v1", "PUT");
        QCOMPARE(protocol.status, 400);
        QVERIFY2(!errorCode(protocol).startsWith('('), protocol.body);
        const auto ncr = broken("/ncr/v2.0/appkeys/local/registries");
        const auto body = ncr.jsonBody();
        QVERIFY2(json::find(body, "header"), ncr.body);
        QCOMPARE(json::integer(*json::find(body, "header"), "resultCode"), std::int64_t(10400));
        QCOMPARE(broken("/berth/v1/reclaim").status, 400);
        for (const auto &reply : {protocol, ncr})
            QVERIFY2(!reply.body.contains("its log says more"), reply.body);
    }

    // Heads

    void headsThatAreReadInTwoWaysAreRefused_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("a line that goes on") << QByteArrayList{"X-Long: one", " two"};
        QTest::newRow("a line that goes on with a tab") << QByteArrayList{"X-Long: one", "\ttwo"};
        QTest::newRow("an unknown transfer encoding") << QByteArrayList{"Transfer-Encoding: gzip"};
        QTest::newRow("chunked behind another") << QByteArrayList{"Transfer-Encoding: gzip, chunked"};
        QTest::newRow("chunked twice") << QByteArrayList{"Transfer-Encoding: chunked", "Transfer-Encoding: chunked"};
        QTest::newRow("length and chunked") << QByteArrayList{"Content-Length: 3", "Transfer-Encoding: chunked"};
        QTest::newRow("two lengths") << QByteArrayList{"Content-Length: 3", "Content-Length: 4"};
        QTest::newRow("two hosts") << QByteArrayList{"Host: localhost"};
    }
    void headsThatAreReadInTwoWaysAreRefused()
    {
        QFETCH(QByteArrayList, lines);
        RawConnection connection(registry.host());
        connection.send(head("POST", "/service/token", host(), lines) + "0\r\n\r\n");
        const auto reply = connection.receive();
        QCOMPARE(reply.status, 400);
        QVERIFY2(!errorCode(reply).startsWith('('), reply.body);
        QVERIFY(connection.closedByPeer());
    }

    void aBrokenQueryIsA400InTheFormOfTheApi()
    {
        const auto reply = sendRaw("GET", "/v2/_catalog?n=%zz");
        QCOMPARE(reply.status, 400);
        QVERIFY2(!errorCode(reply).startsWith('('), reply.body);
        QVERIFY(sendRaw("GET", "/ncr/v2.0/appkeys/local/registries?page=%f").body.contains("\"resultCode\":10400"));
    }

    void aRefusalDoesNotWaitForABodyThatNeverComes()
    {
        for (const QByteArray &path : {QByteArray("/v2/a/b/manifests/x"), QByteArray("/ncr/v2.0/appkeys/local/registries"), QByteArray("/berth/v1/users")}) {
            RawConnection connection(registry.host());
            QElapsedTimer clock;
            clock.start();
            connection.send(head("PUT", path, host(), {"Content-Length: 100"}));
            const auto reply = connection.receive();
            QVERIFY2(reply.status == 401 || reply.body.contains("10401"), path + QByteArray::number(reply.status));
            QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()));
        }
        // What comes after all is read away, and the connection goes on.
        RawConnection connection(registry.host());
        connection.send(head("PUT", "/v2/a/b/manifests/x", host(), {"Content-Length: 5"}));
        QCOMPARE(connection.receive().status, 401);
        connection.send("hello" + head("GET", "/v2/", host(), {"Authorization: " + basicOf(administrator())}));
        QCOMPARE(connection.receive().status, 200);
    }

    void postsThatAreCutLeaveNoSessions()
    {
        for (int i = 0; i < 1010; ++i) {
            RawConnection connection(registry.host());
            connection.send(head("POST", "/v2/team/cut/blobs/uploads/?digest=" + digestOf("x"), host(),
                                {"Authorization: " + basicOf(administrator()), "Content-Length: 100"})
                + "abc");
            if (i % 100 == 0)
                QTest::qWait(20);
            connection.abort();
        }
        QTRY_COMPARE(send("POST", "/v2/team/cut/blobs/uploads/").status, 202);
    }

    // Names

    void whoMayNotSeeARegistryLearnsNoName()
    {
        QCOMPARE(push("hidden/app", "v1", makeImage(2, 1)), 201);
        const auto nobody = newUserKey("none");
        for (int id = 1; id < 8; ++id) {
            const auto reply = with(basicOf(nobody), "GET", "/v2/");
            QCOMPARE(reply.status, 200);
            RawConnection connection(registry.host());
            connection.send(head("GET", "/ncr/v2.0/appkeys/local/registries/" + QByteArray::number(id), host(),
                {"X-TC-AUTHENTICATION-ID: " + nobody.id, "X-TC-AUTHENTICATION-SECRET: " + nobody.secret}));
            const auto answer = connection.receive();
            QVERIFY2(answer.body.contains("10404") && !answer.body.contains("hidden"), answer.body);
        }
        QCOMPARE(ncrCall(nobody, "GET", "registries/hidden"), ncrCall(nobody, "GET", "registries/absent"));
    }

    void aLimitedKeyBringsNoRegistryBack()
    {
        QCOMPARE(push("limited/app", "v1", makeImage(3, 1)), 201);
        const auto limited = newKey("administrator", R"("registries":["limited"])");
        QVERIFY(!limited.id.isEmpty());
        QCOMPARE(ncrCall(limited, "DELETE", "registries/limited/images/app"), 200);
        const auto trash = berthCall("GET", "trash").jsonBody();
        const auto id = QByteArray::number(qlonglong(json::integer(json::list(trash, "operations").at(0), "id")));
        QCOMPARE(ncrCall(administrator(), "DELETE", "registries/limited"), 200);
        QCOMPARE(berthCall(limited, "POST", "trash/" + id + "/restore", "{}").status, 403);
        QCOMPARE(get("/v2/limited/app/tags/list").status, 404);
        QCOMPARE(berthCall("POST", "trash/" + id + "/restore", "{}").status, 200);
    }

    void namesThatOnlyLookTheSameOpenNothing_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("byte order mark") << QByteArray("%EF%BB%BFclosed");
        QTest::newRow("behind") << QByteArray("closed%EF%BB%BF");
        QTest::newRow("twice encoded") << QByteArray("%25EF%25BB%25BFclosed");
        QTest::newRow("broken UTF-8") << QByteArray("closed%FF");
        QTest::newRow("a null") << QByteArray("closed%00");
        QTest::newRow("upper case") << QByteArray("Closed");
        QTest::newRow("C1 control") << QByteArray("closed%C2%85");
    }
    void namesThatOnlyLookTheSameOpenNothing()
    {
        QFETCH(QByteArray, name);
        QCOMPARE(push("closed/app", "v1", makeImage(1, 1)), 201);
        const auto member = newUserKey("member", R"({"closed":"none"})");
        QVERIFY(!member.id.isEmpty());
        for (const QByteArray &path : {QByteArray("/ncr/v2.0/appkeys/local/registries/" + name + "/images"),
                 QByteArray("/ncr/v2.0/appkeys/local/registries/" + name + "/images/app/artifacts"), QByteArray("/berth/v1/registries/" + name),
                 QByteArray("/v2/" + name + "/app/tags/list")}) {
            RawConnection connection(registry.host());
            connection.send(head("GET", path, host(),
                {"Authorization: " + basicOf(member), "X-TC-AUTHENTICATION-ID: " + member.id, "X-TC-AUTHENTICATION-SECRET: " + member.secret,
                    "X-Is-Resource-Name: true"}));
            const auto reply = connection.receive();
            QVERIFY2(reply.status >= 400 || !reply.body.contains("\"isSuccessful\":true"), path + ": " + reply.body);
            QVERIFY2(!reply.body.contains("v1"), path + ": " + reply.body);
        }
    }

    void aKeyWithAByteOrderMarkIsAnotherKey()
    {
        QCOMPARE(with(basic("\xEF\xBB\xBFtestkey", RegistryProcess::secret), "GET", "/v2/").status, 401);
        QCOMPARE(with(basic("testkey\xFF", RegistryProcess::secret), "GET", "/v2/").status, 401);
        QCOMPARE(with(basic("testkey", RegistryProcess::secret), "GET", "/v2/").status, 200);
    }

    void whatIsOurOwnNameIsReadToItsEnd()
    {
        for (const QByteArray &name :
            {QByteArray("[::1]anything"), QByteArray("[::1"), QByteArray("127.0.0.1:80:80"), QByteArray("localhost:http"), QByteArray("localhost.example")}) {
            RawConnection connection(registry.host());
            connection.send(head("GET", "/v2/", name, {}));
            QCOMPARE(connection.receive().status, 421);
        }
        for (const QByteArray &name : {QByteArray("[::1]"), QByteArray("[::1]:5000"), QByteArray("LOCALHOST:1"), QByteArray("127.0.0.1")}) {
            RawConnection connection(registry.host());
            connection.send(head("GET", "/v2/", name, {}));
            QCOMPARE(connection.receive().status, 401);
        }
    }

    // Chains

    void aChainOfThousandsEndsNothing()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        QByteArray subject;
        QByteArray first;
        constexpr int links = 3000;
        for (int i = 0; i < links; ++i) {
            QByteArray manifest =
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"artifactType\":\"application/x\",\"config\":{\"mediaType\":"
                "\"application/vnd.oci.empty.v1+json\",\"digest\":\""
                + digestOf("{}") + "\",\"size\":2},\"layers\":[],\"annotations\":{\"n\":\"" + QByteArray::number(i) + "\"}";
            if (!subject.isEmpty())
                manifest += ",\"subject\":{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"" + digestOf(subject)
                    + "\",\"size\":" + QByteArray::number(subject.size()) + "}";
            manifest += "}";
            const auto put = putManifest(repository, digestOf(manifest), manifest);
            QVERIFY2(put.status == 201, put.body);
            subject = manifest;
            if (first.isEmpty())
                first = manifest;
        }
        QElapsedTimer clock;
        clock.start();
        const auto plan = registry.manage("POST", QStringLiteral("/berth/v1/reclaim"), "{\"artifacts\":[\"" + repository + "@" + digestOf(first) + "\"]}");
        QCOMPARE(plan.status, 200);
        QCOMPARE(json::integer(plan.jsonBody(), "artifact_count"), std::int64_t(links));
        QCOMPARE(ncrCall(administrator(), "DELETE", "registries/team/images/" + repository.mid(5) + "/artifacts/" + digestOf(first)), 200);
        const auto trash = registry.manage("GET", QStringLiteral("/berth/v1/trash")).jsonBody();
        const auto id = json::integer(json::list(trash, "operations").at(0), "id");
        QCOMPARE(registry.manage("GET", QStringLiteral("/berth/v1/trash/%1").arg(id)).status, 200);
        const auto restored = registry.manage("POST", QStringLiteral("/berth/v1/trash/%1/restore").arg(id), "{}");
        QVERIFY2(restored.status == 200, restored.body);
        QCOMPARE(json::integer(restored.jsonBody(), "artifacts"), std::int64_t(links));
        // All of it together grew with the square before: minutes.
        QVERIFY2(clock.elapsed() < 20'000, QByteArray::number(clock.elapsed()));
    }

    // Types

    void aWrongTypeIsNoWishForSomethingElse()
    {
        QCOMPARE(berthCall("POST", "keys", R"({"owner":5})").status, 400);
        QCOMPARE(berthCall("POST", "reclaim", R"({"images":"team/app"})").status, 400);
        QCOMPARE(berthCall("POST", "reclaim", R"({"registries":[5]})").status, 400);
        QCOMPARE(berthCall("POST", "users", R"({"name":5,"role":"member"})").status, 400);
    }

    // What is left of a secret

    void theKeyLeavesTheEnvironment()
    {
        QFile environment(QStringLiteral("/proc/%1/environ").arg(registry.processId()));
#ifdef Q_OS_LINUX
        QVERIFY2(environment.open(QIODevice::ReadOnly), qPrintable(environment.errorString()));
#else
        if (!environment.open(QIODevice::ReadOnly))
            QSKIP("This system shows no environment of processes");
#endif
        QVERIFY(!environment.readAll().contains(RegistryProcess::secret));
    }
};

QTEST_GUILESS_MAIN(StrangerTest)
#include "StrangerTest.moc"
