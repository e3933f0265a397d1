// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

/// Reading every blob finds what the disk has spoiled, serves it no more, and lets a push heal it.
class ScrubTest : public UpkeepFixture {
    Q_OBJECT

private:
    json::value waitForScrub() const
    {
        json::value status;
        for (int i = 0; i < 2000; ++i) {
            status = asked("scrub");
            if (!json::boolean(status, "running", true))
                return status;
            QTest::qWait(10);
        }
        return {};
    }
    json::value scrub() const { return berthCall("POST", "scrub", "{\"action\":\"start\"}").status == 200 ? waitForScrub() : json::value(); }

    void flipAByte(const QByteArray &blob) const
    {
        QFile file(blobFile(blob));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(blob.size() / 2));
        const char flipped = char(blob[blob.size() / 2] ^ 1);
        QCOMPARE(file.write(&flipped, 1), 1);
    }
    static json::value entryOf(const json::value &status, const QByteArray &blob)
    {
        for (const auto &entry : json::list(status, "damaged")) {
            if (text(entry, "digest") == digestOf(blob))
                return entry;
        }
        return {};
    }
    QByteArray quarantined(const QByteArray &blob) const
    {
        QFile file(registry.folder() + QStringLiteral("/quarantine/") + QString::fromLatin1(digestOf(blob).replace(':', '-')));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int blobStatus(const QByteArray &method, const QByteArray &name, const QByteArray &blob) const
    {
        return send(method, "/v2/" + name + "/blobs/" + digestOf(blob)).status;
    }

private Q_SLOTS:
    void init() { QVERIFY(keepQuiet()); }

    void wholeBlobsAreReadAndFoundWhole()
    {
        QCOMPARE(push(newRepository(), "1", makeImage(1)), 201);
        const auto status = scrub();
        QVERIFY(!json::find(status, "finished_at")->is_null());
        QCOMPARE(number(status, "read_blobs"), number(status, "total_blobs"));
        QCOMPARE(number(status, "read_bytes"), number(status, "total_bytes"));
        QVERIFY(number(status, "read_blobs") >= 3);
        QVERIFY(json::list(status, "damaged").empty());
        QVERIFY(json::boolean(asked("health"), "healthy"));
    }

    void damageIsFoundPutAsideAndHealedByAPush_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"a byte flipped", "cut short", "gone"})
            QTest::newRow(how) << QByteArray(how);
    }
    void damageIsFoundPutAsideAndHealedByAPush()
    {
        QFETCH(QByteArray, how);
        const auto image = makeImage(10 + int(how.size()));
        const auto whole = makeImage(50 + int(how.size()));
        const auto name = newRepository();
        const auto other = newRepository();
        QCOMPARE(push(name, "1.0", image), 201);
        QCOMPARE(push(other, "1", whole), 201);
        const auto &blob = image.layers[0];
        QVERIFY(hasBlob(name, blob)); // what is remembered of it must not outlive it
        QByteArray spoiled;
        if (how == "gone") {
            QVERIFY(QFile::remove(blobFile(blob)));
        } else {
            if (how == "cut short")
                QVERIFY(QFile::resize(blobFile(blob), 10));
            else
                flipAByte(blob);
            QFile file(blobFile(blob));
            QVERIFY(file.open(QIODevice::ReadOnly));
            spoiled = file.readAll();
        }
        const auto status = scrub();
        QVERIFY(json::find(status, "failure")->is_null());
        QCOMPARE(json::list(status, "damaged").size(), std::size_t(1));
        const auto entry = entryOf(status, blob);
        QCOMPARE(number(entry, "size"), qint64(blob.size()));
        QVERIFY(qAbs(fromRfc3339(json::text(entry, "found_at")) - nowMs()) < 60'000);
        QCOMPARE(strings(entry, "images"), QByteArrayList{name + ":1.0"});
        QCOMPARE(blobStatus("GET", name, blob), 404);
        QCOMPARE(blobStatus("HEAD", name, blob), 404);
        QCOMPARE(quarantined(blob), spoiled);
        QVERIFY(!isStored(blob));
        QVERIFY(isPulled(other, "1", whole));
        const auto health = asked("health");
        QVERIFY(!json::boolean(health, "healthy", true));
        QCOMPARE(text(json::list(health, "damaged")[0], "digest"), digestOf(blob));
        // It is not mounted elsewhere, so a client sends the bytes.
        QCOMPARE(send("POST", "/v2/" + newRepository() + "/blobs/uploads/?mount=" + digestOf(blob) + "&from=" + name).status, 202);
        QCOMPARE(upload(name, blob), 201);
        QVERIFY(isPulled(name, "1.0", image));
        QVERIFY(json::list(asked("scrub"), "damaged").empty());
        QVERIFY(json::boolean(asked("health"), "healthy"));
        QVERIFY(json::list(scrub(), "damaged").empty());
    }

    void aSharedBlobHurtsEveryImageThatNamesIt()
    {
        const auto image = makeImage(70);
        const auto tagged = newRepository();
        const auto untagged = newRepository();
        QCOMPARE(push(tagged, "a", image), 201);
        QCOMPARE(push(untagged, "gone", image), 201);
        QCOMPARE(send("DELETE", "/v2/" + untagged + "/manifests/gone").status, 202);
        flipAByte(image.config);
        auto images = strings(entryOf(scrub(), image.config), "images");
        std::ranges::sort(images);
        QByteArrayList expected{tagged + ":a", untagged + "@" + image.digest()};
        std::ranges::sort(expected);
        QCOMPARE(images, expected);
        // One upload heals all of them.
        QCOMPARE(upload(newRepository(), image.config), 201);
        QVERIFY(isPulled(tagged, "a", image));
        QVERIFY(isPulled(untagged, image.digest(), image));
    }

    void aManifestThatNamesADamagedBlobIsRefusedUntilItIsHealed()
    {
        const auto image = makeImage(80);
        const auto name = newRepository();
        QCOMPARE(push(name, "1", image), 201);
        flipAByte(image.layers[0]);
        scrub();
        auto other = image.manifest;
        other.insert(other.size() - 1, ",\"annotations\":{\"a\":\"b\"}");
        for (const auto &manifest : {image.manifest, other}) { // the one that is there already, and a new one
            const auto refused = putManifest(name, "2", manifest);
            QCOMPARE(refused.status, 400);
            QCOMPARE(errorCode(refused), QByteArray("MANIFEST_BLOB_UNKNOWN"));
            QVERIFY(sentenceOf(refused).contains(digestOf(image.layers[0])));
        }
        QCOMPARE(upload(name, image.layers[0]), 201);
        QCOMPARE(putManifest(name, "2", image.manifest).status, 201);
        QCOMPARE(putManifest(name, "3", other).status, 201);
        QVERIFY(isPulled(name, "2", image));
    }

    void aDamagedBlobSurvivesDeletionAndRestoring()
    {
        const auto image = makeImage(85);
        const auto name = newRepository();
        QCOMPARE(push(name, "1", image), 201);
        flipAByte(image.layers[1]);
        scrub();
        const auto id = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(restore(id).status, 200);
        QCOMPARE(blobStatus("GET", name, image.layers[1]), 404);
        QCOMPARE(upload(name, image.layers[1]), 201);
        QVERIFY(isPulled(name, "1", image));
    }

    void afterDamageTheServerStartsAgainHoweverItEnded_data()
    {
        QTest::addColumn<bool>("healed");
        QTest::newRow("damaged") << false;
        QTest::newRow("healed but not yet synced, then cut off") << true;
    }
    void afterDamageTheServerStartsAgainHoweverItEnded()
    {
        QFETCH(bool, healed);
        const auto image = makeImage(healed ? 90 : 91);
        const auto name = newRepository();
        QCOMPARE(push(name, "1", image), 201);
        flipAByte(image.layers[0]);
        scrub();
        if (healed)
            QCOMPARE(upload(name, image.layers[0]), 201);
        registry.kill();
        if (healed) // as a power cut leaves a file whose bytes were not yet on the disk
            QVERIFY(QFile::resize(blobFile(image.layers[0]), 0));
        QVERIFY2(registry.start(), qPrintable(registry.errorOutput()));
        QVERIFY(keepQuiet());
        QCOMPARE(manifestStatus(name, "1"), 200);
        QCOMPARE(blobStatus("GET", name, image.layers[0]), 404);
        QCOMPARE(strings(entryOf(asked("scrub"), image.layers[0]), "images"), QByteArrayList{name + ":1"});
        QCOMPARE(upload(name, image.layers[0]), 201);
        QVERIFY(isPulled(name, "1", image));
        QVERIFY(json::boolean(asked("health"), "healthy"));
    }

    void readingGoesOnAfterARestart()
    {
        plantBlobs(1000, "to read ");
        QCOMPARE(berthCall("POST", "scrub", "{\"action\":\"start\"}").status, 200);
        QVERIFY(QTest::qWaitFor([&] { return number(asked("scrub"), "read_blobs") > 10; }, 10'000));
        const auto before = asked("scrub");
        QVERIFY(json::boolean(before, "running"));
        QVERIFY(restart());
        const auto after = asked("scrub");
        QCOMPARE(text(after, "started_at"), text(before, "started_at"));
        QVERIFY(number(after, "read_blobs") >= number(before, "read_blobs"));
        const auto end = waitForScrub();
        QCOMPARE(text(end, "started_at"), text(before, "started_at"));
        QCOMPARE(number(end, "read_blobs"), number(end, "total_blobs")); // none left out, none read twice
        QVERIFY(json::list(end, "damaged").empty());
    }

    void readingStopsAndGoesOn()
    {
        plantBlobs(1000, "to read later ");
        QCOMPARE(berthCall("POST", "scrub", "{\"action\":\"start\"}").status, 200);
        QVERIFY(QTest::qWaitFor([&] { return number(asked("scrub"), "read_blobs") > 10; }, 10'000));
        QVERIFY(!json::boolean(berthCall("POST", "scrub", "{\"action\":\"stop\"}").jsonBody(), "running", true));
        QTest::qWait(100);
        const auto stopped = asked("scrub");
        QVERIFY(json::find(stopped, "finished_at")->is_null());
        QTest::qWait(200);
        QCOMPARE(number(asked("scrub"), "read_blobs"), number(stopped, "read_blobs"));
        const auto end = scrub();
        QCOMPARE(text(end, "started_at"), text(stopped, "started_at"));
        QCOMPARE(number(end, "read_blobs"), number(end, "total_blobs"));
    }

    void aPlaceThatCannotBeReadEndsNothing()
    {
        const auto planted = plantBlobs(5, "beside a bad place ");
        const auto bad = blobFile(planted[2]);
        QVERIFY(QFile::remove(bad) && QDir().mkpath(bad)); // opens, and reading it is an error
        const auto end = scrub();
        QCOMPARE(number(end, "read_blobs"), number(end, "total_blobs"));
        QVERIFY(!text(end, "failure").isEmpty());
        QVERIFY(!json::boolean(asked("health"), "healthy", true));
        QVERIFY(QDir(bad).removeRecursively());
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(planted[2]) == planted[2].size());
        file.close();
        QVERIFY(json::find(scrub(), "failure")->is_null());
        QVERIFY(json::boolean(asked("health"), "healthy"));
    }

    void numbersThatAreKeptWronglyAreFound()
    {
        QCOMPARE(push(newRepository(), "1", makeImage(70)), 201);
        const auto sql = database();
        QVERIFY(sql->run("UPDATE registry SET used_bytes = used_bytes + 5 WHERE name = 'team'") == 1);
        const auto found = scrub();
        QVERIFY2(text(found, "failure").contains("used by registry team"), text(found, "failure"));
        const auto health = asked("health");
        QVERIFY(!json::boolean(health, "healthy", true));
        QVERIFY(sql->run("UPDATE registry SET used_bytes = used_bytes - 5 WHERE name = 'team'") == 1);
        QVERIFY(json::find(scrub(), "failure")->is_null());
        QVERIFY(json::boolean(asked("health"), "healthy"));
    }
};

QTEST_GUILESS_MAIN(ScrubTest)
#include "ScrubTest.moc"
