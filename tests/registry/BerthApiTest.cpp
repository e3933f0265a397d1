// SPDX-License-Identifier: Apache-2.0
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

/// Berth's own calls: storage, search and what a deletion gives back.
class BerthApiTest : public RegistryFixture {
    Q_OBJECT

private:
    HttpReply berthCall(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const
    {
        return registry.manage(method, QStringLiteral("/berth/v1/") + QString::fromUtf8(path), body);
    }
    json::value reclaim(const QByteArray &wishes) const
    {
        const auto reply = berthCall("POST", "reclaim", wishes);
        return reply.status == 200 ? reply.jsonBody() : json::value();
    }
    static qint64 number(const json::value &from, const char *key) { return json::integer(from, key, -1); }
    static QByteArrayList strings(const json::value &from, const char *key)
    {
        QByteArrayList list;
        for (const auto &element : json::list(from, key))
            list << QByteArray::fromStdString(std::string(element.get_string()));
        return list;
    }
    qint64 used() const { return number(berthCall("GET", "storage").jsonBody(), "used_bytes"); }

private Q_SLOTS:
    void withoutAKeyEveryCallIs401_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"storage", "search?q=a", "reclaim", "nothing"})
            QTest::newRow(path) << QByteArray(path);
    }
    void withoutAKeyEveryCallIs401()
    {
        QFETCH(QByteArray, path);
        const auto reply = call({"GET", registry.url(QStringLiteral("/berth/v1/") + QString::fromUtf8(path)), {}, {}});
        QCOMPARE(reply.status, 401);
        QCOMPARE(errorCode(reply), QByteArray("UNAUTHORIZED"));
    }

    void brokenCallsHaveAStatusAndACode_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("errorName");
        const auto row = [](const char *method, const char *path, const char *body, int status, const char *code) {
            QTest::addRow("%s %s %s", method, path, body) << QByteArray(method) << QByteArray(path) << QByteArray(body) << status << QByteArray(code);
        };
        row("GET", "nothing", "", 404, "NOT_FOUND");
        row("GET", "", "", 404, "NOT_FOUND");
        row("POST", "storage", "{}", 405, "METHOD_NOT_ALLOWED");
        row("DELETE", "search", "", 405, "METHOD_NOT_ALLOWED");
        row("GET", "reclaim", "", 405, "METHOD_NOT_ALLOWED");
        row("GET", "search", "", 400, "BAD_REQUEST");
        row("GET", "search?q=", "", 400, "BAD_REQUEST");
        row("GET", "search?q=a&page=0", "", 400, "BAD_REQUEST");
        row("GET", "search?q=a&page_size=x", "", 400, "BAD_REQUEST");
        row("POST", "reclaim", "x", 400, "BAD_REQUEST");
        row("POST", "reclaim", "[]", 400, "BAD_REQUEST");
        row("POST", "reclaim", "{\"images\":[1]}", 400, "BAD_REQUEST");
        row("POST", "reclaim", "{\"images\":[\"TEAM/x\"]}", 400, "BAD_REQUEST");
        row("POST", "reclaim", "{\"images\":[\"no/such\"]}", 404, "NOT_FOUND");
        row("POST", "reclaim", "{\"tags\":[\"no/such:1\"]}", 404, "NOT_FOUND");
        row("POST", "reclaim", "{\"registries\":[\"none\"]}", 404, "NOT_FOUND");
    }
    void brokenCallsHaveAStatusAndACode()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, errorName);
        const auto reply = berthCall(method, path, body);
        QCOMPARE(reply.status, status);
        QCOMPARE(errorCode(reply), errorName);
    }

    // Storage

    void storageGrowsByWhatIsNewOnly()
    {
        const auto image = makeImage(1, 2, 10'000);
        const auto before = used();
        QCOMPARE(push("store/one", "1", image), 201);
        const auto grown = used() - before;
        QCOMPARE(grown, qint64(20'000 + image.config.size() + image.manifest.size()));
        QCOMPARE(push("store/two", "1", image), 201);
        QCOMPARE(used() - before, grown);
        QVERIFY(number(berthCall("GET", "storage").jsonBody(), "free_bytes") > 0);
    }

    // What a deletion gives back

    void reclaimNamesEverythingThatGoes()
    {
        const auto image = makeImage(2);
        QCOMPARE(push("gone/app", "1", image), 201);
        QCOMPARE(push("gone/app", "2", image), 201);
        const auto plan = reclaim("{\"images\":[\"gone/app\"]}");
        QCOMPARE(strings(plan, "images"), QByteArrayList{"gone/app"});
        QCOMPARE(strings(plan, "tags"), (QByteArrayList{"gone/app:1", "gone/app:2"}));
        QCOMPARE(number(plan, "artifact_count"), 1);
        QCOMPARE(number(plan, "only_here_bytes"), qint64(2000 + image.config.size()));
        QCOMPARE(number(plan, "shared_bytes"), 0);
        QCOMPARE(strings(reclaim("{\"registries\":[\"gone\"]}"), "images"), QByteArrayList{"gone/app"});
    }

    void askingDeletesNothing()
    {
        QCOMPARE(push("kept/app", "1", makeImage(3)), 201);
        (void)reclaim("{\"registries\":[\"kept\"],\"images\":[\"kept/app\"],\"tags\":[\"kept/app:1\"]}");
        QCOMPARE(get("/v2/kept/app/manifests/1").status, 200);
    }

    void aTagAloneGivesNothingBack()
    {
        QCOMPARE(push("tag/app", "1", makeImage(4)), 201);
        const auto plan = reclaim("{\"tags\":[\"tag/app:1\"]}");
        QCOMPARE(strings(plan, "tags"), QByteArrayList{"tag/app:1"});
        QCOMPARE(number(plan, "artifact_count"), 0);
        QCOMPARE(number(plan, "only_here_bytes"), 0);
    }

    void layersThatAnotherImageNeedsAreShared()
    {
        const auto base = makeImage(5, 1, 3000);
        const auto derived = makeImage(5, 2, 3000);
        QCOMPARE(base.layers[0], derived.layers[0]);
        QCOMPARE(push("share/base", "1", base), 201);
        QCOMPARE(push("share/derived", "1", derived), 201);
        const auto plan = reclaim("{\"artifacts\":[\"share/derived@" + derived.digest() + "\"]}");
        QCOMPARE(number(plan, "only_here_bytes"), 3000);
        QCOMPARE(number(plan, "shared_bytes"), qint64(3000 + base.config.size()));
        const auto both = reclaim("{\"images\":[\"share/base\",\"share/derived\"]}");
        QCOMPARE(number(both, "only_here_bytes"), qint64(6000 + base.config.size()));
        QCOMPARE(number(both, "shared_bytes"), 0);
    }

    void anIndexTakesItsPlatformsAlong()
    {
        const auto amd = makeImage(6, 1, 4000, "amd64");
        const auto arm = makeImage(7, 1, 2000, "arm64");
        for (const auto *image : {&amd, &arm}) {
            QCOMPARE(upload("multi/app", image->config), 201);
            QCOMPARE(upload("multi/app", image->layers[0]), 201);
            QCOMPARE(putManifest("multi/app", image->digest(), image->manifest).status, 201);
        }
        const auto index = makeIndex({amd.manifest, arm.manifest});
        QCOMPARE(putManifest("multi/app", "1", index, "application/vnd.oci.image.index.v1+json").status, 201);
        const auto plan = reclaim("{\"artifacts\":[\"multi/app@" + digestOf(index) + "\"]}");
        QCOMPARE(number(plan, "artifact_count"), 3);
        QCOMPARE(number(plan, "only_here_bytes"), qint64(6000 + amd.config.size() + arm.config.size()));
        QCOMPARE(strings(plan, "tags"), QByteArrayList{"multi/app:1"});
        // A second index over one of them: deleting the first gives back less, deleting both all of it.
        const auto second = makeIndex({arm.manifest});
        QCOMPARE(putManifest("multi/app", "2", second, "application/vnd.oci.image.index.v1+json").status, 201);
        QCOMPARE(number(reclaim("{\"artifacts\":[\"multi/app@" + digestOf(index) + "\"]}"), "only_here_bytes"), qint64(4000 + amd.config.size()));
        QCOMPARE(number(reclaim("{\"artifacts\":[\"multi/app@" + digestOf(index) + "\",\"multi/app@" + digestOf(second) + "\"]}"), "only_here_bytes"),
            qint64(6000 + amd.config.size() + arm.config.size()));
    }

    void theShortNameMeansTheLibrary()
    {
        QCOMPARE(push("ubuntu", "18.04", makeImage(8)), 201);
        QCOMPARE(strings(reclaim("{\"images\":[\"ubuntu\"]}"), "images"), QByteArrayList{"library/ubuntu"});
    }

    // Search

    void searchTakesItsTextLiterally_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<int>("images");
        QTest::addColumn<int>("tags");
        const auto row = [](const char *wanted, int images, int tags) { QTest::newRow(wanted) << QByteArray(wanted) << images << tags; };
        row("find_me", 1, 0);
        row("d_m", 1, 0);
        row("%25", 0, 0);
        row("*", 0, 0);
        row("Beta", 0, 1);
        row("beta", 0, 0);
        row("1_rc", 0, 1);
        row(".", 0, 1);
        row("find", 2, 0);
        row("%27", 0, 0);
        row("nothing-here", 0, 0);
    }
    void searchTakesItsTextLiterally()
    {
        QFETCH(QByteArray, wanted);
        QFETCH(int, images);
        QFETCH(int, tags);
        RegistryProcess other;
        QVERIFY(other.start());
        const auto image = makeImage(9);
        for (const char *tag : {"Beta", "1_rc", "v1.0"})
            QCOMPARE(pushImage(other, QStringLiteral("s/find_me"), QLatin1String(tag), image), 201);
        QCOMPARE(pushBlob(other, QStringLiteral("s/findxme"), "{}"), 201);
        const auto found = other.manage("GET", QStringLiteral("/berth/v1/search?q=") + QString::fromUtf8(wanted)).jsonBody();
        QCOMPARE(int(json::list(found, "images").size()), images);
        QCOMPARE(int(json::list(found, "tags").size()), tags);
        for (const auto &tag : json::list(found, "tags")) {
            QCOMPARE(json::text(tag, "image"), std::string("s/find_me"));
            QCOMPARE(json::text(tag, "digest"), image.digest().toStdString());
        }
    }

    void hitsComeInPages()
    {
        const auto image = makeImage(10);
        QCOMPARE(push("paged/app", "needle-0", image), 201);
        QByteArray query;
        for (int i = 1; i < 25; ++i)
            query += QByteArray(i > 1 ? "&" : "?") + "tag=needle-" + QByteArray::number(100 + i);
        QCOMPARE(putManifest("paged/app", image.digest() + query, image.manifest).status, 201);
        QCOMPARE(json::list(berthCall("GET", "search?q=needle").jsonBody(), "tags").size(), std::size_t(10));
        QCOMPARE(json::list(berthCall("GET", "search?q=needle&page=3").jsonBody(), "tags").size(), std::size_t(5));
        QCOMPARE(json::list(berthCall("GET", "search?q=needle&page_size=100").jsonBody(), "tags").size(), std::size_t(25));
    }

    void whoMovedATagFromWhatToWhat()
    {
        const auto one = makeImage(801), two = makeImage(802);
        QCOMPARE(push("history/app", "latest", one), 201);
        QCOMPARE(push("history/app", "latest", two), 201);
        QCOMPARE(push("history/app", "latest", two), 201); // moves nothing
        const auto reply = berthCall("GET", "registries/history/tag-history?image=app&tag=latest");
        QCOMPARE(reply.status, 200);
        const auto body = reply.jsonBody();
        QCOMPARE(number(body, "total"), 2);
        const auto &changes = json::list(body, "changes");
        const auto textOf = [](const json::value &change, const char *key) { return QByteArray::fromStdString(json::text(change, key)); };
        QCOMPARE(textOf(changes[0], "digest"), two.digest());
        QCOMPARE(textOf(changes[0], "former_digest"), one.digest());
        QCOMPARE(textOf(changes[1], "former_digest"), QByteArray());
        QVERIFY(!textOf(changes[0], "actor").isEmpty() && textOf(changes[0], "source") == "127.0.0.1");
        QCOMPARE(number(berthCall("GET", "registries/history/tag-history?image=app&tag=none").jsonBody(), "total"), 0);
        QCOMPARE(berthCall("GET", "registries/history/tag-history?image=app").status, 400);
        QCOMPARE(berthCall("GET", "registries/history/tag-history?image=App&tag=a").status, 400);
    }
};

QTEST_GUILESS_MAIN(BerthApiTest)
#include "BerthApiTest.moc"
