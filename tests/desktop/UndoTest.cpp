// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QLineEdit>

#include "DesktopFixture.h"
#include "Person.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/lists/TableView.h"
#include "desktop/storage/StoragePane.h"
#include "desktop/storage/Treemap.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/trash/TrashPane.h"
#include "desktop/trash/UndoBanner.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// Undo, the trash and the storage of the local registry, as a person uses them.
class UndoTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DesktopFixture> m_berth;
    int m_count = 0;

    DesktopFixture &berth() { return *m_berth; }
    BrowsePane &browser() { return m_berth->browser(); }
    TableView &table() { return browser().table(); }
    int status(const QString &path) { return berth().send("GET", path).status; }
    bool goTo(const QString &registry, const QString &image = {})
    {
        browser().goTo({berth().session().id(), {}, {}});
        browser().goTo({berth().session().id(), registry, image});
        return QTest::qWaitFor([this] { return table().model()->rowCount() > 0; }, 10000);
    }
    QAbstractItemView &deletions()
    {
        const auto views = browser().findChildren<TableView *>();
        for (auto *view : views) {
            if (view->accessibleName() == u"Deletions"_s)
                return *view;
        }
        return table();
    }
    bool openTrash()
    {
        browser().goTo({berth().session().id(), {}, {}});
        browser().openTool(tool::trash);
        return QTest::qWaitFor([this] { return deletions().model()->rowCount() > 0; }, 10000);
    }
    /// An image of its own with those tags, "team/app1", …; its path.
    QString pushImage(const QStringList &tags)
    {
        const QString path = u"team/app%1"_s.arg(++m_count);
        int seed = m_count * 10;
        for (const auto &tag : tags)
            berth().push(path, tag, makeImage(++seed));
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        m_berth = std::make_unique<DesktopFixture>();
        QVERIFY(m_berth->start());
        m_berth->window().show();
        m_berth->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_berth->window()));
    }
    void cleanupTestCase() { m_berth.reset(); }
    void cleanup()
    {
        while (auto *dialog = QApplication::activeModalWidget()) {
            dialog->close();
            QTest::qWait(10);
        }
    }

    void aDeletedArtifactComesBackWithUndo_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("Ctrl+Z") << true;
    }
    void aDeletedArtifactComesBackWithUndo()
    {
        QFETCH(bool, byKey);
        const QString path = pushImage({u"1"_s, u"2"_s});
        QVERIFY(goTo(u"team"_s, path.section(u'/', 1)));
        QVERIFY(clickRow(table(), u"2"_s));
        QVERIFY(press(browser(), u"Delete artifact…"_s));
        QVERIFY(openDialog());
        QVERIFY2(reads(*openDialog(), u"It goes to the trash"_s), qPrintable(wordsIn(*openDialog())));
        QVERIFY(press(*openDialog(), u"Delete 1 artifacts"_s));
        QVERIFY(noDialog());
        QVERIFY2(reads(browser(), u"1 artifacts deleted"_s), qPrintable(wordsIn(browser())));
        QCOMPARE(status(u"/v2/%1/manifests/2"_s.arg(path)), 404);
        if (byKey)
            QVERIFY(strike(berth().window(), Qt::Key_Z, Qt::ControlModifier));
        else
            QVERIFY(press(browser(), u"Undo"_s));
        QTRY_COMPARE_WITH_TIMEOUT(status(u"/v2/%1/manifests/2"_s.arg(path)), 200, 10000);
        QTRY_VERIFY_WITH_TIMEOUT(!browser().undoBanner().isVisible(), 5000);
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 2, 10000);
        QCOMPARE(berth().send("GET", u"/v2/%1/manifests/1"_s.arg(path)).status, 200);
    }

    void aDeletedImageLiesInTheTrashAndIsRestoredThere()
    {
        const QString path = pushImage({u"a"_s, u"b"_s});
        QVERIFY(goTo(u"team"_s));
        QVERIFY(clickRow(table(), path.section(u'/', 1)));
        QVERIFY(strike(berth().window(), Qt::Key_Delete));
        QVERIFY(openDialog());
        QVERIFY(press(*openDialog(), u"Delete 1 images"_s));
        QVERIFY(noDialog());
        QVERIFY(press(browser(), u"Show trash"_s));
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(deletions(), path).isValid(), 10000);
        QVERIFY2(reads(browser(), u"emptied after 7 days"_s), qPrintable(wordsIn(browser())));
        QVERIFY(clickRow(deletions(), path));
        QVERIFY2(reads(browser(), u"1 image, 2 artifacts"_s), qPrintable(wordsIn(browser())));
        QVERIFY(press(browser(), u"Restore"_s));
        QTRY_COMPARE_WITH_TIMEOUT(status(u"/v2/%1/manifests/a"_s.arg(path)), 200, 10000);
        QVERIFY2(reads(browser(), u"Restored to %1."_s.arg(path)), qPrintable(wordsIn(browser())));
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(deletions(), path).isValid(), 10000);
    }

    void aTagWhoseNameIsTakenComesBackUnderAnother()
    {
        const QString path = pushImage({u"stable"_s, u"2"_s});
        QVERIFY(goTo(u"team"_s, path.section(u'/', 1)));
        QVERIFY(clickRow(table(), u"stable"_s));
        const auto old = berth().send("GET", u"/v2/%1/manifests/stable"_s.arg(path));
        QCOMPARE(berth().send("DELETE", u"/v2/%1/manifests/stable"_s.arg(path)).status, 202);
        const auto other = makeImage(900 + m_count);
        QCOMPARE(berth().push(path, u"stable"_s, other), 201);
        QVERIFY(openTrash());
        QVERIFY(clickRow(deletions(), path));
        QVERIFY2(reads(browser(), u"The name stable is taken"_s), qPrintable(wordsIn(browser())));
        QVERIFY(type(browser(), u"Restore the tag stable as"_s, u"not allowed"_s));
        QVERIFY2(reads(browser(), u"begin with a letter, digit or _"_s), qPrintable(wordsIn(browser())));
        QVERIFY(type(browser(), u"Restore the tag stable as"_s, u"stable-old"_s));
        QVERIFY(press(browser(), u"Restore"_s));
        QTRY_COMPARE_WITH_TIMEOUT(berth().send("GET", u"/v2/%1/manifests/stable-old"_s.arg(path)).body, old.body, 10000);
        QCOMPARE(berth().send("GET", u"/v2/%1/manifests/stable"_s.arg(path)).body, other.manifest);
    }

    void whatIsEndedForGoodDoesNotComeBack()
    {
        const QString path = pushImage({u"x"_s});
        QCOMPARE(berth()
                     .send("DELETE",
                         u"/v2/%1/manifests/%2"_s.arg(
                             path, QString::fromUtf8(berth().send("GET", u"/v2/%1/manifests/x"_s.arg(path)).headers["docker-content-digest"])))
                     .status,
            202);
        QVERIFY(openTrash());
        QVERIFY(clickRow(deletions(), path));
        QVERIFY(strike(berth().window(), Qt::Key_Delete));
        QVERIFY(openDialog());
        QVERIFY2(reads(*openDialog(), u"cannot be restored any more"_s), qPrintable(wordsIn(*openDialog())));
        QVERIFY(press(*openDialog(), u"Delete for good"_s));
        QVERIFY(noDialog());
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(deletions(), path).isValid(), 10000);
    }

    void theStorageSaysWhereTheBytesAre()
    {
        const QString path = pushImage({u"big"_s});
        browser().goTo({berth().session().id(), {}, {}});
        browser().openTool(tool::storage);
        QVERIFY2(reads(browser(), u"used by one image only"_s), qPrintable(wordsIn(browser())));
        auto *pane = browser().findChild<StoragePane *>();
        QVERIFY(pane);
        QTRY_VERIFY_WITH_TIMEOUT(pane->treemap().currentId() >= 0, 10000);
        QVERIFY(press(*pane, u"As table"_s));
        auto *twin = pane->findChild<TableView *>();
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(*twin, path).isValid(), 10000);
        QVERIFY(clickRow(*twin, path));
        QVERIFY2(reads(*pane, u"Deleting the image returns"_s), qPrintable(wordsIn(*pane)));
        QVERIFY(press(*pane, u"Verify data"_s));
        QVERIFY2(reads(*pane, u"all whole"_s, 30000), qPrintable(wordsIn(*pane)));
        QVERIFY(press(*pane, u"Collect now"_s));
        QVERIFY(press(*pane, u"View artifacts"_s));
        QTRY_COMPARE_WITH_TIMEOUT(browser().place().image, path.section(u'/', 1), 5000);
    }

    void theTreemapIsWalkedByKeyboard()
    {
        browser().goTo({berth().session().id(), {}, {}});
        browser().openTool(tool::storage);
        auto *pane = browser().findChild<StoragePane *>();
        auto &map = pane->treemap();
        QTRY_VERIFY_WITH_TIMEOUT(map.isVisible() || press(*pane, u"As table"_s), 10000);
        if (!map.isVisible())
            QVERIFY(press(*pane, u"As table"_s));
        map.setFocus();
        QSet<int> seen;
        for (const auto key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Right, Qt::Key_Left, Qt::Key_Up, Qt::Key_Down}) {
            QTest::keyClick(&map, key);
            seen << map.currentId();
            QVERIFY(!map.accessibleDescription().isEmpty());
        }
        QVERIFY(seen.size() > 1);
        QTest::keyClick(&map, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(browser().place().tool, QString(), 5000);
        QVERIFY(!browser().place().image.isEmpty());
    }

    void theTrashSaysWhenItIsEmpty()
    {
        QCOMPARE(call({"DELETE", QUrl(u"http://"_s + berth().server().address() + u"/berth/v1/trash"_s),
                          {{"X-TC-AUTHENTICATION-ID", QByteArray::fromStdString(berth().server().key().id)},
                              {"X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(berth().server().key().secret.reveal())}},
                          {}})
                     .status,
            200);
        browser().goTo({berth().session().id(), {}, {}});
        browser().openTool(tool::trash);
        QVERIFY2(reads(browser(), u"The trash is empty"_s), qPrintable(wordsIn(browser())));
        browser().goBack();
        QCOMPARE(browser().place().tool, QString());
    }
};

QTEST_MAIN(UndoTest)
#include "UndoTest.moc"
