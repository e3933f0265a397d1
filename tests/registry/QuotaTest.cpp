// SPDX-License-Identifier: Apache-2.0
#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

/// Pushes that do not fit are refused with a sentence: into a registry's quota, and beside the disk's free floor.
class QuotaTest : public UpkeepFixture {
    Q_OBJECT

private:
    int m_registries = 0;

    /// A new registry that may hold so many bytes.
    QByteArray limited(qint64 bytes)
    {
        const auto name = "quota" + QByteArray::number(++m_registries);
        ncr("POST", {}, "{\"project_name\":\"" + name + "\"}");
        return setQuota(name, bytes) == 200 ? name : QByteArray();
    }
    int setQuota(const QByteArray &name, qint64 bytes) const
    {
        return berthCall("PUT", "registries/" + name, "{\"quota_bytes\":" + QByteArray::number(bytes) + "}").status;
    }
    int setFloor(qint64 bytes) const { return berthCall("PUT", "settings", "{\"free_floor_bytes\":" + QByteArray::number(bytes) + "}").status; }
    HttpReply start(const QByteArray &repository, const QByteArray &query = {}) const { return send("POST", "/v2/" + repository + "/blobs/uploads/" + query); }

    static void verifyRefused(const HttpReply &reply, int status, const QByteArray &code, const QByteArray &words)
    {
        QCOMPARE(reply.status, status);
        QCOMPARE(errorCode(reply), code);
        QVERIFY2(sentenceOf(reply).contains(words), sentenceOf(reply));
    }

private Q_SLOTS:
    void init() { QVERIFY(keepQuiet()); }
    void cleanup() { QCOMPARE(setFloor(0), 200); }

    // Quota

    void theBlobThatDoesNotFitIsRefused()
    {
        const auto name = limited(5000) + "/app";
        QCOMPARE(upload(name, QByteArray(3000, 'a')), 201);
        const QByteArray much(3000, 'b');
        const auto location = openUpload(name);
        QVERIFY(!location.isEmpty());
        const auto refused = send("PUT", location + "?digest=" + digestOf(much), much);
        verifyRefused(refused, 403, "DENIED", "may hold");
        QVERIFY(sentenceOf(refused).contains(name.left(name.indexOf('/'))));
        QVERIFY(!hasBlob(name, much));
        verifyRefused(start(name, "?digest=" + digestOf(much)), 400, "DIGEST_INVALID", {}); // no body: nothing to weigh
        QCOMPARE(upload(name, QByteArray(2000, 'c')), 201); // what fits, fits to the last byte
        QCOMPARE(number(asked("registries/" + name.left(name.indexOf('/'))), "used_bytes"), 5000);
    }

    void whatIsOnItsWayCounts()
    {
        const auto name = limited(6'000'000) + "/app";
        const auto one = openUpload(name);
        const auto other = openUpload(name);
        QCOMPARE(send("PATCH", one, QByteArray(4'000'000, 'a')).status, 202);
        const auto refused = send("PATCH", other, QByteArray(4'000'000, 'b'));
        verifyRefused(refused, 403, "DENIED", "may hold");
        QCOMPARE(send("GET", other).headers.value("range"), QByteArray("0-0")); // nothing of it stays
        // Without a length it shows on the way, and what came is given back.
        RawConnection connection(registry.host());
        connection.send(head("PATCH", other, registry.host().toUtf8(),
            {"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret), "Transfer-Encoding: chunked"}));
        for (int i = 0; i < 12; ++i)
            connection.send("100000\r\n" + QByteArray(0x100000, 'c') + "\r\n");
        connection.send("0\r\n\r\n");
        QCOMPARE(connection.receive().status, 403);
        QCOMPARE(send("GET", other).headers.value("range"), QByteArray("0-0"));
        QVERIFY(number(asked("storage"), "upload_bytes") >= 4'000'000);
        QCOMPARE(send("DELETE", one).status, 204);
        QCOMPARE(number(asked("storage"), "upload_bytes"), 0);
        QCOMPARE(upload(name, QByteArray(5'000'000, 'd')), 201);
    }

    void whatAnEarlierProcessLeftCounts()
    {
        const auto name = limited(6'000'000) + "/app";
        const auto one = openUpload(name);
        QCOMPARE(send("PATCH", one, QByteArray(4'000'000, 'a')).status, 202);
        QVERIFY(restart());
        const auto other = openUpload(name);
        verifyRefused(send("PATCH", other, QByteArray(4'000'000, 'b')), 403, "DENIED", "may hold");
        QCOMPARE(send("PATCH", other, QByteArray(1'000'000, 'b')).status, 202);
        QCOMPARE(send("PATCH", one, QByteArray(500'000, 'c')).status, 202); // taken up, it counts once
        QCOMPARE(send("PATCH", other, QByteArray(500'000, 'b')).status, 202);
        QCOMPARE(send("DELETE", one).status, 204);
        QCOMPARE(send("PATCH", other, QByteArray(4'000'000, 'b')).status, 202);
        QCOMPARE(send("DELETE", other).status, 204);
    }

    void ofManyThatBeginAtOnceNoneTakesTheRoomForItsOwn()
    {
        const auto name = limited(5'000'000) + "/app";
        std::vector<std::unique_ptr<RawConnection>> callers;
        for (int i = 0; i < 20; ++i) {
            const auto location = openUpload(name);
            callers.push_back(std::make_unique<RawConnection>(registry.host()));
            callers.back()->send(head("PATCH", location, registry.host().toUtf8(),
                {"Authorization: " + basic(RegistryProcess::keyId, RegistryProcess::secret), "Content-Length: 3900000"}));
        }
        for (auto &caller : callers)
            caller->send(QByteArray(3'900'000, 'p'));
        for (auto &caller : callers)
            (void)caller->receive();
        QVERIFY2(number(asked("storage"), "upload_bytes") <= 9'000'000, QByteArray::number(number(asked("storage"), "upload_bytes")));
    }

    void manifestsCountToo()
    {
        const auto name = limited(1'000'000) + "/app";
        QCOMPARE(upload(name, "{}"), 201);
        int taken = 0;
        for (int i = 0; i < 8; ++i) {
            const QByteArray manifest =
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.empty.v1+json\",\"digest\":\""
                + digestOf("{}") + "\",\"size\":2},\"layers\":[],\"annotations\":{\"a\":\"" + QByteArray::number(i) + QByteArray(300'000, 'x') + "\"}}";
            const auto put = putManifest(name, digestOf(manifest), manifest);
            taken += put.status == 201;
            if (put.status != 201)
                verifyRefused(put, 403, "DENIED", "may hold");
        }
        QCOMPARE(taken, 3);
    }

    void aDeletionMakesRoomAtOnce()
    {
        const auto name = limited(100'000) + "/app";
        const auto old = makeImage(90, 1, 60'000);
        const auto next = makeImage(91, 1, 60'000);
        QCOMPARE(push(name, "1", old), 201);
        QCOMPARE(push(name, "2", next), 403);
        QVERIFY(deletionOf(ncrArtifact("DELETE", name, "1")) > 0);
        QCOMPARE(push(name, "2", next), 201);
        // What still lies there for pushes that counted on it counts again with the manifest that names it.
        const auto back = putManifest(name, "1", old.manifest);
        verifyRefused(back, 403, "DENIED", "may hold");
    }

    void aFullRegistryRefusesBeforeBytesAreSent()
    {
        const auto name = limited(1000) + "/app";
        QCOMPARE(upload(name, QByteArray(1000, 'd')), 201);
        verifyRefused(start(name), 403, "DENIED", "may hold");
    }

    void aRefusedBlobLeavesNothingBehind()
    {
        const auto name = limited(10) + "/app";
        const QByteArray much(5000, 'e');
        QCOMPARE(upload(name, much), 403);
        QCOMPARE(number(asked("registries/" + name.left(name.indexOf('/'))), "used_bytes"), 0);
        collect();
        QVERIFY(!isStored(much));
    }

    void aSharedBlobCountsOnce()
    {
        const auto team = limited(1000);
        const QByteArray blob(1000, 'f');
        QCOMPARE(upload(team + "/one", blob), 201);
        QCOMPARE(start(team + "/two", "?mount=" + digestOf(blob) + "&from=" + team + "/one").status, 201);
        QCOMPARE(number(asked("registries/" + team), "used_bytes"), 1000);
        QVERIFY(hasBlob(team + "/two", blob));
    }

    void aMountFromElsewhereCounts()
    {
        const auto team = limited(500);
        const QByteArray blob(1000, 'g');
        const auto source = newRepository();
        QCOMPARE(upload(source, blob), 201);
        verifyRefused(start(team + "/app", "?mount=" + digestOf(blob) + "&from=" + source), 403, "DENIED", "may hold");
        QVERIFY(!hasBlob(team + "/app", blob));
    }

    void moreQuotaHelpsAndNoneIsNoLimit()
    {
        const auto team = limited(100);
        const auto image = makeImage(1);
        QCOMPARE(push(team + "/app", "1", image), 403);
        QCOMPARE(setQuota(team, 100'000), 200);
        QCOMPARE(push(team + "/app", "1", image), 201);
        QCOMPARE(setQuota(team, 1), 200); // less than it holds: pulls go on
        QVERIFY(isPulled(team + "/app", "1", image));
        QCOMPARE(start(team + "/app").status, 403);
        QCOMPARE(setQuota(team, 0), 200);
        QCOMPARE(push(team + "/app", "2", makeImage(2)), 201);
    }

    void deletingMakesRoom()
    {
        const auto image = makeImage(3);
        const auto team = limited(2100);
        QCOMPARE(push(team + "/app", "1", image), 201);
        QCOMPARE(push(team + "/other", "1", makeImage(4)), 403);
        QVERIFY(deletionOf(ncrImage("DELETE", team + "/app")) > 0);
        QCOMPARE(push(team + "/other", "1", makeImage(4)), 201);
    }

    void badOptionsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"{\"quota_bytes\":-1}", "{\"quota_bytes\":\"1\"}", "{\"quota_bytes\":1.5}", "{\"accepts_missing\":1}", "[]", "x"})
            QTest::newRow(body) << QByteArray(body);
    }
    void badOptionsAreRefused()
    {
        QFETCH(QByteArray, body);
        const auto team = limited(77);
        QCOMPARE(berthCall("PUT", "registries/" + team, body).status, 400);
        QCOMPARE(number(asked("registries/" + team), "quota_bytes"), 77);
    }

    void anUnknownRegistryHasNoOptions()
    {
        QCOMPARE(berthCall("GET", "registries/none").status, 404);
        QCOMPARE(berthCall("PUT", "registries/none", "{\"quota_bytes\":1}").status, 404);
    }

    // Free floor

    void belowTheFreeFloorPushesAreRefusedAndPullsGoOn()
    {
        const auto name = newRepository();
        const auto image = makeImage(5);
        const QByteArray blob = "for later";
        QCOMPARE(push(name, "1", image), 201);
        const auto open = openUpload(name);
        QCOMPARE(setFloor(qint64(1) << 50), 200);
        verifyRefused(start(name), 413, "SIZE_INVALID", "nearly full");
        verifyRefused(send("PUT", open + "?digest=" + digestOf(blob), blob), 413, "SIZE_INVALID", "nearly full");
        verifyRefused(putManifest(name, "2", image.manifest), 413, "SIZE_INVALID", "nearly full");
        QCOMPARE(manifestStatus(name, "2"), 404);
        QVERIFY(isPulled(name, "1", image));
        const auto health = asked("health");
        QVERIFY(!json::boolean(health, "healthy", true));
        const auto &problems = json::list(health, "problems");
        QCOMPARE(problems.size(), 1u);
        QCOMPARE(json::text(problems.front(), "kind"), std::string("disk"));
        QVERIFY(json::text(problems.front(), "message").find("nearly full") != std::string::npos);
        QVERIFY(deletionOf(ncrArtifact("DELETE", name, "1")) > 0); // what makes room is not refused
        QCOMPARE(setFloor(0), 200);
        QCOMPARE(send("PUT", open + "?digest=" + digestOf(blob), blob).status, 201); // the upload was not harmed
        QCOMPARE(push(name, "2", image), 201);
        QVERIFY(json::boolean(asked("health"), "healthy"));
    }

    void belowTheFreeFloorRestoringGoesOn()
    {
        const auto name = newRepository();
        const auto image = makeImage(6);
        QCOMPARE(push(name, "1", image), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(setFloor(qint64(1) << 50), 200);
        QCOMPARE(restore(id).status, 200);
        QVERIFY(isPulled(name, "1", image));
    }
};

QTEST_GUILESS_MAIN(QuotaTest)
#include "QuotaTest.moc"
