// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "archive/ImageBuilder.h"
#include "archive/Packed.h"
#include "archive/ScratchFolder.h"
#include "archive/TarWriter.h"

using namespace berth;
using namespace berth::test;

class OuterCompressionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPackedArchiveIsReadInPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("compression");
        const QByteArray tar = oldDockerLayout({makeParts(1, 4, {"a:1"})}).toTar();
        const QByteArray skippable = QByteArray::fromHex("502a4d1804000000") + "skip";
        QTest::newRow("plain") << tar << "";
        QTest::newRow("gzip") << packed("gzip", tar) << "gzip";
        QTest::newRow("gzip, several members") << packedInPieces("gzip", tar, 3000) << "gzip";
        QTest::newRow("gzip, zeros behind it") << packed("gzip", tar) + QByteArray(512, '\0') << "gzip";
        QTest::newRow("zstd") << packed("zstd", tar) << "zstd";
        QTest::newRow("zstd, several frames") << packedInPieces("zstd", tar, 3000) << "zstd";
        QTest::newRow("zstd, a skippable frame first") << skippable + packed("zstd", tar) << "zstd";
        QTest::newRow("xz") << packed("xz", tar) << "xz";
        QTest::newRow("xz, several streams") << packedInPieces("xz", tar, 3000) << "xz";
    }

    void aPackedArchiveIsReadInPlace()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, compression);
        const auto archive = readArchive(bytes);
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->compression, compression.toStdString());
        QCOMPARE(archive->fileBytes, bytes.size());
        QCOMPARE(archive->images.at(0).manifests.at(0).layers.size(), 4U);
    }

    void theEndMayLookInManyWays_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<int>("warnings");
        QTest::newRow("no end mark") << QByteArray() << 0;
        QTest::newRow("one block of zeros") << QByteArray(512, '\0') << 0;
        QTest::newRow("padded to 10 KiB") << QByteArray(10240, '\0') << 0;
        QTest::newRow("a MiB of zeros") << QByteArray(1 << 20, '\0') << 0;
        QTest::newRow("3 MiB of zeros") << QByteArray(3 << 20, '\0') << 1;
        QTest::newRow("something after the end mark") << QByteArray(1024, '\0') + "something" << 1;
        QTest::newRow("another archive") << QByteArray(1024, '\0') + TarWriter().file("manifest.json", "[]").finished() << 1;
    }

    void theEndMayLookInManyWays()
    {
        QFETCH(const QByteArray, end);
        QFETCH(const int, warnings);
        const QByteArray tar = oldDockerLayout({makeParts(1, 1, {"a:1"})}).toTar().chopped(1024) + end;
        for (const auto &bytes : {tar, packed("zstd", tar)}) {
            const auto archive = readArchive(bytes);
            QVERIFY2(archive, why(archive));
            QCOMPARE(archive->warnings.size(), std::size_t(warnings));
        }
    }

    void everyWayToWriteANameAndASizeIsRead_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("layerName");
        const QByteArray layer = makeLayer(1);
        const QByteArray octal = TarWriter::octal(layer.size());
        const QByteArray longName = QByteArray(60, 'd') + '/' + QByteArray(200, 'n');
        const auto entry = [&](const TarHeader &header) { return TarWriter().header(header).body(layer).bytes(); };
        QTest::newRow("version 7") << entry({.name = "l", .size = octal, .magic = ""}) << QByteArray("l");
        QTest::newRow("type NUL") << entry({.name = "l", .type = '\0', .size = octal}) << QByteArray("l");
        QTest::newRow("type 7") << entry({.name = "l", .type = '7', .size = octal}) << QByteArray("l");
        QTest::newRow("ustar prefix") << entry({.name = "l", .size = octal, .prefix = "a/b"}) << QByteArray("a/b/l");
        QTest::newRow("GNU, no prefix") << entry({.name = "l", .size = octal, .prefix = "0123", .magic = "ustar  "}) << QByteArray("l");
        QTest::newRow("GNU long name") << TarWriter().gnuLong('L', longName).bytes() + entry({.name = "cut", .size = octal}) << longName;
        QTest::newRow("PAX path") << TarWriter().pax({{"path", longName}}).bytes() + entry({.name = "cut", .size = octal}) << longName;
        QTest::newRow("PAX path in Korean") << TarWriter().pax({{"path", "이미지/층"}}).bytes() + entry({.name = "x", .size = octal})
                                            << QByteArray("이미지/층");
        QTest::newRow("PAX size") << TarWriter().pax({{"size", QByteArray::number(layer.size())}}).bytes() + entry({.name = "l"}) << QByteArray("l");
        QTest::newRow("PAX mtime only") << TarWriter().pax({{"mtime", "1.5"}}).bytes() + entry({.name = "l", .size = octal}) << QByteArray("l");
        QTest::newRow("PAX comment for all") << TarWriter().pax({{"comment", "0abc"}}, 'g').bytes() + entry({.name = "l", .size = octal}) << QByteArray("l");
        QTest::newRow("base-256 size") << entry({.name = "l", .size = TarWriter::base256(layer.size())}) << QByteArray("l");
        QTest::newRow("size with spaces") << entry({.name = "l", .size = "   " + QByteArray::number(layer.size(), 8) + " "}) << QByteArray("l");
    }

    void everyWayToWriteANameAndASizeIsRead()
    {
        QFETCH(const QByteArray, start);
        QFETCH(const QByteArray, layerName);
        const auto parts = makeParts(1, 1);
        const QByteArray rest =
            FileList().add("c.json", parts.config()).add("manifest.json", "[{\"Config\":\"c.json\",\"Layers\":[\"" + layerName + "\"]}]").toTar();
        const auto archive = readArchive(TarWriter().folder("a").bytes() + start + rest);
        QVERIFY2(archive, why(archive));
        QCOMPARE(archive->images[0].manifests[0].layers[0].file, layerName.toStdString());
    }
};

QTEST_GUILESS_MAIN(OuterCompressionTest)
#include "OuterCompressionTest.moc"
