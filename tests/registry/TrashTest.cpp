// SPDX-License-Identifier: Apache-2.0
#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

/// What is deleted is gone at once and comes back as it was, whole or in part.
class TrashTest : public UpkeepFixture {
    Q_OBJECT

private:
    TestImage m_first = makeImage(1);
    TestImage m_second = makeImage(2);

    /// A new image: the first artifact with the tags 1 and one, the second with the tag 2.
    QByteArray pushed()
    {
        const auto name = newRepository();
        const bool good = push(name, "1", m_first) == 201 && push(name, "one", m_first) == 201 && push(name, "2", m_second) == 201;
        return good ? name : QByteArray();
    }
    /// Everything that a person sees of an image, but for numbers that mean nothing.
    QByteArrayList seenOf(const QByteArray &repository) const
    {
        QByteArrayList seen;
        const auto reply = ncrImage("GET", repository, "/artifacts").jsonBody();
        for (const auto &artifact : json::list(reply, "artifacts")) {
            QByteArray line;
            for (const char *key : {"digest", "media_type", "push_time", "pull_time"})
                line += text(artifact, key) + " ";
            line += QByteArray::number(number(artifact, "pull_count")) + " " + QByteArray::number(number(artifact, "size"));
            for (const auto &tag : json::list(artifact, "tags"))
                line += " " + text(tag, "name") + " " + text(tag, "push_time") + " " + text(tag, "pull_time");
            line += " " + QByteArray::fromStdString(json::serialize(*json::find(artifact, "extra_attrs")));
            seen << line;
        }
        const auto image = ncrImage("GET", repository).jsonBody();
        const auto *object = json::find(image, "image");
        if (object)
            seen << QByteArray::number(number(*object, "pull_count")) + " " + text(*object, "creation_time");
        return seen;
    }
    /// Adds the pull to the counts, which takes the server a few seconds.
    bool pullAndCount(const QByteArray &repository, const QByteArray &reference) const
    {
        (void)get("/v2/" + repository + "/manifests/" + reference);
        return QTest::qWaitFor(
            [&] {
                const auto reply = ncrArtifact("GET", repository, reference).jsonBody();
                const auto *artifact = json::find(reply, "artifact");
                return artifact && number(*artifact, "pull_count") == 1;
            },
            10'000);
    }
    json::value listed(qint64 id) const
    {
        const auto reply = asked("trash?page_size=100");
        for (const auto &operation : json::list(reply, "operations")) {
            if (number(operation, "id") == id)
                return operation;
        }
        return {};
    }

private Q_SLOTS:
    void init() { QVERIFY(keepQuiet()); }

    void aDeletedImageIsGoneAtOnceAndComesBackAsItWas()
    {
        const auto name = pushed();
        QVERIFY(pullAndCount(name, "2"));
        const auto before = seenOf(name);
        QCOMPARE(before.size(), 3);
        const auto id = deletionOf(ncrImage("DELETE", name));
        QVERIFY(id > 0);
        for (const auto &reference : {QByteArray("1"), QByteArray("one"), QByteArray("2"), m_first.digest(), m_second.digest()})
            QCOMPARE(manifestStatus(name, reference), 404);
        QCOMPARE(get("/v2/" + name + "/tags/list").status, 404);
        QVERIFY(!hasBlob(name, m_first.config));
        const auto operation = listed(id);
        QCOMPARE(text(operation, "kind"), QByteArray("image"));
        QCOMPARE(text(operation, "registry") + "/" + text(operation, "image"), name);
        QCOMPARE(text(operation, "actor"), QByteArray("administrator")); // the person, not the key
        QCOMPARE(number(operation, "artifact_count"), 2);
        QCOMPARE(strings(operation, "tags"), (QByteArrayList{"1", "2", "one"}));
        const auto back = restore(id);
        QCOMPARE(back.status, 200);
        QCOMPARE(number(back.jsonBody(), "artifacts"), 2);
        QCOMPARE(number(back.jsonBody(), "tags"), 3);
        QCOMPARE(seenOf(name), before);
        QVERIFY(isPulled(name, "one", m_first));
        QVERIFY(isPulled(name, "2", m_second));
        QVERIFY(!isInTrash(id));
    }

    void aDeletedArtifactComesBackAsItWas()
    {
        const auto name = pushed();
        const auto before = seenOf(name);
        age(m_first);
        const auto id = deletionOf(ncrArtifact("DELETE", name, m_first.digest()));
        QVERIFY(id > 0);
        QCOMPARE(manifestStatus(name, "1"), 404);
        QCOMPARE(manifestStatus(name, m_first.digest()), 404);
        QVERIFY(!hasBlob(name, m_first.layers[0]));
        QCOMPARE(manifestStatus(name, "2"), 200);
        QCOMPARE(text(listed(id), "kind"), QByteArray("artifact"));
        QCOMPARE(restore(id).status, 200);
        QCOMPARE(seenOf(name), before);
        QVERIFY(isPulled(name, "1", m_first));
    }

    void aDeletedTagComesBackAsItWas()
    {
        const auto name = pushed();
        const auto before = seenOf(name);
        const auto id = deletionOf(ncrArtifact("DELETE", name, m_first.digest() + "/tags/one"));
        QVERIFY(id > 0);
        QCOMPARE(manifestStatus(name, "one"), 404);
        QCOMPARE(manifestStatus(name, "1"), 200);
        QCOMPARE(text(listed(id), "kind"), QByteArray("tag"));
        QCOMPARE(restore(id).status, 200);
        QCOMPARE(seenOf(name), before);
    }

    void whatADockerClientDeletesComesBack()
    {
        const auto name = pushed();
        const auto before = seenOf(name);
        const auto tag = deletionOf(send("DELETE", "/v2/" + name + "/manifests/one"));
        const auto artifact = deletionOf(send("DELETE", "/v2/" + name + "/manifests/" + m_first.digest()));
        QVERIFY(tag > 0 && artifact > tag);
        QCOMPARE(restore(artifact).status, 200);
        QCOMPARE(restore(tag).status, 200);
        QCOMPARE(seenOf(name), before);
    }

    void aDeletedRegistryComesBackWithItsSettings()
    {
        QCOMPARE(
            number(*json::find(ncr("POST", {}, "{\"project_name\":\"gone\",\"metadata\":{\"auto_scan\":\"true\"}}").jsonBody(), "header"), "resultCode"), 200);
        QCOMPARE(berthCall("PUT", "registries/gone", "{\"quota_bytes\":12345,\"accepts_missing\":true}").status, 200);
        const auto before = ncr("GET", "/gone").jsonBody();
        const auto id = deletionOf(ncr("DELETE", "/gone"));
        QVERIFY(id > 0);
        QCOMPARE(berthCall("GET", "registries/gone").status, 404);
        QCOMPARE(text(listed(id), "kind"), QByteArray("registry"));
        const auto back = restore(id);
        QCOMPARE(back.status, 200);
        QVERIFY(json::boolean(back.jsonBody(), "made_registry"));
        const auto options = asked("registries/gone");
        QCOMPARE(number(options, "quota_bytes"), 12345);
        QVERIFY(json::boolean(options, "accepts_missing"));
        const auto after = ncr("GET", "/gone").jsonBody();
        QCOMPARE(text(*json::find(after, "registry"), "creation_time"), text(*json::find(before, "registry"), "creation_time"));
        QVERIFY(*json::find(*json::find(after, "registry"), "metadata") == *json::find(*json::find(before, "registry"), "metadata"));
    }

    void aRegistryDeletedAfterItsImageComesBackWithIt()
    {
        QCOMPARE(push("after/app", "1", m_first), 201);
        QCOMPARE(berthCall("PUT", "registries/after", "{\"quota_bytes\":54321}").status, 200);
        const auto image = deletionOf(ncrImage("DELETE", "after/app"));
        const auto itself = deletionOf(ncr("DELETE", "/after"));
        QVERIFY(image > 0 && itself > image);
        const auto back = restore(image);
        QCOMPARE(back.status, 200);
        QVERIFY(json::boolean(back.jsonBody(), "made_registry"));
        QVERIFY(isPulled("after/app", "1", m_first));
        QCOMPARE(number(asked("registries/after"), "quota_bytes"), 54321);
        QVERIFY(!isInTrash(itself));
    }

    void oneArtifactOfADeletedImageComesBackAlone()
    {
        const auto name = pushed();
        const auto id = deletionOf(ncrImage("DELETE", name));
        const auto back = restore(id, "{\"artifacts\":[\"" + m_first.digest() + "\"]}");
        QCOMPARE(number(back.jsonBody(), "artifacts"), 1);
        QCOMPARE(number(back.jsonBody(), "tags"), 2);
        QVERIFY(isPulled(name, "one", m_first));
        QCOMPARE(manifestStatus(name, "2"), 404);
        QCOMPARE(manifestStatus(name, m_second.digest()), 404);
        QCOMPARE(number(listed(id), "artifact_count"), 1);
        QCOMPARE(restore(id).status, 200);
        QVERIFY(isPulled(name, "2", m_second));
        QVERIFY(!isInTrash(id));
    }

    void pieceByPieceAnImageComesBackAsItWas()
    {
        const auto name = pushed();
        QVERIFY(pullAndCount(name, "2"));
        const auto before = seenOf(name);
        const auto artifact = deletionOf(ncrArtifact("DELETE", name, m_first.digest()));
        const auto image = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(restore(artifact).status, 200); // makes the image anew
        QCOMPARE(restore(image).status, 200);
        QCOMPARE(seenOf(name), before);
        const auto again = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(restore(again, "{\"artifacts\":[\"" + m_second.digest() + "\"]}").status, 200);
        QCOMPARE(restore(again).status, 200);
        QCOMPARE(seenOf(name), before);
    }

    void anIndexComesBackWithItsPlatforms()
    {
        const auto name = pushed();
        const auto index = makeIndex({m_first.manifest, m_second.manifest});
        QCOMPARE(putManifest(name, "multi", index, "application/vnd.oci.image.index.v1+json").status, 201);
        const auto third = makeImage(3);
        QCOMPARE(push(name, "3", third), 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        const auto back = restore(id, "{\"artifacts\":[\"" + digestOf(index) + "\"]}");
        QCOMPARE(number(back.jsonBody(), "artifacts"), 3);
        QCOMPARE(get("/v2/" + name + "/manifests/multi").body, index);
        QVERIFY(isPulled(name, m_first.digest(), m_first));
        QVERIFY(isPulled(name, m_second.digest(), m_second));
        QCOMPARE(manifestStatus(name, "3"), 404);
        // An index that is back protects its platforms again.
        QCOMPARE(send("DELETE", "/v2/" + name + "/manifests/" + m_second.digest()).status, 400);
    }

    void oneTagComesBackAlone()
    {
        const auto name = pushed();
        const auto id = deletionOf(ncrArtifact("DELETE", name, m_first.digest()));
        QCOMPARE(push(name, "other", m_first), 201); // the artifact is back by a push, without its old tags
        const auto back = restore(id, "{\"tags\":[\"one\"]}");
        QCOMPARE(back.status, 200);
        QCOMPARE(number(back.jsonBody(), "artifacts"), 0);
        QCOMPARE(number(back.jsonBody(), "tags"), 1);
        QCOMPARE(digestAt(name, "one"), m_first.digest());
        QCOMPARE(manifestStatus(name, "1"), 404);
        QVERIFY(isInTrash(id));
    }

    void signaturesComeBackWithWhatTheySign()
    {
        const auto name = pushed();
        QByteArray signature = m_second.manifest;
        signature.insert(signature.size() - 1,
            ",\"subject\":{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"" + m_first.digest()
                + "\",\"size\":" + QByteArray::number(m_first.manifest.size()) + "}");
        QCOMPARE(putManifest(name, digestOf(signature), signature).status, 201);
        const auto referrers = get("/v2/" + name + "/referrers/" + m_first.digest()).body;
        QVERIFY(referrers.contains(digestOf(signature)));
        const auto id = deletionOf(ncrArtifact("DELETE", name, "1"));
        QCOMPARE(manifestStatus(name, digestOf(signature)), 404);
        QCOMPARE(number(restore(id).jsonBody(), "artifacts"), 2);
        QCOMPARE(get("/v2/" + name + "/referrers/" + m_first.digest()).body, referrers);
    }

    void theTrashTellsWhatItsEndGivesBack()
    {
        const auto name = newRepository();
        const auto lone = makeImage(10, 1, 5000);
        QCOMPARE(push(name, "1", lone), 201);
        const auto held = number(asked("trash"), "held_bytes");
        const auto id = deletionOf(ncrImage("DELETE", name));
        QCOMPARE(number(listed(id), "returns_bytes"), qint64(5000 + lone.config.size()));
        QCOMPARE(number(asked("trash"), "held_bytes"), held + 5000 + lone.config.size());
        QCOMPARE(push(newRepository(), "1", lone), 201); // another image needs them now
        QCOMPARE(number(listed(id), "returns_bytes"), qint64(0));
        QCOMPARE(number(asked("trash"), "held_bytes"), held);
    }
};

QTEST_GUILESS_MAIN(TrashTest)
#include "TrashTest.moc"
