// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include "archive/FolderEntries.h"
#include "archive/ImageBuilder.h"
#include "archive/ScratchFolder.h"

using namespace berth;
using namespace berth::test;

/// a layout folder is read as plain files, whatever lies in it.
class HostileFolderTest : public QObject {
    Q_OBJECT

    /// A good layout below `folder`; the path of one of its blobs.
    static QString makeLayout(const QString &folder)
    {
        OciBuilder oci;
        const auto image = oci.image(makeParts(1, 1));
        oci.layout({named(image, "1")}).toFolder(folder);
        return folder + '/' + QString::fromUtf8(blobName(image));
    }

private Q_SLOTS:
    void isRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("a blob that is a link") << "link" << QByteArray("The folder holds the link \"blobs/sha256/");
        QTest::newRow("a folder that is a link") << "folder link" << QByteArray("The folder holds the link \"extra\"");
        QTest::newRow("a link to nothing") << "dangling link" << QByteArray("The folder holds the link \"extra\"");
        QTest::newRow("a pipe") << "pipe" << QByteArray("The folder holds \"extra\", which is no plain file");
        QTest::newRow("a name with a line break") << "name" << QByteArray("\"extra?\", whose name holds control characters");
        QTest::newRow("no layout") << "no layout" << QByteArray("The folder is no OCI layout: it has no index.json");
    }

    void isRefused()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, sentence);
        const ScratchFolder scratch;
        const QString folder = scratch.path("layout");
        const QString blob = makeLayout(folder);
        const QString extra = folder + "/extra";
        if (kind == "link") {
            QVERIFY(QFile::rename(blob, scratch.path("outside")));
            QVERIFY(QFile::link(scratch.path("outside"), blob));
        } else if (kind == "folder link") {
            QVERIFY(QFile::link(scratch.path(QString()), extra));
        } else if (kind == "dangling link") {
            QVERIFY(QFile::link("/nowhere", extra));
        } else if (kind == "pipe") {
            QCOMPARE(::mkfifo(extra.toUtf8().constData(), 0600), 0);
        } else if (kind == "name") {
            writeFile(extra + '\n', "hi");
        } else {
            QVERIFY(QFile::remove(folder + "/index.json"));
        }
        const auto archive = readArchive(folder.toStdU16String());
        QVERIFY2(!archive, "was taken");
        QVERIFY2(why(archive).contains(sentence), why(archive));
        QCOMPARE(archive.error().code, ErrorCode::BadRequest);
    }

    void aFileThatBecomesALinkOrAPipeAfterTheListingIsNotFollowed_data()
    {
        QTest::addColumn<bool>("isPipe");
        QTest::newRow("link") << false;
        QTest::newRow("pipe") << true;
    }

    void aFileThatBecomesALinkOrAPipeAfterTheListingIsNotFollowed()
    {
        QFETCH(const bool, isPipe);
        const ScratchFolder scratch;
        const QString blob = makeLayout(scratch.path("layout"));
        const auto entries = openFolderEntries(scratch.path("layout").toStdU16String());
        QVERIFY2(entries, why(entries));
        QVERIFY(QFile::rename(blob, scratch.path("outside")));
        if (isPipe)
            QCOMPARE(::mkfifo(blob.toUtf8().constData(), 0600), 0);
        else
            QVERIFY(QFile::link(scratch.path("outside"), blob));
        while (true) {
            const auto entry = (*entries)->next();
            if (!entry) {
                QVERIFY2(why(entry).contains("is no plain file"), why(entry));
                QCOMPARE(entry.error().code, ErrorCode::BadRequest);
                return;
            }
            QVERIFY2(*entry, "the link was followed");
        }
    }
};

QTEST_GUILESS_MAIN(HostileFolderTest)
#include "HostileFolderTest.moc"
