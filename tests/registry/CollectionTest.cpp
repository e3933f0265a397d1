// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>

#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

/// Collection takes what nothing needs any more, file and all, and nothing else.
class CollectionTest : public UpkeepFixture {
    Q_OBJECT

private:
    const QByteArray m_start = "{\"action\":\"start\"}";
    const QByteArray m_pause = "{\"action\":\"pause\"}";

    /// A blob of its own, uploaded into a new image.
    struct Uploaded {
        QByteArray name;
        QByteArray blob;
    };
    Uploaded uploaded(const QByteArray &text)
    {
        Uploaded made{newRepository(), text};
        return upload(made.name, made.blob) == 201 ? made : Uploaded();
    }
    int filesInBlobs() const
    {
        int count = 0;
        for (QDirIterator it(registry.folder() + QStringLiteral("/blobs"), QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
            ++count;
        return count;
    }
    qint64 processorTicks() const
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(registry.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const auto fields = file.readAll().split(')').last().simplified().split(' ');
        return fields.value(11).toLongLong() + fields.value(12).toLongLong();
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(keepQuiet());
        database()->run("UPDATE blob SET relied_at = 1"); // what the test before left
        collect();
    }

    void whatNothingNeedsGoesWithItsFile()
    {
        const auto gone = uploaded("nobody needs this");
        age(gone.blob);
        const auto before = asked("collection");
        QCOMPARE(number(before, "unused_blobs"), 1);
        QCOMPARE(number(before, "unused_bytes"), qint64(gone.blob.size()));
        const auto status = collect();
        QCOMPARE(number(status, "removed_blobs"), 1);
        QCOMPARE(number(status, "removed_bytes"), qint64(gone.blob.size()));
        QCOMPARE(number(status, "wanted_bytes"), qint64(gone.blob.size()));
        QVERIFY(json::find(status, "failure")->is_null());
        QVERIFY(!json::find(status, "finished_at")->is_null());
        QVERIFY(!isStored(gone.blob));
        QVERIFY(!hasBlob(gone.name, gone.blob));
        QCOMPARE(number(asked("collection"), "unused_blobs"), 0);
        QCOMPARE(upload(gone.name, gone.blob), 201);
        QVERIFY(hasBlob(gone.name, gone.blob));
    }

    void whatAManifestNamesStays()
    {
        const auto image = makeImage(1);
        const auto name = newRepository();
        QCOMPARE(push(name, "1", image), 201);
        QCOMPARE(send("DELETE", "/v2/" + name + "/manifests/1").status, 202); // a manifest without a tag counts as well
        age(image);
        collect();
        QVERIFY(isPulled(name, image.digest(), image));
    }

    void whatTheTrashHoldsStays()
    {
        const auto image = makeImage(2);
        const auto name = newRepository();
        QCOMPARE(push(name, "1", image), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        age(image);
        QCOMPARE(number(collect(), "removed_blobs"), 0);
        QCOMPARE(restore(id).status, 200);
        QVERIFY(isPulled(name, "1", image));
    }

    void afterTheTrashEndsTheBytesComeBack()
    {
        const auto base = makeImage(3, 1, 100'000);
        const auto derived = makeImage(3, 2, 100'000); // the same first layer and configuration
        const auto name = newRepository();
        QCOMPARE(push(newRepository(), "1", base), 201);
        const auto before = number(asked("storage"), "used_bytes");
        QCOMPARE(push(name, "1", derived), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(number(asked("storage"), "trash_bytes"), 100'000); // beside what the base image shares
        QVERIFY(number(asked("storage"), "used_bytes") > before);
        QCOMPARE(berthCall("DELETE", at(id)).status, 200);
        age(derived);
        collect();
        QCOMPARE(number(asked("storage"), "used_bytes"), before);
        QCOMPARE(number(asked("storage"), "trash_bytes"), 0);
        QVERIFY(!isStored(derived.layers[1]));
        QVERIFY(isStored(derived.layers[0]));
    }

    void twoHoursAreWaited()
    {
        const auto kept = uploaded("relied on within two hours");
        const auto gone = uploaded("relied on a little earlier");
        const auto fresh = uploaded("relied on this moment");
        setReliedAt(kept.blob, nowMs() - 2 * hourMs + 60'000);
        setReliedAt(gone.blob, nowMs() - 2 * hourMs - 1000);
        const auto before = asked("collection");
        QCOMPARE(number(before, "unused_blobs"), 1);
        QCOMPARE(number(before, "waiting_blobs"), 2);
        QCOMPARE(number(before, "waiting_bytes"), qint64(kept.blob.size() + fresh.blob.size()));
        QVERIFY(qAbs(fromRfc3339(json::text(before, "waiting_until")) - nowMs() - 2 * hourMs) < 60'000);
        QCOMPARE(number(collect(), "removed_blobs"), 1);
        QVERIFY(hasBlob(kept.name, kept.blob));
        QVERIFY(hasBlob(fresh.name, fresh.blob));
        QVERIFY(!isStored(gone.blob));
        age(kept.blob);
        age(fresh.blob);
        QCOMPARE(number(collect(), "removed_blobs"), 2);
    }

    void relyingOnAMarkedBlobTakesItBack_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what : {"nothing", "a pull", "a HEAD", "a mount", "a mount from anywhere", "an upload", "a manifest", "a manifest already there"})
            QTest::newRow(what) << QByteArray(what);
    }
    void relyingOnAMarkedBlobTakesItBack()
    {
        QFETCH(QByteArray, what);
        const auto image = makeImage(1000 + int(qHash(what) % 1000), 1);
        const auto &blob = image.layers[0];
        const auto name = newRepository();
        QCOMPARE(upload(name, image.config), 201);
        QCOMPARE(upload(name, blob), 201);
        const auto digest = digestOf(blob);
        database()->run("UPDATE blob SET relied_at = 1, deleting = 1 WHERE digest = ?", digest.toStdString());
        if (what == "a pull")
            QVERIFY(hasBlob(name, blob)); // a reader needs no promise
        else if (what == "a HEAD")
            QCOMPARE(send("HEAD", "/v2/" + name + "/blobs/" + digest).status, 200);
        else if (what == "a mount")
            QCOMPARE(send("POST", "/v2/" + newRepository() + "/blobs/uploads/?mount=" + digest + "&from=" + name).status, 201);
        else if (what == "a mount from anywhere")
            QCOMPARE(send("POST", "/v2/" + newRepository() + "/blobs/uploads/?mount=" + digest).status, 201);
        else if (what == "an upload")
            QCOMPARE(upload(newRepository(), blob), 201);
        else if (what.startsWith("a manifest"))
            QCOMPARE(putManifest(name, "1", image.manifest).status, 201);
        if (what == "a manifest already there")
            database()->run("UPDATE blob SET deleting = 1 WHERE digest = ?", digest.toStdString());
        collect();
        const bool stays = what != "nothing" && what != "a pull";
        QCOMPARE(isStored(blob), stays);
        QCOMPARE(hasBlob(name, blob), stays);
    }

    void filesThatNoRowKnowsGo()
    {
        const QByteArray orphan = "a crash left this";
        QVERIFY(QDir().mkpath(QFileInfo(blobFile(orphan)).path()));
        QFile file(blobFile(orphan));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(orphan) == orphan.size());
        file.close();
        const QString foreign = registry.folder() + QStringLiteral("/blobs/sha256/notes.txt");
        QFile note(foreign);
        QVERIFY(note.open(QIODevice::WriteOnly) && note.write("no blob") == 7);
        note.close();
        const auto image = makeImage(4);
        const auto name = newRepository();
        QCOMPARE(push(name, "1", image), 201);
        const auto status = collect();
        QCOMPARE(number(status, "removed_orphans"), 1);
        QVERIFY(!isStored(orphan));
        QVERIFY(QFile::exists(foreign));
        QVERIFY(isPulled(name, "1", image));
    }

    void anUploadUnderWayStays()
    {
        const auto name = newRepository();
        const QByteArray blob = "half now, half later";
        const auto location = openUpload(name);
        QCOMPARE(send("PATCH", location, blob.left(10)).status, 202);
        collect();
        QCOMPARE(send("PUT", location + "?digest=" + digestOf(blob), blob.mid(10)).status, 201);
        QVERIFY(hasBlob(name, blob));
    }

    void aClockThatWentBackDelaysButKeepsNothingForEver()
    {
        const auto ahead = uploaded("from a clock that was ahead");
        setReliedAt(ahead.blob, nowMs() + 1000 * dayMs);
        const auto before = asked("collection");
        QVERIFY(fromRfc3339(json::text(before, "waiting_until")) <= nowMs() + 2 * hourMs);
        collect();
        QVERIFY(hasBlob(ahead.name, ahead.blob));
        const auto stamp = database()->integer("SELECT relied_at FROM blob WHERE digest = ?", 0, digestOf(ahead.blob).toStdString());
        QVERIFY(stamp > nowMs() - 60'000 && stamp <= nowMs());
        age(ahead.blob);
        collect();
        QVERIFY(!isStored(ahead.blob));
    }

    void everyByteIsCountedInOnePlace()
    {
        const auto sum = [&] {
            const auto storage = asked("storage");
            return number(storage, "unique_bytes") + number(storage, "shared_bytes") + number(storage, "trash_bytes") + number(storage, "unused_bytes")
                + number(storage, "manifest_bytes");
        };
        const auto base = makeImage(5, 1, 3000);
        const auto derived = makeImage(5, 2, 3000);
        const auto before = asked("storage");
        QCOMPARE(push(newRepository(), "1", base), 201);
        QCOMPARE(push(newRepository(), "1", derived), 201);
        const auto after = asked("storage");
        QCOMPARE(number(after, "shared_bytes") - number(before, "shared_bytes"), qint64(3000 + base.config.size()));
        QCOMPARE(number(after, "saved_bytes") - number(before, "saved_bytes"), qint64(3000 + base.config.size()));
        QCOMPARE(number(after, "unique_bytes") - number(before, "unique_bytes"), 3000);
        const auto lone = uploaded("whose manifest never came");
        QCOMPARE(number(asked("storage"), "unused_bytes"), number(after, "unused_bytes") + lone.blob.size());
        const auto name = newRepository();
        const auto image = makeImage(6, 1, 700);
        QCOMPARE(push(name, "1", image), 201);
        QVERIFY(deletionOf(ncrImage("DELETE", name)) > 0);
        QCOMPARE(number(asked("storage"), "trash_bytes") - number(after, "trash_bytes"), qint64(700 + image.config.size()));
        const auto collection = asked("collection");
        QCOMPARE(number(asked("storage"), "unused_bytes"), number(collection, "unused_bytes") + number(collection, "waiting_bytes"));
        QCOMPARE(sum(), number(asked("storage"), "used_bytes"));
        age(lone.blob);
        collect();
        QCOMPARE(sum(), number(asked("storage"), "used_bytes"));
    }

    void aPausedCollectionGoesOn()
    {
        collect();
        const auto files = filesInBlobs();
        const auto planted = plantBlobs(3000, "planted-");
        QCOMPARE(berthCall("POST", "collection", m_start).status, 200);
        QVERIFY(QTest::qWaitFor([&] { return number(asked("collection"), "removed_blobs") > 0; }, 10'000));
        QCOMPARE(berthCall("POST", "collection", m_start).status, 200); // once more after this one
        QCOMPARE(text(berthCall("POST", "collection", m_pause).jsonBody(), "state"), QByteArray("paused"));
        QTest::qWait(100); // the step under way
        const auto paused = asked("collection");
        const auto ticks = processorTicks();
        QTest::qWait(500);
        QVERIFY2(processorTicks() - ticks < 20, "a paused collection works on");
        QCOMPARE(text(asked("collection"), "state"), QByteArray("paused"));
        QCOMPARE(number(asked("collection"), "removed_blobs"), number(paused, "removed_blobs"));
        QVERIFY(number(paused, "removed_blobs") < planted.size());
        QVERIFY(number(paused, "unused_blobs") > 0);
        QCOMPARE(berthCall("POST", "collection", m_start).status, 200);
        QVERIFY(QTest::qWaitFor([&] { return text(asked("collection"), "state") == "idle" && number(asked("collection"), "unused_blobs") == 0; }, 20'000));
        QCOMPARE(filesInBlobs(), files);
    }

    void otherActionsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"{}", "{\"action\":\"stop\"}", "{\"action\":1}", "[]", "x"})
            QTest::newRow(body) << QByteArray(body);
    }
    void otherActionsAreRefused()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(berthCall("POST", "collection", body).status, 400);
    }
};

QTEST_GUILESS_MAIN(CollectionTest)
#include "CollectionTest.moc"
