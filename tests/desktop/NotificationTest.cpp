// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>

#include "DesktopFixture.h"
#include "DropArchive.h"
#include "archive/ImageBuilder.h"
#include "desktop/settings/Preferences.h"
#include "desktop/shell/EndNotices.h"
#include "desktop/style/BerthStyle.h"
#include "transfer/ImportTask.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// The system tells of a transfer that has ended only if it took long and nobody was looking.
class NotificationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new BerthStyle); }

    void aTransferIsToldOf_data()
    {
        using State = Transfer::State;
        QTest::addColumn<State>("state");
        QTest::addColumn<qint64>("durationMs");
        QTest::addColumn<bool>("seen");
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<QStringList>("words"); // empty: nothing is told
        const QStringList done{u"ubuntu-24.04.tar is done"_s, u"Local › library › ubuntu:24.04"_s};
        const QStringList stopped{u"ubuntu-24.04.tar has stopped"_s, u"The disk of the server is full."_s};
        QTest::newRow("long, done") << State::Done << qint64(30'000) << false << true << done;
        QTest::newRow("long, failed") << State::Failed << qint64(30'000) << false << true << stopped;
        QTest::newRow("long, cancelled") << State::Cancelled << qint64(30'000) << false << true << QStringList();
        QTest::newRow("short, done") << State::Done << qint64(29'999) << false << true << QStringList();
        QTest::newRow("short, failed") << State::Failed << qint64(29'999) << false << true << QStringList();
        QTest::newRow("seen, done") << State::Done << qint64(300'000) << true << true << QStringList();
        QTest::newRow("seen, failed") << State::Failed << qint64(300'000) << true << true << QStringList();
        QTest::newRow("not wanted, done") << State::Done << qint64(300'000) << false << false << QStringList();
        QTest::newRow("not wanted, failed") << State::Failed << qint64(300'000) << false << false << QStringList();
    }

    void aTransferIsToldOf()
    {
        QFETCH(Transfer::State, state);
        QFETCH(qint64, durationMs);
        QFETCH(bool, seen);
        QFETCH(bool, wanted);
        QFETCH(QStringList, words);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"berth.ini"_s), QSettings::IniFormat);
        Preferences preferences(settings, nullptr);
        preferences.setNotifies(wanted);
        TransferQueue queue(folder.path());
        EndNotices notices(queue, preferences, [&] { return seen; });
        QSignalSpy told(&notices, &EndNotices::told);
        ImportRequest request;
        request.target.name = u"Local"_s;
        request.registry = u"library"_s;
        request.imageName = u"ubuntu"_s;
        request.tag = u"24.04"_s;
        Transfer transfer(std::make_unique<ImportTask>(request, u"ubuntu-24.04.tar"_s));
        transfer.state = state;
        transfer.durationMs = durationMs;
        if (state == Transfer::State::Failed)
            transfer.failure = u"The disk of the server is full."_s;
        Q_EMIT queue.finished(&transfer);
        QCOMPARE(told.size(), words.isEmpty() ? 0 : 1);
        if (!words.isEmpty())
            QCOMPARE((QStringList{told.first().at(0).toString(), told.first().at(1).toString()}), words);
    }

    void anImportIsToldOfOnceWhileTheWindowIsHidden()
    {
        Imported run;
        QVERIFY(run.start());
        run.berth.desktop().notices().setLongMs(0);
        run.berth.window().hide();
        QVERIFY(run.end());
        QCOMPARE(run.transfer->state, Transfer::State::Done);
        QCOMPARE(run.told->size(), 1);
        QCOMPARE(run.told->first().at(0).toString(), u"web.tar is done"_s);
        QCOMPARE(run.told->first().at(1).toString(), u"Local › library › web:1.0"_s);
    }

    void anImportIsToldOfWhileAnotherProgramIsInFront()
    {
        Imported run;
        QVERIFY(run.start());
        run.berth.desktop().notices().setLongMs(0);
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QVERIFY(run.berth.window().isVisible());
        QVERIFY(run.end());
        QCOMPARE(run.told->size(), 1);
    }

    void aShortImportIsNotToldOf()
    {
        Imported run;
        QVERIFY(run.start());
        run.berth.window().hide();
        QVERIFY(run.end());
        QCOMPARE(run.transfer->state, Transfer::State::Done);
        QCOMPARE(run.told->size(), 0);
    }

    void anImportIsNotToldOfWhileTheWindowIsInFront_data()
    {
        QTest::addColumn<bool>("dialog");
        QTest::newRow("the window") << false;
        QTest::newRow("a dialog of it") << true;
    }

    void anImportIsNotToldOfWhileTheWindowIsInFront()
    {
        QFETCH(bool, dialog);
        Imported run;
        QVERIFY(run.start());
        run.berth.desktop().notices().setLongMs(0);
        auto &window = run.berth.window();
        window.bringToFront();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        if (dialog) {
            window.showPreferences();
            QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow() != &window);
        }
        QVERIFY(window.isInFront());
        QVERIFY(run.end());
        QCOMPARE(run.transfer->state, Transfer::State::Done);
        QCOMPARE(run.told->size(), 0);
    }

    void nothingIsToldOnceThePersonHasSwitchedItOff()
    {
        Imported run;
        QVERIFY(run.start());
        run.berth.desktop().notices().setLongMs(0);
        run.berth.desktop().preferences().setNotifies(false);
        run.berth.window().hide();
        QVERIFY(run.end());
        QCOMPARE(run.told->size(), 0);
    }

    void anImportThatFailsIsToldOfWithItsReason()
    {
        Imported run;
        QVERIFY(run.start());
        run.berth.desktop().notices().setLongMs(0);
        run.berth.window().hide();
        QVERIFY(QFile::remove(run.file()));
        QVERIFY(run.end());
        QCOMPARE(run.transfer->state, Transfer::State::Failed);
        QCOMPARE(run.told->size(), 1);
        QCOMPARE(run.told->first().at(0).toString(), u"web.tar has stopped"_s);
        QVERIFY(!run.transfer->failure.isEmpty());
        QCOMPARE(run.told->first().at(1).toString(), run.transfer->failure);
    }

private:
    /// An import into the local registry that is paused before it begins, until end().
    struct Imported {
        DesktopFixture berth;
        QTemporaryDir folder;
        Transfer *transfer = nullptr;
        std::unique_ptr<QSignalSpy> told;

        QString file() const { return folder.filePath(u"web.tar"_s); }

        bool start()
        {
            if (!berth.start())
                return false;
            OciBuilder oci;
            writeFile(file(), oci.layout({named(oci.image(makeParts(30, 3)), u"web:1.0"_s)}).toTar());
            if (!dropFiles(berth.window(), {file()}))
                return false;
            auto &queue = berth.desktop().transfers();
            QObject::connect(&queue, &TransferQueue::added, &queue, [&](Transfer *added) {
                transfer = added;
                queue.pause(added);
            });
            auto *dialog = importDialog(berth.window());
            if (!dialog || !pressImport(*dialog) || !QTest::qWaitFor([&] { return transfer && !QApplication::activeModalWidget(); }, 5000))
                return false;
            told = std::make_unique<QSignalSpy>(&berth.desktop().notices(), &EndNotices::told);
            return true;
        }

        bool end()
        {
            berth.desktop().transfers().resume(transfer);
            const bool ended = QTest::qWaitFor([this] { return !transfer->isActive(); }, 20000);
            QTest::qWait(100); // so that a second notice would be here too
            return ended;
        }
    };
};

QTEST_MAIN(NotificationTest)
#include "NotificationTest.moc"
