// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "archive/ImageBuilder.h"
#include "archive/Packed.h"
#include "archive/ScratchFolder.h"
#include "archive/TarWriter.h"

using namespace berth;
using namespace berth::test;

namespace {

QByteArray digestOf(const ArchivedBlob &blob) { return QByteArray::fromStdString(blob.descriptor.digest.toString()); }

/// A docker archive with one image whose layer files have that content, whatever the configuration says.
FileList withLayerFiles(const ImageParts &parts, const QByteArrayList &layerFiles)
{
    FileList files;
    QJsonArray layers;
    for (int i = 0; i < layerFiles.size(); ++i) {
        const QByteArray name = "layer" + QByteArray::number(i) + ".tar";
        files.add(name, layerFiles[i]);
        layers.append(QString::fromUtf8(name));
    }
    return files.add("config.json", parts.config())
        .add("manifest.json", toJson(QJsonArray{QJsonObject{{"Config", "config.json"}, {"Layers", layers}, {"RepoTags", QJsonArray{"a:1"}}}}));
}

} // namespace

class DockerLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOldLayoutGivesNamesLayersAndConfiguration()
    {
        const auto parts = makeParts(1, 3, {"shop/web:1.4", "localhost:5000/team/web:1.4"});
        const auto archive = readArchive(oldDockerLayout({parts}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->layout, ImageArchive::Layout::Docker);
        QCOMPARE(archive->images.size(), 1U);
        const auto &image = archive->images[0];
        QCOMPARE(image.names, (std::vector<std::string>{"shop/web:1.4", "localhost:5000/team/web:1.4"}));
        QVERIFY(image.isDockerArchive);
        const auto &manifest = image.manifests.at(0);
        QCOMPARE(manifest.platform.toString(), "linux/amd64");
        QVERIFY(manifest.isComplete);
        QVERIFY(manifest.manifestText.empty());
        QCOMPARE(digestOf(*manifest.config), sha256Of(parts.config()));
        QCOMPARE(manifest.layers.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(digestOf(manifest.layers[i]), sha256Of(parts.layers[qsizetype(i)]));
            QCOMPARE(manifest.layers[i].descriptor.sizeBytes, parts.layers[qsizetype(i)].size());
            QCOMPARE(manifest.layers[i].packing, Packing::None);
            QCOMPARE(manifest.diffIds[i], sha256Of(parts.layers[qsizetype(i)]).toStdString());
        }
        QVERIFY(archive->warnings.empty());
    }

    void aRepeatedLayerIsFoundThroughItsLink()
    {
        const auto first = makeParts(1, 2, {"a:1"});
        auto second = makeParts(1, 2, {"b:1"});
        second.author = "another chain";
        const auto archive = readArchive(oldDockerLayout({first, second}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images.size(), 2U);
        QCOMPARE(archive->images[1].manifests[0].layers[0].file, archive->images[0].manifests[0].layers[0].file);
    }

    void aLinkMayComeBeforeWhatItNames_data()
    {
        QTest::addColumn<QByteArray>("links");
        QTest::newRow("symbolic") << TarWriter().symbolicLink("x/layer.tar", "../real/layer.tar").bytes();
        QTest::newRow("hard") << TarWriter().hardLink("x/layer.tar", "real/layer.tar").bytes();
        QTest::newRow("over another link") << TarWriter().symbolicLink("x/layer.tar", "../y/layer.tar").hardLink("y/layer.tar", "./real/layer.tar").bytes();
        QTest::newRow("target in a PAX header") << TarWriter().pax({{"linkpath", "real/layer.tar"}}).hardLink("x/layer.tar", "cut off").bytes();
        QTest::newRow("target as a GNU long link") << TarWriter().gnuLong('K', "../real/./layer.tar").symbolicLink("x/layer.tar", "cut off").bytes();
    }

    void aLinkMayComeBeforeWhatItNames()
    {
        QFETCH(const QByteArray, links);
        const auto parts = makeParts(1, 1);
        const QByteArray rest = FileList()
                                    .add("real/layer.tar", parts.layers[0])
                                    .add("c.json", parts.config())
                                    .add("manifest.json", R"([{"Config":"c.json","RepoTags":null,"Layers":["x/layer.tar"]}])")
                                    .toTar();
        const auto archive = readArchive(links + rest);
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images[0].manifests[0].layers[0].file, "real/layer.tar");
    }

    void theNewLayoutIsTheUnionOfIndexAndManifestJson()
    {
        // docker leaves an untagged image out of index.json when a tagged one comes before it.
        const auto tagged = makeParts(1, 2, {"shop/web:1.4"});
        const auto untagged = makeParts(10, 2);
        const auto archive = readArchive(newDockerLayout({tagged, untagged}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->layout, ImageArchive::Layout::DockerWithOci);
        QCOMPARE(archive->images.size(), 2U);
        QCOMPARE(archive->images[0].names, std::vector<std::string>{"shop/web:1.4"});
        QCOMPARE(digestOf(*archive->images[0].manifests[0].config), sha256Of(tagged.config()));
        QVERIFY(archive->images[1].names.empty());
        QCOMPARE(digestOf(*archive->images[1].manifests[0].config), sha256Of(untagged.config()));
        for (const auto &image : archive->images)
            QVERIFY(image.isDockerArchive); // unpacked layers are made anew with gzip
    }

    void anImageWithTwoTagsIsOneImage()
    {
        const auto archive = readArchive(newDockerLayout({makeParts(1, 1, {"a:1", "a:2"})}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images.size(), 1U);
        QCOMPARE(archive->images[0].names, (std::vector<std::string>{"a:1", "a:2"}));
    }

    void theSameLayerTwiceIsAllowed()
    {
        auto parts = makeParts(1, 1, {"a:1"});
        parts.layers = {makeLayer(1), makeLayer(2), makeLayer(1)};
        for (const auto &tar : {oldDockerLayout({parts}).toTar(), newDockerLayout({parts}).toTar()}) {
            const auto archive = readArchive(tar);
            QVERIFY2(archive, why(archive));
            const auto &layers = archive->images[0].manifests[0].layers;
            QCOMPARE(layers.size(), 3U);
            QCOMPARE(layers[0].file, layers[2].file);
        }
    }

    void theNumberOfLayersIsHeldAgainstTheLimits_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("warnings");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("125") << 125 << 0;
        QTest::newRow("126") << 126 << 1;
        QTest::newRow("1000") << 1000 << 1;
    }

    void theNumberOfLayersIsHeldAgainstTheLimits()
    {
        QFETCH(const int, count);
        QFETCH(const int, warnings);
        const auto archive = readArchive(oldDockerLayout({makeParts(1, count, {"a:1"})}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images[0].manifests[0].layers.size(), std::size_t(count));
        QCOMPARE(archive->warnings.size(), std::size_t(warnings));
    }

    void anEmptyLayerIsALayer()
    {
        ImageParts parts = makeParts(1, 0, {"a:1"});
        parts.layers = {QByteArray(1024, '\0')};
        const auto archive = readArchive(oldDockerLayout({parts}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(digestOf(archive->images[0].manifests[0].layers[0]), "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef");
    }

    void aPackedLayerKeepsItsPacking_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<Packing>("packing");
        QTest::newRow("gzip") << "gzip" << Packing::Gzip;
        QTest::newRow("zstd") << "zstd" << Packing::Zstd;
        QTest::newRow("xz") << "xz" << Packing::Xz;
        QTest::newRow("bzip2") << "bzip2" << Packing::Bzip2;
    }

    void aPackedLayerKeepsItsPacking()
    {
        QFETCH(const QString, program);
        QFETCH(const Packing, packing);
        const auto parts = makeParts(1, 1);
        const QByteArray layer = packed(program, parts.layers[0]);
        const auto archive = readArchive(withLayerFiles(parts, {layer}).toTar());
        QVERIFY2(archive, why(archive));
        const auto &blob = archive->images[0].manifests[0].layers[0];
        QCOMPARE(blob.packing, packing);
        QCOMPARE(digestOf(blob), sha256Of(layer));
        QCOMPARE(archive->images[0].manifests[0].diffIds[0], sha256Of(parts.layers[0]).toStdString());
    }

    void anUnpackedLayerThatBeginsLikePackedDataIsStillUnpacked()
    {
        ImageParts parts;
        parts.layers = {TarWriter().file("BZh", "a file of that name").finished()};
        const auto archive = readArchive(withLayerFiles(parts, parts.layers).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images[0].manifests[0].layers[0].packing, Packing::None);
    }

    void aForeignLayerStaysElsewhere()
    {
        const auto parts = makeParts(1, 2);
        FileList files;
        files.add("c.json", parts.config()).add("own.tar", parts.layers[1]);
        const QJsonObject source{{"mediaType", "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"},
            {"digest", QString::fromUtf8(sha256Of("elsewhere"))}, {"size", 77}, {"urls", QJsonArray{"https://example.com/base"}}};
        files.add("manifest.json",
            toJson(QJsonArray{QJsonObject{{"Config", "c.json"}, {"Layers", QJsonArray{"base.tar", "own.tar"}},
                {"LayerSources", QJsonObject{{QString::fromUtf8(sha256Of(parts.layers[0])), source}}}}}));
        const auto archive = readArchive(files.toTar());
        QVERIFY2(archive, why(archive));
        const auto &layer = archive->images[0].manifests[0].layers.at(0);
        QVERIFY(layer.file.empty());
        QCOMPARE(digestOf(layer), sha256Of("elsewhere"));
        QCOMPARE(layer.descriptor.sizeBytes, 77);
        QCOMPARE(layer.descriptor.urls, std::vector<std::string>{"https://example.com/base"});
    }

    void aConfigurationNamedByItsDigestIsRead()
    {
        // So crane and kaniko name it; a colon is refused elsewhere.
        const auto parts = makeParts(1, 1);
        const QByteArray name = sha256Of(parts.config());
        const auto archive =
            readArchive(FileList()
                            .add(name, parts.config())
                            .add("l.tar", parts.layers[0])
                            .add("manifest.json", toJson(QJsonArray{QJsonObject{{"Config", QString::fromUtf8(name)}, {"Layers", QJsonArray{"l.tar"}}}}))
                            .toTar());
        QVERIFY2(archive, why(archive));
    }

    void aBadNameIsSkippedWithAWarningAndShownHarmlessly()
    {
        const auto archive = readArchive(oldDockerLayout({makeParts(1, 1, {"good:1", "Bad\xe2\x80\xaename:1"})}).toTar());
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images[0].names, std::vector<std::string>{"good:1"});
        QCOMPARE(archive->warnings.size(), 1U);
        QVERIFY(archive->warnings[0].message.find("Bad?name") != std::string::npos);
    }

    void namesAreComparedAfterTakingOffTheLeadingDot()
    {
        const auto parts = makeParts(1, 1);
        const auto archive = readArchive(FileList()
                                             .add("./c.json", parts.config())
                                             .add("./a//layer.tar", parts.layers[0])
                                             .add("./manifest.json", R"([{"Config":"c.json","Layers":["./a/layer.tar"]}])")
                                             .toTar());
        QVERIFY2(archive, why(archive));
    }
};

QTEST_GUILESS_MAIN(DockerLayoutTest)
#include "DockerLayoutTest.moc"
