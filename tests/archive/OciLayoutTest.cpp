// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

#include "archive/ImageBuilder.h"
#include "archive/ScratchFolder.h"

using namespace berth;
using namespace berth::test;

namespace {

const QString fullName = QStringLiteral("io.containerd.image.name");

ImageParts platformParts(int seed, const QByteArray &architecture)
{
    auto parts = makeParts(seed, 1);
    parts.architecture = architecture;
    return parts;
}

QByteArray text(const std::optional<Digest> &digest) { return digest ? QByteArray::fromStdString(digest->toString()) : QByteArray(); }

} // namespace

class OciLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSingleImageSurvivesByteForByte_data()
    {
        QTest::addColumn<bool>("asFolder");
        QTest::addColumn<QString>("program");
        QTest::addColumn<Packing>("packing");
        for (const bool asFolder : {false, true}) {
            const QByteArray kind = asFolder ? "folder, " : "tar, ";
            QTest::newRow(kind + "gzip") << asFolder << "gzip" << Packing::Gzip;
            QTest::newRow(kind + "zstd") << asFolder << "zstd" << Packing::Zstd;
            QTest::newRow(kind + "unpacked layers") << asFolder << QString() << Packing::None;
        }
    }

    void aSingleImageSurvivesByteForByte()
    {
        QFETCH(const bool, asFolder);
        QFETCH(const QString, program);
        QFETCH(const Packing, packing);
        OciBuilder oci;
        const auto parts = makeParts(1, 2);
        const auto image = oci.image(parts, program);
        const auto layout = oci.layout({named(image, "1.0")});
        const ScratchFolder scratch;
        if (asFolder)
            layout.toFolder(scratch.path("layout"));
        const auto archive = asFolder ? readArchive(scratch.path("layout").toStdU16String()) : readArchive(layout.toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->layout, ImageArchive::Layout::Oci);
        QCOMPARE(archive->images.size(), 1U);
        QVERIFY(!archive->images[0].isDockerArchive);
        QVERIFY(archive->images[0].indexes.empty());
        const auto &manifest = archive->images[0].manifests.at(0);
        QCOMPARE(text(manifest.manifestDigest), image["digest"].toString().toUtf8());
        QCOMPARE(QByteArray::fromStdString(manifest.manifestText), layout.content(blobName(image)));
        QCOMPARE(manifest.platform.toString(), "linux/amd64");
        QCOMPARE(manifest.layers.size(), 2U);
        QCOMPARE(manifest.layers[0].packing, packing);
        QCOMPARE(QByteArray::fromStdString(manifest.layers[0].file),
            "blobs/sha256/" + QByteArray::fromStdString(std::string(manifest.layers[0].descriptor.digest.hex())));
        QCOMPARE(manifest.diffIds.at(0), sha256Of(parts.layers[0]).toStdString());
    }

    void namesAreReadByTheirGrammar_data()
    {
        QTest::addColumn<QString>("refName");
        QTest::addColumn<QString>("containerdName");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("warnings");
        const QString digest = QStringLiteral("@sha256:") + QString(64, u'a');
        QTest::newRow("none") << ""
                              << ""
                              << "" << 0;
        QTest::newRow("tag only") << "1.4"
                                  << ""
                                  << "1.4" << 0;
        QTest::newRow("full") << "docker.io/shop/web:1.4"
                              << ""
                              << "docker.io/shop/web:1.4" << 0;
        QTest::newRow("with a port") << "localhost:5000/web:1"
                                     << ""
                                     << "localhost:5000/web:1" << 0;
        QTest::newRow("with a digest") << "shop/web:1" + digest << ""
                                       << "shop/web:1" + digest << 0;
        QTest::newRow("containerd's goes first") << "1.4"
                                                 << "ghcr.io/shop/web:1.4"
                                                 << "ghcr.io/shop/web:1.4" << 0;
        QTest::newRow("control characters") << "a\nb"
                                            << ""
                                            << "" << 1;
        QTest::newRow("markup") << "<b>a</b>:1"
                                << ""
                                << "" << 1;
        QTest::newRow("bidirectional marks") << QStringLiteral("a\u202eb/c:1") << ""
                                             << "" << 1;
        QTest::newRow("a bad digest") << "a@sha256:AB"
                                      << ""
                                      << "" << 1;
    }

    void namesAreReadByTheirGrammar()
    {
        QFETCH(const QString, refName);
        QFETCH(const QString, containerdName);
        QFETCH(const QString, expected);
        QFETCH(const int, warnings);
        OciBuilder oci;
        auto image = oci.image(makeParts(1, 1));
        if (!refName.isEmpty())
            image = named(image, refName);
        if (!containerdName.isEmpty())
            image = annotated(image, fullName, containerdName);
        const auto archive = readArchive(oci.layout({image}).toTar());
        QVERIFY2(archive, why(archive));
        const auto &names = archive->images[0].names;
        QCOMPARE(names.size(), expected.isEmpty() ? 0U : 1U);
        if (!expected.isEmpty())
            QCOMPARE(names[0], expected.toStdString());
        QCOMPARE(archive->warnings.size(), std::size_t(warnings));
    }

    void ofTwoImagesWithOneNameTheLaterHasIt()
    {
        OciBuilder oci;
        const auto first = oci.image(platformParts(1, "amd64"));
        const auto second = oci.image(platformParts(2, "arm64"));
        const auto archive = readArchive(oci.layout({named(first, "1"), named(second, "1")}).toTar());
        QVERIFY2(archive, why(archive));
        QVERIFY(archive->images.at(0).names.empty());
        QCOMPARE(archive->images.at(1).names, std::vector<std::string>{"1"});
        QCOMPARE(archive->warnings.size(), 1U);
    }

    void oneImageUnderTwoNamesIsOneImage()
    {
        OciBuilder oci;
        const auto image = oci.image(makeParts(1, 1));
        const auto archive = readArchive(oci.layout({named(image, "1"), named(image, "2"), named(image, "2")}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images.size(), 1U);
        QCOMPARE(archive->images[0].names, (std::vector<std::string>{"1", "2"}));
        QVERIFY(archive->warnings.empty());
    }

    void aMultiPlatformImageListsWhatIsHereAndWhatIsAbsent()
    {
        OciBuilder oci;
        const auto amd64 = oci.image(platformParts(1, "amd64"));
        const auto arm64 = oci.image(platformParts(2, "arm64"));
        const auto s390x = oci.image(platformParts(3, "s390x"));
        const auto index = oci.index({amd64, arm64, s390x});
        oci.forget(arm64);
        for (const auto &layer : platformParts(3, "s390x").layers) // its manifest stays, its content goes
            oci.files.remove("blobs/sha256/" + hexOf(layer));
        oci.files.remove("blobs/sha256/" + hexOf(platformParts(3, "s390x").config()));
        const auto archive = readArchive(oci.layout({annotated(index, fullName, "docker.io/library/multi:1")}).toTar());
        QVERIFY2(archive, why(archive));
        const auto &image = archive->images.at(0);
        QCOMPARE(image.manifests.size(), 3U);
        QCOMPARE(image.manifests[0].isComplete, true);
        QCOMPARE(image.manifests[1].isComplete, false);
        QCOMPARE(image.manifests[1].platform.toString(), "linux/arm64");
        QCOMPARE(text(image.manifests[1].manifestDigest), arm64["digest"].toString().toUtf8());
        QCOMPARE(image.manifests[2].isComplete, false);
        QCOMPARE(image.indexes.size(), 1U);
        QCOMPARE(text(image.indexes[0].digest), index["digest"].toString().toUtf8());
    }

    void containerdsArchiveWithBothListingsIsOneImage()
    {
        OciBuilder oci;
        const auto parts = platformParts(1, "amd64");
        const auto amd64 = oci.image(parts);
        const auto arm64 = oci.image(platformParts(2, "arm64"));
        const auto index = oci.index({amd64, arm64});
        oci.forget(arm64);
        auto files = oci.layout({annotated(named(index, "1"), fullName, "docker.io/library/multi:1")});
        const auto layer = QJsonDocument::fromJson(files.content(blobName(amd64))).object()["layers"].toArray()[0].toObject();
        files.add("manifest.json",
            toJson(QJsonArray{QJsonObject{{"Config", QString::fromUtf8("blobs/sha256/" + hexOf(parts.config()))}, {"RepoTags", QJsonArray{"multi:1"}},
                {"Layers", QJsonArray{QString::fromUtf8(blobName(layer))}}}}));
        const auto archive = readArchive(files.toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->layout, ImageArchive::Layout::DockerWithOci);
        QCOMPARE(archive->images.size(), 1U);
        QVERIFY(!archive->images[0].isDockerArchive); // packed layers: digests survive
        QCOMPARE(archive->images[0].names, std::vector<std::string>{"docker.io/library/multi:1"});
        QCOMPARE(archive->images[0].manifests.size(), 2U);
    }

    void aSinglePackedImageWithBothListingsKeepsItsManifest()
    {
        OciBuilder oci;
        const auto parts = makeParts(1, 1);
        const auto image = oci.image(parts);
        auto files = oci.layout({annotated(named(image, "1"), fullName, "docker.io/library/one:1")});
        const auto layer = QJsonDocument::fromJson(files.content(blobName(image))).object()["layers"].toArray()[0].toObject();
        files.add("manifest.json",
            toJson(QJsonArray{QJsonObject{{"Config", QString::fromUtf8("blobs/sha256/" + hexOf(parts.config()))}, {"RepoTags", QJsonArray{"one:1"}},
                {"Layers", QJsonArray{QString::fromUtf8(blobName(layer))}}}}));
        const auto archive = readArchive(files.toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images.size(), 1U);
        QVERIFY(!archive->images[0].isDockerArchive);
        QCOMPARE(archive->images[0].names, std::vector<std::string>{"one:1"});
        QCOMPARE(text(archive->images[0].manifests[0].manifestDigest), image["digest"].toString().toUtf8());
    }

    void aNestedIndexIsWalkedChildrenFirst()
    {
        OciBuilder oci;
        const auto inner = oci.index({oci.image(platformParts(1, "amd64"))});
        const auto outer = oci.index({inner, oci.image(platformParts(2, "arm64"))});
        const auto archive = readArchive(oci.layout({named(outer, "1")}).toTar());
        QVERIFY2(archive, why(archive));
        const auto &image = archive->images.at(0);
        QCOMPARE(image.manifests.size(), 2U);
        QCOMPARE(image.indexes.size(), 2U);
        QCOMPARE(text(image.indexes[0].digest), inner["digest"].toString().toUtf8());
        QCOMPARE(text(image.indexes[1].digest), outer["digest"].toString().toUtf8());
    }

    void attestationsBelongToTheImage()
    {
        OciBuilder oci;
        const auto image = oci.image(platformParts(1, "amd64"));
        const auto statement = oci.blob("{\"_type\":\"https://in-toto.io/Statement/v0.1\"}", "application/vnd.in-toto+json");
        const auto config =
            oci.blob(R"({"architecture":"unknown","os":"unknown","rootfs":{"type":"layers","diff_ids":[]}})", "application/vnd.oci.image.config.v1+json");
        auto attestation = oci.blob(
            toJson(QJsonObject{{"schemaVersion", 2}, {"config", config}, {"layers", QJsonArray{statement}}}), "application/vnd.oci.image.manifest.v1+json");
        attestation["platform"] = QJsonObject{{"os", "unknown"}, {"architecture", "unknown"}};
        attestation = annotated(attestation, "vnd.docker.reference.type", "attestation-manifest");
        const auto archive = readArchive(oci.layout({named(oci.index({image, attestation}), "1")}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images.at(0).manifests.size(), 2U);
        QVERIFY(archive->images[0].manifests[1].isComplete);
        QCOMPARE(archive->images[0].manifests[1].platform.toString(), "unknown/unknown");
    }

    void unknownContentIsSkippedWithAWarning()
    {
        OciBuilder oci;
        const auto image = oci.image(makeParts(1, 1));
        const auto other = oci.blob("whatever", "application/x-other");
        const auto archive = readArchive(oci.layout({other, named(oci.index({image, other}), "1")}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images.size(), 1U);
        QCOMPARE(archive->images[0].manifests.at(0).isComplete, true);
        QCOMPARE(archive->images[0].manifests.at(1).isComplete, false);
        QCOMPARE(archive->warnings.size(), 2U);
    }

    void aForeignLayerStaysElsewhere()
    {
        OciBuilder oci;
        const auto config = oci.blob(makeParts(1, 1).config(), "application/vnd.oci.image.config.v1+json");
        const QJsonObject foreign{{"mediaType", "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip"},
            {"digest", QString::fromUtf8(sha256Of("elsewhere"))}, {"size", 9}, {"urls", QJsonArray{"https://example.com/base"}}};
        const auto image = oci.blob(
            toJson(QJsonObject{{"schemaVersion", 2}, {"config", config}, {"layers", QJsonArray{foreign}}}), "application/vnd.oci.image.manifest.v1+json");
        const auto archive = readArchive(oci.layout({named(image, "1")}).toTar());
        QVERIFY2(archive, why(archive));
        QVERIFY(archive->images[0].manifests[0].isComplete);
        QVERIFY(archive->images[0].manifests[0].layers.at(0).file.empty());
    }

    void extraFilesAreIgnored()
    {
        OciBuilder oci;
        oci.files.add("README", "hello").add("blobs/sha256/" + hexOf("extra"), "extra");
        const auto archive = readArchive(oci.layout({oci.image(makeParts(1, 1))}).toTar());
        QVERIFY2(archive, why(archive));
    }

    void blobsNamedBySha512AreChecked()
    {
        const QByteArray extra(9 << 20, 'x'); // too large to be kept
        const auto name = "blobs/sha512/" + QCryptographicHash::hash(extra, QCryptographicHash::Sha512).toHex();
        OciBuilder oci;
        const auto image = oci.image(makeParts(1, 1));
        auto layout = oci.layout({image}).add(name, extra);
        const auto archive = readArchive(layout.toTar());
        QVERIFY2(archive, why(archive));
        const auto damaged = readArchive(layout.replace(name, extra.chopped(1) + 'y').toTar());
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::Damaged);
    }
};

QTEST_GUILESS_MAIN(OciLayoutTest)
#include "OciLayoutTest.moc"
