// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModel>

#include "DesktopFixture.h"
#include "DropArchive.h"
#include "desktop/lists/TableView.h"
#include "desktop/style/BerthStyle.h"
#include "e2e/DockerEngine.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The main job, end to end: what docker saved is dropped on the window, and docker pulls it from the registry in the tray.
class MainJobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        const auto problem = m_engine.start();
        QVERIFY2(problem.isEmpty(), problem.constData());
    }

    void whatDockerSavedIsDroppedAndPulledAsTheSameImage()
    {
        QVERIFY2(m_engine.buildImage(u"shop/web:1.4"_s, 5, 21), m_engine.lastRun().report().constData()); // more than 100 MB
        const auto id = m_engine.imageId(u"shop/web:1.4"_s);
        const QString archive = m_folder.filePath(u"web.tar"_s);
        const auto saved = m_engine.docker({u"save"_s, u"-o"_s, archive, u"shop/web:1.4"_s}, 120s);
        QVERIFY2(saved.isGood(), saved.report().constData());
        QVERIFY(QFileInfo(archive).size() > 100'000'000);
        QVERIFY(m_engine.removeAllImages());

        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY(dropFiles(berth.window(), {archive}));
        auto *dialog = importDialog(berth.window());
        QVERIFY(dialog);
        QVERIFY(pressImport(*dialog));
        const auto *transfer = finishedTransfer(berth.desktop().transfers());
        QVERIFY(transfer);
        QVERIFY2(transfer->state == Transfer::State::Done, qPrintable(transfer->failure));

        berth.browser().goTo({u"local"_s, u"shop"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(berth.browser().table().model()->rowCount(), 1, 10000);
        QCOMPARE(berth.browser().table().model()->index(0, 0).data().toString(), u"web"_s);

        const auto &key = berth.server().key();
        const auto login = m_engine.login(berth.server().address(), QByteArray::fromStdString(key.id), QByteArray::fromStdString(key.secret.reveal()));
        QVERIFY2(login.isGood(), login.report().constData());
        const QString name = berth.server().address() + u"/shop/web:1.4"_s;
        const auto pulled = m_engine.docker({u"pull"_s, name}, 120s);
        QVERIFY2(pulled.isGood(), pulled.report().constData());
        QCOMPARE(m_engine.imageId(name), id);

        // And the other way: what docker pushes is in the window after a refresh.
        QVERIFY2(m_engine.buildImage(berth.server().address() + u"/shop/api:2.0"_s, 2, 1), m_engine.lastRun().report().constData());
        const auto pushed = m_engine.docker({u"push"_s, berth.server().address() + u"/shop/api:2.0"_s}, 120s);
        QVERIFY2(pushed.isGood(), pushed.report().constData());
        berth.browser().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(berth.browser().table().model()->rowCount(), 2, 10000);
    }

private:
    QTemporaryDir m_folder;
    DockerEngine m_engine;
};

QTEST_MAIN(MainJobTest)
#include "MainJobTest.moc"
