// SPDX-License-Identifier: Apache-2.0
#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

/// Restoring never overwrites: what happened meanwhile stays, and what does not fit is refused whole.
class RestoreConflictTest : public UpkeepFixture {
    Q_OBJECT

private:
    TestImage m_old = makeImage(1);
    TestImage m_new = makeImage(2);

    /// The old image was deleted, the new one has taken its tag. The deletion's number.
    qint64 deletedAndTaken(const QByteArray &name)
    {
        if (push(name, "1", m_old) != 201 || push(name, "kept", m_old) != 201)
            return 0;
        age(m_old); // no push counts on its blobs any more
        const auto id = deletionOf(ncrArtifact("DELETE", name, m_old.digest()));
        return push(name, "1", m_new) == 201 ? id : 0;
    }
    void verifyNothingChanged(const QByteArray &name, qint64 id)
    {
        QCOMPARE(digestAt(name, "1"), m_new.digest());
        QCOMPARE(manifestStatus(name, m_old.digest()), 404);
        QCOMPARE(manifestStatus(name, "kept"), 404);
        QVERIFY(!hasBlob(name, m_old.config));
        const auto details = asked(at(id));
        QCOMPARE(number(details, "artifact_count"), 1);
        QCOMPARE(number(details, "tag_count"), 2);
    }

private Q_SLOTS:
    void init() { QVERIFY(keepQuiet()); }

    void aTakenTagIsNamedWithAFreeName()
    {
        const auto name = newRepository();
        const auto id = deletedAndTaken(name);
        QVERIFY(id > 0);
        const auto details = asked(at(id));
        const auto &conflicts = json::list(details, "conflicts");
        QCOMPARE(conflicts.size(), std::size_t(1));
        QCOMPARE(text(conflicts[0], "tag"), QByteArray("1"));
        QCOMPARE(text(conflicts[0], "digest"), m_old.digest());
        QCOMPARE(text(conflicts[0], "now_digest"), m_new.digest());
        QVERIFY(fromRfc3339(json::text(conflicts[0], "since")) > 0);
        const auto free = text(conflicts[0], "free_name");
        QVERIFY(!free.isEmpty());
        QCOMPARE(manifestStatus(name, free), 404);
        // A name that is taken as well is not called free.
        QCOMPARE(push(name, free, m_new), 201);
        const auto again = asked(at(id));
        QVERIFY(text(json::list(again, "conflicts")[0], "free_name") != free);
    }

    void aTakenTagRefusesTheWholeRestoring()
    {
        const auto name = newRepository();
        const auto id = deletedAndTaken(name);
        const auto refused = restore(id);
        QCOMPARE(refused.status, 409);
        QVERIFY2(sentenceOf(refused).contains("tag 1 "), sentenceOf(refused));
        verifyNothingChanged(name, id);
    }

    void underAnotherNameBothAreThere()
    {
        const auto name = newRepository();
        const auto id = deletedAndTaken(name);
        const auto details = asked(at(id));
        const auto free = text(json::list(details, "conflicts")[0], "free_name");
        QCOMPARE(restore(id, "{\"tag_names\":{\"1\":\"" + free + "\"}}").status, 200);
        QVERIFY(isPulled(name, "1", m_new));
        QVERIFY(isPulled(name, free, m_old));
        QVERIFY(isPulled(name, "kept", m_old));
        QVERIFY(!isInTrash(id));
    }

    void aNewNameThatIsTakenOrBadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("newName");
        QTest::addColumn<int>("status");
        QTest::newRow("taken") << QByteArray("other") << 409;
        QTest::newRow("the same") << QByteArray("1") << 409;
        QTest::newRow("no tag") << QByteArray("-bad") << 400;
        QTest::newRow("empty") << QByteArray("") << 400;
        QTest::newRow("twice in this restoring") << QByteArray("kept") << 200; // both name the same artifact
    }
    void aNewNameThatIsTakenOrBadIsRefused()
    {
        QFETCH(QByteArray, newName);
        QFETCH(int, status);
        const auto name = newRepository();
        const auto id = deletedAndTaken(name);
        QCOMPARE(push(name, "other", m_new), 201);
        QCOMPARE(restore(id, "{\"tag_names\":{\"1\":\"" + newName + "\"}}").status, status);
        QCOMPARE(digestAt(name, "1"), m_new.digest());
        QCOMPARE(digestAt(name, "other"), m_new.digest());
        if (status != 200)
            verifyNothingChanged(name, id);
    }

    void aTagThatNamesTheSameArtifactAgainIsNoConflict()
    {
        const auto name = newRepository();
        QCOMPARE(push(name, "1", m_old), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(push(name, "1", m_old), 201);
        const auto details = asked(at(id));
        QVERIFY(json::list(details, "conflicts").empty());
        QCOMPARE(restore(id).status, 200);
        QVERIFY(isPulled(name, "1", m_old));
    }

    void aTagWhoseArtifactIsInTheTrashWaitsForIt()
    {
        const auto name = newRepository();
        QCOMPARE(push(name, "1", m_old), 201);
        QCOMPARE(push(name, "2", m_old), 201);
        const auto tag = deletionOf(send("DELETE", "/v2/" + name + "/manifests/1"));
        const auto artifact = deletionOf(ncrArtifact("DELETE", name, m_old.digest()));
        QVERIFY(tag > 0 && artifact > tag);
        const auto details = asked(at(tag));
        const auto &conflicts = json::list(details, "conflicts");
        QCOMPARE(conflicts.size(), std::size_t(1));
        QCOMPARE(text(conflicts[0], "digest"), m_old.digest());
        QCOMPARE(text(conflicts[0], "now_digest"), QByteArray());
        const auto refused = restore(tag);
        QCOMPARE(refused.status, 412);
        QVERIFY2(sentenceOf(refused).contains(m_old.digest()), sentenceOf(refused));
        QVERIFY(isInTrash(tag));
        QCOMPARE(restore(artifact).status, 200);
        QCOMPARE(restore(tag).status, 200);
        QVERIFY(isPulled(name, "1", m_old));
        QVERIFY(isPulled(name, "2", m_old));
    }

    void aTagAloneOfADeletedImageMakesNoEmptyImage()
    {
        const auto name = newRepository();
        QCOMPARE(push(name, "1", m_old), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(restore(id, "{\"tags\":[\"1\"]}").status, 412);
        QCOMPARE(get("/v2/" + name + "/tags/list").status, 404);
        QVERIFY(isInTrash(id));
    }

    void whatWasPushedAgainMeanwhileKeepsItsPlace()
    {
        const auto name = newRepository();
        QCOMPARE(push(name, "1", m_old), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(push(name, "again", m_old), 201);
        const auto back = restore(id);
        QCOMPARE(back.status, 200);
        QVERIFY(isPulled(name, "1", m_old));
        QVERIFY(isPulled(name, "again", m_old));
        const auto listed = ncrImage("GET", name, "/artifacts").jsonBody();
        QCOMPARE(json::list(listed, "artifacts").size(), std::size_t(1));
    }

    void anImageThatExistsAgainGetsTheOldArtifactsBesideTheNew()
    {
        const auto name = newRepository();
        QCOMPARE(push(name, "old", m_old), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(push(name, "new", m_new), 201);
        QCOMPARE(restore(id).status, 200);
        QVERIFY(isPulled(name, "old", m_old));
        QVERIFY(isPulled(name, "new", m_new));
    }

    void aRegistryThatWasMadeAgainStays()
    {
        QCOMPARE(ncr("POST", {}, "{\"project_name\":\"twice\"}").status, 200);
        QCOMPARE(berthCall("PUT", "registries/twice", "{\"quota_bytes\":1}").status, 200);
        const auto id = deletionOf(ncr("DELETE", "/twice"));
        QCOMPARE(ncr("POST", {}, "{\"project_name\":\"twice\"}").status, 200);
        QCOMPARE(restore(id).status, 409);
        QCOMPARE(number(asked("registries/twice"), "quota_bytes"), qint64(0));
        QVERIFY(isInTrash(id));
    }

    void wishesThatCannotBeMetChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("wishes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *wishes, int status) { QTest::newRow(wishes) << QByteArray(wishes) << status; };
        row("{\"artifacts\":[\"sha256:00\"]}", 404);
        row("{\"tags\":[\"1\",\"nothing\"]}", 404);
        row("{\"artifacts\":\"all\"}", 400);
        row("{\"tags\":[1]}", 400);
        row("{\"tag_names\":{\"1\":2}}", 400);
        row("{\"tag_names\":[\"1\"]}", 400);
        row("[]", 400);
        row("x", 400);
    }
    void wishesThatCannotBeMetChangeNothing()
    {
        QFETCH(QByteArray, wishes);
        QFETCH(int, status);
        const auto name = newRepository();
        const auto id = deletedAndTaken(name);
        QCOMPARE(restore(id, wishes).status, status);
        verifyNothingChanged(name, id);
    }

    void aDeletionLeavesWhatWasUploadedForAComingManifest()
    {
        const auto name = newRepository();
        QCOMPARE(push(name, "1", m_old), 201);
        QCOMPARE(push(name, "2", m_new), 201);
        age(m_old);
        QVERIFY(deletionOf(ncrArtifact("DELETE", name, "1")) > 0);
        QVERIFY(!hasBlob(name, m_old.config));
        for (const auto &blob : m_old.layers + QByteArrayList{m_old.config}) // on its way again, while the trash holds it
            QCOMPARE(upload(name, blob), 201);
        QVERIFY(deletionOf(ncrArtifact("DELETE", name, "2")) > 0);
        QCOMPARE(putManifest(name, "3", m_old.manifest).status, 201);
        QVERIFY(isPulled(name, "3", m_old));
    }
};

QTEST_GUILESS_MAIN(RestoreConflictTest)
#include "RestoreConflictTest.moc"
