// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QSpinBox>
#include <QWheelEvent>

#include "DesktopFixture.h"
#include "Person.h"
#include "core/Json.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Switch.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/trash/UndoBanner.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// Settings and health of the local registry, its master key, and deletions for good.
class ServerPanesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DesktopFixture> m_berth;

    DesktopFixture &berth() { return *m_berth; }
    BrowsePane &browser() { return m_berth->browser(); }
    json::value asked(const QString &path) { return json::parseStrict(berth().sendOwn("GET", path).body.toStdString()).value_or(json::value()); }
    QString textSetting(const char *name) { return QString::fromStdString(json::text(asked(u"settings"_s), name)); }
    qint64 numberSetting(const char *name) { return json::integer(asked(u"settings"_s), name, -1); }
    bool open(const QString &tool)
    {
        browser().goTo({berth().session().id(), {}, {}});
        browser().openTool(tool);
        return QTest::qWaitFor([&] { return browser().tool() && browser().tool()->isVisible(); }, 10000);
    }
    template <class Control> Control *control(const QWidget &in, const QString &name)
    {
        for (auto *one : in.findChildren<Control *>()) {
            if (one->accessibleName() == name && one->isVisible())
                return one;
        }
        return nullptr;
    }
    bool goTo(const QString &registry, const QString &image = {})
    {
        browser().goTo({berth().session().id(), registry, image});
        return QTest::qWaitFor([this] { return browser().table().model()->rowCount() > 0; }, 10000);
    }
    int anonymousStatus(const QString &path) { return call({"GET", QUrl(u"http://"_s + berth().server().address() + path), {}, {}}).status; }
    bool start()
    {
        m_berth->window().show();
        m_berth->window().activateWindow();
        return QTest::qWaitForWindowActive(&m_berth->window());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        m_berth = std::make_unique<DesktopFixture>();
        QVERIFY(m_berth->start());
        QVERIFY(start());
        QCOMPARE(berth().push(u"team/app"_s, u"1"_s, makeImage(1)), 201);
    }
    void cleanupTestCase() { m_berth.reset(); }
    void cleanup()
    {
        while (auto *dialog = QApplication::activeModalWidget()) {
            dialog->close();
            QTest::qWait(10);
        }
    }

    void settingsApplyAtOnce()
    {
        QVERIFY(open(tool::settings));
        auto &pane = *browser().tool();
        auto *trash = control<QSpinBox>(pane, u"Empty the trash after"_s);
        QTRY_VERIFY_WITH_TIMEOUT(trash && trash->isEnabled() && trash->value() == 7, 10000);
        trash->setFocus();
        trash->selectAll();
        QTest::keyClicks(trash, u"30"_s);
        QCOMPARE(numberSetting("trash_days"), qint64(7)); // half typed is not sent
        auto *tokens = control<QSpinBox>(pane, u"A sign-in lasts"_s);
        QWheelEvent wheel(QPointF(5, 5), tokens->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(tokens, &wheel); // whoever scrolls past a setting does not change it
        QCOMPARE(tokens->value(), 60);
        QTest::keyClick(trash, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(numberSetting("trash_days"), qint64(30), 10000);

        QCOMPARE(anonymousStatus(u"/v2/team/app/manifests/1"_s), 401);
        QVERIFY(pick(pane, u"Without an access key"_s, u"Pull"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textSetting("anonymous"), u"pull"_s, 10000);
        QCOMPARE(anonymousStatus(u"/v2/team/app/manifests/1"_s), 200);
        QVERIFY(pick(pane, u"Without an access key"_s, u"Nothing"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textSetting("anonymous"), u"off"_s, 10000);

        // The floor was not touched and has kept its bytes, which are no whole megabytes.
        QCOMPARE(numberSetting("free_floor_bytes"), qint64(256) << 20);
        control<Switch>(pane, u"Free unused space by itself"_s)->click();
        control<Switch>(pane, u"Create an unknown registry when an administrator pushes into it"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!json::boolean(asked(u"settings"_s), "creates_registries", true), 10000);
        QVERIFY(!json::boolean(asked(u"settings"_s), "collects_by_itself", true));
        QCOMPARE(berth().sendOwn("PUT", u"settings"_s, R"({"creates_registries": true, "collects_by_itself": true, "trash_days": 7})").status, 200);
        browser().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(trash->value(), 7, 10000);
    }

    void thePreferencesLeadToThem()
    {
        browser().goTo({berth().session().id(), {}, {}});
        berth().window().showPreferences(MainWindow::localRegistryPage);
        QVERIFY(openDialog());
        QVERIFY(press(*openDialog(), u"Server settings"_s));
        QVERIFY(noDialog());
        QCOMPARE(browser().place().tool, tool::settings);
    }

    void aChangeThatIsNotTakenGoesBack()
    {
        QVERIFY(open(tool::settings));
        auto &pane = *browser().tool();
        auto *tokens = control<QSpinBox>(pane, u"A sign-in lasts"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tokens->value(), 60, 10000);
        const auto name = berth().session().connection().keyId;
        // The key may not change settings any more: it is limited by its own owner.
        QCOMPARE(berth().sendOwn("POST", u"keys"_s, R"({"note": "spare"})").status, 201);
        QCOMPARE(berth().sendOwn("PUT", u"keys/"_s + name, R"({"role": "member"})").status, 200);
        tokens->setValue(120);
        QVERIFY2(reads(pane, u"The change was not taken"_s), qPrintable(wordsIn(pane)));
        QCOMPARE(tokens->value(), 60);
        // What was limited by itself cannot unlimit itself: the folder's owner starts anew with a key that may.
        m_berth.reset();
        m_berth = std::make_unique<DesktopFixture>();
        QVERIFY(m_berth->start());
        QVERIFY(start());
        QCOMPARE(berth().push(u"team/app"_s, u"1"_s, makeImage(1)), 201);
    }

    void aRegistryCanBeLimited()
    {
        browser().goTo({berth().session().id(), {}, {}});
        browser().refresh();
        QVERIFY(clickRow(browser().table(), u"team"_s));
        QVERIFY(press(browser(), u"Registry settings…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        auto *limited = control<Switch>(*dialog, u"Limit its size"_s);
        QTRY_VERIFY_WITH_TIMEOUT(limited->isEnabled(), 10000);
        QVERIFY(!limited->isChecked());
        limited->click();
        control<QDoubleSpinBox>(*dialog, u"It holds at most"_s)->setValue(0.5);
        control<Switch>(*dialog, u"Accept manifests whose content is missing"_s)->click();
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE_WITH_TIMEOUT(json::integer(asked(u"registries/team"_s), "quota_bytes"), 500'000'000, 10000);
        QVERIFY(json::boolean(asked(u"registries/team"_s), "accepts_missing"));
        QCOMPARE(berth().sendOwn("PUT", u"registries/team"_s, R"({"quota_bytes": 0, "accepts_missing": false})").status, 200);
    }

    void healthNamesWhatIsWrongAndWhatItHurts()
    {
        QVERIFY(open(tool::health));
        QVERIFY2(reads(browser(), u"This server is well"_s), qPrintable(wordsIn(browser())));
        QCOMPARE(berth().sendOwn("PUT", u"settings"_s, R"({"free_floor_bytes": 1125899906842624})").status, 200);
        browser().refresh();
        QVERIFY2(reads(browser(), u"The disk is nearly full: pushes are refused, pulls go on"_s), qPrintable(wordsIn(browser())));
        QVERIFY(!wordsIn(browser()).contains(u"This server is well"_s));
        // The card at the foot of the window says so from everywhere, and leads here.
        QVERIFY(goTo({}, {}));
        QVERIFY(strike(berth().window(), Qt::Key_F5));
        QVERIFY2(reads(berth().window(), u"1 problem(s)"_s), qPrintable(wordsIn(berth().window())));
        QVERIFY(press(berth().window(), u"1 problem(s)"_s));
        QVERIFY2(reads(browser(), u"The disk is nearly full: pushes are refused, pulls go on"_s), qPrintable(wordsIn(browser())));
        QCOMPARE(berth().sendOwn("PUT", u"settings"_s, R"({"free_floor_bytes": 0})").status, 200);

        // One byte of a layer turns over on the disk.
        const QString digest = QString::fromUtf8(digestOf(makeImage(1).layers.first())).section(u':', 1);
        QString path;
        for (QDirIterator files(berth().dataFolder(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            if (files.next(); files.fileName().contains(digest))
                path = files.filePath();
        }
        QVERIFY(!path.isEmpty());
        QFile file(path);
        QVERIFY(file.setPermissions(file.permissions() | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
        char first = 0;
        QVERIFY(file.getChar(&first) && file.seek(0) && file.putChar(char(first ^ 1)));
        file.close();
        QCOMPARE(berth().sendOwn("POST", u"scrub"_s, R"({"action": "start"})").status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(!json::boolean(asked(u"scrub"_s), "running", true) && !json::list(asked(u"scrub"_s), "damaged").empty(), 20000);
        browser().refresh();
        QVERIFY2(reads(browser(), u"Damaged content: push these images again, and it is whole"_s), qPrintable(wordsIn(browser())));
        const TableView *damaged = nullptr;
        for (auto *view : browser().tool()->findChildren<TableView *>())
            damaged = view->isVisible() ? view : damaged;
        QVERIFY(damaged && rowWith(*damaged, digest.left(12)).isValid());
        QVERIFY2(rowWith(*damaged, u"team/app"_s).isValid() || textsOf(*damaged, 1).value(0).contains(u"team/app"_s),
            qPrintable(textsOf(*damaged, 1).join(u", "_s)));
        QCOMPARE(berth().push(u"team/app"_s, u"1"_s, makeImage(1)), 201); // and it heals
        browser().refresh();
        QVERIFY2(reads(browser(), u"This server is well"_s), qPrintable(wordsIn(browser())));
    }

    void whatIsDeletedForGoodSkipsTheTrash()
    {
        QCOMPARE(berth().push(u"team/gone"_s, u"1"_s, makeImage(40)), 201);
        QCOMPARE(berth().push(u"team/gone"_s, u"2"_s, makeImage(41)), 201);
        const auto held = json::integer(asked(u"trash"_s), "total");
        QVERIFY(goTo(u"team"_s, u"gone"_s));
        QVERIFY(clickRow(browser().table(), u"2"_s));
        QVERIFY(strike(berth().window(), Qt::Key_Delete));
        auto *dialog = openDialog();
        QVERIFY(dialog && reads(*dialog, u"It goes to the trash: it can be restored"_s));
        auto *forGood = dialog->findChild<QCheckBox *>();
        QVERIFY(forGood && !forGood->isChecked());
        forGood->click();
        QVERIFY2(reads(*dialog, u"It skips the trash and cannot be restored."_s) && !wordsIn(*dialog).contains(u"goes to the trash"_s),
            qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Delete 1 artifacts for good"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE_WITH_TIMEOUT(berth().send("GET", u"/v2/team/gone/manifests/2"_s).status, 404, 5000);
        QCOMPARE(json::integer(asked(u"trash"_s), "total"), held);
        QVERIFY(!browser().undoBanner().isVisible());
        QCOMPARE(berth().send("GET", u"/v2/team/gone/manifests/1"_s).status, 200);
    }

    /// The server's own secrets are sealed under a key that lies in the keychain, not beside them.
    void theMasterKeyLiesInTheKeychain()
    {
        const QString file = berth().dataFolder() + u"/master.key"_s;
        QVERIFY(!QFileInfo::exists(file));
        const auto key = berth().keychain().entries.value(u"local-master"_s).secret.reveal();
        QVERIFY(key.size() >= 43);
        const auto token =
            json::parseStrict(berth().send("GET", u"/service/token?scope=repository:team/app:pull"_s).body.toStdString()).value_or(json::value());
        const auto bearer = QByteArray("Bearer ") + QByteArray::fromStdString(json::text(token, "token"));
        const auto pull = [&] {
            return call({"GET", QUrl(u"http://"_s + berth().server().address() + u"/v2/team/app/manifests/1"_s), {{"Authorization", bearer}}, {}}).status;
        };
        QCOMPARE(pull(), 200);

        berth().restart();
        QVERIFY(berth().start());
        QCOMPARE(berth().keychain().entries.value(u"local-master"_s).secret.reveal(), key);
        QCOMPARE(pull(), 200); // the signing key was read back
        QVERIFY(!QFileInfo::exists(file));

        // A keychain that lost it: nothing of the person's is lost, tokens are.
        berth().keychain().entries.remove(u"local-master"_s);
        berth().restart();
        QVERIFY(berth().start());
        QVERIFY(berth().keychain().entries.contains(u"local-master"_s));
        QVERIFY(berth().keychain().entries.value(u"local-master"_s).secret.reveal() != key);
        QCOMPARE(pull(), 401);
        QCOMPARE(berth().send("GET", u"/v2/team/app/manifests/1"_s).status, 200);
    }

    /// A keyring that fails between the steps of replacing a lost key leaves nothing half done.
    void aLostKeyIsReplacedAlsoWhenTheKeyringFailsInBetween()
    {
        berth().keychain().entries.clear();
        berth().restart();
        berth().desktop().start(false, {});
        QTRY_COMPARE_WITH_TIMEOUT(berth().server().state(), LocalServer::State::KeyMissing, 20000);
        berth().keychain().mood = KeychainState::Locked;
        berth().server().makeNewKey();
        QTRY_COMPARE_WITH_TIMEOUT(berth().server().state(), LocalServer::State::KeychainLocked, 10000);
        QVERIFY(berth().keychain().entries.isEmpty());
        berth().keychain().mood = KeychainState::Ok;
        berth().server().start();
        QTRY_COMPARE_WITH_TIMEOUT(berth().server().state(), LocalServer::State::KeyMissing, 10000);
        berth().server().makeNewKey();
        QTRY_COMPARE_WITH_TIMEOUT(berth().session().state(), Session::State::Online, 20000);
        QCOMPARE(berth().send("GET", u"/v2/team/app/manifests/1"_s).status, 200);
    }
};

QTEST_MAIN(ServerPanesTest)
#include "ServerPanesTest.moc"
