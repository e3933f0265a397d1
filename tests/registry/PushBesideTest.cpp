// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include "support/AccessFixture.h"

using namespace berth;
using namespace berth::test;

/// Pushes that used to break for no fault of their own: beside deletions, after a line that was cut, over damage.
class PushBesideTest : public AccessFixture {
    Q_OBJECT

private:
    const QByteArray m_credentials = "Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret);

    int headBlob(const QByteArray &repository, const QByteArray &blob) const { return send("HEAD", "/v2/" + repository + "/blobs/" + digestOf(blob)).status; }
    QString fileOf(const QByteArray &blob) const
    {
        const auto hex = QString::fromLatin1(digestOf(blob).mid(7));
        return registry.folder() + QStringLiteral("/blobs/sha256/") + hex.left(2) + QLatin1Char('/') + hex;
    }
    /// A manifest over blobs that are somewhere already.
    static QByteArray manifestOver(const QByteArray &config, const QList<QByteArray> &layers)
    {
        const auto descriptor = [](const char *type, const QByteArray &blob) {
            return "{\"mediaType\":\"" + QByteArray(type) + "\",\"digest\":\"" + digestOf(blob) + "\",\"size\":" + QByteArray::number(blob.size()) + "}";
        };
        QByteArray list;
        for (const auto &layer : layers)
            list += (list.isEmpty() ? "" : ",") + descriptor("application/vnd.oci.image.layer.v1.tar+gzip", layer);
        return "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":"
            + descriptor("application/vnd.oci.image.config.v1+json", config) + ",\"layers\":[" + list + "]}";
    }

private Q_SLOTS:
    // Deletions

    void whatAPushReliedOnSurvivesADeletionBesideIt_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what : {"artifact by digest", "artifact by NCR's call", "image"})
            QTest::newRow(what) << QByteArray(what);
    }
    void whatAPushReliedOnSurvivesADeletionBesideIt()
    {
        QFETCH(QByteArray, what);
        const auto repository = newRepository();
        const auto first = makeImage(int(what.size()), 1);
        QCOMPARE(push(repository, "v1", first), 201);
        QCOMPARE(headBlob(repository, first.layers[0]), 200); // so that a client skips the upload
        const QByteArray config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"second\":true}";
        QCOMPARE(upload(repository, config), 201);
        if (what == "artifact by digest")
            QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + first.digest()).status, 202);
        else if (what == "image")
            QCOMPARE(ncrCall(administrator(), "DELETE", "registries/team/images/" + repository.mid(5)), 200);
        else
            QCOMPARE(ncrCall(administrator(), "DELETE", "registries/team/images/" + repository.mid(5) + "/artifacts/" + first.digest()), 200);
        const auto manifest = manifestOver(config, {first.layers[0]});
        const auto put = putManifest(repository, "v2", manifest);
        QVERIFY2(put.status == 201, put.body);
        QCOMPARE(get("/v2/" + repository + "/blobs/" + digestOf(first.layers[0])).body, first.layers[0]);
    }

    void anUploadGoesOnWhileItsImageIsDeleted()
    {
        const auto repository = newRepository();
        QCOMPARE(push(repository, "v1", makeImage(20, 1)), 201);
        const auto location = openUpload(repository);
        QCOMPARE(send("PATCH", location, "first half, ").status, 202);
        QCOMPARE(ncrCall(administrator(), "DELETE", "registries/team/images/" + repository.mid(5)), 200);
        const QByteArray whole = "first half, second half";
        QCOMPARE(send("PUT", location + "?digest=" + digestOf(whole), "second half").status, 201);
        QCOMPARE(headBlob(repository, whole), 200);
    }

    void deletedContentCountsNoMoreThoughItsBlobsLingerForPushes()
    {
        const auto repository = newRepository();
        const auto image = makeImage(21, 1, 50'000);
        QCOMPARE(push(repository, "v1", image), 201);
        QCOMPARE(push(repository, "kept", makeImage(22, 1, 100)), 201);
        QCOMPARE(send("DELETE", "/v2/" + repository + "/manifests/" + image.digest()).status, 202);
        const auto reply = registry.manage("GET", QStringLiteral("/ncr/v2.0/appkeys/local/registries/team/images/") + QString::fromUtf8(repository.mid(5)));
        const auto body = reply.jsonBody();
        const auto *object = json::find(body, "image");
        QVERIFY2(object, reply.body);
        QVERIFY2(json::integer(*object, "usage") < 50'000, reply.body);
    }

    void aBlobDeletedByItselfGoesAtOnce()
    {
        const auto repository = newRepository();
        QCOMPARE(upload(repository, "a blob alone"), 201);
        QCOMPARE(send("DELETE", "/v2/" + repository + "/blobs/" + digestOf("a blob alone")).status, 202);
        QCOMPARE(headBlob(repository, "a blob alone"), 404);
    }

    // Lines that are cut

    void aPutThatWasCutCanBeSentAgain()
    {
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        QCOMPARE(send("PATCH", location, QByteArray(700'000, 'a')).status, 202);
        const QByteArray rest(2'000'000, 'b');
        const auto digest = digestOf(QByteArray(700'000, 'a') + rest);
        {
            RawConnection connection(registry.host());
            connection.send(
                head("PUT", location + "?digest=" + digest, registry.host().toUtf8(), {m_credentials, "Content-Length: 2000000"}) + rest.left(1'200'000));
            QTest::qWait(200);
            connection.abort();
        }
        QTRY_COMPARE(send("GET", location).headers.value("range"), QByteArray("0-699999"));
        HttpReply reply;
        for (int i = 0; i < 50 && reply.status != 201; ++i) { // the cut takes a moment to arrive
            reply = send("PUT", location + "?digest=" + digest, rest);
            QTest::qWait(20);
        }
        QVERIFY2(reply.status == 201, reply.body);
        QCOMPARE(get("/v2/" + repository + "/blobs/" + digest).body.size(), qsizetype(2'700'000));
    }

    void theStateOfAnUploadIsToldWhileItRuns()
    {
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        RawConnection connection(registry.host());
        connection.send(head("PATCH", location, registry.host().toUtf8(), {m_credentials, "Transfer-Encoding: chunked"}) + "100000\r\n"
            + QByteArray(0x100000, 'x') + "\r\n");
        // Whole pieces of it are safe while the request is still open.
        QTRY_VERIFY_WITH_TIMEOUT(send("GET", location).headers.value("range") != "0-0", 5'000);
        QCOMPARE(send("GET", location).status, 204);
        QCOMPARE(send("PATCH", location, "y").status, 400); // two at once it is not
        connection.send("0\r\n\r\n");
        QCOMPARE(connection.receive().status, 202);
        QCOMPARE(send("GET", location).headers.value("range"), QByteArray("0-1048575"));
        QCOMPARE(send("GET", "/v2/team/elsewhere" + location.mid(location.indexOf("/blobs/"))).status, 404);
    }

    void theStateOfAnUploadOutlivesARestart()
    {
        const auto repository = newRepository();
        const auto location = openUpload(repository);
        QCOMPARE(send("PATCH", location, QByteArray(300'000, 'r')).status, 202);
        registry.kill();
        QVERIFY(registry.start());
        QCOMPARE(send("GET", location).headers.value("range"), QByteArray("0-299999"));
        QCOMPARE(send("PUT", location + "?digest=" + digestOf(QByteArray(300'000, 'r') + "s"), "s").status, 201);
    }

    // The first thing of an image

    void aManifestMayBeTheFirstThingOfAnImage()
    {
        const auto repository = newRepository();
        const auto index = makeIndex({});
        const auto reply = putManifest(repository, "v1", index, "application/vnd.oci.image.index.v1+json");
        QVERIFY2(reply.status == 201, reply.body);
        QCOMPARE(get("/v2/" + repository + "/manifests/v1").body, index);
        QCOMPARE(get("/v2/" + repository + "/tags/list").status, 200);
    }

    void aManifestThatIsRefusedMakesNoImage()
    {
        const auto repository = newRepository();
        const auto reply = putManifest(repository, "v1", makeImage(30).manifest);
        QCOMPARE(reply.status, 400);
        QCOMPARE(errorCode(reply), QByteArray("MANIFEST_BLOB_UNKNOWN"));
        QCOMPARE(get("/v2/" + repository + "/tags/list").status, 404);
    }

    // Damage

    void damageThatWasMetIsHealedByTheNextPush_data()
    {
        QTest::addColumn<bool>("gone");
        QTest::addColumn<bool>("metByAGet");
        for (const bool gone : {false, true}) {
            QTest::addRow("%s, met by a pull", gone ? "gone" : "cut short") << gone << true;
            QTest::addRow("%s, met by a push", gone ? "gone" : "cut short") << gone << false;
        }
    }
    void damageThatWasMetIsHealedByTheNextPush()
    {
        QFETCH(bool, gone);
        QFETCH(bool, metByAGet);
        const auto repository = newRepository();
        const auto image = makeImage(40 + 2 * gone + metByAGet, 1, 5000);
        QCOMPARE(push(repository, "v1", image), 201);
        QVERIFY(gone ? QFile::remove(fileOf(image.layers[0])) : QFile::resize(fileOf(image.layers[0]), 100));
        if (metByAGet) {
            const auto met = get("/v2/" + repository + "/blobs/" + digestOf(image.layers[0]));
            QCOMPARE(met.status, 404);
            QCOMPARE(errorCode(met), QByteArray("BLOB_UNKNOWN"));
        } else {
            const auto other = newRepository();
            QCOMPARE(send("POST", "/v2/" + other + "/blobs/uploads/?mount=" + digestOf(image.layers[0]) + "&from=" + repository).status, 201);
            QCOMPARE(upload(other, image.config), 201);
            const auto refused = putManifest(other, "v1", image.manifest);
            QCOMPARE(refused.status, 400);
            QCOMPARE(errorCode(refused), QByteArray("MANIFEST_BLOB_UNKNOWN"));
        }
        QCOMPARE(headBlob(repository, image.layers[0]), 404);
        QCOMPARE(send("POST", "/v2/" + newRepository() + "/blobs/uploads/?mount=" + digestOf(image.layers[0]) + "&from=" + repository).status, 202);
        QCOMPARE(putManifest(repository, "v1", image.manifest).status, 400);
        QCOMPARE(push(repository, "v1", image), 201);
        QCOMPARE(get("/v2/" + repository + "/blobs/" + digestOf(image.layers[0])).body, image.layers[0]);
    }

    // Mounts (R-012)

    void mountingFromAnotherRegistryNeedsTheRightToReadThere()
    {
        QCOMPARE(berthCall("GET", "health").status, 200);
        const auto image = makeImage(50, 1);
        QCOMPARE(push("closed/app", "v1", image), 201);
        QCOMPARE(push("open/app", "v1", makeImage(51, 1)), 201);
        const auto uploader = newUserKey("none", R"({"closed":"uploader","open":"uploader"})");
        QVERIFY(!uploader.id.isEmpty());
        const auto mount = [&](const QByteArray &into, const QByteArray &from) {
            return with(basicOf(uploader), "POST", "/v2/" + into + "/blobs/uploads/?mount=" + digestOf(image.layers[0]) + from).status;
        };
        QCOMPARE(mount("open/stolen", "&from=closed/app"), 202);
        QCOMPARE(mount("open/stolen", {}), 202);
        QCOMPARE(get("/v2/open/stolen/blobs/" + digestOf(image.layers[0])).status, 404);
        QCOMPARE(mount("closed/other", "&from=closed/app"), 201); // within one registry a pusher may
    }
};

QTEST_GUILESS_MAIN(PushBesideTest)
#include "PushBesideTest.moc"
