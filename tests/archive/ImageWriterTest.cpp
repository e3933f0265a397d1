// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QTest>

#include <sys/stat.h>

#include "archive/EntryStream.h"
#include "archive/ImageWriter.h"
#include "archive/Packed.h"
#include "archive/ScratchFolder.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

using Outer = ImageWriter::Packing;

struct Written {
    std::string name;
    std::string content;
    friend bool operator==(const Written &, const Written &) = default;
};

/// What an archive is made of here: lengths around a block, nothing at all, and names too long for a plain header.
std::vector<Written> samples()
{
    const std::string digest(128, 'a');
    std::string many;
    for (unsigned i = 0; i < 300'000; ++i)
        many += char(i * 7919 >> 5);
    return {{"oci-layout", "{}"}, {"empty", ""}, {"blobs/sha256/" + std::string(64, 'b'), std::string(512, 'x')}, {"blobs/sha512/" + digest, many},
        {"deep/" + std::string(120, 'c') + "/" + std::string(180, 'd'), "1"}};
}

Result<void> writeAll(ImageWriter &writer, const std::vector<Written> &entries)
{
    for (const auto &entry : entries) {
        if (auto written = writer.write(entry.name, entry.content); !written)
            return written;
    }
    return writer.commit();
}

Result<std::vector<Written>> readAll(const QString &path)
{
    std::vector<Written> found;
    auto entries = openEntries(path.toStdU16String());
    if (!entries)
        return tl::unexpected(entries.error());
    while (true) {
        const auto entry = (*entries)->next();
        if (!entry)
            return tl::unexpected(entry.error());
        if (!*entry)
            return found;
        const auto content = readEntry(**entries, 1 << 20);
        if (!content)
            return tl::unexpected(content.error());
        found.push_back({(*entry)->name, *content});
    }
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The file that this process writes in that folder, by whatever name, or none.
QString unfinishedFile(const QString &folder)
{
    for (const auto &handle : QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System)) {
        const QString path = u"/proc/self/fd/"_s + handle;
        if (QFile::symLinkTarget(path).startsWith(folder))
            return path;
    }
    return {};
}

} // namespace

class ImageWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readersFindWhatWasWritten_data() { packings(); }
    void readersFindWhatWasWritten()
    {
        QFETCH(const QString, program);
        QFETCH(const Outer, packing);
        const QString path = m_scratch.path(u"a.tar"_s);
        auto writer = ImageWriter::toArchive(path.toStdU16String(), packing);
        QVERIFY2(writer, why(writer));
        const auto done = writeAll(**writer, samples());
        QVERIFY2(done, why(done));

        const auto found = readAll(path);

        QVERIFY2(found, why(found));
        QVERIFY(*found == samples());
        const QByteArray tar = program.isEmpty() ? contentOf(path) : unpacked(program, contentOf(path));
        QCOMPARE(tar.size() % 512, 0);
        QCOMPARE(tar.right(1024), QByteArray(1024, '\0')); // the end mark
    }

    void theSameEntriesGiveTheSameBytes_data() { packings(); }
    void theSameEntriesGiveTheSameBytes()
    {
        QFETCH(const Outer, packing);
        QList<QByteArray> files;
        for (const auto &name : {u"first.tar"_s, u"second.tar"_s}) {
            auto writer = ImageWriter::toArchive(m_scratch.path(name).toStdU16String(), packing);
            QVERIFY2(writer, why(writer));
            const auto done = writeAll(**writer, samples());
            QVERIFY2(done, why(done));
            files << contentOf(m_scratch.path(name));
            if (files.size() == 1)
                QTest::qSleep(1100); // another second by any clock
        }
        QVERIFY(files[0].size() > 1000);
        QVERIFY(files[0] == files[1]);
    }

    void anEntryAbove8GiBHasAHeaderThatReadersTake()
    {
        const std::int64_t bytes = 9LL << 30;
        auto writer = ImageWriter::toArchive(m_scratch.path(u"huge.tar"_s).toStdU16String(), Outer::None);
        QVERIFY2(writer, why(writer));
        const auto begun = (*writer)->begin("blobs/sha256/" + std::string(64, 'b'), bytes);
        QVERIFY2(begun, why(begun));
        const QString unfinished = unfinishedFile(m_scratch.path({}));
        QVERIFY(!unfinished.isEmpty());

        auto entries = openEntries(unfinished.toStdU16String());
        QVERIFY2(entries, why(entries));
        const auto entry = (*entries)->next();

        QVERIFY2(entry, why(entry));
        QVERIFY(*entry);
        QCOMPARE((*entry)->sizeBytes, bytes);
        QCOMPARE((*entry)->name, "blobs/sha256/" + std::string(64, 'b'));
    }

    void aFileStaysAsItIsUntilTheNewOneIsWhole()
    {
        const QString path = m_scratch.path(u"a.tar"_s);
        m_scratch.write(u"a.tar"_s, "old");
        const auto before = m_scratch.content();
        {
            auto writer = ImageWriter::toArchive(path.toStdU16String(), Outer::Gzip);
            QVERIFY2(writer, why(writer));
            QVERIFY((*writer)->write("a", std::string(100'000, 'a')));
            QVERIFY((*writer)->begin("b", 1LL << 40));
            QVERIFY((*writer)->append(std::as_bytes(std::span("half", 4))));
            QCOMPARE(contentOf(path), QByteArray("old"));
        }
        QCOMPARE(contentOf(path), QByteArray("old"));
        QCOMPARE(m_scratch.content(), before);

        auto writer = ImageWriter::toArchive(path.toStdU16String(), Outer::Gzip);
        QVERIFY2(writer, why(writer));
        const auto done = writeAll(**writer, samples());
        QVERIFY2(done, why(done));
        QVERIFY(contentOf(path).startsWith("\x1f\x8b"));
        QCOMPARE(m_scratch.content(), before);
    }

    void anEntryIsAsLongAsWasSaid_data()
    {
        QTest::addColumn<bool>("asFolder");
        QTest::newRow("archive") << false;
        QTest::newRow("folder") << true;
    }
    void anEntryIsAsLongAsWasSaid()
    {
        QFETCH(const bool, asFolder);
        const auto target = m_scratch.path(u"target"_s).toStdU16String();
        for (const std::string_view content : {"12", "1234"}) {
            auto writer = asFolder ? ImageWriter::toFolder(target) : ImageWriter::toArchive(target, Outer::None);
            QVERIFY2(writer, why(writer));
            QVERIFY((*writer)->begin("a", 3));
            const auto appended = (*writer)->append(std::as_bytes(std::span(content.data(), content.size())));
            const auto ended = appended ? (*writer)->end() : appended;
            QVERIFY(!ended);
            QCOMPARE(ended.error().code, ErrorCode::Internal);
        }
        QCOMPARE(m_scratch.content(), QStringList());
    }

    void aFolderIsLikeAnyNewFolder()
    {
        const QString path = m_scratch.path(u"layout"_s);
        auto writer = ImageWriter::toFolder(path.toStdU16String());
        QVERIFY2(writer, why(writer));
        const std::vector<Written> entries{{"oci-layout", "{}"}, {"blobs/sha256/b", "1"}};
        const mode_t mask = ::umask(027);
        const auto done = writeAll(**writer, entries);
        ::umask(mask);
        QVERIFY2(done, why(done));
        struct stat info { };
        QCOMPARE(::stat(qPrintable(path), &info), 0);
        QCOMPARE(info.st_mode & 0777, 0750U);
        QCOMPARE(contentOf(path + u"/blobs/sha256/b"_s), QByteArray("1"));
        QCOMPARE(QDir(m_scratch.path({})).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{u"layout"_s});

        const auto again = ImageWriter::toFolder(path.toStdU16String());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(QDir(m_scratch.path({})).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{u"layout"_s});
    }

    void cleanup()
    {
        for (const auto &entry : QDir(m_scratch.path({})).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
            entry.isDir() ? QDir(entry.filePath()).removeRecursively() : QFile::remove(entry.filePath());
    }

private:
    static void packings()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<Outer>("packing");
        QTest::newRow("plain") << QString() << Outer::None;
        QTest::newRow("gzip") << u"gzip"_s << Outer::Gzip;
        QTest::newRow("zstd") << u"zstd"_s << Outer::Zstd;
    }

    ScratchFolder m_scratch;
};

QTEST_GUILESS_MAIN(ImageWriterTest)
#include "ImageWriterTest.moc"
