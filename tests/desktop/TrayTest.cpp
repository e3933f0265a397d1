// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>

#include "DesktopFixture.h"
#include "desktop/shell/SingleInstance.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/tray/Tray.h"

using namespace berth;
using namespace berth::test;

class TrayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new BerthStyle); }

    void theMenuSaysTheStateAndStartsAndStops()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        auto &menu = *berth.desktop().tray().menu();
        QCOMPARE(menu.actions().first()->text(), QStringLiteral("Local registry is running"));
        action(menu, QStringLiteral("Stop local registry"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(berth.server().state(), LocalServer::State::Stopped, 15000);
        QCOMPARE(menu.actions().first()->text(), QStringLiteral("Local registry is stopped"));
        action(menu, QStringLiteral("Start local registry"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(berth.server().isRunning(), 15000);
    }

    void theMenuCopiesTheAddress()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        action(*berth.desktop().tray().menu(), QStringLiteral("Copy address\t") + berth.server().address())->trigger();
        QCOMPARE(QApplication::clipboard()->text(), berth.server().address());
    }

    void closingWithoutATrayQuitsInsteadOfHidingTheWindowForGood()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(!berth.desktop().tray().isAvailable()); // none on this platform
        QSignalSpy quit(&berth.desktop(), &Desktop::quit);
        berth.window().close();
        QTRY_COMPARE_WITH_TIMEOUT(quit.size(), 1, 15000);
        QCOMPARE(berth.server().state(), LocalServer::State::Stopped);
    }

    void aSecondStartHandsItsFilesToTheFirst()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim({}));
        QSignalSpy received(&first, &SingleInstance::messageReceived);
        SingleInstance second(folder.path());
        QVERIFY(!second.claim({QStringLiteral("/tmp/한글.tar")}));
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, 5000);
        QCOMPARE(received.first().first().toStringList(), QStringList{QStringLiteral("/tmp/한글.tar")});
    }

    void thePortInUseIsLeftAloneAndTheNextOneIsTakenAndSaid()
    {
        DesktopFixture first;
        QVERIFY(first.start());
        DesktopFixture second(first.server().address().section(QLatin1Char(':'), 1).toInt());
        QVERIFY(second.start());
        QVERIFY(second.server().address() != first.server().address());
        QVERIFY(second.server().notice().contains(first.server().address().section(QLatin1Char(':'), 1)));
    }

private:
    static QAction *action(QMenu &menu, const QString &text)
    {
        for (auto *item : menu.actions()) {
            if (item->text() == text)
                return item;
        }
        qFatal("the menu has no action %s", qPrintable(text));
        return nullptr;
    }
};

QTEST_MAIN(TrayTest)
#include "TrayTest.moc"
