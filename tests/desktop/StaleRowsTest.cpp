// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QDialog>
#include <QLineEdit>

#include "DesktopFixture.h"
#include "Person.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/lists/TableView.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/storage/StoragePane.h"
#include "desktop/storage/Treemap.h"
#include "desktop/style/BerthStyle.h"
#include "support/RegistryProcess.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

Connection berthAt(const QString &id, const QString &host)
{
    Connection connection;
    connection.id = connection.name = id;
    connection.kind = ServerKind::Berth;
    connection.url = QUrl(u"http://"_s + host);
    connection.appKey = u"local"_s;
    connection.keyId = QLatin1String(RegistryProcess::keyId);
    connection.secret = Secret(RegistryProcess::secret);
    connection.network.proxy = NetworkAccess::Proxy::None;
    return connection;
}

} // namespace

/// Rows and places that are exchanged while something still points at the former ones.
class StaleRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        for (auto *server : {&m_one, &m_two})
            QVERIFY2(server->start(), qPrintable(server->errorOutput()));
        for (int i = 0; i < 4; ++i)
            QCOMPARE(pushImage(m_one, u"team/app-%1"_s.arg(i), u"1.0"_s, makeImage(i)), 201);
        QCOMPARE(pushImage(m_two, u"other/thing"_s, u"2.0"_s, makeImage(20)), 201);
        m_berth = std::make_unique<DesktopFixture>();
        QVERIFY(m_berth->start());
        for (int i = 0; i < 4; ++i)
            QCOMPARE(m_berth->push(u"library/app-%1"_s.arg(i), u"1.0"_s, makeImage(i)), 201);
        m_berth->browser().refresh();
    }
    void cleanupTestCase() { m_berth.reset(); }

    void aFilteredRowOpens_data()
    {
        QTest::addColumn<QString>("registry");
        QTest::addColumn<QString>("text");
        QTest::newRow("an image") << u"library"_s << u"app-2"_s;
        QTest::newRow("a registry") << QString() << u"library"_s;
    }

    void aFilteredRowOpens()
    {
        QFETCH(const QString, registry);
        QFETCH(const QString, text);
        for (int i = 0; i < 3; ++i) {
            browser().goTo({local(), registry, {}});
            QTRY_VERIFY_WITH_TIMEOUT(rowWith(browser().table(), text).isValid(), 10000);
            QVERIFY(type(browser(), u"Filter this list"_s, text.left(5)));
            QVERIFY(doubleClickRow(browser().table(), text));
            QTRY_VERIFY_WITH_TIMEOUT(browser().content().place() == browser().place() && browser().table().model()->rowCount() > 0, 10000);
            QCOMPARE(registry.isEmpty() ? browser().place().registry : browser().place().image, text);
            browser().goBack();
        }
    }

    void rowsOfLaterConnectionsStayTheirsWhenOneIsRemoved()
    {
        auto &connections = m_berth->desktop().connections();
        for (const auto &id : {u"first"_s, u"second"_s, u"third"_s})
            connections.save(berthAt(id, m_one.host()));
        auto *view = m_berth->window().findChild<SidebarView *>();
        const auto parent = [view] { return view->model()->index(3, 0); };
        QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(parent()), 2, 10000);
        const QPersistentModelIndex team = view->model()->index(1, 0, parent());
        QCOMPARE(team.data().toString(), u"team"_s);
        connections.remove(u"first"_s);
        QVERIFY(team.isValid());
        QCOMPARE(team.parent().data().toString(), u"third"_s);
        QCOMPARE(team.data().toString(), u"team"_s);
        connections.move(u"third"_s, -1);
        QCOMPARE(team.parent().data().toString(), u"third"_s);
        QCOMPARE(team.parent().row(), 1);
        connections.remove(u"third"_s);
        QVERIFY(!team.isValid());
        connections.remove(u"second"_s);
    }

    void aRegistryThatComesOrGoesLeavesTheWindowWhereItIs()
    {
        m_berth->desktop().connections().save(berthAt(u"watched"_s, m_one.host()));
        browser().goTo({u"watched"_s, u"team"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(browser().table().model()->rowCount(), 4, 10000);
        QCOMPARE(m_one.manage("POST", u"/ncr/v2.0/appkeys/local/registries"_s, R"({"project_name":"before-team"})").status, 200);
        browser().refresh();
        auto *view = m_berth->window().findChild<SidebarView *>();
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(*view, u"before-team"_s).isValid(), 10000);
        QCOMPARE(browser().place().registry, u"team"_s);
        QCOMPARE(view->currentIndex().data().toString(), u"team"_s);
        QCOMPARE(m_one.manage("DELETE", u"/ncr/v2.0/appkeys/local/registries/%1"_s.arg(idOf(u"before-team"_s))).status, 200);
        browser().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(*view, u"before-team"_s).isValid(), 10000);
        QCOMPARE(browser().place().registry, u"team"_s);
        m_berth->desktop().connections().remove(u"watched"_s);
    }

    void aSelectionBelowAToolThatIsAwayIsNotReadAsItsOwn()
    {
        browser().goTo({local(), u"library"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(browser().table().model()->rowCount(), 4, 10000);
        QVERIFY(clickRow(browser().table(), u"app-1"_s));
        QVERIFY(browser().contentPane().selectedReference().endsWith(u"library/app-1"_s));
        m_berth->desktop().connections().save(berthAt(u"nowhere"_s, u"127.0.0.1:1"_s));
        browser().goTo({u"nowhere"_s, {}, {}, tool::trash}); // its pane is not made, since it cannot be reached
        QTRY_VERIFY_WITH_TIMEOUT(!browser().content().isVisible(), 10000);
        for (const auto modifiers : {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier})
            QTest::keyClick(&m_berth->window(), Qt::Key_C, modifiers);
        QTest::keyClick(&m_berth->window(), Qt::Key_Delete);
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(browser().contentPane().selectedReferences(), QString());
        QCOMPARE(browser().contentPane().selectedDigest(), QString());
        m_berth->desktop().connections().remove(u"nowhere"_s);
    }

    void aConnectionThatBecomesAnotherServerShowsNothingOfTheFormer_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::newRow("its images") << QString();
        QTest::newRow("its storage") << tool::storage;
        QTest::newRow("its trash") << tool::trash;
    }

    void aConnectionThatBecomesAnotherServerShowsNothingOfTheFormer()
    {
        QFETCH(const QString, tool);
        auto &connections = m_berth->desktop().connections();
        connections.save(berthAt(u"changing"_s, m_one.host()));
        browser().goTo({u"changing"_s, tool.isEmpty() ? u"team"_s : QString(), {}, tool});
        if (tool.isEmpty())
            QTRY_COMPARE_WITH_TIMEOUT(browser().table().model()->rowCount(), 4, 10000);
        else if (tool == tool::storage)
            QVERIFY2(reads(browser(), u"app-"_s), qPrintable(wordsIn(browser())));
        else
            QTRY_VERIFY_WITH_TIMEOUT(browser().tool() && browser().tool()->isVisible(), 10000);
        auto other = berthAt(u"changing"_s, m_two.host());
        connections.save(other);
        if (tool.isEmpty()) {
            QVERIFY2(reads(browser(), u"no longer exists"_s) || reads(browser(), u"No images yet"_s, 2000), qPrintable(wordsIn(browser())));
            QCOMPARE(browser().table().model()->rowCount(), 0);
        } else if (tool == tool::storage) {
            QVERIFY2(reads(browser(), u"thing"_s), qPrintable(wordsIn(browser())));
            QVERIFY(!wordsIn(browser()).contains(u"app-"_s));
        } else {
            QVERIFY2(reads(browser(), u"The trash is empty"_s), qPrintable(wordsIn(browser())));
        }
        connections.remove(u"changing"_s);
    }

    void theImageBesideTheTreemapStaysTheSameWhenOthersCome()
    {
        browser().goTo({local(), {}, {}, tool::storage});
        auto *pane = browser().findChild<StoragePane *>();
        QTRY_VERIFY_WITH_TIMEOUT(pane->treemap().currentId() >= 0, 10000);
        pane->treemap().setFocus();
        QTest::keyClick(&pane->treemap(), Qt::Key_Right);
        const QString image = pane->treemap().accessibleDescription();
        QCOMPARE(m_berth->push(u"aaa/first-of-all"_s, u"1.0"_s, makeImage(40, 2, 200'000)), 201);
        pane->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(wordsIn(*pane).contains(u"first-of-all"_s) || pane->treemap().accessibleDescription() == image, 10000);
        QTest::qWait(300);
        QCOMPARE(pane->treemap().accessibleDescription().section(u',', 0, 0), image.section(u',', 0, 0));
    }

    void thousandsOfTagsAreSelectedAndAskedAboutAtOnce()
    {
        const auto image = makeImage(77);
        QCOMPARE(m_berth->push(u"library/tagged"_s, u"t0"_s, image), 201);
        constexpr int count = 3000;
        for (int i = 1; i < count; i += 50) {
            QString query;
            for (int k = i; k < qMin(i + 50, count); ++k)
                query += u"%1tag=t%2"_s.arg(query.isEmpty() ? u""_s : u"&"_s).arg(k);
            QCOMPARE(m_berth
                         ->send("PUT", u"/v2/library/tagged/manifests/%1?%2"_s.arg(QString::fromUtf8(image.digest()), query), image.manifest,
                             "application/vnd.oci.image.manifest.v1+json")
                         .status,
                201);
        }
        browser().content().setArtifactView(ContentTable::ArtifactView::ByTag);
        browser().goTo({local(), u"library"_s, u"tagged"_s});
        QTRY_VERIFY_WITH_TIMEOUT(browser().table().model()->rowCount() > 0, 20000);
        browser().table().setFocus();
        browser().table().selectAll();
        const int rows = browser().table().model()->rowCount();
        QCOMPARE(browser().content().selectedTags().size(), rows);
        browser().refresh(); // what was selected is selected again
        QTest::qWait(500);
        QTRY_COMPARE_WITH_TIMEOUT(browser().content().selectedTags().size(), rows, 10000);
        QVERIFY(browser().table().selectionModel()->selection().size() < 10);
        browser().deleteSelection();
        auto *dialog = openDialog();
        QVERIFY(dialog);
        dialog->close();
        browser().content().setArtifactView(ContentTable::ArtifactView::ByArtifact);
    }

private:
    BrowsePane &browser() { return m_berth->browser(); }
    QString local() { return m_berth->session().id(); }
    QString idOf(const QString &registry)
    {
        for (const auto &row : m_berth->desktop().connections().find(u"watched"_s)->registries()) {
            if (row.name == registry)
                return QString::number(row.id);
        }
        return {};
    }

    RegistryProcess m_one;
    RegistryProcess m_two;
    std::unique_ptr<DesktopFixture> m_berth;
};

QTEST_MAIN(StaleRowsTest)
#include "StaleRowsTest.moc"
