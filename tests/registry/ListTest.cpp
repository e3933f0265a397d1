// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/Hasher.h"
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

/// Tags, catalog and referrers.
class ListTest : public RegistryFixture {
    Q_OBJECT

private:
    static QByteArrayList strings(const HttpReply &reply, const char *key)
    {
        QByteArrayList list;
        const auto body = reply.jsonBody();
        for (const auto &element : json::list(body, key))
            list << QByteArray::fromStdString(std::string(element.get_string()));
        return list;
    }
    /// The target of a Link header.
    static QByteArray nextOf(const HttpReply &reply)
    {
        const auto link = reply.headers.value("link");
        return link.startsWith('<') && link.endsWith(">; rel=\"next\"") ? link.mid(1, link.indexOf('>') - 1) : QByteArray();
    }
    static QByteArray manifest(const QByteArray &more)
    {
        return "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.empty.v1+json\","
               "\"digest\":\""
            + digestOf("{}") + "\",\"size\":2},\"layers\":[]" + more + "}";
    }
    static QByteArray subject(const QByteArray &of)
    {
        return ",\"subject\":{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"" + digestOf(of)
            + "\",\"size\":" + QByteArray::number(of.size()) + "}";
    }

private Q_SLOTS:
    // Tags

    void tagsComeInByteOrderWithTheNameAskedFor()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto body = manifest({});
        QCOMPARE(putManifest(repository, digestOf(body) + "?tag=b&tag=a&tag=B&tag=_&tag=10&tag=9&tag=a.b&tag=a-b", body).status, 201);
        const auto reply = get("/v2/" + repository + "/tags/list");
        QCOMPARE(reply.status, 200);
        QCOMPARE(json::text(reply.jsonBody(), "name"), repository.toStdString());
        QCOMPARE(strings(reply, "tags"), (QByteArrayList{"10", "9", "B", "_", "a", "a-b", "a.b", "b"}));
        QVERIFY(!reply.headers.contains("link"));
    }

    void anImageWithoutTagsHasAnEmptyList()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto reply = get("/v2/" + repository + "/tags/list");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("\"tags\":[]"));
    }

    void anUnknownImageHasNoList()
    {
        const auto reply = get("/v2/team/none/tags/list");
        QCOMPARE(reply.status, 404);
        QCOMPARE(errorCode(reply), QByteArray("NAME_UNKNOWN"));
    }

    void followingTheLinksGivesEveryTagOnce_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 3, 5, 6, 7, 1000})
            QTest::addRow("%d", size) << size;
    }
    void followingTheLinksGivesEveryTagOnce()
    {
        QFETCH(int, size);
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto body = manifest({});
        QCOMPARE(putManifest(repository, digestOf(body) + "?tag=a&tag=b&tag=c&tag=d&tag=e&tag=f", body).status, 201);
        QByteArrayList seen;
        QByteArray path = "/v2/" + repository + "/tags/list?n=" + QByteArray::number(size);
        int pages = 0;
        while (!path.isEmpty() && ++pages < 20) {
            const auto reply = get(path);
            QCOMPARE(reply.status, 200);
            QVERIFY(strings(reply, "tags").size() <= size);
            seen += strings(reply, "tags");
            path = nextOf(reply);
        }
        QCOMPARE(seen, (QByteArrayList{"a", "b", "c", "d", "e", "f"}));
        QCOMPARE(pages, (6 + size - 1) / size); // no empty page at the end
    }

    void lastNeedNotExist()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto body = manifest({});
        QCOMPARE(putManifest(repository, digestOf(body) + "?tag=a&tag=c", body).status, 201);
        QCOMPARE(strings(get("/v2/" + repository + "/tags/list?last=b"), "tags"), (QByteArrayList{"c"}));
        QCOMPARE(strings(get("/v2/" + repository + "/tags/list?last=z"), "tags"), QByteArrayList());
    }

    void noneWantedGivesAnEmptyListWithoutALink()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        QCOMPARE(putManifest(repository, "a", manifest({})).status, 201);
        for (const auto &path : QByteArrayList{"/v2/" + repository + "/tags/list?n=0", "/v2/_catalog?n=0"}) {
            const auto reply = get(path);
            QCOMPARE(reply.status, 200);
            QVERIFY(strings(reply, path.contains("catalog") ? "repositories" : "tags").isEmpty());
            QVERIFY(!reply.headers.contains("link"));
        }
    }

    void aPageSizeThatIsNoNumberIs400_data()
    {
        QTest::addColumn<QByteArray>("n");
        for (const char *n : {"-1", "x", "", "1x", "1.5"})
            QTest::newRow(*n ? n : "(empty)") << QByteArray(n);
    }
    void aPageSizeThatIsNoNumberIs400()
    {
        QFETCH(QByteArray, n);
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        QCOMPARE(get("/v2/" + repository + "/tags/list?n=" + n).status, 400);
        QCOMPARE(get("/v2/_catalog?n=" + n).status, 400);
    }

    void aHugePageSizeIsClamped() { QCOMPARE(get("/v2/_catalog?n=100000").status, 200); }

    void moreThanAThousandTagsComeInPagesEvenUnasked()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto body = manifest({});
        for (int block = 0; block < 15; ++block) { // Qt's client takes at most a hundred header lines, and each tag is one
            QByteArray query;
            for (int i = 0; i < 70; ++i)
                query += "&tag=t" + QByteArray::number(1000 + block * 70 + i);
            QCOMPARE(putManifest(repository, digestOf(body) + "?" + query.mid(1), body).status, 201);
        }
        const auto first = get("/v2/" + repository + "/tags/list");
        QCOMPARE(strings(first, "tags").size(), 1000);
        QCOMPARE(strings(get(nextOf(first)), "tags").size(), 50);
    }

    // Catalog

    void theCatalogListsCanonicalNamesInByteOrder()
    {
        RegistryProcess other;
        QVERIFY(other.start());
        for (const char *name : {"ubuntu", "a/x", "a-b/x", "a/x-y", "team/app"})
            QCOMPARE(pushBlob(other, QLatin1String(name), "{}"), 201);
        const auto all = QByteArrayList{"a-b/x", "a/x", "a/x-y", "library/ubuntu", "team/app"};
        QCOMPARE(strings(other.send("GET", QStringLiteral("/v2/_catalog")), "repositories"), all);
        QByteArrayList seen;
        QByteArray path = "/v2/_catalog?n=2";
        while (!path.isEmpty()) {
            const auto reply = other.send("GET", QString::fromUtf8(path));
            QCOMPARE(reply.status, 200);
            seen += strings(reply, "repositories");
            path = nextOf(reply);
        }
        QCOMPARE(seen, all);
    }

    // Referrers

    void whatRefersToADigestIsListedWithTypeAndAnnotations()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto target = manifest({});
        const auto signature = manifest(subject(target) + ",\"artifactType\":\"application/x.signature\",\"annotations\":{\"a\":\"b\"}");
        const auto plain = manifest(subject(target) + ",\"n\":1");
        const QByteArray index = "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[]" + subject(target) + "}";
        QCOMPARE(putManifest(repository, digestOf(signature), signature).status, 201); // before its subject
        QCOMPARE(putManifest(repository, "1", target).status, 201);
        QCOMPARE(putManifest(repository, digestOf(plain), plain).status, 201);
        QCOMPARE(putManifest(repository, digestOf(index), index, "application/vnd.oci.image.index.v1+json").status, 201);
        const auto reply = get("/v2/" + repository + "/referrers/" + digestOf(target));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers["content-type"], QByteArray("application/vnd.oci.image.index.v1+json"));
        QVERIFY(!reply.headers.contains("oci-filters-applied"));
        const auto body = reply.jsonBody();
        QCOMPARE(json::integer(body, "schemaVersion"), std::int64_t(2));
        const auto &manifests = json::list(body, "manifests");
        QCOMPARE(manifests.size(), std::size_t(3));
        const auto of = [&](const QByteArray &content) {
            const auto found =
                std::ranges::find_if(manifests, [&](const json::value &one) { return json::text(one, "digest") == digestOf(content).toStdString(); });
            return found == manifests.end() ? json::value() : *found;
        };
        QCOMPARE(json::text(of(signature), "artifactType"), std::string("application/x.signature"));
        QCOMPARE(json::integer(of(signature), "size"), std::int64_t(signature.size()));
        const auto whole = of(signature);
        const auto *annotations = json::find(whole, "annotations");
        QVERIFY(annotations);
        QCOMPARE(json::text(*annotations, "a"), std::string("b"));
        QCOMPARE(json::text(of(plain), "artifactType"), std::string("application/vnd.oci.empty.v1+json")); // its config's
        QVERIFY(of(index).is_object() && !json::find(of(index), "artifactType"));
        for (std::size_t i = 1; i < manifests.size(); ++i) // so that a page goes on where it stood whatever went meanwhile
            QVERIFY(json::text(manifests[i - 1], "digest") < json::text(manifests[i], "digest"));
    }

    void theFilterIsExactAndSaidToBeApplied()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto target = manifest({});
        for (const char *type : {"application/x.a", "application/x.ab"}) {
            const auto body = manifest(subject(target) + ",\"artifactType\":\"" + type + "\"");
            QCOMPARE(putManifest(repository, digestOf(body), body).status, 201);
        }
        const auto reply = get("/v2/" + repository + "/referrers/" + digestOf(target) + "?artifactType=application/x.a");
        QCOMPARE(reply.headers["oci-filters-applied"], QByteArray("artifactType"));
        QCOMPARE(json::list(reply.jsonBody(), "manifests").size(), std::size_t(1));
    }

    void withoutReferrersTheIndexIsEmpty_data()
    {
        QTest::addColumn<QByteArray>("repository");
        QTest::newRow("unknown subject") << QByteArray("team/t1");
        QTest::newRow("unknown image") << QByteArray("none/none");
    }
    void withoutReferrersTheIndexIsEmpty()
    {
        QFETCH(QByteArray, repository);
        const auto reply = get("/v2/" + repository + "/referrers/" + digestOf("nothing"));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("\"manifests\":[]"));
    }

    void aMalformedDigestIs400() { QCOMPARE(get("/v2/team/t1/referrers/sha256:x").status, 400); }

    void aDeletedReferrerIsListedNoMore()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto target = manifest({});
        const auto signature = manifest(subject(target));
        QCOMPARE(putManifest(repository, digestOf(signature), signature).status, 201);
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + digestOf(signature)).status, 202);
        QVERIFY(get("/v2/" + repository + "/referrers/" + digestOf(target)).body.contains("\"manifests\":[]"));
    }

    void theListUnderTheFallbackTagIsMerged()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "{}"), 201);
        const auto target = manifest({});
        const auto old = manifest(",\"old\":1"); // names no subject, as clients of old registries push it
        const auto both = manifest(subject(target) + ",\"n\":2");
        QCOMPARE(putManifest(repository, digestOf(old), old).status, 201);
        QCOMPARE(putManifest(repository, digestOf(both), both).status, 201);
        const auto list = makeIndex({old, both});
        QCOMPARE(putManifest(repository, digestOf(target).replace(':', '-'), list, "application/vnd.oci.image.index.v1+json").status, 201);
        const auto body = get("/v2/" + repository + "/referrers/" + digestOf(target)).jsonBody();
        const auto &manifests = json::list(body, "manifests");
        QCOMPARE(manifests.size(), std::size_t(2));
        QByteArrayList digests{digestOf(both), digestOf(old)};
        std::ranges::sort(digests); // the order in which pages go on
        QCOMPARE(json::text(manifests[0], "digest"), digests[0].toStdString());
        QCOMPARE(json::text(manifests[1], "digest"), digests[1].toStdString());
    }
};

QTEST_GUILESS_MAIN(ListTest)
#include "ListTest.moc"
