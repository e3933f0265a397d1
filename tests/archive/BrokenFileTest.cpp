// SPDX-License-Identifier: Apache-2.0
#include <QRandomGenerator>
#include <QTest>

#include "archive/EntryStream.h"
#include "archive/ImageBuilder.h"
#include "archive/Packed.h"
#include "archive/ScratchFolder.h"
#include "archive/TarWriter.h"

using namespace berth;
using namespace berth::test;

namespace {

/// A MiB that no packer makes smaller.
QByteArray noise()
{
    QByteArray bytes(1 << 20, Qt::Uninitialized);
    QRandomGenerator random(7);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes;
}

QByteArray bigTar()
{
    ImageParts parts;
    parts.layers = {noise()};
    return oldDockerLayout({parts}).toTar();
}

} // namespace

class BrokenFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// and files that are something else.
    void isRefusedInItsOwnWordsAndLeavesNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code, const char *sentence) {
            QTest::newRow(name) << bytes << code << QByteArray(sentence);
        };
        const QByteArray tar = bigTar();
        const QByteArray small = TarWriter().file("first", "hi").file("second", QByteArray(2000, 's')).bytes();
        row("X-15 tar cut in the first header", small.left(300), ErrorCode::Damaged, "breaks off in its first header");
        row("X-15 tar cut between a body and its padding", small.chopped(10), ErrorCode::Damaged, "breaks off inside \"second\"");
        row("X-15 tar cut in a later header", small.left(1024 + 300), ErrorCode::Damaged, "breaks off in the header after \"first\"");
        row("X-15 tar cut in a body", small.left(1024 + 512 + 100), ErrorCode::Damaged, "breaks off inside \"second\"");
        row("X-15 tar cut in the last byte of a body", small.left(1024 + 512 + 1999), ErrorCode::Damaged, "breaks off inside \"second\"");
        row("X-15 tar cut in a PAX header", TarWriter().file("first", "hi").pax({{"path", "x"}}).bytes().chopped(512), ErrorCode::Damaged,
            "breaks off or is damaged in the header after \"first\"");
        row("X-15 tar cut after a PAX header", TarWriter().file("first", "hi").pax({{"path", "x"}}).bytes(), ErrorCode::Damaged,
            "breaks off or is damaged in the header after \"first\"");
        const QByteArray padded = tar + QByteArray(200'000, '\0'); // packed data goes on long after the end mark
        for (const char *program : {"gzip", "zstd", "xz"}) {
            const QByteArray whole = packed(program, padded);
            const auto cut = [&](const char *where, qsizetype bytes, const char *sentence) {
                row(qPrintable(QStringLiteral("X-15 %1 cut %2").arg(program, where)), whole.chopped(bytes), ErrorCode::Damaged, sentence);
            };
            cut("in the middle", whole.size() / 2, "/layer.tar\"");
            for (const int bytes : {1, 4, 8, 9, 20})
                cut(qPrintable(QStringLiteral("in the last %1 bytes").arg(bytes)), bytes, "breaks off or is damaged");
            cut("in its first bytes", whole.size() - 10, "breaks off or is damaged");
        }
        const QByteArray members = packed("gzip", tar.left(tar.size() / 2)) + packed("gzip", tar.mid(tar.size() / 2)).chopped(1000);
        row("X-15 second gzip member cut", members, ErrorCode::Damaged, "breaks off or is damaged");
        row("X-15 second gzip member missing", packed("gzip", tar.left(tar.size() / 2)), ErrorCode::Damaged, "/layer.tar\"");
        QByteArray flipped = packed("zstd", tar);
        flipped[flipped.size() / 2] = char(flipped[flipped.size() / 2] ^ 0x55);
        row("zstd damaged in the middle", flipped, ErrorCode::Damaged, "damaged");
        row("empty file", {}, ErrorCode::BadRequest, "The archive is empty");
        row("zeros only", QByteArray(10240, '\0'), ErrorCode::BadRequest, "The archive is empty");
        row("gzip of nothing", packed("gzip", {}), ErrorCode::BadRequest, "The archive is empty");
        row("random bytes", noise(), ErrorCode::Damaged, "The file is no tar archive");
        row("text", "hello", ErrorCode::Damaged, "The file is no tar archive");
        row("gzip of random bytes", packed("gzip", noise()), ErrorCode::Damaged, "The file is no tar archive");
        row("zip", "PK\x03\x04" + noise(), ErrorCode::BadRequest, "This is a zip file");
        row("bzip2", packed("bzip2", tar), ErrorCode::BadRequest, "is compressed with bzip2");
        row("gzip in gzip", packed("gzip", packed("gzip", tar)), ErrorCode::BadRequest, "is compressed twice");
        row("gzip in zstd", packed("zstd", packed("gzip", tar)), ErrorCode::BadRequest, "is compressed twice");
        row("bzip2 in gzip", packed("gzip", packed("bzip2", tar)), ErrorCode::BadRequest, "is compressed twice");
        bombRows();
    }

    void isRefusedInItsOwnWordsAndLeavesNothingBehind()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ErrorCode, code);
        QFETCH(const QByteArray, sentence);
        const ScratchFolder scratch;
        qputenv("TMPDIR", scratch.path(QString()).toUtf8());
        const auto archive = readArchive(scratch.write("archive", bytes));
        QVERIFY2(!archive, "was taken");
        QVERIFY2(why(archive).contains(sentence), why(archive));
        QCOMPARE(archive.error().code, code);
        QCOMPARE(scratch.content(), QStringList{"archive"});
    }

    void aBodyThatNobodyReadsIsSkipped_data()
    {
        QTest::addColumn<QString>("program");
        for (const char *program : {"", "gzip", "zstd"})
            QTest::newRow(*program ? program : "plain") << QString::fromLatin1(program);
    }

    void aBodyThatNobodyReadsIsSkipped()
    {
        QFETCH(const QString, program);
        const auto form = [&](const QByteArray &tar) { return program.isEmpty() ? tar : packed(program, tar); };
        const QByteArray tar = TarWriter().file("first", noise()).file("second", "hi").file("third", noise()).finished();
        const ScratchFolder scratch;
        auto whole = *openEntries(scratch.write("whole", form(tar)));
        QCOMPARE((*whole->next())->name, "first");
        QCOMPARE((*whole->next())->name, "second");
        QCOMPARE(*readEntry(*whole, 10), "hi");
        QCOMPARE(*readEntry(*whole, 10), ""); // stays at its end
        QCOMPARE((*whole->next())->name, "third");
        QVERIFY(!*whole->next());
        QVERIFY(!whole->hasTrailingData());
        QCOMPARE(whole->consumedBytes(), std::int64_t(std::filesystem::file_size(scratch.path("whole").toStdU16String())));
        auto cut = *openEntries(scratch.write("cut", form(tar.chopped(2000))));
        for (int i = 0; i < 3; ++i)
            QVERIFY(cut->next());
        const auto end = cut->next();
        QVERIFY(!end);
        QCOMPARE(end.error().code, ErrorCode::Damaged);
        QVERIFY2(why(end).contains("breaks off inside \"third\""), why(end));
    }

    void aMissingFileAndAPipeAreRefused()
    {
        const ScratchFolder scratch;
        QCOMPARE(readArchive(scratch.path("gone").toStdU16String()).error().code, ErrorCode::NotFound);
        QCOMPARE(readArchive(std::filesystem::path("/dev/zero")).error().code, ErrorCode::NotFound);
    }

    ///
    void aFileThatChangesWhileItIsReadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("addition");
        QTest::newRow("grows") << QByteArray(512, '\0');
        QTest::newRow("is touched") << QByteArray();
    }

    void aFileThatChangesWhileItIsReadIsRefused()
    {
        QFETCH(const QByteArray, addition);
        const ScratchFolder scratch;
        const QByteArray tar = bigTar();
        const auto path = scratch.write("archive", tar);
        std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
        bool done = false;
        const auto scan = scanArchive(path, [&](std::int64_t) {
            if (!std::exchange(done, true))
                scratch.write("archive", tar + addition);
            return true;
        });
        QVERIFY(!scan);
        QCOMPARE(scan.error().code, ErrorCode::Conflict);
        QVERIFY2(why(scan).contains("The file changed while it was read"), why(scan));
    }

    void cancellingStopsTheReading()
    {
        const ScratchFolder scratch;
        std::int64_t calls = 0;
        const auto scan = scanArchive(scratch.write("archive", bigTar()), [&](std::int64_t) { return ++calls < 2; });
        QVERIFY(!scan);
        QCOMPARE(scan.error().code, ErrorCode::Cancelled);
        QCOMPARE(calls, 2);
    }

private:
    /// Little files that unpack to hundreds of MiB.
    void bombRows()
    {
        const qint64 size = 250LL << 20;
        const QByteArray zeros(size, '\0');
        const auto row = [](const char *name, const QByteArray &bytes, const char *sentence = "more than a thousand times its size") {
            QTest::newRow(name) << bytes << ErrorCode::BadRequest << QByteArray(sentence);
        };
        const QByteArray header = TarWriter().header({.name = "bomb", .size = TarWriter::octal(size)}).bytes();
        row("X-07 gzip", packed("gzip", header + zeros), "size, as only a trap does, at the entry \"bomb\"");
        row("X-07 zstd", packed("zstd", header + zeros));
        const QByteArray start = TarWriter().file("first", "hi").bytes();
        row("X-07 after the end mark", packed("zstd", start + zeros));
        row("X-07 behind a link", packed("zstd", start + TarWriter().symbolicLink("l", "first").bytes() + zeros));
        row("X-07 as a size that is claimed", packed("gzip", TarWriter().header({.name = "bomb", .size = TarWriter::base256(21LL << 30)}).finished()),
            "\"bomb\" claims a size above 20 GiB");
    }
};

QTEST_GUILESS_MAIN(BrokenFileTest)
#include "BrokenFileTest.moc"
