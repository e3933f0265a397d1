// SPDX-License-Identifier: Apache-2.0
#include "core/Time.h"
#include "registry/NcrFixture.h"

using namespace berth;
using namespace berth::test;

/// NCR's public API: calls 1–5 and 25–33, their envelope, paging and addresses.
class NcrApiTest : public NcrFixture {
    Q_OBJECT

private:
    QByteArray createRegistry(const QByteArray &name)
    {
        return code(ncr("POST", "registries", "{\"project_name\":\"" + name + "\"}")) == 200 ? name : QByteArray();
    }
    /// A registry with one image "app" that has the tags 1 and 2 on one artifact and 3 on another.
    QByteArray filledRegistry()
    {
        const auto name = "reg" + QByteArray::number(++m_count);
        m_first = makeImage(m_count * 2);
        m_second = makeImage(m_count * 2 + 1);
        const bool good = push(name + "/app", "1", m_first) == 201 && push(name + "/app", "2", m_first) == 201 && push(name + "/app", "3", m_second) == 201;
        return good ? name : QByteArray();
    }
    int m_count = 0;
    TestImage m_first;
    TestImage m_second;

private Q_SLOTS:
    // Keys

    void withoutTheRightKeyPairEveryCallFails_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("no headers") << QByteArray() << QByteArray();
        QTest::newRow("no secret") << QByteArray(RegistryProcess::keyId) << QByteArray();
        QTest::newRow("wrong secret") << QByteArray(RegistryProcess::keyId) << QByteArray("wrong");
        QTest::newRow("unknown key") << QByteArray("nobody") << QByteArray(RegistryProcess::secret);
    }
    void withoutTheRightKeyPairEveryCallFails()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, secret);
        QList<std::pair<QByteArray, QByteArray>> headers;
        if (!id.isEmpty())
            headers.emplaceBack("X-TC-AUTHENTICATION-ID", id);
        if (!secret.isEmpty())
            headers.emplaceBack("X-TC-AUTHENTICATION-SECRET", secret);
        const auto reply = call({"GET", registry.url(QStringLiteral("/ncr/v2.0/appkeys/local/registries")), headers, {}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(code(reply.jsonBody()), 10401);
    }

    void anotherAppKeyIsUnknown() { QCOMPARE(code(registry.manage("GET", QStringLiteral("/ncr/v2.0/appkeys/other/registries")).jsonBody()), 10404); }

    // Registries

    void aNewServerHasTheLibraryOnly()
    {
        const auto reply = ncr("GET", "registries");
        QCOMPARE(code(reply), 200);
        QCOMPARE(names(reply, "registries"), QByteArrayList{"library"});
    }

    void aRegistryIsCreatedShownAndDeleted()
    {
        QCOMPARE(code(ncr("POST", "registries", "{\"project_name\":\"made\",\"metadata\":{\"auto_scan\":\"true\"},\"unknown\":1}")), 200);
        const auto reply = ncr("GET", "registries/made");
        QCOMPARE(code(reply), 200);
        const auto &made = *json::find(reply, "registry");
        QCOMPARE(json::text(made, "name"), std::string("made"));
        QVERIFY(json::integer(made, "project_id") > 0);
        QCOMPARE(json::integer(made, "repo_count", -1), std::int64_t(0));
        QCOMPARE(json::integer(made, "registry_id", -1), std::int64_t(0));
        QCOMPARE(json::integer(made, "usage", -1), std::int64_t(0));
        QCOMPARE(json::text(made, "uri"), registry.host().toStdString() + "/made");
        QCOMPARE(json::text(*json::find(made, "metadata"), "auto_scan"), std::string("true"));
        QVERIFY(fromRfc3339(json::text(made, "creation_time")) > 0);
        QCOMPARE(code(ncr("DELETE", "registries/made")), 200);
        QCOMPARE(code(ncr("GET", "registries/made")), 10404);
        QCOMPARE(createRegistry("made"), QByteArray("made")); // the name is free again
    }

    void aRegistryThatCannotBeMadeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("result");
        const auto row = [](const char *body, int result) { QTest::newRow(*body ? body : "(empty)") << QByteArray(body) << result; };
        row("{\"project_name\":\"library\"}", 10409);
        row("{\"project_name\":\"Upper\"}", 10400);
        row("{\"project_name\":\"a--b\"}", 10400);
        row("{\"project_name\":\"a/b\"}", 10400);
        row("{\"project_name\":\"v2\"}", 10400);
        row("{\"project_name\":\"\"}", 10400);
        row("{\"project_name\":7}", 10400);
        row("{}", 10400);
        row("[]", 10400);
        row("", 10400);
        row("hello", 10400);
        row("{\"project_name\":\"twice\",\"project_name\":\"twice\"}", 10400);
        row("{\"project_name\":\"meta\",\"metadata\":{\"public\":true}}", 10400);
        row("{\"project_name\":\"meta\",\"metadata\":[]}", 10400);
    }
    void aRegistryThatCannotBeMadeIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, result);
        QCOMPARE(code(ncr("POST", "registries", body)), result);
    }

    void changingMetadataKeepsWhatIsLeftOut()
    {
        QCOMPARE(code(ncr("POST", "registries", "{\"project_name\":\"changed\",\"metadata\":{\"a\":\"1\",\"b\":\"2\"}}")), 200);
        QCOMPARE(code(ncr("PUT", "registries/changed", "{\"metadata\":{\"b\":\"3\",\"c\":\"4\"}}")), 200);
        const auto reply = ncr("GET", "registries/changed");
        const auto &metadata = *json::find(*json::find(reply, "registry"), "metadata");
        QCOMPARE(json::text(metadata, "a") + json::text(metadata, "b") + json::text(metadata, "c"), std::string("134"));
        QCOMPARE(code(ncr("PUT", "registries/changed", "{\"metadata\":{\"b\":3}}")), 10400);
        QCOMPARE(code(ncr("PUT", "registries/none", "{\"metadata\":{}}")), 10404);
    }

    void onlyAnEmptyRegistryIsDeleted()
    {
        const auto name = filledRegistry();
        QCOMPARE(code(ncr("DELETE", "registries/" + name)), 10412);
        QCOMPARE(code(ncr("DELETE", "registries/" + name + "/images/app")), 200);
        QCOMPARE(code(ncr("DELETE", "registries/" + name)), 200);
        QCOMPARE(code(ncr("DELETE", "registries/" + name)), 10404);
        QCOMPARE(code(ncr("DELETE", "registries/library")), 10412);
    }

    void aNumberIsAnIdUnlessSaidToBeAName()
    {
        QCOMPARE(createRegistry("other"), QByteArray("other"));
        const auto other = ncr("GET", "registries/other");
        const auto id = QByteArray::number(qlonglong(json::integer(*json::find(other, "registry"), "project_id")));
        QCOMPARE(createRegistry(id), id); // a registry whose name is the other's number
        const auto nameOf = [&](const json::value &reply) { return QByteArray::fromStdString(json::text(*json::find(reply, "registry"), "name")); };
        QCOMPARE(nameOf(ncr("GET", "registries/" + id)), QByteArray("other"));
        QCOMPARE(nameOf(ncr("GET", "registries/" + id, {}, {"X-Is-Resource-Name: false"})), QByteArray("other"));
        QCOMPARE(nameOf(ncr("GET", "registries/" + id, {}, {"X-Is-Resource-Name: true"})), id);
        QCOMPARE(code(ncr("GET", "registries/" + id, {}, {"X-Is-Resource-Name: maybe"})), 10400);
        QCOMPARE(code(ncr("GET", "registries/987654")), 10404);
        QCOMPARE(code(ncr("GET", "registries/99999999999999999999999")), 10404);
        QCOMPARE(code(ncr("DELETE", "registries/" + id, {}, {"X-Is-Resource-Name: true"})), 200);
        QCOMPARE(code(ncr("GET", "registries/other")), 200);
    }

    // Paging

    void pagesCountFromOneAndTheLastMayBeEmpty()
    {
        RegistryProcess fresh;
        QVERIFY(fresh.start());
        for (int i = 0; i < 10; ++i)
            QCOMPARE(code(fresh.manage("POST", QStringLiteral("/ncr/v2.0/appkeys/local/registries"), "{\"project_name\":\"p" + QByteArray::number(i) + "\"}")
                              .jsonBody()),
                200);
        const auto page = [&](const char *query) {
            return fresh.manage("GET", QStringLiteral("/ncr/v2.0/appkeys/local/registries") + QLatin1String(query)).jsonBody();
        };
        QCOMPARE(json::list(page(""), "registries").size(), std::size_t(10));
        QCOMPARE(json::list(page("?page=1&page_size=10"), "registries").size(), std::size_t(10));
        QCOMPARE(json::list(page("?page=2&page_size=10"), "registries").size(), std::size_t(1));
        const auto third = page("?page=3&page_size=10");
        QCOMPARE(code(third), 200);
        QVERIFY(json::find(third, "registries")->is_array());
        QVERIFY(json::list(third, "registries").empty());
        QCOMPARE(names(page("?page=2&page_size=3"), "registries"), (QByteArrayList{"p2", "p3", "p4"})); // by name, the library first
    }

    void aPageThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("result");
        for (const char *query :
            {"page=0", "page=-1", "page=x", "page=", "page_size=0", "page_size=-5", "page_size=ten", "page_size=1.5", "page=99999999999999999999"})
            QTest::newRow(query) << QByteArray(query) << 10400;
        QTest::newRow("more than 100 is clamped") << QByteArray("page_size=1000") << 200;
    }
    void aPageThatCannotBeIsRefused()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, result);
        QCOMPARE(code(ncr("GET", "registries?" + query)), result);
        QCOMPARE(code(ncr("GET", "registries/library/images?" + query)), result);
    }

    void moreThanAHundredImagesComeInClampedPages()
    {
        for (int i = 0; i < 105; ++i)
            QCOMPARE(send("POST", "/v2/many/i" + QByteArray::number(1000 + i) + "/blobs/uploads/").status, 202);
        const auto first = ncr("GET", "registries/many/images?page_size=1000");
        QCOMPARE(json::list(first, "images").size(), std::size_t(100));
        const auto second = names(ncr("GET", "registries/many/images?page_size=1000&page=2"), "images");
        QCOMPARE(second.size(), 5);
        QCOMPARE(second.first(), QByteArray("many/i1100"));
    }

    // Images

    void anImageIsListedAndShown()
    {
        const auto name = filledRegistry();
        const auto list = ncr("GET", "registries/" + name + "/images");
        QCOMPARE(names(list, "images"), QByteArrayList{name + "/app"});
        const auto reply = ncr("GET", "registries/" + name + "/images/app");
        const auto &image = *json::find(reply, "image");
        QCOMPARE(json::text(image, "name"), (name + "/app").toStdString());
        QCOMPARE(json::integer(image, "artifact_count"), std::int64_t(2));
        QCOMPARE(json::integer(image, "pull_count", -1), std::int64_t(0));
        QVERIFY(json::integer(image, "project_id") > 0);
        QCOMPARE(code(ncr("GET", "registries/" + name + "/images/none")), 10404);
        QCOMPARE(code(ncr("GET", "registries/none/images")), 10404);
        QCOMPARE(code(ncr("GET", "registries/none/images/app")), 10404);
    }

    void anImageNameWithSlashesIsReachedInEverySpelling_data()
    {
        QTest::addColumn<QByteArray>("spelling");
        for (const char *spelling : {"a/b/c", "a%2Fb%2Fc", "a%2fb%2fc", "a%252Fb%252Fc", "a%252fb/c"})
            QTest::newRow(spelling) << QByteArray(spelling);
    }
    void anImageNameWithSlashesIsReachedInEverySpelling()
    {
        QFETCH(QByteArray, spelling);
        const auto image = makeImage(900);
        QCOMPARE(push("deep/a/b/c", "1", image), 201);
        QCOMPARE(json::text(*json::find(ncr("GET", "registries/deep/images/" + spelling), "image"), "name"), std::string("deep/a/b/c"));
        QCOMPARE(names(ncr("GET", "registries/deep/images/" + spelling + "/artifacts"), "artifacts", "digest"), QByteArrayList{image.digest()});
        QCOMPARE(code(ncr("GET", "registries/deep/images/" + spelling + "/artifacts/" + image.digest())), 200);
        QCOMPARE(code(ncr("GET", "registries/deep/images/" + spelling + "/artifacts/" + image.digest().replace(':', "%3A"))), 200);
        QCOMPARE(names(ncr("GET", "registries/deep/images/" + spelling + "/artifacts/1/tags"), "tags"), QByteArrayList{"1"});
    }

    void aNameThatBreaksTheGrammarIsRefused()
    {
        QCOMPARE(code(ncr("GET", "registries/library/images/A")), 10400);
        QCOMPARE(code(ncr("GET", "registries/library/images/a%25252Fb")), 10400);
        QCOMPARE(code(ncr("GET", "registries/library/images/a%zz")), 10400);
    }

    void aDeletedImageIsGoneForEveryone()
    {
        const auto name = filledRegistry();
        QCOMPARE(get("/v2/" + name + "/app/manifests/1").status, 200); // into the cache
        QCOMPARE(code(ncr("DELETE", "registries/" + name + "/images/app")), 200);
        QCOMPARE(code(ncr("GET", "registries/" + name + "/images/app")), 10404);
        QCOMPARE(get("/v2/" + name + "/app/manifests/1").status, 404);
        QCOMPARE(get("/v2/" + name + "/app/blobs/" + digestOf(m_first.config)).status, 404);
        QCOMPARE(code(ncr("DELETE", "registries/" + name + "/images/app")), 10404);
    }

    // Artifacts

    void artifactsAreListedNewestFirstWithTags()
    {
        const auto name = filledRegistry();
        const auto reply = ncr("GET", "registries/" + name + "/images/app/artifacts");
        QCOMPARE(names(reply, "artifacts", "digest"), (QByteArrayList{m_second.digest(), m_first.digest()}));
        const auto &artifact = json::list(reply, "artifacts")[1];
        QCOMPARE(json::text(artifact, "manifest_media_type"), std::string("application/vnd.oci.image.manifest.v1+json"));
        QCOMPARE(json::text(artifact, "media_type"), std::string("application/vnd.oci.image.config.v1+json"));
        QCOMPARE(json::text(artifact, "type"), std::string("IMAGE"));
        QCOMPARE(json::integer(artifact, "size"), std::int64_t(m_first.manifest.size() + m_first.config.size() + 2000));
        QCOMPARE(json::text(*json::find(artifact, "extra_attrs"), "architecture"), std::string("amd64"));
        QCOMPARE(json::text(*json::find(artifact, "extra_attrs"), "os"), std::string("linux"));
        QCOMPARE(json::list(artifact, "tags").size(), std::size_t(2));
        QVERIFY(json::find(artifact, "references")->is_null());
        QCOMPARE(code(ncr("GET", "registries/" + name + "/images/none/artifacts")), 10404);
    }

    void anArtifactIsFoundByDigestOrTag()
    {
        const auto name = filledRegistry();
        for (const auto &reference : {QByteArray("1"), QByteArray("2"), m_first.digest()})
            QCOMPARE(json::text(*json::find(ncr("GET", "registries/" + name + "/images/app/artifacts/" + reference), "artifact"), "digest"),
                m_first.digest().toStdString());
        QCOMPARE(code(ncr("GET", "registries/" + name + "/images/app/artifacts/none")), 10404);
        QCOMPARE(code(ncr("GET", "registries/" + name + "/images/app/artifacts/" + digestOf("none"))), 10404);
    }

    void anIndexShowsItsPlatformsBelowItself()
    {
        const auto arm = makeImage(901, 1, 500, "arm64");
        QCOMPARE(push("multi/app", "arm", arm), 201);
        QCOMPARE(send("DELETE", "/v2/multi/app/manifests/arm").status, 202); // untagged, as clients push platforms
        const auto index = makeIndex({arm.manifest});
        QCOMPARE(putManifest("multi/app", "1", index, "application/vnd.oci.image.index.v1+json").status, 201);
        const auto reply = ncr("GET", "registries/multi/images/app/artifacts");
        QCOMPARE(names(reply, "artifacts", "digest"), QByteArrayList{digestOf(index)});
        const auto &references = json::list(json::list(reply, "artifacts")[0], "references");
        QCOMPARE(references.size(), std::size_t(1));
        QCOMPARE(json::text(references[0], "child_digest"), arm.digest().toStdString());
        QCOMPARE(json::text(*json::find(references[0], "platform"), "architecture"), std::string("arm64"));
        QCOMPARE(json::integer(*json::find(ncr("GET", "registries/multi/images/app"), "image"), "artifact_count"), std::int64_t(1));
        const auto refused = ncr("DELETE", "registries/multi/images/app/artifacts/" + arm.digest());
        QCOMPARE(code(refused), 10412);
        QVERIFY(message(refused).contains("referenced by"));
        QCOMPARE(code(ncr("DELETE", "registries/multi/images/app/artifacts/1")), 200);
        QCOMPARE(get("/v2/multi/app/manifests/" + arm.digest()).status, 404); // went along
    }

    void aDeletedArtifactTakesItsTagsOnly()
    {
        const auto name = filledRegistry();
        QCOMPARE(code(ncr("DELETE", "registries/" + name + "/images/app/artifacts/" + m_first.digest())), 200);
        QCOMPARE(get("/v2/" + name + "/app/manifests/1").status, 404);
        QCOMPARE(get("/v2/" + name + "/app/manifests/2").status, 404);
        QCOMPARE(get("/v2/" + name + "/app/manifests/3").status, 200);
        QCOMPARE(code(ncr("DELETE", "registries/" + name + "/images/app/artifacts/" + m_first.digest())), 10404);
    }

    // Tags

    void tagsOfAnArtifactAreListedNewestFirst()
    {
        const auto name = filledRegistry();
        QCOMPARE(names(ncr("GET", "registries/" + name + "/images/app/artifacts/1/tags"), "tags"), (QByteArrayList{"2", "1"}));
        QCOMPARE(names(ncr("GET", "registries/" + name + "/images/app/artifacts/1/tags?page_size=1&page=2"), "tags"), QByteArrayList{"1"});
        QCOMPARE(code(ncr("GET", "registries/" + name + "/images/app/artifacts/none/tags")), 10404);
        QCOMPARE(code(ncr("GET", "registries/" + name + "/images/app/artifacts/1/tags?page=0")), 10400);
    }

    void aTagIsCreatedButNeverMoved_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("result");
        QTest::newRow("new") << QByteArray("{\"name\":\"new\"}") << 200;
        QTest::newRow("128 characters") << "{\"name\":\"" + QByteArray(128, 'n') + "\"}" << 200;
        QTest::newRow("129 characters") << "{\"name\":\"" + QByteArray(129, 'n') + "\"}" << 10400;
        QTest::newRow("on this artifact already") << QByteArray("{\"name\":\"1\"}") << 10409;
        QTest::newRow("on another artifact") << QByteArray("{\"name\":\"3\"}") << 10409;
        QTest::newRow("bad name") << QByteArray("{\"name\":\".bad\"}") << 10400;
        QTest::newRow("empty name") << QByteArray("{\"name\":\"\"}") << 10400;
        QTest::newRow("no name") << QByteArray("{}") << 10400;
        QTest::newRow("no object") << QByteArray("[]") << 10400;
        QTest::newRow("no JSON") << QByteArray("x") << 10400;
    }
    void aTagIsCreatedButNeverMoved()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, result);
        const auto name = filledRegistry();
        QCOMPARE(code(ncr("POST", "registries/" + name + "/images/app/artifacts/" + m_first.digest() + "/tags", body)), result);
        QCOMPARE(get("/v2/" + name + "/app/manifests/3").body, m_second.manifest);
        if (result == 200)
            QCOMPARE(get("/v2/" + name + "/app/manifests/" + body.mid(9, body.size() - 11)).body, m_first.manifest);
    }

    void aTagOnNothingIsNotCreated()
    {
        const auto name = filledRegistry();
        QCOMPARE(code(ncr("POST", "registries/" + name + "/images/app/artifacts/none/tags", "{\"name\":\"new\"}")), 10404);
        QCOMPARE(code(ncr("POST", "registries/" + name + "/images/none/artifacts/1/tags", "{\"name\":\"new\"}")), 10404);
    }

    void aDeletedTagLeavesItsArtifact()
    {
        const auto name = filledRegistry();
        const QByteArray tags = "registries/" + name + "/images/app/artifacts/" + m_first.digest() + "/tags/";
        QCOMPARE(code(ncr("DELETE", tags + "1")), 200);
        QCOMPARE(get("/v2/" + name + "/app/manifests/1").status, 404);
        QCOMPARE(code(ncr("DELETE", tags + "1")), 10404);
        QCOMPARE(code(ncr("DELETE", tags + "3")), 10404); // another artifact's
        QCOMPARE(code(ncr("DELETE", tags + "2")), 200);
        QCOMPARE(get("/v2/" + name + "/app/manifests/" + m_first.digest()).status, 200); // untagged now
        QVERIFY(json::find(*json::find(ncr("GET", "registries/" + name + "/images/app/artifacts/" + m_first.digest()), "artifact"), "tags")->is_null());
        QCOMPARE(json::integer(*json::find(ncr("GET", "registries/" + name + "/images/app"), "image"), "artifact_count"), std::int64_t(2));
    }

    // The rest

    void aWrongMethodIsToldSo_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *method, const char *path) { QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path); };
        row("PUT", "registries");
        row("POST", "registries/library");
        row("POST", "registries/library/images");
        row("PUT", "registries/library/images/app");
        row("POST", "registries/library/images/app/artifacts");
        row("PUT", "registries/library/images/app/artifacts/1");
        row("PUT", "registries/library/images/app/artifacts/1/tags");
        row("GET", "registries/library/images/app/artifacts/1/tags/1");
    }
    void aWrongMethodIsToldSo()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QCOMPARE(code(ncr(method, path)), 10405);
    }

    void callsThatAreNotServedAreNamed_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *method, const char *path) { QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path); };
        for (const char *method : {"GET", "POST"}) {
            row(method, "replications/policies");
            row(method, "replications/executions");
            row(method, "endpoints");
        }
        for (const char *method : {"PUT", "DELETE"}) {
            row(method, "replications/policies/1");
            row(method, "endpoints/1");
        }
        row("GET", "registries/library/images/app/artifacts/1/additions/vulnerabilities");
        row("POST", "registries/library/images/app/artifacts/1/scan");
        row("GET", "replications/policies/1");
        row("GET", "replications/executions/1/tasks");
        row("GET", "replications/executions/1/tasks/1/log");
        row("GET", "scanAll/schedule");
        row("PUT", "scanAll/schedule");
        row("GET", "CVEAllowlist");
        row("PUT", "CVEAllowlist");
    }
    void callsThatAreNotServedAreNamed()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        const auto reply = ncr(method, path);
        QCOMPARE(code(reply), 10501);
        QVERIFY2(message(reply).startsWith(method + " " + at(path)), message(reply).constData());
    }

    void anUnknownCallIsAFailure()
    {
        QCOMPARE(code(ncr("GET", "nothing")), 10404);
        QCOMPARE(code(ncr("GET", "")), 10404);
    }
};

QTEST_GUILESS_MAIN(NcrApiTest)
#include "NcrApiTest.moc"
