// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include "archive/EntryStream.h"
#include "archive/ImageBuilder.h"
#include "archive/LayerMaker.h"
#include "archive/Packed.h"
#include "archive/ScratchFolder.h"
#include "archive/TarWriter.h"

using namespace berth;
using namespace berth::test;

namespace {

Digest digestOf(const QByteArray &bytes) { return *Digest::parse(sha256Of(bytes).toStdString()); }

QByteArray fileContent(const std::filesystem::path &path)
{
    QFile file(QString::fromStdU16String(path.u16string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Half noise, half text, so that packing it is work and worth it.
QByteArray mixed(qsizetype bytes)
{
    QByteArray result(bytes, 't');
    QRandomGenerator random(3);
    for (qsizetype i = 0; i < bytes; i += 2)
        result[i] = char(random.bounded(256));
    return result;
}

const SpoolProgress goOn = [](std::int64_t) { return true; };

} // namespace

class LayerMakerTest : public QObject {
    Q_OBJECT

    ScratchFolder m_scratch;
    std::unique_ptr<EntryStream> m_entries;

    /// Where a blob is spooled to.
    std::filesystem::path spool() const { return m_scratch.path("spool").toStdU16String(); }

    /// The stream of an archive that holds this content alone, at its entry.
    EntryStream &entry(const QByteArray &content) { return entryOf(TarWriter().file("layer", content).finished()); }

    EntryStream &entryOf(const QByteArray &tar)
    {
        m_entries = std::move(*openEntries(m_scratch.write("archive", tar)));
        if (!m_entries->next())
            qFatal("The archive has no entry");
        return *m_entries;
    }

    void verifyRefused(const Result<SpooledBlob> &blob, ErrorCode code, const char *sentence)
    {
        QVERIFY2(!blob, "was taken");
        QVERIFY2(why(blob).contains(sentence), why(blob));
        QCOMPARE(blob.error().code, code);
        QVERIFY2(!std::filesystem::exists(spool()), "X-19: the temporary file was left behind");
    }

private Q_SLOTS:
    void packingGivesTheSameBytesEveryTime_data()
    {
        QTest::addColumn<QByteArray>("layer");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a layer without files") << QByteArray(1024, '\0');
        QTest::newRow("less than a member") << mixed(1000);
        QTest::newRow("exactly a member") << mixed(1 << 20);
        QTest::newRow("a byte more than a member") << mixed((1 << 20) + 1);
        QTest::newRow("more than a batch") << mixed((9 << 20) + 12'345);
    }

    void packingGivesTheSameBytesEveryTime()
    {
        QFETCH(const QByteArray, layer);
        const auto first = packLayer(entry(layer), digestOf(layer), spool(), goOn);
        QVERIFY2(first, why(first));
        const QByteArray bytes = fileContent(first->file);
        QCOMPARE(first->sizeBytes, bytes.size());
        QCOMPARE(first->digest, digestOf(bytes));
        QCOMPARE(first->mediaType, "application/vnd.oci.image.layer.v1.tar+gzip");
        QCOMPARE(unpacked("gzip", bytes), layer);
        QCOMPARE(bytes.mid(4, 4), QByteArray(4, '\0')); // no time
        QCOMPARE(bytes[3], '\0');                       // no name
        QCOMPARE(bytes[9], '\xff');                     // no system
        const auto second = packLayer(entry(layer), digestOf(layer), spool(), goOn);
        QVERIFY2(second, why(second));
        QCOMPARE(fileContent(second->file), bytes);
    }

    void packingRefusesAnotherContent()
    {
        verifyRefused(packLayer(entry("content"), digestOf("other"), spool(), goOn), ErrorCode::Damaged, "its content has another digest");
    }

    void packingRefusesAnArchiveThatBreaksOff()
    {
        const QByteArray layer = mixed(3 << 20);
        const QByteArray tar = packed("zstd", TarWriter().file("layer", layer).bytes());
        verifyRefused(packLayer(entryOf(tar.chopped(tar.size() / 3)), digestOf(layer), spool(), goOn), ErrorCode::Damaged, "at the entry \"layer\"");
    }

    void everyKindOfSpoolingCanBeCancelled()
    {
        const QByteArray layer = mixed(2 << 20);
        const QByteArray gzip = packed("gzip", layer);
        std::int64_t seen = 0;
        const SpoolProgress stop = [&](std::int64_t bytes) {
            seen = bytes;
            return false;
        };
        verifyRefused(packLayer(entry(layer), digestOf(layer), spool(), stop), ErrorCode::Cancelled, "Cancelled");
        QVERIFY(std::exchange(seen, 0) > 0);
        verifyRefused(spoolEntry(entry(layer), digestOf(layer), spool(), stop), ErrorCode::Cancelled, "Cancelled");
        QVERIFY(std::exchange(seen, 0) > 0);
        verifyRefused(spoolPackedLayer(entry(gzip), digestOf(gzip), digestOf(layer), spool(), stop), ErrorCode::Cancelled, "Cancelled");
        QVERIFY(std::exchange(seen, 0) > 0);
        verifyRefused(repackLayer(entry(packed("xz", layer)), digestOf(layer), spool(), stop), ErrorCode::Cancelled, "Cancelled");
        QVERIFY(seen > 0);
    }

    void aFullDiskIsSaid()
    {
        QVERIFY2(QFile::exists("/dev/full"), "This system has no /dev/full");
        const QString link = m_scratch.path("full"); // never the device itself: a defect would delete it
        QVERIFY(QFile::link("/dev/full", link));
        const auto blob = packLayer(entry("content"), digestOf("content"), link.toStdU16String(), goOn);
        QVERIFY(!blob);
        QCOMPARE(blob.error().code, ErrorCode::NoSpace);
        QVERIFY2(QFile::exists(link), "only plain files are deleted");
    }

    void spoolingCopiesByteForByte()
    {
        const QByteArray content = mixed((2 << 20) + 77);
        const auto blob = spoolEntry(entry(content), digestOf(content), spool(), goOn);
        QVERIFY2(blob, why(blob));
        QCOMPARE(fileContent(blob->file), content);
        QCOMPARE(blob->digest, digestOf(content));
        QCOMPARE(blob->sizeBytes, content.size());
    }

    void spoolingChecksASha512DigestToo()
    {
        const auto digest = QCryptographicHash::hash("content", QCryptographicHash::Sha512).toHex().toStdString();
        const auto blob = spoolEntry(entry("content"), *Digest::parse("sha512:" + digest), spool(), goOn);
        QVERIFY2(blob, why(blob));
        QCOMPARE(blob->digest.toString(), "sha512:" + digest);
    }

    void spoolingRefusesAnotherContent()
    {
        verifyRefused(spoolEntry(entry("content"), digestOf("other"), spool(), goOn), ErrorCode::Damaged, "changed while it was read, or is damaged");
    }

    void aPackedLayerIsCopiedAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("mediaType");
        const QByteArray type = "application/vnd.oci.image.layer.v1.tar+";
        const QByteArray layer = mixed(300'000);
        QTest::newRow("gzip") << packed("gzip", layer) << type + "gzip";
        QTest::newRow("gzip, several members") << packedInPieces("gzip", layer, 100'000) << type + "gzip";
        QTest::newRow("gzip, zeros behind it") << packed("gzip", layer) + QByteArray(600'000, '\0') << type + "gzip";
        QTest::newRow("zstd, several frames") << packedInPieces("zstd", layer, 100'000) << type + "zstd";
    }

    void aPackedLayerIsCopiedAsItIs()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, mediaType);
        const auto blob = spoolPackedLayer(entry(bytes), digestOf(bytes), digestOf(mixed(300'000)), spool(), goOn);
        QVERIFY2(blob, why(blob));
        QCOMPARE(fileContent(blob->file), bytes);
        QCOMPARE(blob->sizeBytes, bytes.size());
        QCOMPARE(blob->mediaType, mediaType.toStdString());
    }

    void aPackedLayerIsHeldAgainstBothDigests()
    {
        const QByteArray gzip = packed("gzip", "content");
        verifyRefused(spoolPackedLayer(entry(gzip), digestOf(gzip), digestOf("other"), spool(), goOn), ErrorCode::Damaged, "its content has another digest");
        verifyRefused(spoolPackedLayer(entry(gzip), digestOf("other"), digestOf("content"), spool(), goOn), ErrorCode::Damaged, "changed while it was read");
    }

    void aPackedLayerThatBreaksOffOrExplodesIsRefused()
    {
        const QByteArray cut = packed("gzip", mixed(300'000)).chopped(100);
        verifyRefused(spoolPackedLayer(entry(cut), digestOf(cut), digestOf("x"), spool(), goOn), ErrorCode::Damaged, "A layer breaks off or is damaged");
        const QByteArray bomb = packed("zstd", QByteArray(200 << 20, '\0'));
        verifyRefused(spoolPackedLayer(entry(bomb), digestOf(bomb), digestOf("x"), spool(), goOn), ErrorCode::BadRequest,
            "A layer unpacks to more than a thousand times");
        verifyRefused(repackLayer(entry(bomb), digestOf("x"), spool(), goOn), ErrorCode::BadRequest, "A layer unpacks to more than a thousand times");
    }

    void aLayerInXzOrBzip2IsPackedAnew()
    {
        const QByteArray layer = mixed(3 << 20);
        const auto direct = packLayer(entry(layer), digestOf(layer), spool(), goOn);
        QVERIFY2(direct, why(direct));
        for (const char *program : {"xz", "bzip2"}) {
            const auto blob = repackLayer(entry(packed(program, layer)), digestOf(layer), spool(), goOn);
            QVERIFY2(blob, why(blob));
            QCOMPARE(blob->digest, direct->digest);
        }
    }
};

QTEST_GUILESS_MAIN(LayerMakerTest)
#include "LayerMakerTest.moc"
