// SPDX-License-Identifier: Apache-2.0
#include <QScopeGuard>
#include <QTest>

#include <clocale>

#include "archive/ImageBuilder.h"
#include "archive/ScratchFolder.h"
#include "archive/TarWriter.h"

using namespace berth;
using namespace berth::test;

namespace {

/// Entries in front of a good archive, which would be read if they were harmless.
QByteArray before(const TarWriter &entries)
{
    static const QByteArray good = oldDockerLayout({makeParts(1, 1, {"a:1"})}).toTar();
    return entries.bytes() + good;
}

} // namespace

/// What an archive may not hold as tar entries, each refused in its own words. Numbers are those of the list of attacks.
class HostileEntryTest : public QObject {
    Q_OBJECT

    void row(const char *name, const TarWriter &entries, const char *sentence, ErrorCode code = ErrorCode::BadRequest)
    {
        QTest::newRow(name) << before(entries) << code << QByteArray(sentence);
    }

    /// no name leads elsewhere, on any system.
    void nameRows()
    {
        row("X-01 up", TarWriter().file("../x", "hi"), "\"../x\", whose name leads out of the archive");
        row("X-01 up in the middle", TarWriter().file("a/../../x", "hi"), "leads out of the archive");
        row("X-01 up for a folder", TarWriter().folder("a/.."), "leads out of the archive");
        row("X-01 up in the prefix", TarWriter().header({.name = "x", .prefix = ".."}), "leads out of the archive");
        row("X-01 absolute", TarWriter().file("/etc/x", "hi"), "\"/etc/x\", whose name is an absolute path");
        row("X-01 drive", TarWriter().file("C:/x", "hi"), "\"C:/x\", whose name holds a colon");
        row("X-01 drive and back-slash", TarWriter().file("C:\\x", "hi"), "holds back-slashes");
        row("X-01 share", TarWriter().file("\\\\srv\\x", "hi"), "holds back-slashes");
        row("X-01 stream", TarWriter().file("a:b", "hi"), "holds a colon");
        row("X-01 colon that is no digest", TarWriter().file("sha256:ABC", "hi"), "holds a colon");
        row("X-01 line break", TarWriter().file("a\nb", "hi"), "\"a?b\", whose name holds control characters");
    }

    /// links name a file of the archive.
    void linkRows()
    {
        row("X-02 symbolic link up", TarWriter().symbolicLink("d/l", "../../x"), "The link \"d/l\" leads out of the archive");
        row("X-02 hard link up", TarWriter().hardLink("d/l", "../x"), "The link \"d/l\" leads out of the archive");
        row("X-02 absolute", TarWriter().symbolicLink("l", "/etc/passwd"), "The link \"l\" leads out of the archive");
        row("X-02 without a target", TarWriter().symbolicLink("l", ""), "The link \"l\" leads out of the archive");
        // libarchive takes a target from PAX only in place of another one.
        row("X-02 symbolic link with a target in PAX alone", TarWriter().pax({{"linkpath", "manifest.json"}}).symbolicLink("l", ""),
            "The link \"l\" leads out of the archive");
        row("X-02 hard link with a target in PAX alone", TarWriter().pax({{"linkpath", "manifest.json"}}).hardLink("l", ""),
            "\"l\" is of a kind that image archives do not have");
        row("X-02 drive", TarWriter().symbolicLink("l", "C:x"), "The link \"l\" names \"C:x\", which is no name for a file");
        row("X-02 to a folder", TarWriter().folder("d").symbolicLink("l", "d"), "The link \"l\" names \"d\", which is no file in the archive");
        row("X-02 to nothing", TarWriter().symbolicLink("l", "gone"), "The link \"l\" names \"gone\", which is no file");
        row("X-02 to itself", TarWriter().symbolicLink("l", "l"), "The link \"l\" leads in a circle");
        row("X-02 circle", TarWriter().symbolicLink("l", "m").symbolicLink("m", "l"), "leads in a circle");
        TarWriter chain;
        for (int i = 0; i < 9; ++i)
            chain.symbolicLink("l" + QByteArray::number(i), i == 8 ? "manifest.json" : "l" + QByteArray::number(i + 1));
        row("X-02 nine links in a row", chain, "over more than 8 other links");
    }

    /// kinds of entries that images do not have.
    void kindRows()
    {
        for (const char type : {'3', '4', '6'})
            row(qPrintable(QStringLiteral("X-03 type %1").arg(QLatin1Char(type))), TarWriter().header({.name = "dev", .type = type}),
                "\"dev\" is a device, pipe or socket");
        row("X-03 type M", TarWriter().header({.name = "odd", .type = 'M'}), "\"odd\" is of a kind that image archives do not have");
        row("X-03 type V with content", TarWriter().header({.name = "odd", .type = 'V', .size = TarWriter::octal(2)}).body("hi"),
            "breaks off or is damaged in its first header", ErrorCode::Damaged);
        // GNU's headers have times, the map and the real size where ustar has the prefix.
        const QByteArray map = QByteArray(41, '\0') + TarWriter::octal(0) + '\0' + TarWriter::octal(2) + QByteArray(74, '\0') + TarWriter::octal(2000);
        row("X-04 GNU sparse", TarWriter().header({.name = "s", .type = 'S', .size = TarWriter::octal(2), .prefix = map, .magic = "ustar  "}).body("hi"),
            "\"s\" is a sparse file");
        row("X-04 PAX 0.1", TarWriter().pax({{"GNU.sparse.size", "2000"}, {"GNU.sparse.map", "0,2"}}).file("s", "hi"), "\"s\" is a sparse file");
        row("X-04 PAX 1.0",
            TarWriter().pax({{"GNU.sparse.major", "1"}, {"GNU.sparse.realsize", "99999"}}).file("s", "1\n0\n2\n" + QByteArray(506, '\0') + "hi"),
            "\"s\" is a sparse file");
        row("X-04 PAX 1.0 without a map", TarWriter().pax({{"GNU.sparse.major", "1"}}).file("s", "0\n"), "breaks off or is damaged in its first header",
            ErrorCode::Damaged);
        row("X-04 PAX 9", TarWriter().pax({{"GNU.sparse.major", "9"}}).file("s", "hi"), "begins with a PAX header that is broken");
    }

    /// two files of one name.
    void twinRows()
    {
        row("X-05 other bytes", TarWriter().file("x", "one").file("x", "two"), "the name \"x\" twice, with different content");
        row("X-05 the same after normalising", TarWriter().file("x", "one").file("./x", "two"), "the name \"x\" twice");
        row("X-05 the index file, equal", TarWriter().file("oci-layout", "{}").file("oci-layout", "{}"), "the file \"oci-layout\" twice");
        row("X-05 another JSON file, equal", TarWriter().file("c.json", "{}").file("c.json", "{}"), "the file \"c.json\" twice");
        row("X-05 link and file", TarWriter().symbolicLink("x", "manifest.json").file("x", "two"), "the name \"x\" twice, once as a link");
        row("X-05 file and link", TarWriter().file("x", "two").hardLink("x", "manifest.json"), "the name \"x\" twice, once as a link");
        row("X-05 manifest.json", TarWriter().file("manifest.json", "[]"), "the file \"manifest.json\" twice");
    }

    /// sizes and lengths.
    void sizeRows()
    {
        const auto sized = [](const QByteArray &size) { return TarWriter().header({.name = "big", .size = size}); };
        row("X-08 base-256, negative", sized(TarWriter::base256(-5)), "\"big\" claims an impossible size");
        row("X-08 base-256, above 2^63", sized('\x80' + QByteArray(11, '\xff')), "\"big\" claims an impossible size");
        row("X-08 base-256, 2^62", sized(TarWriter::base256(1LL << 62)), "\"big\" claims an impossible size");
        row("X-08 minus", sized("-0000000005"), "\"big\" claims an impossible size");
        row("X-08 PAX, negative", TarWriter().pax({{"size", "-5"}}).file("big", "hi"), "\"big\" claims an impossible size");
        row("X-08 PAX, overflowing", TarWriter().pax({{"size", "99999999999999999999999"}}).file("big", "hi"), "\"big\" claims an impossible size");
        row("X-08 PAX, less than the content", TarWriter().pax({{"SCHILY.realsize", "1"}}).file("big", "hi"), "\"big\" has another size than it claims");
        row("X-08 PAX, more than the content", TarWriter().pax({{"SCHILY.realsize", "999999999999999"}}).file("big", "hi"),
            "\"big\" has another size than it claims");
        row("X-08 more than the file holds", sized(TarWriter::base256(1LL << 40)), "breaks off inside \"big\"", ErrorCode::Damaged);
        row("X-09 GNU long name", TarWriter().gnuLong('L', QByteArray(4097, 'n')).file("x", "hi"), "whose name is longer than 4096 bytes");
        row("X-09 PAX path", TarWriter().pax({{"path", QByteArray(4097, 'n')}}).file("x", "hi"), "whose name is longer than 4096 bytes");
        row("X-09 PAX header above 1 MiB", TarWriter().file("x", "hi").pax({{"comment", QByteArray(1 << 20, 'c')}}),
            "After the entry \"x\" the archive holds a header that is larger than 1 MiB");
        row("X-09 PAX header of negative size", TarWriter().header({.name = "p", .type = 'x', .size = TarWriter::base256(-1)}),
            "begins with a header that is larger than 1 MiB or of an impossible size");
        TarWriter many;
        for (int i = 0; i < 40; ++i)
            many.gnuLong('L', "x");
        row("X-09 long names without end", many, "begins with more headers than one entry can have");
        row("X-09 two PAX headers", TarWriter().pax({{"comment", "c"}}).pax({{"comment", "c"}}), "begins with a PAX header that is broken");
        TarWriter entries;
        for (int i = 0; i < 100'001; ++i)
            entries.folder("d");
        row("X-09 100,001 entries", entries, "has more than 100,000 entries");
    }

    /// Headers that break their grammar.
    void headerRows()
    {
        row("broken PAX record", TarWriter().header({.name = "p", .type = 'x', .size = TarWriter::octal(6)}).body("99 a=b"),
            "begins with a PAX header that is broken");
        row("PAX record without =", TarWriter().header({.name = "p", .type = 'x', .size = TarWriter::octal(6)}).body("6 abc\n"),
            "begins with a PAX header that is broken");
        row("wrong checksum", TarWriter().header({.name = "first", .checksumError = 1}), "The first header of the archive is damaged: its checksum is wrong",
            ErrorCode::Damaged);
        row("wrong checksum later", TarWriter().file("x", "hi").header({.name = "y", .checksumError = 1}),
            "The header after \"x\" is damaged: its checksum is wrong", ErrorCode::Damaged);
        row("hard link with a body", TarWriter().hardLink("l", "manifest.json").body("body"), "The header after \"l\" is damaged", ErrorCode::Damaged);
    }

private Q_SLOTS:
    void isRefusedInItsOwnWordsAndLeavesNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("sentence");
        nameRows();
        linkRows();
        kindRows();
        twinRows();
        sizeRows();
        headerRows();
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

    /// What libarchive does not show to be odd. It leads nowhere: names only tell the files of the archive apart, nothing is unpacked
    /// to them, and whether a file is the one that an image means is for its digest to say.
    void isReadWithoutHarm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const TarWriter &entries, const char *file, const char *content) {
            QTest::newRow(name) << before(entries) << QByteArray(file) << QByteArray(content);
        };
        row("X-01 NUL in a PAX path", TarWriter().pax({{"path", QByteArray("mani\0fest", 9)}}).file("x", "hi"), "mani", "hi");
        row("X-01 NUL in a GNU long name", TarWriter().gnuLong('L', QByteArray("mani\0fest", 9)).file("x", "hi"), "mani", "hi");
        const auto odd = [](char type) { return TarWriter().header({.name = "odd", .type = type, .size = TarWriter::octal(2)}).body("hi"); };
        row("X-03 type 8 is a file", odd('8'), "odd", "hi");
        row("X-03 type D is a folder", odd('D'), nullptr, nullptr);
        row("X-03 type N is a file", odd('N'), "odd", "hi");
        row("X-03 type V is skipped", TarWriter().header({.name = "odd", .type = 'V'}), nullptr, nullptr);
        row("X-03 type X is a PAX header", TarWriter().header({.name = "odd", .type = 'X'}).file("x", "hi"), "x", "hi");
        row("X-04 GNU sparse without a map", TarWriter().header({.name = "s", .type = 'S', .size = TarWriter::octal(2)}).body("hi"), "s", "hi");
        row("X-08 size without octal digits is none", TarWriter().header({.name = "big", .size = "99999999999"}), "big", "");
        row("X-08 PAX size ends at a letter", TarWriter().pax({{"size", "2x"}}).file("big", "hi"), "big", "hi");
        row("PAX path for all entries is ignored", TarWriter().pax({{"path", "../y"}}, 'g').file("x", "hi"), "x", "hi");
    }

    void isReadWithoutHarm()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, content);
        const ScratchFolder scratch;
        qputenv("TMPDIR", scratch.path(QString()).toUtf8());
        const auto path = scratch.write("archive", bytes);
        const auto scan = scanArchive(path, [](std::int64_t) { return true; });
        QVERIFY2(scan, why(scan));
        const auto good = scanArchive(scratch.write("good", before(TarWriter())), [](std::int64_t) { return true; });
        QVERIFY2(good, why(good));
        QCOMPARE(scan->files.size(), good->files.size() + (name.isNull() ? 0 : 1));
        for (const auto &[known, file] : good->files)
            QCOMPARE(scan->files.at(known).digest, file.digest);
        if (!name.isNull())
            QCOMPARE(scan->files.at(name.toStdString()).digest.toString(), sha256Of(content).toStdString());
        QVERIFY(readArchive(path));
        QCOMPARE(scratch.content(), (QStringList{"archive", "good"}));
    }

    void namesOutsideAsciiAreReadInEveryLocale_data()
    {
        QTest::addColumn<QByteArray>("locale");
        QTest::newRow("C") << QByteArray("C");
        QTest::newRow("C.UTF-8") << QByteArray("C.UTF-8");
    }

    void namesOutsideAsciiAreReadInEveryLocale()
    {
        QFETCH(const QByteArray, locale);
        const std::string before = std::setlocale(LC_ALL, nullptr);
        QVERIFY(std::setlocale(LC_ALL, locale.constData()));
        const auto restore = qScopeGuard([&] { std::setlocale(LC_ALL, before.c_str()); });
        const ScratchFolder scratch;
        const QByteArray tar = TarWriter()
                                   .file("이미지/ustar", "one")
                                   .pax({{"path", "이미지/pax"}, {"uname", "김"}})
                                   .file("x", "two")
                                   .symbolicLink("이미지/l", "ustar")
                                   .pax({{"path", "이미지/m"}, {"linkpath", "이미지/pax"}})
                                   .hardLink("x", "x")
                                   .gnuLong('K', "이미지/pax")
                                   .gnuLong('L', "이미지/n")
                                   .hardLink("x", "x")
                                   .file("latin\xe9", "three")
                                   .finished();
        const auto scan = scanArchive(scratch.write("archive", tar), [](std::int64_t) { return true; });
        QVERIFY2(scan, why(scan));
        QCOMPARE(scan->files.size(), 3U);
        QCOMPARE(scan->resolved("이미지/l"), "이미지/ustar");
        QCOMPARE(scan->resolved("이미지/m"), "이미지/pax");
        QCOMPARE(scan->resolved("이미지/n"), "이미지/pax");
        QVERIFY(scan->files.contains("latin\xe9"));
    }

    void equalBlobsOfOneNameAreTolerated()
    {
        const auto archive = readArchive(before(TarWriter().file("x", "same").file("x", "same")));
        QVERIFY2(archive, why(archive));
    }

    void exactlyAHundredThousandEntriesAreTaken()
    {
        TarWriter entries;
        const auto parts = makeParts(1, 0, {"a:1"});
        const QByteArray end = oldDockerLayout({parts}).toTar(); // three files
        for (int i = 0; i < 100'000 - 3; ++i)
            entries.folder("d");
        const auto archive = readArchive(entries.bytes() + end);
        QVERIFY2(archive, why(archive));
    }
};

QTEST_GUILESS_MAIN(HostileEntryTest)
#include "HostileEntryTest.moc"
