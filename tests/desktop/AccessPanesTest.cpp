// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>

#include "DesktopFixture.h"
#include "Person.h"
#include "core/Json.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/lists/TableView.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/style/BerthStyle.h"
#include "registry/store/Database.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// Access keys and users of the local registry, and what a role greys, as a person meets them.
class AccessPanesTest : public QObject {
    Q_OBJECT

private:
    struct Pair {
        QString id;
        QString secret;
    };
    std::unique_ptr<DesktopFixture> m_berth;

    DesktopFixture &berth() { return *m_berth; }
    BrowsePane &browser() { return m_berth->browser(); }
    QString server() { return u"http://"_s + berth().server().address(); }

    TableView *list(const QString &name)
    {
        for (auto *view : browser().findChildren<TableView *>()) {
            if (view->accessibleName() == name && view->isVisible())
                return view;
        }
        return nullptr;
    }
    TableView &keys() { return *list(u"Access keys"_s); }
    TableView &users() { return *list(u"Users"_s); }
    bool open(const QString &tool, const QString &name)
    {
        browser().goTo({berth().session().id(), {}, {}});
        browser().openTool(tool);
        return QTest::qWaitFor([&] { return list(name) && list(name)->model()->rowCount() > 0; }, 10000);
    }
    int statusAs(const Pair &key, const QString &path, const QByteArray &method = "GET")
    {
        return call({method, QUrl(server() + path), {{"Authorization", basic(key.id.toUtf8(), key.secret.toUtf8())}}, {}}).status;
    }
    QString fieldOf(const QDialog &dialog, const QString &name)
    {
        for (auto *field : dialog.findChildren<QLineEdit *>()) {
            if (field->accessibleName() == name)
                return field->text();
        }
        return {};
    }
    /// The dialog with these words, which may come after another one; null if none does.
    QDialog *dialogWith(const QString &words)
    {
        QDialog *dialog = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
                return dialog && wordsIn(*dialog).contains(words);
            },
            10000);
        return dialog;
    }
    /// Reads the dialog that shows a secret and closes it as kept.
    Pair keepSecret()
    {
        auto *dialog = dialogWith(u"This secret is shown once, now"_s);
        if (!dialog)
            return {};
        const Pair key{fieldOf(*dialog, u"Access key ID"_s), fieldOf(*dialog, u"Secret key"_s)};
        const auto *done = buttonIn(*dialog, u"Done"_s);
        if (!done || done->isEnabled())
            return {};
        dialog->findChild<QCheckBox *>()->click();
        return press(*dialog, u"Done"_s) && noDialog() ? key : Pair{};
    }
    json::value made(const QByteArray &method, const QString &path, const QByteArray &body)
    {
        const auto reply = berth().sendOwn(method, path, body);
        return json::parseStrict(reply.body.toStdString()).value_or(json::value());
    }
    Pair keyFor(const QString &user)
    {
        const auto reply = made("POST", u"keys"_s, R"({"owner": ")" + user.toUtf8() + R"(", "note": "test"})");
        return {QString::fromStdString(json::text(reply, "id")), QString::fromStdString(json::text(reply, "secret"))};
    }
    bool deleteSelected(const QString &verb)
    {
        browser().deleteSelection();
        return openDialog() && press(*openDialog(), verb) && noDialog();
    }
    QString whyNot(const QString &words)
    {
        const auto *button = buttonIn(browser(), words);
        return !button ? u"no such button"_s : button->isEnabled() ? QString() : button->toolTip();
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
        QCOMPARE(berth().push(u"team/app"_s, u"1"_s, makeImage(1)), 201);
        QCOMPARE(berth().push(u"other/app"_s, u"1"_s, makeImage(2)), 201);
    }
    void cleanupTestCase() { m_berth.reset(); }
    void cleanup()
    {
        while (auto *dialog = QApplication::activeModalWidget()) {
            dialog->close();
            QTest::qWait(10);
        }
    }

    void aKeyIsMadeLimitedSwitchedOffAndDeleted() // R-003, R-004, R-007
    {
        QVERIFY(open(tool::keys, u"Access keys"_s));
        QVERIFY2(reads(browser(), u"1 of 5 keys, user administrator"_s), qPrintable(wordsIn(browser())));
        QVERIFY(press(browser(), u"Create key…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(type(*dialog, u"Used by"_s, u"ci-runner-03"_s));
        QVERIFY(pick(*dialog, u"It may do"_s, u"Image uploader: looks and pushes, does not pull or delete"_s));
        QVERIFY(pick(*dialog, u"Where"_s, u"In these registries only"_s));
        QVERIFY(!buttonIn(*dialog, u"Create key"_s)->isEnabled());
        QVERIFY(type(*dialog, u"Registry"_s, u"Team"_s));
        QVERIFY(press(*dialog, u"Add"_s));
        QVERIFY2(reads(*dialog, u"Registry names use a–z"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Registry"_s, u"team"_s));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // adds the name, and does not make the key
        QVERIFY(reads(*dialog, u"team"_s) && openDialog() == dialog);
        QVERIFY(press(*dialog, u"Create key"_s));
        const auto key = keepSecret();
        QVERIFY(!key.secret.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(list(u"Access keys"_s) && rowWith(keys(), key.id).isValid(), 10000);
        QVERIFY(rowWith(keys(), u"Image uploader, team"_s).isValid());
        QVERIFY(!berth().sendOwn("GET", u"keys"_s).body.contains(key.secret.toUtf8()));
        QCOMPARE(statusAs(key, u"/v2/team/app/manifests/1"_s, "HEAD"), 200); // a push needs it
        QCOMPARE(statusAs(key, u"/v2/team/app/manifests/1"_s), 403);
        QCOMPARE(statusAs(key, u"/v2/team/app/blobs/uploads/"_s, "POST"), 202);
        QCOMPARE(statusAs(key, u"/v2/other/app/blobs/uploads/"_s, "POST"), 403);

        QVERIFY(clickRow(keys(), key.id));
        QVERIFY(press(browser(), u"Disable"_s));
        QTRY_COMPARE_WITH_TIMEOUT(statusAs(key, u"/v2/"_s), 401, 10000);
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(keys(), u"Disabled"_s).isValid(), 10000);
        QVERIFY(clickRow(keys(), key.id));
        QVERIFY(press(browser(), u"Enable"_s));
        QTRY_COMPARE_WITH_TIMEOUT(statusAs(key, u"/v2/"_s), 200, 20000);

        QVERIFY(clickRow(keys(), key.id));
        QTRY_VERIFY_WITH_TIMEOUT(whyNot(u"Delete key…"_s).isEmpty(), 5000);
        QVERIFY(strike(berth().window(), Qt::Key_Delete));
        QVERIFY(openDialog());
        QVERIFY2(reads(*openDialog(), u"A key cannot be restored"_s), qPrintable(wordsIn(*openDialog())));
        QVERIFY(press(*openDialog(), u"Delete 1 keys"_s));
        QVERIFY(noDialog());
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(keys(), key.id).isValid(), 10000);
        QCOMPARE(statusAs(key, u"/v2/"_s), 401);
    }

    void aSecretThatIsNotSaidToBeKeptIsNotLostByOneKey()
    {
        QVERIFY(open(tool::keys, u"Access keys"_s));
        QVERIFY(press(browser(), u"Create key…"_s));
        QVERIFY(type(*openDialog(), u"Used by"_s, u"short-lived"_s));
        QVERIFY(press(*openDialog(), u"Create key"_s));
        auto *dialog = dialogWith(u"This secret is shown once, now"_s);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY2(dialog->isVisible() && reads(*dialog, u"The secret is not marked as kept"_s), qPrintable(wordsIn(*dialog)));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(noDialog());
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(keys(), u"short-lived"_s).isValid(), 10000);
        QVERIFY(clickRow(keys(), u"short-lived"_s));
        QVERIFY(deleteSelected(u"Delete 1 keys"_s));
    }

    /// R-005: the program goes on with its own new secret, and the old one is dead.
    void berthsOwnKeyGetsANewSecretAndStaysInUse()
    {
        QVERIFY(open(tool::keys, u"Access keys"_s));
        const QString id = berth().session().connection().keyId;
        const Pair old{id, QString::fromStdString(berth().server().key().secret.reveal())};
        QVERIFY(clickRow(keys(), id));
        QCOMPARE(whyNot(u"Disable"_s), u"Berth itself signs in with this key"_s);
        QCOMPARE(whyNot(u"Delete key…"_s), u"Berth itself signs in with this key"_s);
        QVERIFY(press(browser(), u"Copy secret"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), old.secret);
        QVERIFY(press(browser(), u"New secret…"_s));
        QVERIFY(press(*openDialog(), u"Make new secret"_s));
        auto *dialog = dialogWith(u"Berth uses the new secret and puts it into the keyring"_s);
        QVERIFY(dialog);
        const QString fresh = fieldOf(*dialog, u"Secret key"_s);
        QVERIFY(!fresh.isEmpty() && fresh != old.secret);
        QVERIFY(press(*dialog, u"Done"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(berth().keychain().entries.value(u"local"_s).secret.reveal()), fresh, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(berth().session().state(), Session::State::Online, 10000);
        QCOMPARE(statusAs(old, u"/v2/"_s), 401);
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(keys(), id).isValid(), 10000);
        QCOMPARE(berth().send("GET", u"/v2/team/app/manifests/1"_s).status, 200);
    }

    void aKeyOf90DaysIsAdvisedToBeChanged() // R-006
    {
        made("POST", u"keys"_s, R"({"note": "staging cluster"})");
        QVERIFY(open(tool::keys, u"Access keys"_s));
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(keys(), u"staging cluster"_s).isValid(), 10000);
        QVERIFY(!wordsIn(browser()).contains(u"Keys should be changed every 90 days"_s));
        const auto sql = std::move(*Sql::open(Database::file(berth().dataFolder().toStdString()), Sql::Sync::Normal));
        sql->run("UPDATE access_key SET secret_at = secret_at - ? WHERE note = 'staging cluster'", std::int64_t(97) * 24 * 60 * 60 * 1000);
        QVERIFY(!sql->hasFailed());
        browser().refresh();
        QVERIFY2(reads(browser(), u"The key of “staging cluster” is 97 days old"_s), qPrintable(wordsIn(browser())));
        QVERIFY(rowWith(keys(), u"97 days old"_s).isValid());
        QVERIFY(press(browser(), u"Change it…"_s));
        QVERIFY(press(*openDialog(), u"Make new secret"_s));
        QVERIFY(!keepSecret().secret.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!wordsIn(browser()).contains(u"Keys should be changed every 90 days"_s), 10000);
        QVERIFY(clickRow(keys(), u"staging cluster"_s));
        QVERIFY(deleteSelected(u"Delete 1 keys"_s));
    }

    void aUserIsMadeChangedAndDeleted()
    {
        QVERIFY(open(tool::users, u"Users"_s));
        QVERIFY(rowWith(users(), u"Anyone without a key"_s).isValid());
        QVERIFY(press(browser(), u"Create user…"_s));
        auto *dialog = openDialog();
        QVERIFY(type(*dialog, u"Name"_s, u"who is this"_s));
        QVERIFY2(reads(*dialog, u"Names of users have up to 64 letters"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Name"_s, u"administrator"_s));
        QVERIFY(press(*dialog, u"Create user"_s));
        QVERIFY2(reads(*dialog, u"There is a user of that name already"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Name"_s, u"jihoon.park"_s));
        QVERIFY(pick(*dialog, u"Role on this server"_s, u"Member: looks and pulls, does not push or delete"_s));
        QVERIFY(press(*dialog, u"Create user"_s));
        QVERIFY(noDialog());
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(users(), u"jihoon.park"_s).isValid(), 10000);
        QVERIFY2(reads(browser(), u"jihoon.park has the role Member."_s), qPrintable(wordsIn(browser())));
        const auto key = keyFor(u"jihoon.park"_s);
        QCOMPARE(statusAs(key, u"/v2/team/app/blobs/uploads/"_s, "POST"), 403);

        QVERIFY(clickRow(users(), u"jihoon.park"_s));
        QVERIFY(press(browser(), u"Edit…"_s));
        dialog = openDialog();
        QVERIFY(type(*dialog, u"Another role in a registry"_s, u"team"_s));
        QVERIFY(press(*dialog, u"Add"_s));
        QTRY_VERIFY_WITH_TIMEOUT(pick(*dialog, u"Role in team"_s, u"Image uploader"_s), 5000);
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE_WITH_TIMEOUT(statusAs(key, u"/v2/team/app/blobs/uploads/"_s, "POST"), 202, 10000);
        QCOMPARE(statusAs(key, u"/v2/other/app/blobs/uploads/"_s, "POST"), 403);
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(users(), u"All; others in team"_s).isValid(), 10000);

        QVERIFY(clickRow(users(), u"jihoon.park"_s));
        QVERIFY(press(browser(), u"Access keys"_s));
        QTRY_VERIFY_WITH_TIMEOUT(list(u"Access keys"_s) && rowWith(keys(), key.id).isValid(), 10000);
        QVERIFY2(reads(browser(), u"1 of 5 keys, user jihoon.park"_s), qPrintable(wordsIn(browser())));

        QVERIFY(open(tool::users, u"Users"_s));
        QVERIFY(clickRow(users(), u"administrator"_s));
        QCOMPARE(whyNot(u"Delete user…"_s), u"Berth itself signs in as this user"_s);
        QVERIFY(clickRow(users(), u"jihoon.park"_s));
        QVERIFY(deleteSelected(u"Delete 1 users"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(users(), u"jihoon.park"_s).isValid(), 10000);
        QCOMPARE(statusAs(key, u"/v2/"_s), 401);
    }

    /// R-013: what a role may not do is grey, with the reason, before it was tried; another role counts at the next refresh.
    void whatARoleMayNotDoIsGreyFromTheStart()
    {
        made("POST", u"users"_s, R"({"name": "member1", "role": "member", "registries": {"team": "administrator"}})");
        const auto key = keyFor(u"member1"_s);
        Connection connection;
        connection.id = u"as-member"_s;
        connection.name = u"As member"_s;
        connection.kind = ServerKind::Berth;
        connection.url = QUrl(server());
        connection.appKey = u"local"_s;
        connection.keyId = key.id;
        connection.secret = Secret(key.secret.toStdString());
        berth().desktop().connections().save(connection);
        browser().goTo({connection.id, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(browser().session()->state() == Session::State::Online && browser().session()->rights(), 10000);
        QVERIFY(clickRow(browser().table(), u"other"_s));
        const QString only = u"Only an administrator of this server may do this"_s;
        QCOMPARE(whyNot(u"Delete registry…"_s), only);
        QCOMPARE(whyNot(u"Registry settings…"_s), only);
        QVERIFY(buttonIn(berth().window(), u"Create registry…"_s));
        QCOMPARE(buttonIn(berth().window(), u"Create registry…"_s)->toolTip(), only);

        QVERIFY(clickTab(browser().details(), u"Protection"_s));
        QTRY_VERIFY2(whyNot(u"Add protection policy…"_s).startsWith(u"Your role here is Member"_s), qPrintable(whyNot(u"Add protection policy…"_s)));
        QVERIFY(clickTab(browser().details(), u"Cleanup"_s));
        QTRY_VERIFY(whyNot(u"Add cleanup policy…"_s).startsWith(u"Your role here is Member"_s));
        QVERIFY(whyNot(u"Run now…"_s).startsWith(u"Your role here is Member"_s));

        browser().goTo({connection.id, u"other"_s, u"app"_s});
        QVERIFY(clickRow(browser().table(), u"1"_s));
        const QString member = u"Your role here is Member: it looks and pulls, does not push or delete"_s;
        QCOMPARE(whyNot(u"Delete artifact…"_s), member);
        QCOMPARE(whyNot(u"Create tag…"_s), member);
        QCOMPARE(whyNot(u"Export…"_s), QString());
        browser().goTo({connection.id, u"team"_s, u"app"_s}); // where the member is an administrator
        QVERIFY(clickRow(browser().table(), u"1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(whyNot(u"Delete artifact…"_s), QString(), 5000);

        // Its own key gets a new secret while the window is elsewhere by the time of the answer: it is this connection's.
        browser().goTo({connection.id, {}, {}, tool::keys});
        QTRY_VERIFY_WITH_TIMEOUT(list(u"Access keys"_s) && rowWith(keys(), key.id).isValid(), 10000);
        QVERIFY(clickRow(keys(), key.id));
        const auto localSecret = berth().keychain().entries.value(u"local"_s).secret.reveal();
        QVERIFY(press(browser(), u"New secret…"_s));
        QVERIFY(press(*openDialog(), u"Make new secret"_s));
        browser().goTo({berth().session().id(), {}, {}});
        auto *dialog = dialogWith(u"Berth uses the new secret and puts it into the keyring"_s);
        QVERIFY(dialog);
        QVERIFY(press(*dialog, u"Done"_s));
        QTRY_VERIFY_WITH_TIMEOUT(QString::fromStdString(berth().keychain().entries.value(connection.id).secret.reveal()) != key.secret, 10000);
        QCOMPARE(berth().keychain().entries.value(u"local"_s).secret.reveal(), localSecret);
        QCOMPARE(statusAs({key.id, QString::fromStdString(berth().keychain().entries.value(connection.id).secret.reveal())}, u"/v2/"_s), 200);

        browser().goTo({connection.id, {}, {}, tool::users});
        QVERIFY2(reads(browser(), u"The users could not be loaded"_s), qPrintable(wordsIn(browser())));
        made("PUT", u"users/member1"_s, R"({"role": "uploader", "registries": {}})");
        browser().goTo({connection.id, u"other"_s, u"app"_s});
        browser().refresh();
        QVERIFY(clickRow(browser().table(), u"1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(whyNot(u"Create tag…"_s), QString(), 10000);
        QCOMPARE(whyNot(u"Export…"_s), u"Your role here is Image uploader: it looks and pushes, does not pull or delete"_s);
        berth().desktop().connections().remove(connection.id);
    }
};

QTEST_MAIN(AccessPanesTest)
#include "AccessPanesTest.moc"
