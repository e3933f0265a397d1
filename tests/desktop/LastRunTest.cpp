// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QSignalSpy>

#include "DesktopFixture.h"
#include "Person.h"
#include "archive/ImageArchive.h"
#include "archive/ImageBuilder.h"
#include "desktop/lastrun/RunRecord.h"
#include "desktop/lists/TableView.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/settings/Preferences.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/tray/Tray.h"
#include "transfer/ImportTask.h"
#include "transfer/TransferQueue.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// What a run leaves behind, and what the next one says of it.
class LastRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new BerthStyle); }

    void aRunThatEndsWellLeavesNothing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"run.jsonl"_s);
        {
            RunRecord record(file);
            QVERIFY(!record.unfinished());
            record.note(u"opened a dialog"_s);
            QVERIFY(QFile::exists(file));
        }
        QVERIFY(!QFile::exists(file));
    }

    void aRunThatIsCutOffTellsWhatWasDoneLast()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"run.jsonl"_s);
        QByteArray left;
        {
            RunRecord record(file);
            for (int i = 0; i < 200; ++i)
                record.note(u"deed %1"_s.arg(i));
            record.setTransfers({u"a.tar → Local"_s, u"b.tar → Local"_s});
            record.setTransfers({u"b.tar → Local"_s});
            record.setRegistryRuns(true);
            left = bytesOf(file);
            QVERIFY(QFile(file).permissions() == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
        }
        write(file, left + "{\"did\":\"half a li");
        const RunRecord next(file);
        QVERIFY(next.unfinished());
        QCOMPARE(next.unfinished()->deeds.size(), RunRecord::mostDeeds);
        QVERIFY(next.unfinished()->deeds.last().endsWith(u" deed 199"_s));
        QCOMPARE(next.unfinished()->transfers, QStringList{u"b.tar → Local"_s});
        QVERIFY(next.unfinished()->registryRan);
        QVERIFY(next.unfinished()->heardLast.isValid());
    }

    void aLongRunStaysSmall()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"run.jsonl"_s);
        RunRecord record(file);
        record.setTransfers({u"long.tar → Local"_s});
        for (int i = 0; i < 20'000; ++i)
            record.note(u"deed %1 of a very long run"_s.arg(i));
        QVERIFY(QFile(file).size() < 300'000);
        const QString copy = folder.filePath(u"copy"_s);
        write(copy, bytesOf(file));
        const RunRecord next(copy);
        QVERIFY(next.unfinished()->deeds.last().endsWith(u"deed 19999 of a very long run"_s));
        QCOMPARE(next.unfinished()->transfers, QStringList{u"long.tar → Local"_s});
    }

    void aFileThatIsNoRecordIsNoRun_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros, as a power cut leaves them") << QByteArray(4096, '\0');
        QTest::newRow("something else") << QByteArray("[1,2,3]\nhello\n{}\n");
        QTest::newRow("members of other types") << QByteArray("{\"did\":7}\n{\"transfers\":{}}\n{\"registry\":\"yes\"}\n");
    }

    void aFileThatIsNoRecordIsNoRun()
    {
        QFETCH(const QByteArray, content);
        const QTemporaryDir folder;
        write(folder.filePath(u"run.jsonl"_s), content);
        QVERIFY(!RunRecord(folder.filePath(u"run.jsonl"_s)).unfinished());
    }

    void theNextWindowSaysSoAndGivesDiagnosticsWithoutNames()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(!reads(berth.window(), u"ended unexpectedly"_s, 200));
        QCOMPARE(berth.push(u"library/very-secret-project"_s, u"1.0"_s, makeImage(1)), 201);
        berth.browser().goTo({berth.session().id(), u"library"_s, {}});
        QVERIFY(clickRow(berth.browser().table(), u"very-secret-project"_s));
        QVERIFY(press(berth.browser(), u"View artifacts"_s));
        QVERIFY(press(berth.window(), u"Connect…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(type(*dialog, u"Name in Berth"_s, u"Secret customer"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(noDialog());
        QVERIFY(beginHeld(berth));

        berth.desktop().preferences().setStartsRegistry(false);
        berth.restartAfterCrash();
        QVERIFY(berth.start()); // by itself, since it ran
        QVERIFY2(reads(berth.window(), u"Berth ended unexpectedly the last time"_s), qPrintable(wordsIn(berth.window())));
        QVERIFY(reads(berth.window(), u"held.tar"_s));
        // It stands in the list as it was, and goes on when it is told to.
        const auto left = berth.desktop().transfers().transfers();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first()->state, Transfer::State::Paused);
        QVERIFY2(reads(berth.window(), u"Paused at 0 %"_s), qPrintable(wordsIn(berth.window())));
        QVERIFY(press(berth.window(), u"Go on"_s));
        QTRY_VERIFY_WITH_TIMEOUT(left.first()->state == Transfer::State::Away || left.first()->state == Transfer::State::Failed, 10000);
        berth.desktop().transfers().cancel(left.first());
        QVERIFY(reads(berth.window(), u"The local registry starts again by itself"_s));
        QVERIFY(press(berth.window(), u"Copy diagnostics"_s));
        const QString copied = QGuiApplication::clipboard()->text();
        for (const auto &wanted : {u"Berth "_s, u"Qt "_s, u"local registry running, 1 transfers"_s, u"went to images of connection 0"_s,
                 u"went to artifacts of connection 0"_s, u"opened ConnectDialog"_s, u"pressed a button in ActionBar in ContentTable"_s})
            QVERIFY2(copied.contains(wanted), qPrintable(copied + u"\nlacks "_s + wanted));
        for (const auto &hidden :
            {u"secret"_s, u"held"_s, u"customer"_s, u"library"_s, QString::fromStdString(berth.server().key().secret.reveal()), berth.server().keyId()})
            QVERIFY2(!copied.contains(hidden, Qt::CaseInsensitive), qPrintable(copied + u"\nholds "_s + hidden));
        QCOMPARE(berth.send("GET", u"/v2/library/very-secret-project/tags/list"_s).status, 200);

        // Another window of the same run says it until it was read.
        berth.desktop().preferences().setLanguage(u"de"_s); // no such language: the same words
        QVERIFY(reads(berth.window(), u"ended unexpectedly"_s));
        if (auto *open = QApplication::activeModalWidget())
            open->close();
        QVERIFY(noDialog());
        QVERIFY(press(berth.window(), u"Close this notice"_s));
        QVERIFY(!reads(berth.window(), u"ended unexpectedly"_s, 200));
        berth.desktop().preferences().setLanguage(u"en"_s);
        QVERIFY(!reads(berth.window(), u"ended unexpectedly"_s, 200));
        berth.restart();
        QVERIFY(!reads(berth.window(), u"ended unexpectedly"_s, 200));
    }

    void whatWasOnItsWayAtQuittingStandsInTheListAtTheNextStart()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(beginHeld(berth));
        QSignalSpy quit(&berth.desktop(), &Desktop::quit);
        Q_EMIT berth.desktop().tray().quitRequested();
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY2(reads(*dialog, u"Quit while transfers are running?"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Stop them and quit"_s));
        QTRY_COMPARE_WITH_TIMEOUT(quit.size(), 1, 15000);
        berth.restart();
        QVERIFY(berth.start());
        QVERIFY(!reads(berth.window(), u"ended unexpectedly"_s, 200));
        auto &queue = berth.desktop().transfers();
        QCOMPARE(queue.transfers().size(), 1);
        QVERIFY2(reads(berth.window(), u"1 paused"_s), qPrintable(wordsIn(berth.window())));
        QVERIFY(press(berth.window(), u"Cancel held.tar"_s));
        QTRY_COMPARE(queue.transfers().first()->state, Transfer::State::Cancelled);
        // With nothing but what is paused or done, quitting asks nothing.
        QSignalSpy again(&berth.desktop(), &Desktop::quit);
        Q_EMIT berth.desktop().tray().quitRequested();
        QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, 15000);
        berth.restart();
        QVERIFY(berth.start());
        QVERIFY(berth.desktop().transfers().transfers().isEmpty());
    }

private:
    /// An import whose server is away: on its way until it gives up.
    static Transfer *beginHeld(DesktopFixture &berth)
    {
        const QString archive = berth.folder() + u"/held.tar"_s;
        writeFile(archive, newDockerLayout({makeParts(1, 1, {"library/held:1"})}).toTar());
        const auto read = readImageArchive(archive.toStdU16String(), [](std::int64_t) { return true; });
        if (!read)
            return nullptr;
        ImportRequest request;
        request.file = archive.toStdU16String();
        request.fileBytes = read->fileBytes;
        request.modifiedAt = read->modifiedAt;
        request.image = read->images.front();
        request.selected.assign(request.image.manifests.size(), true);
        request.target.id = request.target.name = u"held"_s;
        request.target.kind = ServerKind::Registry;
        request.target.url = QUrl(u"http://127.0.0.1:1"_s);
        request.target.network.proxy = NetworkAccess::Proxy::None;
        berth.desktop().connections().save(request.target);
        request.registry = u"library"_s;
        request.imageName = u"held"_s;
        request.tag = u"1"_s;
        auto *transfer = berth.desktop().transfers().add(std::make_unique<ImportTask>(request));
        return QTest::qWaitFor([&] { return transfer->state == Transfer::State::Away; }, 10000) ? transfer : nullptr;
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &content) { writeFile(path, content); }
};

QTEST_MAIN(LastRunTest)
#include "LastRunTest.moc"
