// SPDX-License-Identifier: Apache-2.0
#include "core/Hasher.h"
#include "support/RegistryFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

constexpr const char *ociManifest = "application/vnd.oci.image.manifest.v1+json";
constexpr const char *ociIndex = "application/vnd.oci.image.index.v1+json";
constexpr const char *dockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
constexpr const char *dockerList = "application/vnd.docker.distribution.manifest.list.v2+json";

QByteArray descriptor(const char *type, const QByteArray &blob, const QByteArray &more = {})
{
    return "{\"mediaType\":\"" + QByteArray(type) + "\",\"digest\":\"" + digestOf(blob) + "\",\"size\":" + QByteArray::number(blob.size()) + more + "}";
}

/// A manifest with the configuration "{}" and the given layers; `more` goes in at its end.
QByteArray manifestWith(const QByteArray &layers, const QByteArray &more = {})
{
    return "{\"schemaVersion\":2,\"config\":" + descriptor("application/vnd.oci.empty.v1+json", "{}") + ",\"layers\":[" + layers + "]" + more + "}";
}

} // namespace

class ManifestTest : public RegistryFixture {
    Q_OBJECT

private:
    /// A new repository that holds the blob "{}".
    QByteArray prepared()
    {
        const auto repository = newRepository();
        return upload(repository, "{}") == 201 ? repository : QByteArray();
    }
    HttpReply getManifest(const QByteArray &repository, const QByteArray &reference, const QByteArray &accept = {}) const
    {
        QList<std::pair<QByteArray, QByteArray>> headers;
        if (!accept.isEmpty())
            headers.emplaceBack("Accept", accept);
        return send("GET", "/v2/" + repository + "/manifests/" + reference, {}, headers);
    }

private Q_SLOTS:
    // Push and pull

    void aManifestComesBackByteForByteUnderItsType_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type : {ociManifest, dockerManifest})
            QTest::newRow(type) << QByteArray(type);
    }
    void aManifestComesBackByteForByteUnderItsType()
    {
        QFETCH(QByteArray, type);
        const auto repository = prepared();
        const auto manifest = manifestWith({}, ",\"custom\" :\t{ \"kept\" : [1.50, 1e3, \"\\u00e9\"] }\n");
        const auto put = putManifest(repository, "v1", manifest, type + "; charset=utf-8");
        QCOMPARE(put.status, 201);
        QCOMPARE(put.headers["docker-content-digest"], digestOf(manifest));
        QCOMPARE(put.headers["location"], "/v2/" + repository + "/manifests/" + digestOf(manifest));
        for (const auto &reference : {QByteArray("v1"), digestOf(manifest)}) {
            const auto reply = getManifest(repository, reference);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.body, manifest);
            QCOMPARE(reply.headers["content-type"], type);
            QCOMPARE(reply.headers["docker-content-digest"], digestOf(manifest));
            QCOMPARE(reply.headers["etag"], "\"" + digestOf(manifest) + "\"");
        }
        QCOMPARE(get(put.headers["location"]).body, manifest);
    }

    void headOfAManifestTellsLengthTypeAndDigest()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        QCOMPARE(putManifest(repository, "v1", manifest).status, 201);
        const auto reply = sendRaw("HEAD", "/v2/" + repository + "/manifests/v1");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers["content-length"], QByteArray::number(manifest.size()));
        QCOMPARE(reply.headers["content-type"], QByteArray(ociManifest));
        QCOMPARE(reply.headers["docker-content-digest"], digestOf(manifest));
        QCOMPARE(sendRaw("HEAD", "/v2/" + repository + "/manifests/none").status, 404);
    }

    void anUnchangedManifestIs304()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        QCOMPARE(putManifest(repository, "v1", manifest).status, 201);
        QCOMPARE(send("GET", "/v2/" + repository + "/manifests/v1", {}, {{"If-None-Match", "\"" + digestOf(manifest) + "\""}}).status, 304);
    }

    void theStoredTypeIsServedWhateverAcceptSays_data()
    {
        QTest::addColumn<QByteArray>("accept");
        for (const char *accept : {dockerManifest, "text/html", "application/vnd.docker.distribution.manifest.v1+prettyjws", "*/*"})
            QTest::newRow(accept) << QByteArray(accept);
    }
    void theStoredTypeIsServedWhateverAcceptSays()
    {
        QFETCH(QByteArray, accept);
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        const auto index = makeIndex({manifest});
        QCOMPARE(putManifest(repository, "v1", manifest).status, 201);
        QCOMPARE(putManifest(repository, "multi", index, ociIndex).status, 201);
        QCOMPARE(getManifest(repository, "v1", accept).headers["content-type"], QByteArray(ociManifest));
        QCOMPARE(getManifest(repository, "multi", accept).body, index);
    }

    void anUnknownReferenceIs404_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("image") << QByteArray("/v2/team/none/manifests/v1");
        QTest::newRow("tag") << QByteArray("/v2/team/t1/manifests/none");
        QTest::newRow("digest") << "/v2/team/t1/manifests/" + digestOf("none");
        QTest::newRow("registry") << QByteArray("/v2/none/none/manifests/v1");
        QTest::newRow("tag that cannot be") << QByteArray("/v2/team/t1/manifests/.x");
    }
    void anUnknownReferenceIs404()
    {
        QFETCH(QByteArray, path);
        const auto reply = get(path);
        QCOMPARE(reply.status, 404);
        QVERIFY(errorCode(reply) == "MANIFEST_UNKNOWN" || errorCode(reply) == "NAME_UNKNOWN");
    }

    void aMalformedDigestIs400()
    {
        const auto repository = prepared();
        QCOMPARE(errorCode(getManifest(repository, "sha256:badstring")), QByteArray("DIGEST_INVALID"));
        QCOMPARE(errorCode(putManifest(repository, "sha256:badstring", manifestWith({}))), QByteArray("DIGEST_INVALID"));
    }

    // Tags

    void aTagThatBreaksItsGrammarIsRefused_data()
    {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<int>("status");
        QTest::newRow("128 characters") << QByteArray(128, 'T') << 201;
        QTest::newRow("129 characters") << QByteArray(129, 'T') << 400;
        QTest::newRow("leading dot") << QByteArray(".a") << 400;
        QTest::newRow("leading dash") << QByteArray("-a") << 400;
        QTest::newRow("space") << QByteArray("a%20b") << 400;
        QTest::newRow("upper case") << QByteArray("V1.0-RC_2") << 201;
    }
    void aTagThatBreaksItsGrammarIsRefused()
    {
        QFETCH(QByteArray, tag);
        QFETCH(int, status);
        const auto reply = putManifest(prepared(), tag, manifestWith({}));
        QCOMPARE(reply.status, status);
        if (status == 400)
            QCOMPARE(errorCode(reply), QByteArray("MANIFEST_INVALID"));
    }

    void aTagMovesAndTheOldManifestStays()
    {
        const auto repository = prepared();
        const auto first = manifestWith({}, ",\"a\":1");
        const auto second = manifestWith({}, ",\"a\":2");
        QCOMPARE(putManifest(repository, "latest", first).status, 201);
        QCOMPARE(getManifest(repository, "latest").body, first); // into the cache
        QCOMPARE(putManifest(repository, "latest", second).status, 201);
        QCOMPARE(getManifest(repository, "latest").body, second);
        QCOMPARE(getManifest(repository, digestOf(first)).body, first);
    }

    void severalTagsComeWithOnePushByDigest()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        QByteArray query;
        for (int i = 0; i < 12; ++i)
            query += QByteArray(i ? "&" : "?") + "tag=t" + QByteArray::number(i);
        const auto reply = putManifest(repository, digestOf(manifest) + query, manifest);
        QCOMPARE(reply.status, 201);
        QVERIFY(reply.headers["oci-tag"].contains("t0"));
        QVERIFY(reply.headers["oci-tag"].contains("t11"));
        for (int i = 0; i < 12; ++i)
            QCOMPARE(getManifest(repository, "t" + QByteArray::number(i)).body, manifest);
    }

    void oneBadTagAmongSeveralRefusesAll()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        QCOMPARE(putManifest(repository, digestOf(manifest) + "?tag=good&tag=.bad", manifest).status, 400);
        QCOMPARE(getManifest(repository, "good").status, 404);
        QCOMPARE(getManifest(repository, digestOf(manifest)).status, 404);
    }

    void tagParametersGoWithADigestOnly() { QCOMPARE(putManifest(prepared(), "a?tag=b", manifestWith({})).status, 400); }

    // Digests

    void aManifestMustHaveTheDigestItIsPushedUnder()
    {
        const auto reply = putManifest(prepared(), digestOf("other"), manifestWith({}));
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("DIGEST_INVALID"));
    }

    void aManifestPushedUnderSha512IsKnownByThat()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        const auto digest = QByteArray::fromStdString(Hasher::of(manifest.toStdString(), DigestAlgorithm::Sha512).toString());
        const auto reply = putManifest(repository, digest, manifest);
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.headers["docker-content-digest"], digest);
        QCOMPARE(getManifest(repository, digest).body, manifest);
        QCOMPARE(getManifest(repository, digestOf(manifest)).status, 404);
    }

    // What is refused

    void aManifestThatIsBrokenIsManifestInvalid_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *type, const QByteArray &body) { QTest::newRow(name) << QByteArray(type) << body; };
        const QByteArray good = manifestWith({});
        row("no JSON", ociManifest, "hello");
        row("empty", ociManifest, "");
        row("key twice", ociManifest, "{\"schemaVersion\":2," + good.mid(1));
        row("broken UTF-8", ociManifest, manifestWith({}, ",\"x\":\"\xff\""));
        row("101 levels", ociManifest, manifestWith({}, ",\"x\":" + QByteArray(101, '[') + QByteArray(101, ']')));
        row("a size near the largest number", ociManifest,
            manifestWith(descriptor("application/vnd.oci.image.layer.v1.tar", "x").replace("\"size\":1", "\"size\":9223372036854775807")));
        row("a size beyond every reader", ociManifest,
            manifestWith(descriptor("application/vnd.oci.image.layer.v1.tar", "x").replace("\"size\":1", "\"size\":9007199254740993")));
        row("schemaVersion 1", ociManifest, QByteArray(good).replace("\"schemaVersion\":2", "\"schemaVersion\":1"));
        row("schemaVersion 3", ociManifest, QByteArray(good).replace("\"schemaVersion\":2", "\"schemaVersion\":3"));
        row("schema 1, signed", "application/vnd.docker.distribution.manifest.v1+prettyjws", "{\"schemaVersion\":1}");
        row("schema 1", "application/vnd.docker.distribution.manifest.v1+json", "{\"schemaVersion\":1}");
        row("types that contradict", ociManifest, manifestWith({}, ",\"mediaType\":\"" + QByteArray(dockerManifest) + "\""));
        row("an index typed as manifest", ociManifest, "{\"schemaVersion\":2,\"manifests\":[]}");
        row("a manifest typed as index", ociIndex, good);
        row("unknown type", "application/x-unknown", good);
        row("wrong config size", ociManifest, QByteArray(good).replace("\"size\":2", "\"size\":3"));
    }
    void aManifestThatIsBrokenIsManifestInvalid()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const auto reply = sendRaw("PUT", "/v2/" + prepared() + "/manifests/v1", {"Content-Type: " + type}, body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("MANIFEST_INVALID"));
    }

    void aManifestOf8MiBIsTakenAndMoreIs413_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("status");
        QTest::newRow("8 MiB") << (8 << 20) << 201;
        QTest::newRow("one byte more") << (8 << 20) + 1 << 413;
    }
    void aManifestOf8MiBIsTakenAndMoreIs413()
    {
        QFETCH(int, size);
        QFETCH(int, status);
        const auto repository = prepared();
        const auto base = manifestWith({}, ",\"pad\":\"\"");
        const auto manifest = manifestWith({}, ",\"pad\":\"" + QByteArray(size - base.size(), 'x') + "\"");
        QCOMPARE(manifest.size(), size);
        const auto reply = sendRaw("PUT", "/v2/" + repository + "/manifests/v1", {"Content-Type: application/vnd.oci.image.manifest.v1+json"}, manifest);
        QCOMPARE(reply.status, status);
        if (status == 413)
            QCOMPARE(errorCode(reply), QByteArray("MANIFEST_INVALID"));
    }

    void theTypeOfThePutMayBeMissing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("mediaType in the body") << manifestWith({}, ",\"mediaType\":\"" + QByteArray(dockerManifest) + "\"") << QByteArray(dockerManifest);
        QTest::newRow("structure of a manifest") << manifestWith({}) << QByteArray(ociManifest);
        QTest::newRow("structure of an index") << QByteArray("{\"schemaVersion\":2,\"manifests\":[]}") << QByteArray(ociIndex);
    }
    void theTypeOfThePutMayBeMissing()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const auto repository = prepared();
        QCOMPARE(sendRaw("PUT", "/v2/" + repository + "/manifests/v1", {}, body).status, 201);
        QCOMPARE(getManifest(repository, "v1").headers["content-type"], type);
    }

    void everyMissingBlobIsNamed()
    {
        const auto reply = putManifest(prepared(), "v1",
            manifestWith(descriptor("application/vnd.oci.image.layer.v1.tar", "one") + "," + descriptor("application/vnd.oci.image.layer.v1.tar", "two")));
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("MANIFEST_BLOB_UNKNOWN"));
        QVERIFY(reply.body.contains(digestOf("one")));
        QVERIFY(reply.body.contains(digestOf("two")));
    }

    void aBlobOfAnotherRepositoryCountsAsMissing()
    {
        QCOMPARE(upload(newRepository(), "elsewhere"), 201);
        QCOMPARE(errorCode(putManifest(prepared(), "v1", manifestWith(descriptor("application/vnd.oci.image.layer.v1.tar", "elsewhere")))),
            QByteArray("MANIFEST_BLOB_UNKNOWN"));
    }

    void aForeignLayerNeedNotExist_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<int>("status");
        QTest::newRow("docker") << QByteArray("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip")
                                << QByteArray(",\"urls\":[\"https://example.org/l\"]") << 201;
        QTest::newRow("OCI") << QByteArray("application/vnd.oci.image.layer.nondistributable.v1.tar") << QByteArray(",\"urls\":[\"http://example.org/l\"]")
                             << 201;
        QTest::newRow("without addresses") << QByteArray("application/vnd.oci.image.layer.nondistributable.v1.tar") << QByteArray() << 400;
        QTest::newRow("with a file address") << QByteArray("application/vnd.oci.image.layer.nondistributable.v1.tar") << QByteArray(",\"urls\":[\"file:///l\"]")
                                             << 400;
        QTest::newRow("an ordinary layer with addresses")
            << QByteArray("application/vnd.oci.image.layer.v1.tar") << QByteArray(",\"urls\":[\"https://example.org/l\"]") << 400;
    }
    void aForeignLayerNeedNotExist()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, more);
        QFETCH(int, status);
        QCOMPARE(putManifest(prepared(), "v1", manifestWith(descriptor(type.constData(), "foreign", more))).status, status);
    }

    // Indexes and subjects

    void anIndexTakesWhatIsInItsRepositoryOnly_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type : {ociIndex, dockerList})
            QTest::newRow(type) << QByteArray(type);
    }
    void anIndexTakesWhatIsInItsRepositoryOnly()
    {
        QFETCH(QByteArray, type);
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        QByteArray index = makeIndex({manifest});
        index.replace(ociIndex, type);
        const auto early = putManifest(repository, "multi", index, type);
        QCOMPARE(errorCode(early), QByteArray("MANIFEST_BLOB_UNKNOWN"));
        QVERIFY(early.body.contains(digestOf(manifest)));
        QCOMPARE(putManifest(repository, digestOf(manifest), manifest).status, 201);
        QCOMPARE(putManifest(repository, "multi", index, type).status, 201);
        QCOMPARE(getManifest(repository, "multi").body, index);
    }

    void anIndexMayHoldAnIndex()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        const auto inner = makeIndex({manifest});
        QByteArray outer = "{\"schemaVersion\":2,\"manifests\":[" + descriptor(ociIndex, inner) + "]}";
        QCOMPARE(putManifest(repository, "a", manifest).status, 201);
        QCOMPARE(putManifest(repository, "b", inner, ociIndex).status, 201);
        QCOMPARE(putManifest(repository, "c", outer, ociIndex).status, 201);
    }

    void aSubjectNeedNotExistAndIsEchoed()
    {
        const auto repository = prepared();
        const auto reply = putManifest(repository, "v1", manifestWith({}, ",\"subject\":" + descriptor(ociManifest, "not here")));
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.headers["oci-subject"], digestOf("not here"));
    }

    void aPushWithoutASubjectEchoesNone() { QVERIFY(!putManifest(prepared(), "v1", manifestWith({})).headers.contains("oci-subject")); }

    void anArtifactOfAnyTypeIsTaken()
    {
        const auto repository = prepared();
        const QByteArray data = ",\"artifactType\":\"application/vnd.example.sbom\"";
        QCOMPARE(upload(repository, "chart"), 201);
        QCOMPARE(putManifest(
                     repository, "v1", manifestWith(descriptor("application/vnd.cncf.helm.chart.content.v1.tar+gzip", "chart", ",\"data\":\"Y2hhcnQ=\""), data))
                     .status,
            201);
    }

    // Deletion

    void deletingByDigestTakesEveryTagOfIt()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({}, ",\"a\":1");
        const auto other = manifestWith({}, ",\"a\":2");
        for (const char *tag : {"1", "one"})
            QCOMPARE(putManifest(repository, tag, manifest).status, 201);
        QCOMPARE(putManifest(repository, "2", other).status, 201);
        QCOMPARE(getManifest(repository, "one").status, 200); // into the cache
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + digestOf(manifest)).status, 202);
        for (const auto &reference : {QByteArray("1"), QByteArray("one"), digestOf(manifest)})
            QCOMPARE(getManifest(repository, reference).status, 404);
        QCOMPARE(getManifest(repository, "2").body, other);
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + digestOf(manifest)).status, 404);
    }

    void deletingATagLeavesItsSiblings()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        for (const char *tag : {"1", "one"})
            QCOMPARE(putManifest(repository, tag, manifest).status, 201);
        QCOMPARE(getManifest(repository, "1").status, 200); // into the cache
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/1").status, 202);
        QCOMPARE(getManifest(repository, "1").status, 404);
        QCOMPARE(getManifest(repository, "one").body, manifest);
        QCOMPARE(getManifest(repository, digestOf(manifest)).body, manifest);
        const auto again = send("DELETE", "/v2/" + repository + "/manifests/1");
        QCOMPARE(again.status, 404);
        QCOMPARE(errorCode(again), QByteArray("MANIFEST_UNKNOWN"));
    }

    void aPlatformOfAnIndexIsNotDeleted()
    {
        const auto repository = prepared();
        const auto manifest = manifestWith({});
        const auto index = makeIndex({manifest});
        QCOMPARE(putManifest(repository, "1", manifest).status, 201);
        QCOMPARE(putManifest(repository, "multi", index, ociIndex).status, 201);
        const auto reply = send("DELETE", "/v2/" + repository + "/manifests/" + digestOf(manifest));
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("UNSUPPORTED"));
        QVERIFY(reply.body.contains("referenced by index " + digestOf(index)));
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + digestOf(index)).status, 202);
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + digestOf(manifest)).status, 202);
    }

    void whatWasDeletedMayBePushedAgain()
    {
        const auto repository = newRepository();
        const auto image = makeImage(77);
        QCOMPARE(push(repository, "1", image), 201);
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + image.digest()).status, 202);
        QCOMPARE(push(repository, "1", image), 201);
        QCOMPARE(getManifest(repository, "1").body, image.manifest);
    }

    void manyPushesAtOnceAreAllStored()
    {
        const auto repository = prepared();
        std::vector<std::unique_ptr<RawConnection>> pushers;
        QList<QByteArray> manifests;
        for (int i = 0; i < 20; ++i) {
            manifests << manifestWith({}, ",\"n\":" + QByteArray::number(i));
            pushers.push_back(std::make_unique<RawConnection>(registry.host()));
            // One of them is refused, and spares the others.
            const auto body = i == 7 ? manifestWith(descriptor("application/vnd.oci.image.layer.v1.tar", "missing")) : manifests.back();
            pushers.back()->send(head("PUT", "/v2/" + repository + "/manifests/t" + QByteArray::number(i), registry.host().toUtf8(),
                                     {"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret),
                                         "Content-Length: " + QByteArray::number(body.size()), "Content-Type: application/vnd.oci.image.manifest.v1+json"})
                + body);
        }
        for (int i = 0; i < 20; ++i)
            QCOMPARE(pushers[std::size_t(i)]->receive().status, i == 7 ? 400 : 201);
        for (int i = 0; i < 20; ++i) {
            if (i != 7)
                QCOMPARE(getManifest(repository, "t" + QByteArray::number(i)).body, manifests[i]);
        }
    }
};

QTEST_GUILESS_MAIN(ManifestTest)
#include "ManifestTest.moc"
