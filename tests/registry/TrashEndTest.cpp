// SPDX-License-Identifier: Apache-2.0
#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

/// What leaves the trash for good: by hand, and by itself after its days.
class TrashEndTest : public UpkeepFixture {
    Q_OBJECT

private:
    /// A new image, deleted. The deletion's number.
    qint64 deleted(const TestImage &image)
    {
        const auto name = newRepository();
        return push(name, "1", image) == 201 ? deletionOf(ncrImage("DELETE", name)) : 0;
    }

private Q_SLOTS:
    void init() { QVERIFY(keepQuiet()); }

    void whatIsEndedCannotBeRestored()
    {
        const auto id = deleted(makeImage(1));
        const auto other = deleted(makeImage(2));
        QCOMPARE(berthCall("DELETE", at(id)).status, 200);
        QVERIFY(!isInTrash(id));
        QCOMPARE(restore(id).status, 404);
        QCOMPARE(berthCall("DELETE", at(id)).status, 404);
        QVERIFY(isInTrash(other));
    }

    void whatIsRestoredIsNotRestoredTwice()
    {
        const auto id = deleted(makeImage(1));
        QCOMPARE(restore(id).status, 200);
        QCOMPARE(restore(id).status, 404);
        QCOMPARE(berthCall("DELETE", at(id)).status, 404);
    }

    void emptyingEndsEverything()
    {
        QCOMPARE(berthCall("DELETE", "trash").status, 200);
        const auto first = deleted(makeImage(1));
        const auto second = deleted(makeImage(2));
        const auto reply = berthCall("DELETE", "trash");
        QCOMPARE(number(reply.jsonBody(), "ended"), 2);
        QCOMPARE(restore(first).status, 404);
        QCOMPARE(restore(second).status, 404);
        QCOMPARE(number(asked("trash"), "total"), 0);
        QCOMPARE(number(asked("trash"), "held_bytes"), 0);
    }

    void aManifestThatTwoDeletionsHoldLivesUntilBothEnd()
    {
        const auto image = makeImage(3);
        const auto first = deleted(image);
        const auto second = deleted(image);
        const auto details = asked(at(second));
        QCOMPARE(berthCall("DELETE", at(first)).status, 200);
        age(image);
        collect();
        QCOMPARE(restore(second).status, 200);
        QVERIFY(isPulled(text(details, "registry") + "/" + text(details, "image"), "1", image));
    }

    void unknownDeletionsAre404_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        const auto row = [](const char *method, const char *path, int status) {
            QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << status;
        };
        row("GET", "trash/999999", 404);
        row("DELETE", "trash/999999", 404);
        row("POST", "trash/999999/restore", 404);
        row("GET", "trash/abc", 404);
        row("POST", "trash/1/other", 404);
        row("PUT", "trash", 405);
    }
    void unknownDeletionsAre404()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QCOMPARE(berthCall(method, path).status, status);
    }

    // Days

    void theTrashTellsWhenItEnds()
    {
        QCOMPARE(berthCall("PUT", "settings", "{\"trash_days\":7}").status, 200);
        const auto details = asked(at(deleted(makeImage(1))));
        QCOMPARE(fromRfc3339(json::text(details, "ends_at")) - fromRfc3339(json::text(details, "deleted_at")), 7 * dayMs);
    }

    void whatIsOlderThanItsDaysEndsWithTheNextCollection()
    {
        QCOMPARE(berthCall("PUT", "settings", "{\"trash_days\":7}").status, 200);
        const auto image = makeImage(4);
        const auto old = deleted(image);
        const auto younger = deleted(makeImage(5));
        QCOMPARE(registry.stop(), 0);
        database()->run("UPDATE trash_operation SET deleted_at = ? WHERE id = ?", nowMs() - 7 * dayMs - hourMs, std::int64_t(old));
        database()->run("UPDATE trash_operation SET deleted_at = ? WHERE id = ?", nowMs() - 7 * dayMs + hourMs, std::int64_t(younger));
        QVERIFY(registry.start());
        age(image);
        QVERIFY(isInTrash(old)); // reading alone ends nothing
        const auto status = collect();
        QVERIFY(json::find(status, "failure")->is_null());
        QVERIFY(!isInTrash(old));
        QCOMPARE(restore(old).status, 404);
        QVERIFY(!isStored(image.layers[0]));
        QVERIFY(isInTrash(younger));
        QCOMPARE(restore(younger).status, 200);
    }

    void withoutDaysNothingIsKept()
    {
        QCOMPARE(berthCall("PUT", "settings", "{\"trash_days\":0}").status, 200);
        const auto image = makeImage(6);
        const auto id = deleted(image);
        QVERIFY(id > 0);
        QTest::qWait(5);
        age(image);
        collect();
        QVERIFY(!isInTrash(id));
        QVERIFY(!isStored(image.layers[0]));
        QCOMPARE(berthCall("PUT", "settings", "{\"trash_days\":7}").status, 200);
    }

    void restoringAfterARestartIsPossible()
    {
        const auto image = makeImage(7);
        const auto name = newRepository();
        QCOMPARE(push(name, "1", image), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        QVERIFY(restart());
        QCOMPARE(restore(id).status, 200);
        QVERIFY(isPulled(name, "1", image));
    }
};

QTEST_GUILESS_MAIN(TrashEndTest)
#include "TrashEndTest.moc"
