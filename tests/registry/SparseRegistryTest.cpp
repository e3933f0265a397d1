// SPDX-License-Identifier: Apache-2.0
#include "UpkeepFixture.h"

using namespace berth;
using namespace berth::test;

/// A registry that takes manifests before their content, for mirrors and sparse indexes.
class SparseRegistryTest : public UpkeepFixture {
    Q_OBJECT

private:
    static constexpr const char *m_indexType = "application/vnd.oci.image.index.v1+json";

    bool makeRegistry(const QByteArray &name, bool acceptsMissing) const
    {
        ncr("POST", {}, "{\"project_name\":\"" + name + "\"}");
        return berthCall("PUT", "registries/" + name, QByteArray("{\"accepts_missing\":") + (acceptsMissing ? "true" : "false") + "}").status == 200;
    }
    QByteArray newSparse() { return "sparse/" + newRepository().mid(5); }

private Q_SLOTS:
    void init()
    {
        QVERIFY(keepQuiet());
        QVERIFY(makeRegistry("sparse", true));
        QVERIFY(makeRegistry("strict", false));
    }

    void aManifestBeforeItsLayerIsTakenOnlyWhereThatIsSet()
    {
        const auto image = makeImage(1);
        for (const QByteArray &name : {newSparse(), QByteArray("strict/app")}) {
            QCOMPARE(upload(name, image.config), 201);
            QCOMPARE(upload(name, image.layers[0]), 201);
        }
        QCOMPARE(putManifest("sparse/t1", "1", image.manifest).status, 201);
        const auto refused = putManifest("strict/app", "1", image.manifest);
        QCOMPARE(refused.status, 400);
        QCOMPARE(errorCode(refused), QByteArray("MANIFEST_BLOB_UNKNOWN"));
        QVERIFY(sentenceOf(refused).contains(digestOf(image.layers[1])));
        QVERIFY(!sentenceOf(refused).contains(digestOf(image.layers[0])));
        QCOMPARE(get("/v2/sparse/t1/manifests/1").body, image.manifest);
        QCOMPARE(get("/v2/sparse/t1/blobs/" + digestOf(image.layers[1])).status, 404);
    }

    void aLayerThatComesLaterIsKeptAndServed()
    {
        const auto name = newSparse();
        const auto image = makeImage(2, 3);
        const auto elsewhere = newRepository();
        QCOMPARE(upload(name, image.config), 201);
        QCOMPARE(upload(name, image.layers[0]), 201);
        QCOMPARE(putManifest(name, "1", image.manifest).status, 201);
        QCOMPARE(upload(name, image.layers[1]), 201);
        QCOMPARE(upload(elsewhere, image.layers[2]), 201);
        QCOMPARE(send("POST", "/v2/" + name + "/blobs/uploads/?mount=" + digestOf(image.layers[2]) + "&from=" + elsewhere).status, 201);
        age(image);
        QCOMPARE(number(asked("collection"), "unused_blobs"), 0);
        QCOMPARE(number(collect(), "removed_blobs"), 0);
        QVERIFY(isPulled(name, "1", image));
    }

    void aLayerThatComesToAnotherImageIsNotKeptForIt()
    {
        const auto name = newSparse();
        const auto image = makeImage(3);
        QCOMPARE(upload(name, image.config), 201);
        QCOMPARE(upload(name, image.layers[0]), 201);
        QCOMPARE(putManifest(name, "1", image.manifest).status, 201);
        QCOMPARE(upload(newRepository(), image.layers[1]), 201);
        QVERIFY(!hasBlob(name, image.layers[1]));
        age(image);
        collect();
        QVERIFY(!isStored(image.layers[1]));
        QVERIFY(isStored(image.layers[0]));
    }

    void deletedAndRestoredItStillWaitsForItsLayer()
    {
        const auto name = newSparse();
        const auto image = makeImage(4);
        QCOMPARE(upload(name, image.config), 201);
        QCOMPARE(upload(name, image.layers[0]), 201);
        QCOMPARE(putManifest(name, "1", image.manifest).status, 201);
        const auto id = deletionOf(ncrImage("DELETE", name));
        age(image);
        collect();
        QCOMPARE(restore(id).status, 200);
        QVERIFY(hasBlob(name, image.layers[0]));
        QCOMPARE(upload(name, image.layers[1]), 201);
        age(image);
        collect();
        QVERIFY(isPulled(name, "1", image));
    }

    void anIndexBeforeItsPlatformsIsTaken()
    {
        const auto name = newSparse();
        const auto image = makeImage(5);
        const auto absent = makeImage(6);
        QCOMPARE(push(name, "amd", image), 201);
        QCOMPARE(putManifest(name, "multi", makeIndex({image.manifest, absent.manifest}), m_indexType).status, 201);
        QCOMPARE(push("strict/multi", "amd", image), 201);
        QCOMPARE(putManifest("strict/multi", "multi", makeIndex({image.manifest, absent.manifest}), m_indexType).status, 400);
        QCOMPARE(push(name, absent.digest(), absent), 201);
        QVERIFY(isPulled(name, absent.digest(), absent));
        // The index that waited for it protects it.
        QCOMPARE(send("DELETE", "/v2/" + name + "/manifests/" + absent.digest()).status, 400);
    }

    void aLayerOfAnotherSizeThanAnnouncedIsRefusedHereToo()
    {
        const auto name = newSparse();
        auto image = makeImage(7);
        QCOMPARE(upload(name, image.layers[0]), 201);
        image.manifest.replace("\"size\":1000", "\"size\":1001");
        QCOMPARE(putManifest(name, "1", image.manifest).status, 400);
    }

    void whatWasTakenBeforeStaysWhenTheSettingGoes()
    {
        const auto name = newSparse();
        const auto image = makeImage(8);
        QCOMPARE(upload(name, image.config), 201);
        QCOMPARE(putManifest(name, "1", image.manifest).status, 201);
        QVERIFY(makeRegistry("sparse", false));
        QCOMPARE(manifestStatus(name, "1"), 200);
        for (const auto &layer : image.layers)
            QCOMPARE(upload(name, layer), 201);
        age(image);
        collect();
        QVERIFY(isPulled(name, "1", image));
    }

    void aLateLayerThatAPowerCutSpoiledDoesNotKeepTheServerFromStarting()
    {
        const auto name = newSparse();
        const auto image = makeImage(9);
        QCOMPARE(upload(name, image.config), 201);
        QCOMPARE(upload(name, image.layers[0]), 201);
        QCOMPARE(putManifest(name, "1", image.manifest).status, 201);
        QCOMPARE(upload(name, image.layers[1]), 201);
        registry.kill();
        QVERIFY(QFile::resize(blobFile(image.layers[1]), 0)); // its bytes were not yet on the disk
        QVERIFY2(registry.start(), qPrintable(registry.errorOutput()));
        QCOMPARE(manifestStatus(name, "1"), 200);
        QVERIFY(!hasBlob(name, image.layers[1]));
        QCOMPARE(upload(name, image.layers[1]), 201);
        QVERIFY(isPulled(name, "1", image));
    }
};

QTEST_GUILESS_MAIN(SparseRegistryTest)
#include "SparseRegistryTest.moc"
