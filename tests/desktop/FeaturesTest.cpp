// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QTabBar>
#include <QVBoxLayout>

#include "DesktopFixture.h"
#include "Person.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/lists/TableView.h"
#include "desktop/panes/ToolPane.h"
#include "desktop/search/SearchBox.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/shell/Breadcrumb.h"
#include "desktop/shell/LocalCard.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/style/BerthStyle.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

const QString refusal = u"This is for others"_s;

/// A pane that says whose it is.
class EchoPane final : public ToolPane {
public:
    explicit EchoPane(QWidget *parent)
        : ToolPane(parent)
        , m_text(new QLabel(this))
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_text);
    }
    void refresh() override { m_text->setText(session() ? u"Echo of "_s + session()->name() : QString()); }

protected:
    void sessionChanged(bool) override { }

private:
    QLabel *m_text;
};

/// A page that says what it is about.
class EchoPage final : public DetailPage {
public:
    explicit EchoPage(QWidget *parent)
        : DetailPage(parent)
        , m_text(new QLabel(this))
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_text);
    }
    void setSubject(const Subject &subject) override { m_text->setText(subject.kind == Subject::Kind::None ? QString() : u"Page of "_s + subject.image.name); }

private:
    QLabel *m_text;
};

bool onBerth(const Session &session) { return session.connection().kind == ServerKind::Berth; }
ToolPane *makeEcho(QWidget *parent) { return new EchoPane(parent); }
DetailPage *makeEchoPage(DetailContext &, QWidget *parent) { return new EchoPage(parent); }

Features extended()
{
    auto features = Features::standard();
    features.add(ToolFeature{u"echo"_s, "registry", "Echo", onBerth, {}, makeEcho, "Says whose it is."});
    features.add(ToolFeature{u"vault"_s, "key", "Vault", onBerth, [](const Session &) { return refusal; }, makeEcho, "Is for others."});
    features.add(DetailFeature{u"echoes"_s, "Echoes", Subject::Kind::Artifact, makeEchoPage, {}, {},
        [](const Subject &subject) { return QString::number(subject.artifact.tagCount); }});
    features.add(DetailFeature{u"sealed"_s, "Sealed", Subject::Kind::Artifact, makeEchoPage, {}, [](const Subject &) { return refusal; }});
    return features;
}

QAction *entry(const QMenu &menu, const QString &text)
{
    for (auto *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

/// A pane and a page of details that are rows of the features, and nothing else: where the window knows them from.
class FeaturesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DesktopFixture> m_berth;

    DesktopFixture &berth() { return *m_berth; }
    BrowsePane &browser() { return m_berth->browser(); }
    QString local() { return m_berth->session().id(); }
    bool showWindow()
    {
        berth().window().show();
        berth().window().activateWindow();
        return QTest::qWaitForWindowActive(&berth().window());
    }
    bool showsEcho()
    {
        return QTest::qWaitFor([this] { return browser().tool() && browser().tool()->isVisible(); }) && reads(browser(), u"Echo of Local"_s);
    }
    bool goHome()
    {
        browser().goTo({local(), {}, {}});
        return QTest::qWaitFor([this] { return browser().place().tool.isEmpty(); });
    }
    QMenu *popup() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    QTabBar &tabs() { return *browser().details().findChild<QTabBar *>(); }
    int tab(const QString &name)
    {
        for (int i = 0; i < tabs().count(); ++i) {
            if (tabs().tabText(i).section(u'\t', 0, 0) == name)
                return i;
        }
        return -1;
    }
    bool selectArtifact()
    {
        browser().goTo({local(), u"team"_s, u"app"_s});
        if (!QTest::qWaitFor([this] { return browser().table().model()->rowCount() > 0; }, 10000))
            return false;
        browser().table().setCurrentIndex(browser().table().model()->index(0, 0));
        return true;
    }
    void checkMenu(const QMenu &menu)
    {
        auto *offered = entry(menu, u"Echo"_s);
        auto *refused = entry(menu, u"Vault"_s);
        QVERIFY(offered && refused);
        QVERIFY(offered->isEnabled() && !offered->icon().isNull());
        QVERIFY(!refused->isEnabled());
        QCOMPARE(refused->toolTip(), refusal);
        QVERIFY(menu.toolTipsVisible());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        m_berth = std::make_unique<DesktopFixture>(0, nullptr, extended());
        QVERIFY(m_berth->start());
        QVERIFY(showWindow());
        QCOMPARE(berth().push(u"team/app"_s, u"1"_s, makeImage(1)), 201);
        browser().refresh();
    }
    void cleanupTestCase() { m_berth.reset(); }
    void cleanup()
    {
        while (auto *front = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::activeModalWidget()) {
            front->close();
            QTest::qWait(10);
        }
    }

    void theMainMenuHasThem()
    {
        QVERIFY(goHome());
        QVERIFY(press(berth().window(), u"Main menu"_s));
        QVERIFY(popup());
        checkMenu(*popup());
        auto *action = entry(*popup(), u"Echo"_s);
        popup()->close();
        action->trigger();
        QVERIFY(showsEcho());
    }

    void theSidebarHasThem()
    {
        QVERIFY(goHome());
        auto *sidebar = berth().window().findChild<SidebarView *>();
        const auto rect = sidebar->visualRect(sidebar->model()->index(0, 0));
        Q_EMIT sidebar->customContextMenuRequested(rect.center());
        QTRY_VERIFY(popup());
        checkMenu(*popup());
        popup()->close();
        QVERIFY(chooseFor(*sidebar, sidebar->model()->index(0, 0).data().toString(), u"Echo"_s));
        QVERIFY(showsEcho());
    }

    void theLocalCardHasThem()
    {
        QVERIFY(goHome());
        QVERIFY(press(*berth().window().findChild<LocalCard *>(), u"Local registry menu"_s));
        QTRY_VERIFY(popup());
        checkMenu(*popup());
        auto *action = entry(*popup(), u"Echo"_s);
        action->trigger();
        QVERIFY(showsEcho());
    }

    void theBreadcrumbNamesIt()
    {
        QVERIFY(goHome());
        browser().openTool(u"echo"_s);
        QVERIFY(showsEcho());
        QVERIFY(wordsIn(*browser().findChild<Breadcrumb *>()).split(u'\n').contains(u"Echo"_s));
        QVERIFY(press(browser(), u"Back"_s));
        QTRY_VERIFY(browser().place().tool.isEmpty());
        browser().openTool(u"nothing of the kind"_s);
        QVERIFY(browser().place().tool.isEmpty());
    }

    void theSearchFindsThem()
    {
        QVERIFY(goHome());
        auto &search = berth().window().search();
        auto *list = berth().window().findChild<QListView *>();
        for (auto *one : berth().window().findChildren<QListView *>()) {
            if (one->accessibleName() == u"What was found"_s)
                list = one;
        }
        QVERIFY(clickInto(search));
        QTest::keyClicks(&search, u"Vault"_s);
        QTRY_VERIFY(rowWith(*list, u"Vault"_s).isValid());
        const auto refused = rowWith(*list, u"Vault"_s);
        QVERIFY(!(refused.flags() & Qt::ItemIsEnabled));
        QVERIFY(list->isVisible());
        QTest::keyClick(&search, Qt::Key_Return);
        QVERIFY(browser().place().tool.isEmpty());
        search.clear();
        QTest::keyClicks(&search, u"Echo"_s);
        QTRY_VERIFY(rowWith(*list, u"Echo"_s).isValid() && list->isVisible());
        QTest::keyClick(&search, Qt::Key_Return);
        QVERIFY(showsEcho());
    }

    void thePreferencesLeadToThem()
    {
        QVERIFY(goHome());
        berth().window().showPreferences(MainWindow::localRegistryPage);
        QVERIFY(openDialog());
        QVERIFY(reads(*openDialog(), u"Says whose it is."_s));
        auto *vault = buttonIn(*openDialog(), u"Vault"_s);
        QVERIFY(vault && !vault->isEnabled());
        QCOMPARE(vault->toolTip(), refusal);
        QVERIFY(press(*openDialog(), u"Echo"_s));
        QVERIFY(noDialog());
        QVERIFY(showsEcho());
    }

    void anotherKindOfServerHasThemNot()
    {
        Connection plain;
        plain.id = u"plain"_s;
        plain.name = u"Plain"_s;
        plain.kind = ServerKind::Registry;
        plain.url = QUrl(u"http://127.0.0.1:%1"_s.arg(DesktopFixture::freePort()));
        berth().desktop().connections().save(plain);
        browser().goTo({u"plain"_s, {}, {}, u"echo"_s});
        QTRY_COMPARE(browser().place().connectionId, u"plain"_s);
        QTRY_VERIFY(!browser().tool() || !browser().tool()->isVisible());
        auto *sidebar = berth().window().findChild<SidebarView *>();
        Q_EMIT sidebar->customContextMenuRequested(sidebar->visualRect(rowWith(*sidebar, u"Plain"_s)).center());
        QTRY_VERIFY(popup());
        QVERIFY(!entry(*popup(), u"Echo"_s));
        popup()->close();
        // The main menu leads to the local registry's then.
        QVERIFY(press(berth().window(), u"Main menu"_s));
        auto *action = entry(*popup(), u"Echo"_s);
        popup()->close();
        QVERIFY(action && action->isEnabled());
        action->trigger();
        QVERIFY(showsEcho());
        berth().desktop().connections().remove(u"plain"_s);
    }

    void theDetailsHaveThePage()
    {
        QVERIFY(selectArtifact());
        QTRY_VERIFY(tab(u"Echoes"_s) >= 0);
        QCOMPARE(tabs().tabText(tab(u"Echoes"_s)), u"Echoes\t1"_s);
        const int sealed = tab(u"Sealed"_s);
        QVERIFY(sealed >= 0 && !tabs().isTabEnabled(sealed));
        QCOMPARE(tabs().tabToolTip(sealed), refusal);
        QVERIFY(clickTab(browser().details(), u"Echoes"_s));
        QVERIFY(reads(browser().details(), u"Page of app"_s));
        // Images have no such page; on the way back the tab is in front again.
        browser().goTo({local(), u"team"_s, {}});
        QTRY_VERIFY(browser().table().model()->rowCount() > 0);
        browser().table().setCurrentIndex(browser().table().model()->index(0, 0));
        QTRY_COMPARE(browser().details().tabNames(), QStringList{u"Information"_s});
        QVERIFY(selectArtifact());
        QVERIFY(reads(browser().details(), u"Page of app"_s));
    }

    void theNextRunIsWhereThisOneWas()
    {
        browser().goTo({local(), {}, {}, u"echo"_s});
        QVERIFY(showsEcho());
        berth().restart();
        QVERIFY(berth().start());
        QVERIFY(showWindow());
        QCOMPARE(browser().place().tool, u"echo"_s);
        QVERIFY(showsEcho());
        QVERIFY(selectArtifact());
        QVERIFY(reads(browser().details(), u"Page of app"_s)); // the tab of the run before
        browser().goTo({local(), {}, {}, u"echo"_s});

        // A program that has no such pane any more begins with the connection itself.
        berth().restart(Features::standard());
        QVERIFY(berth().start());
        QVERIFY(showWindow());
        QCOMPARE(browser().place(), (Place{local(), {}, {}}));
        QVERIFY(selectArtifact());
        QTRY_COMPARE(tabs().currentIndex(), 0);
    }
};

QTEST_MAIN(FeaturesTest)
#include "FeaturesTest.moc"
