// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include "support/AccessFixture.h"

using namespace berth;
using namespace berth::test;

/// Behind a proxy that ends TLS, and beside web pages.
class ProxyTest : public AccessFixture {
    Q_OBJECT

private:
    QStringList arguments() const override
    {
        return {QStringLiteral("--anonymous"), QStringLiteral("push"), QStringLiteral("--trusted-proxy"), QStringLiteral("127.0.0.7"),
            QStringLiteral("--host-name"), QStringLiteral("registry.example")};
    }

    HttpReply ask(const QByteArray &method, const QByteArray &path, const QByteArrayList &lines, const QString &from = {}, const QByteArray &host = {}) const
    {
        RawConnection connection(registry.host(), from);
        connection.send(head(method, path, host.isEmpty() ? registry.host().toUtf8() : host, lines));
        return connection.receive();
    }
    static QByteArray realmOf(const HttpReply &reply)
    {
        const auto challenge = reply.headers.value("www-authenticate");
        const auto begin = challenge.indexOf("realm=\"") + 7;
        return challenge.mid(begin, challenge.indexOf('"', begin) - begin);
    }

private Q_SLOTS:
    void onlyATrustedProxysWordCounts_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("X-Forwarded") << QByteArrayList{"X-Forwarded-Proto: https", "X-Forwarded-Host: registry.example", "X-Forwarded-For: 192.0.2.1"};
        QTest::newRow("Forwarded") << QByteArrayList{"Forwarded: for=192.0.2.1;proto=https;host=registry.example"};
        QTest::newRow("Forwarded, quoted") << QByteArrayList{"Forwarded: For=\"[2001:db8::1]:4711\";Proto=HTTPS;Host=\"registry.example\""};
        QTest::newRow("a chain") << QByteArrayList{"Forwarded: for=203.0.113.9;proto=http;host=evil.example, for=192.0.2.1;proto=https;host=registry.example"};
    }
    void onlyATrustedProxysWordCounts()
    {
        QFETCH(QByteArrayList, lines);
        QCOMPARE(realmOf(ask("GET", "/v2/", lines, QStringLiteral("127.0.0.7"))), QByteArray("https://registry.example/service/token"));
        QCOMPARE(realmOf(ask("GET", "/v2/", lines, QStringLiteral("127.0.0.8"))), "http://" + registry.host().toUtf8() + "/service/token");
    }

    void aForeignNameIsRefusedFromAProxyAsWell() { QCOMPARE(ask("GET", "/v2/", {"X-Forwarded-Host: evil.example"}, QStringLiteral("127.0.0.7")).status, 421); }

    void thePublicAddressIsTold()
    {
        RegistryProcess server;
        QVERIFY2(server.start({QStringLiteral("--public-url"), QStringLiteral("https://Registry.Example:8443/")}), qPrintable(server.errorOutput()));
        const auto realm = [&](const QByteArray &host) {
            RawConnection connection(server.host());
            connection.send(head("GET", "/v2/", host, {}));
            const auto reply = connection.receive();
            return reply.status == 401 ? realmOf(reply) : QByteArray::number(reply.status);
        };
        QCOMPARE(realm("registry.example:8443"), QByteArray("https://registry.example:8443/service/token"));
        QCOMPARE(realm(server.host().toUtf8()), QByteArray("https://registry.example:8443/service/token"));
        QCOMPARE(realm("other.example"), QByteArray("421"));
        const auto list = server.manage("GET", QStringLiteral("/ncr/v2.0/appkeys/local/registries"));
        QVERIFY2(list.body.contains("\"uri\":\"registry.example:8443/library\""), list.body);
        QCOMPARE(server.stop(), 0);
    }

    void thePublicAddressIsASettingAndTheCommandLineWins()
    {
        for (const char *bad : {"{\"public_url\":\"registry.example\"}", "{\"public_url\":\"ftp://registry.example\"}",
                 "{\"public_url\":\"https://u:p@registry.example\"}", "{\"public_url\":\"https://registry.example/path\"}", "{\"public_url\":5}"})
            QCOMPARE(berthCall("PUT", "settings", bad).status, 400);
        QCOMPARE(berthCall("PUT", "settings", "{\"public_url\":\"https://registry.example\"}").status, 200);
        QCOMPARE(realmOf(ask("GET", "/v2/", {})), QByteArray("https://registry.example/service/token"));
        QCOMPARE(berthCall("PUT", "settings", "{\"public_url\":\"\"}").status, 200);
        QCOMPARE(realmOf(ask("GET", "/v2/", {})), "http://" + registry.host().toUtf8() + "/service/token");
        RegistryProcess wrong;
        QVERIFY(!wrong.start({QStringLiteral("--public-url"), QStringLiteral("registry.example")}));
        QVERIFY(!wrong.start({QStringLiteral("--trusted-proxy"), QStringLiteral("localhost")}));
    }

    // Web pages

    void aPageOfSomebodyElseChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site"})
            QTest::newRow(line) << QByteArray(line);
    }
    void aPageOfSomebodyElseChangesNothing()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(ask("POST", "/v2/madebyapage/app/blobs/uploads/", {line, "Content-Length: 0"}).status, 403);
        QCOMPARE(get("/v2/madebyapage/app/tags/list").status, 404);
        QCOMPARE(ask("POST", "/v2/madebyaclient/app/blobs/uploads/", {"Content-Length: 0"}).status, 202);
        QCOMPARE(ask("POST", "/v2/madebyakey/app/blobs/uploads/", {line, "Content-Length: 0", "Authorization: " + basicOf(administrator())}).status, 202);
    }

    // HTTP's finer points

    void everyAnswerHasItsDate()
    {
        for (const QByteArray &path :
            {QByteArray("/v2/"), QByteArray("/nothing"), QByteArray("/service/token"), QByteArray("/berth/v1/me"), QByteArray("/v2/_catalog?n=%")}) {
            const auto date = ask("GET", path, {}).headers.value("date");
            const auto time = QLocale::c().toDateTime(QString::fromLatin1(date), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
            QVERIFY2(time.isValid() && date.endsWith(" GMT"), path + ": " + date);
            QVERIFY(qAbs(QDateTime(time.date(), time.time(), QTimeZone::utc()).secsTo(QDateTime::currentDateTimeUtc())) < 5);
        }
    }

    void aClientOfHttp10IsToldThatItMayGoOn()
    {
        RawConnection connection(registry.host());
        for (int i = 0; i < 2; ++i) {
            connection.send("GET /v2/ HTTP/1.0\r\nHost: " + registry.host().toUtf8() + "\r\nConnection: keep-alive\r\n\r\n");
            const auto reply = connection.receive();
            QCOMPARE(reply.status, 401);
            QCOMPARE(reply.headers.value("connection").toLower(), QByteArray("keep-alive"));
        }
        connection.send("GET /v2/ HTTP/1.0\r\nHost: " + registry.host().toUtf8() + "\r\n\r\n");
        QCOMPARE(connection.receive().status, 401);
        QVERIFY(connection.closedByPeer());
    }

    void whatAClientHasIsNotSentAgain_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        QTest::newRow("exact") << QByteArray("\"%\"") << 304;
        QTest::newRow("weak") << QByteArray("W/\"%\"") << 304;
        QTest::newRow("one of several") << QByteArray("\"a\", W/\"%\" , \"b\"") << 304;
        QTest::newRow("any") << QByteArray("*") << 304;
        QTest::newRow("another") << QByteArray("\"a\", \"b\"") << 200;
        QTest::newRow("without quotes") << QByteArray("%") << 200;
    }
    void whatAClientHasIsNotSentAgain()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, status);
        const auto repository = newRepository();
        const auto image = makeImage(7, 1);
        QCOMPARE(push(repository, "v1", image), 201);
        for (const auto &[path, digest] : {std::pair("/manifests/v1", image.digest()), std::pair("/blobs/", digestOf(image.config))}) {
            const auto whole = "/v2/" + repository + path + (QByteArray(path).endsWith('/') ? digest : QByteArray());
            QCOMPARE(send("GET", whole, {}, {{"If-None-Match", QByteArray(value).replace('%', digest)}}).status, status);
        }
    }

    void severalRangesComeInOneAnswer()
    {
        const auto repository = newRepository();
        QByteArray blob;
        for (int i = 0; i < 1000; ++i)
            blob += QByteArray::number(i) + ",";
        QCOMPARE(upload(repository, blob), 201);
        const auto path = "/v2/" + repository + "/blobs/" + digestOf(blob);
        const auto reply = send("GET", path, {}, {{"Range", "bytes=0-4, 100-109,-3"}});
        QCOMPARE(reply.status, 206);
        const auto type = reply.headers.value("content-type");
        QVERIFY2(type.startsWith("multipart/byteranges; boundary="), type);
        const auto boundary = type.mid(type.indexOf('=') + 1);
        const auto part = [&](qsizetype from, qsizetype length) {
            return "--" + boundary + "\r\nContent-Type: application/octet-stream\r\nContent-Range: bytes " + QByteArray::number(from) + "-"
                + QByteArray::number(from + length - 1) + "/" + QByteArray::number(blob.size()) + "\r\n\r\n" + blob.mid(from, length) + "\r\n";
        };
        QCOMPARE(reply.body, part(0, 5) + part(100, 10) + part(blob.size() - 3, 3) + "--" + boundary + "--\r\n");
        QCOMPARE(reply.headers.value("content-length").toLongLong(), qint64(reply.body.size()));
        // What overlaps is joined; what is too much is answered with the whole.
        const auto joined = send("GET", path, {}, {{"Range", "bytes=0-9,5-19,100-101"}});
        QCOMPARE(joined.body.count("Content-Range: bytes"), 2);
        QVERIFY(joined.body.contains("bytes 0-19/"));
        QByteArray many = "bytes=0-0";
        for (int i = 1; i < 3000; ++i)
            many += ",0-0";
        QCOMPARE(send("GET", path, {}, {{"Range", many}}).body, blob);
        QCOMPARE(send("GET", path, {}, {{"Range", "bytes=900000-,800000-"}}).status, 416);
    }

    // Lists

    void aListGoesOnWhereItStoodThoughItsLastWasDeleted()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto config = "{\"mediaType\":\"application/vnd.oci.empty.v1+json\",\"digest\":\"" + digestOf("{}") + "\",\"size\":2}";
        const QByteArray target = "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":" + config + ",\"layers\":[]}";
        QCOMPARE(putManifest(repository, "target", target).status, 201);
        QByteArrayList all;
        for (int i = 0; i < 5; ++i) {
            const QByteArray referrer =
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"artifactType\":\"application/x+json\",\"config\":" + config
                + ",\"layers\":[],\"annotations\":{\"n\":\"" + QByteArray::number(i)
                + "\"},\"subject\":{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"" + digestOf(target)
                + "\",\"size\":" + QByteArray::number(target.size()) + "}}";
            QCOMPARE(putManifest(repository, digestOf(referrer), referrer).status, 201);
            all << digestOf(referrer);
        }
        QByteArrayList seen;
        auto next = "/v2/" + repository + "/referrers/" + digestOf(target) + "?n=2&artifactType=application/x+json"; // the plus as many send it
        while (!next.isEmpty()) {
            const auto page = get(next);
            QCOMPARE(page.headers.value("oci-filters-applied"), QByteArray("artifactType"));
            const auto body = page.jsonBody();
            for (const auto &one : json::list(body, "manifests"))
                seen << QByteArray::fromStdString(json::text(one, "digest"));
            QVERIFY(!seen.isEmpty());
            const auto link = page.headers.value("link");
            next = link.mid(1, link.indexOf('>') - 1);
            if (!link.isEmpty())
                QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + seen.last()).status, 202);
        }
        std::ranges::sort(all);
        QCOMPARE(seen, all);
        const auto unfiltered = get("/v2/" + repository + "/referrers/" + digestOf(target) + "?artifactType=");
        QVERIFY(!unfiltered.headers.contains("oci-filters-applied"));
        QVERIFY(unfiltered.body.contains(seen.last()));
    }

    void aCatalogOfNothingIsEmptyAtOnce()
    {
        const auto reply = get("/v2/_catalog?n=0");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("{\"repositories\":[]}"));
        QVERIFY(!reply.headers.contains("link"));
    }

    void theCatalogKeepsItsOrderAcrossRegistries()
    {
        for (const QByteArray &name : {QByteArray("za/x"), QByteArray("za-b/x"), QByteArray("za/a/deep"), QByteArray("za.c/x")})
            QCOMPARE(upload(name, "{}"), 201);
        QByteArrayList seen;
        QByteArray last = "z";
        while (true) {
            const auto body = get("/v2/_catalog?n=1&last=" + last).jsonBody();
            const auto &names = json::list(body, "repositories");
            if (names.empty())
                break;
            last = QByteArray::fromStdString(std::string(names[0].get_string()));
            seen << last;
        }
        QCOMPARE(seen, (QByteArrayList{"za-b/x", "za.c/x", "za/a/deep", "za/x"}));
    }
};

QTEST_GUILESS_MAIN(ProxyTest)
#include "ProxyTest.moc"
