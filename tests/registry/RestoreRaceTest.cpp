// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <barrier>
#include <set>
#include <thread>
#include <tuple>

#include <QRandomGenerator>

#include "PersistentClient.h"
#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

namespace {

constexpr int rounds = 60;

/// What a round ended in, as far as anybody could see.
struct Outcome {
    QByteArray deleted; ///< What the tag named when it was deleted; empty: there was no tag to delete.
    bool restored = false;
    QByteArray tag; ///< What it names at the end.
    std::set<QByteArray> there; ///< Digests that can be pulled at the end.

    bool operator<(const Outcome &other) const
    {
        return std::tie(deleted, restored, tag, there) < std::tie(other.deleted, other.restored, other.tag, other.there);
    }
    QByteArray toText() const
    {
        QByteArray text = "deleted " + deleted.left(12) + (restored ? ", restored" : ", not restored") + ", tag " + tag.left(12) + ", there";
        for (const auto &digest : there)
            text += " " + digest.left(12);
        return text;
    }
};

/// The images of a round: the first one's deletion is restored, the second holds the tag, two more are pushed.
struct Images {
    TestImage trashed;
    TestImage present;
    TestImage pushed[2];
};

/// Every outcome that some order of the four has.
std::set<Outcome> possible(const Images &images, bool deletesArtifact)
{
    std::set<Outcome> outcomes;
    int order[] = {0, 1, 2, 3};
    do {
        Outcome state;
        state.tag = images.present.digest();
        state.there = {images.present.digest()};
        if (!deletesArtifact)
            state.there.insert(images.trashed.digest());
        for (const int step : order) {
            if (step < 2) {
                state.tag = images.pushed[step].digest();
                state.there.insert(state.tag);
            } else if (step == 2) {
                state.deleted = state.tag;
                state.tag.clear();
                if (deletesArtifact)
                    state.there.erase(state.deleted);
            } else if (state.tag.isEmpty()) {
                state.restored = true;
                state.tag = images.trashed.digest();
                state.there.insert(state.tag);
            }
        }
        outcomes.insert(state);
    } while (std::next_permutation(std::begin(order), std::end(order)));
    return outcomes;
}

} // namespace

/// Two pushes, a deletion and a restoring of the same tag at once end as if they had come one after the other.
class RestoreRaceTest : public UpkeepFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(keepQuiet()); }

    void theEndIsThatOfSomeOrder_data()
    {
        QTest::addColumn<bool>("deletesArtifact");
        QTest::newRow("the tag alone") << false;
        QTest::newRow("its artifact") << true;
    }
    void theEndIsThatOfSomeOrder()
    {
        QFETCH(bool, deletesArtifact);
        const Images images{makeImage(1, 1), makeImage(2, 1), {makeImage(3, 1), makeImage(4, 1)}};
        const auto outcomes = possible(images, deletesArtifact);
        const auto name = newRepository();
        for (const auto *image : {&images.trashed, &images.present, &images.pushed[0], &images.pushed[1]}) {
            QCOMPARE(upload(name, image->config), 201);
            QCOMPARE(upload(name, image->layers[0]), 201);
        }
        const auto manifests = "/v2/" + name + "/manifests/";
        const auto slash = name.indexOf('/');
        const auto artifact = "/ncr/v2.0/appkeys/local/registries/" + name.left(slash) + "/images/" + name.mid(slash + 1) + "/artifacts/";
        const auto deletion = deletesArtifact ? artifact + "t" : manifests + "t";

        QByteArray deletedId;
        QByteArray trashedId;
        int statuses[4] = {};
        bool over = false;
        std::barrier barrier(5);
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                PersistentClient client(registry.host());
                for (barrier.arrive_and_wait(); !over; barrier.arrive_and_wait()) {
                    std::this_thread::sleep_for(std::chrono::microseconds(QRandomGenerator::global()->bounded(3000)));
                    HttpReply reply;
                    if (i < 2)
                        reply = client.putManifest(name, "t", images.pushed[i].manifest);
                    else if (i == 2)
                        reply = client.send("DELETE", deletion);
                    else
                        reply = client.send("POST", "/berth/v1/trash/" + trashedId + "/restore", "{}");
                    statuses[i] = reply.status;
                    if (i == 2)
                        deletedId = reply.headers.value("berth-trash-operation");
                    barrier.arrive_and_wait();
                }
            });
        }
        std::set<Outcome> seen;
        QByteArray fault;
        PersistentClient client(registry.host());
        const auto expect = [&](const char *what, int status, int wanted) {
            if (status != wanted && fault.isEmpty())
                fault = QByteArray(what) + " was answered " + QByteArray::number(status);
        };
        for (int round = 0; round < rounds && fault.isEmpty(); ++round) {
            // The blobs stay though no image needs them: they are young.
            for (const auto *image : {&images.trashed, &images.present, &images.pushed[0], &images.pushed[1]})
                client.send("DELETE", manifests + image->digest());
            for (const auto *image : {&images.trashed, &images.present, &images.pushed[0], &images.pushed[1]}) {
                expect("an upload", client.upload(name, image->config), 201);
                expect("an upload", client.upload(name, image->layers[0]), 201);
            }
            expect("emptying the trash", client.send("DELETE", "/berth/v1/trash").status, 200);
            expect("the first push", client.putManifest(name, "t", images.trashed.manifest).status, 201);
            trashedId = client.send("DELETE", deletion).headers.value("berth-trash-operation");
            expect("the second push", client.putManifest(name, "t", images.present.manifest).status, 201);
            barrier.arrive_and_wait();
            barrier.arrive_and_wait();

            expect("a push", statuses[0], 201);
            expect("a push", statuses[1], 201);
            Outcome outcome;
            outcome.restored = statuses[3] == 200;
            if (!outcome.restored)
                expect("a restoring", statuses[3], 409);
            outcome.tag = client.send("GET", manifests + "t").headers.value("docker-content-digest");
            for (const auto *image : {&images.trashed, &images.present, &images.pushed[0], &images.pushed[1]}) {
                if (client.get(manifests + image->digest()) != image->manifest)
                    continue;
                outcome.there.insert(image->digest());
                if (client.get("/v2/" + name + "/blobs/" + digestOf(image->layers[0])) != image->layers[0])
                    fault = "an image lost its layer";
            }
            if (!deletedId.isEmpty()) {
                const auto details = client.send("GET", "/berth/v1/trash/" + deletedId).jsonBody();
                const auto sql = database();
                auto rows =
                    sql->select("SELECT digest FROM trash_tag WHERE operation_id = ? AND name = 't' UNION ALL SELECT m.digest FROM tag t JOIN manifest m ON "
                                "m.id = t.manifest_id JOIN repository p ON p.id = t.repository_id WHERE p.operation_id = ? AND t.name = 't'",
                        std::int64_t(deletedId.toLongLong()), std::int64_t(deletedId.toLongLong()));
                outcome.deleted = rows.next() ? QByteArray::fromStdString(rows.text(0)) : QByteArray("(lost)");
                if (number(details, "tag_count") != 1 || number(details, "artifact_count") != (deletesArtifact ? 1 : 0))
                    fault = "the trash does not hold what was deleted";
            }
            expect("the old deletion", client.send("GET", "/berth/v1/trash/" + trashedId).status, outcome.restored ? 404 : 200);
            if (!outcomes.contains(outcome) && fault.isEmpty())
                fault = "no order ends so: " + outcome.toText();
            seen.insert(outcome);
        }
        over = true;
        barrier.arrive_and_wait();
        for (auto &thread : threads)
            thread.join();
        QVERIFY2(fault.isEmpty(), fault);
        qInfo("%zu of %zu possible ends were seen", seen.size(), outcomes.size());
        QVERIFY(seen.size() > 1);
    }
};

QTEST_GUILESS_MAIN(RestoreRaceTest)
#include "RestoreRaceTest.moc"
