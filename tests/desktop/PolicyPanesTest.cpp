// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <random>

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>

#include <QCoroTask>

#include "DesktopFixture.h"
#include "Person.h"
#include "TestServers.h"
#include "client/auth/LinkTo.h"
#include "client/drivers/Drivers.h"
#include "client/roles/CleanupPolicies.h"
#include "core/Json.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/cleanup/TimelineView.h"
#include "desktop/lists/RichList.h"
#include "desktop/lists/TableView.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/style/BerthStyle.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// Cleanup, protection and webhooks of the local registry, as a person sets them up, watches them and takes them back.
class PolicyPanesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DesktopFixture> m_berth;
    int m_number = 0;
    QString m_registry; ///< Each test has its own.

    DesktopFixture &berth() { return *m_berth; }
    BrowsePane &browser() { return m_berth->browser(); }
    DetailsPane &details() { return browser().details(); }

    /// Artifacts v1.0, v1.1, v2.0, one that is tagged latest, and one without a tag.
    bool fill(const QString &image)
    {
        const QString path = m_registry + u'/' + image;
        for (const char *tag : {"v1.0", "v1.1", "v2.0", "latest"}) {
            if (berth().push(path, QLatin1String(tag), makeImage(++m_number)) != 201)
                return false;
        }
        const auto untagged = makeImage(++m_number);
        return berth().push(path, QString::fromUtf8(digestOf(untagged.manifest)), untagged) == 201;
    }
    bool open(const QString &tab)
    {
        browser().goTo({berth().session().id(), {}, {}});
        berth().session().refresh();
        return clickRow(browser().table(), m_registry) && clickTab(details(), tab) && (tab != u"Cleanup"_s || press(details(), u"Policy settings"_s));
    }
    RichList *list(const QString &name)
    {
        for (auto *view : details().findChildren<RichList *>()) {
            if (view->accessibleName() == name && view->isVisible())
                return view;
        }
        return nullptr;
    }
    QStringList rows(const QString &name) { return list(name) ? textsOf(*list(name)) : QStringList(); }
    bool rowsBecome(const QString &name, const QStringList &wanted)
    {
        return QTest::qWaitFor([&] { return rows(name) == wanted; }, 10000);
    }
    bool isOn(const QString &name, int row)
    {
        const auto *view = list(name);
        return view && view->model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    QString whyNot(const QString &words)
    {
        const auto *button = buttonIn(details(), words);
        return !button ? u"no such button"_s : button->isEnabled() ? QString() : button->toolTip();
    }
    test::HttpReply ncr(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        const auto &key = berth().server().key();
        return call({method, QUrl(u"http://"_s + berth().server().address() + u"/ncr/v2.0/appkeys/local/registries/"_s + m_registry + u'/' + path),
            {{"X-TC-AUTHENTICATION-ID", QByteArray::fromStdString(key.id)}, {"X-TC-AUTHENTICATION-SECRET", QByteArray::fromStdString(key.secret.reveal())},
                {"Content-Type", "application/json"}},
            body});
    }
    qint64 idOfFirst(const QString &path, const char *key)
    {
        const auto reply = json::parseStrict(ncr("GET", path).body.toStdString());
        if (!reply)
            return 0;
        const auto &items = json::list(*reply, key);
        return items.empty() ? 0 : json::integer(items.front(), "id");
    }
    int statusOf(const QByteArray &method, const QString &image, const QString &reference)
    {
        return berth().send(method, u"/v2/%1/%2/manifests/%3"_s.arg(m_registry, image, reference)).status;
    }
    bool addCleanup(const QString &number)
    {
        if (!press(details(), u"Add cleanup policy…"_s))
            return false;
        auto *dialog = openDialog();
        return dialog && type(*dialog, u"Number"_s, number) && press(*dialog, u"Add policy"_s) && noDialog();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        m_berth = std::make_unique<DesktopFixture>();
        QVERIFY(m_berth->start());
        m_berth->window().resize(1280, 900);
        m_berth->window().show();
        m_berth->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_berth->window()));
    }
    void cleanupTestCase() { m_berth.reset(); }
    void init()
    {
        m_registry = u"team-%1"_s.arg(++m_number);
        QVERIFY(fill(u"api/gateway"_s));
    }
    void cleanup()
    {
        while (auto *dialog = QApplication::activeModalWidget()) {
            dialog->close();
            QTest::qWait(10);
        }
    }

    void protectionIsAddedSwitchedOffDeletedAndBroughtBack() // R-090 to R-095
    {
        const QString name = u"Protection policies"_s;
        const QString sentence = u"In all images, tags like v1.* cannot be changed or deleted"_s;
        QVERIFY(open(u"Protection"_s));
        QVERIFY2(reads(details(), u"Nothing is protected"_s), qPrintable(wordsIn(details())));
        QVERIFY(press(details(), u"Add protection policy…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(!buttonIn(*dialog, u"Add policy"_s)->isEnabled());
        QVERIFY(type(*dialog, u"Tags that"_s, u"{v1.*,v2.["_s));
        QVERIFY(!buttonIn(*dialog, u"Add policy"_s)->isEnabled());
        QVERIFY2(reads(*dialog, u"opens a [ at character 10"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Tags that"_s, u"v1.*"_s));
        QVERIFY2(reads(*dialog, u"protects 2 tags, 2 artifacts"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(reads(*dialog, sentence));
        QVERIFY(press(*dialog, u"Add policy"_s));
        QVERIFY(noDialog());
        QVERIFY2(rowsBecome(name, {sentence}), qPrintable(wordsIn(details())));
        QVERIFY2(reads(details(), u"protects 2"_s), qPrintable(wordsIn(details())));
        QCOMPARE(statusOf("DELETE", u"api/gateway"_s, u"v1.0"_s), 412);

        // The same once more is refused before it is sent.
        QVERIFY(press(details(), u"Add protection policy…"_s));
        dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Tags that"_s, u"v1.*"_s));
        QVERIFY(reads(*dialog, u"Policy 1 says the same"_s));
        QVERIFY(!buttonIn(*dialog, u"Add policy"_s)->isEnabled());
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());

        QVERIFY(press(details(), u"Try a tag…"_s));
        dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Image and tag"_s, u"any/image:v1.9"_s));
        QVERIFY2(reads(*dialog, u"Protected by policy 1"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Image and tag"_s, u"any/image:v2"_s));
        QVERIFY(reads(*dialog, u"Not protected"_s));
        QVERIFY(press(*dialog, u"Close"_s));
        QVERIFY(noDialog());

        // With the keyboard alone: the switch, the deletion of the policy and not of the registry above it.
        list(name)->setFocus();
        QTest::keyClick(list(name), Qt::Key_Down);
        QTest::keyClick(list(name), Qt::Key_Space);
        QTRY_VERIFY(!isOn(name, 0));
        QVERIFY(reads(details(), u"disabled"_s));
        QCOMPARE(statusOf("DELETE", u"api/gateway"_s, u"v1.0"_s), 202);
        QVERIFY(strike(*list(name), Qt::Key_Delete));
        QVERIFY2(reads(details(), u"Policy deleted"_s), qPrintable(wordsIn(details())));
        QVERIFY(reads(details(), u"Nothing is protected"_s));
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(press(details(), u"Undo"_s));
        QVERIFY(rowsBecome(name, {sentence}));
    }

    void cleanupSaysWhatItWouldDoRunsAndIsTakenBack() // R-060 to R-072
    {
        const QString name = u"Cleanup policies"_s;
        QVERIFY(open(u"Cleanup"_s));
        QVERIFY2(reads(details(), u"Nothing is cleaned up"_s), qPrintable(wordsIn(details())));
        QTRY_COMPARE(whyNot(u"Run now…"_s), u"Add a policy first"_s);
        QVERIFY(press(details(), u"Add cleanup policy…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY2(reads(*dialog, u"keeps 5, deletes 0"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Number"_s, u""_s));
        QVERIFY(reads(*dialog, u"Type how many to keep, from 0 to 32,766."_s));
        QVERIFY(!buttonIn(*dialog, u"Add policy"_s)->isEnabled());
        QVERIFY(type(*dialog, u"Number"_s, u"2"_s));
        QVERIFY2(reads(*dialog, u"keeps 2, deletes 3"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(reads(*dialog, u"In all images, keep the 2 artifacts pushed last tagged or not"_s));
        // What was pushed within one second has no order of its own, so that the rest goes by names.
        QVERIFY(pick(*dialog, u"Of these, keep"_s, u"all of these"_s));
        QVERIFY(type(*dialog, u"Tags that"_s, u"latest, v2*"_s));
        for (auto *box : dialog->findChildren<QAbstractButton *>()) {
            if (box->text() == u"Untagged artifacts, too")
                box->click();
        }
        QVERIFY2(reads(*dialog, u"keeps 2, deletes 3"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY2(reads(*dialog, u"In all images, keep all artifacts with a tag like latest or v2*"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Add policy"_s));
        QVERIFY(noDialog());
        QVERIFY2(reads(details(), u"keeps 2"_s), qPrintable(wordsIn(details())));

        // A test run deletes nothing and says the same.
        QVERIFY(press(details(), u"Test run"_s));
        QVERIFY2(reads(details(), u"would delete 3 of 5"_s), qPrintable(wordsIn(details())));
        QCOMPARE(statusOf("GET", u"api/gateway"_s, u"v1.0"_s), 200);
        QVERIFY2(reads(details(), u"no policy keeps it, never pulled"_s), qPrintable(wordsIn(details())));
        QVERIFY(press(details(), u"Compare with what we expected"_s));
        QVERIFY2(reads(details(), u"All 5 verdicts are what we expected"_s), qPrintable(wordsIn(details())));

        QVERIFY(press(details(), u"Run now…"_s));
        dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY2(press(*dialog, u"Delete 3 artifacts"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(noDialog());
        QVERIFY2(reads(details(), u"done · 1 policies · deleted 3 of 5"_s), qPrintable(wordsIn(details())));
        QCOMPARE(statusOf("GET", u"api/gateway"_s, u"v1.0"_s), 404);
        QCOMPARE(statusOf("GET", u"api/gateway"_s, u"latest"_s), 200);
        QVERIFY(press(details(), u"Restore 1 images"_s));
        QVERIFY2(reads(details(), u"What this run deleted is back."_s), qPrintable(wordsIn(details())));
        QCOMPARE(statusOf("GET", u"api/gateway"_s, u"v1.0"_s), 200);
        QVERIFY(press(details(), u"Policy settings"_s));
        QCOMPARE(rows(name).size(), 1);
    }

    void whatWouldTakeEverythingNeedsATick() // R-065, R-067
    {
        QVERIFY(open(u"Cleanup"_s));
        QVERIFY(press(details(), u"Add cleanup policy…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(type(*dialog, u"Tags that"_s, u"nobody-uses-this"_s));
        QVERIFY(press(*dialog, u"Cancel"_s) && noDialog() && press(details(), u"Add cleanup policy…"_s));
        dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Number"_s, u"0"_s));
        QVERIFY2(reads(*dialog, u"These policies delete everything"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY2(reads(*dialog, u"I want to delete 5 artifacts"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(!buttonIn(*dialog, u"Add policy"_s)->isEnabled());
        for (auto *box : dialog->findChildren<QAbstractButton *>()) {
            if (box->text().startsWith(u"I want to delete"))
                box->click();
        }
        QVERIFY(buttonIn(*dialog, u"Add policy"_s)->isEnabled());
        // Without danger there is nothing to consent to.
        QVERIFY(type(*dialog, u"Number"_s, u"3"_s));
        QTRY_VERIFY(!wordsIn(*dialog).contains(u"I want to delete"));
        QVERIFY(!wordsIn(*dialog).contains(u"These policies delete everything"));
        QVERIFY(pick(*dialog, u"Of these, keep"_s, u"those pulled within"_s));
        QVERIFY2(reads(*dialog, u"were never pulled"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(pick(*dialog, u"Of these, keep"_s, u"all of these"_s));
        QVERIFY(reads(*dialog, u"In all images, keep all artifacts tagged or not"_s));
    }

    void theScheduleIsSetByCycleAndByFields() // R-075 to R-080
    {
        QVERIFY(open(u"Cleanup"_s));
        QVERIFY2(reads(details(), u"Cleanup runs only when someone asks for it."_s), qPrintable(wordsIn(details())));
        QVERIFY(press(details(), u"Set schedule…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Hourly"_s));
        QVERIFY2(reads(*dialog, u"Every hour, at minute 0."_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(reads(*dialog, u"Next 5 runs"_s));
        QVERIFY(type(*dialog, u"Hour"_s, u"18,26"_s));
        QVERIFY2(reads(*dialog, u"hour must be 0-23, not 26"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(!buttonIn(*dialog, u"Set schedule"_s)->isEnabled());
        QVERIFY(type(*dialog, u"Hour"_s, u"18"_s));
        QVERIFY(type(*dialog, u"Weekday"_s, u"1-5"_s)); // R-076: the list is offered
        QVERIFY2(reads(*dialog, u"1,2,3,4,5"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Weekday"_s, u"MON"_s));
        QVERIFY2(reads(*dialog, u"Every Monday at 18:00 UTC."_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Day"_s, u"31"_s));
        QVERIFY(type(*dialog, u"Month"_s, u"2"_s));
        QVERIFY(type(*dialog, u"Weekday"_s, u"*"_s));
        QVERIFY2(reads(*dialog, u"It would never run"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Daily"_s));
        QVERIFY(press(*dialog, u"Set schedule"_s));
        QVERIFY(noDialog());
        QVERIFY2(reads(details(), u"Every day at "_s), qPrintable(wordsIn(details())));
        QVERIFY(reads(details(), u"Next run "_s));
        QVERIFY2(ncr("GET", u"retentions/schedule"_s).body.contains("* * *\""), ncr("GET", u"retentions/schedule"_s).body.constData());
        QVERIFY(press(details(), u"Set schedule…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Off"_s) && press(*dialog, u"Set schedule"_s) && noDialog());
        QVERIFY(reads(details(), u"Cleanup runs only when someone asks for it."_s));
        QVERIFY(ncr("GET", u"retentions/schedule"_s).body.contains("\"cron\":\"\""));
    }

    void theTimelineSaysWhenWhatGoes()
    {
        QVERIFY(ncr("POST", u"retentions"_s, R"({"parameters":{"n_days_since_last_push":10}})").body.contains("true"));
        QVERIFY(ncr("POST", u"retentions/schedule"_s, R"({"settings":{"cron":"0 18 * * *"}})").body.contains("true"));
        QVERIFY(ncr("POST", u"immutabletagrules"_s, R"({"tag":{"include":true,"pattern":"v1.*"}})").body.contains("true"));
        QVERIFY(open(u"Cleanup"_s));
        QVERIFY(press(details(), u"Timeline"_s));
        QVERIFY2(reads(details(), u"If nothing is pushed or pulled until then."_s), qPrintable(wordsIn(details())));
        // Protected or not: what a policy keeps for ten days goes then, if nothing else holds it.
        QTRY_VERIFY2(wordsIn(details()).contains(u"artifacts, "), qPrintable(wordsIn(details())));
        auto *view = details().findChild<TimelineView *>();
        QVERIFY(view && view->chosen().isValid());
        const auto inDays = QDateTime::currentDateTimeUtc().daysTo(view->chosen());
        QVERIFY2(inDays >= 10 && inDays <= 11, qPrintable(view->chosen().toString(Qt::ISODate)));
        QCOMPARE(view->chosen().time(), QTime(18, 0));
        QVERIFY2(reads(details(), u"3 artifacts, "_s), qPrintable(wordsIn(details()))); // v1.0 and v1.1 are protected from then on
        QVERIFY(press(details(), u"As table"_s));
        TableView *table = nullptr;
        for (auto *found : details().findChildren<TableView *>())
            table = found->accessibleName() == u"Timeline as a table"_s ? found : table;
        QVERIFY(table && table->isVisible());
        QCOMPARE(table->model()->rowCount(), 5);
        QVERIFY(press(details(), u"As table"_s));
        QVERIFY(press(details(), u"Policy settings"_s));
    }

    void webhooksAreCreatedWatchedSentAgainAndDeleted() // R-050 to R-053
    {
        FixedServer receiver("HTTP/1.1 204 No Content\r\nX-Request-Id: 4f0c\r\nConnection: close\r\n\r\n");
        QVERIFY(open(u"Webhooks"_s));
        QVERIFY2(reads(details(), u"Nobody is told"_s), qPrintable(wordsIn(details())));
        QVERIFY(press(details(), u"Create webhook…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY(!buttonIn(*dialog, u"Create webhook"_s)->isEnabled());
        QVERIFY(type(*dialog, u"Address"_s, u"ftp://somewhere/"_s));
        QVERIFY2(reads(*dialog, u"begins with http:// or https://"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Address"_s, u"http://"_s + receiver.address() + u"/hook"_s));
        QVERIFY(type(*dialog, u"Name"_s, u"deploy"_s));
        QVERIFY(type(*dialog, u"Authorization header"_s, u"Bearer very-secret"_s));
        QVERIFY(press(*dialog, u"Create webhook"_s));
        QVERIFY(noDialog());
        QVERIFY2(rowsBecome(u"Webhooks"_s, {u"deploy"_s}), qPrintable(wordsIn(details())));
        QCOMPARE(berth().push(m_registry + u"/api/gateway"_s, u"v3.0"_s, makeImage(++m_number)), 201);
        QVERIFY2(reads(details(), u"api/gateway:v3.0"_s, 15000), qPrintable(wordsIn(details())));
        QVERIFY2(reads(details(), u"\"type\": \"PUSH_ARTIFACT\""_s), qPrintable(wordsIn(details())));
        QVERIFY(reads(details(), u"Authorization: •••"_s));
        QVERIFY(reads(details(), u"4f0c"_s));
        QVERIFY(!wordsIn(details()).contains(u"very-secret"));
        QTRY_VERIFY(receiver.seen().contains("authorization: bearer very-secret"));
        QVERIFY(press(details(), u"Send again"_s));
        QTRY_COMPARE_WITH_TIMEOUT(receiver.seen().count("post /hook"), 2, 10000);

        // Its secret is never shown again, stays when it is left alone, and does not go along to another address.
        QVERIFY(press(details(), u"Edit…"_s));
        dialog = openDialog();
        QVERIFY(dialog && reads(*dialog, u"One is stored and not shown."_s));
        QVERIFY(type(*dialog, u"Address"_s, u"http://127.0.0.1:1/other"_s));
        QVERIFY2(reads(*dialog, u"belongs to the former address"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(!buttonIn(*dialog, u"Save webhook"_s)->isEnabled());
        QVERIFY(type(*dialog, u"Address"_s, u"http://"_s + receiver.address() + u"/hook"_s));
        QVERIFY(press(*dialog, u"Save webhook"_s));
        QVERIFY(noDialog());
        QVERIFY(press(details(), u"Send a test…"_s));
        dialog = openDialog();
        QVERIFY(dialog && pick(*dialog, u"As if"_s, u"Artifact deleted"_s) && press(*dialog, u"Send"_s) && noDialog());
        QTRY_VERIFY_WITH_TIMEOUT(receiver.seen().contains("delete_artifact"), 10000);
        QTRY_COMPARE(receiver.seen().count("authorization: bearer very-secret"), 3);

        // Switched off, it tells nothing.
        list(u"Webhooks"_s)->setFocus();
        QTest::keyClick(list(u"Webhooks"_s), Qt::Key_Space);
        QTRY_VERIFY(!isOn(u"Webhooks"_s, 0));
        QCOMPARE(berth().push(m_registry + u"/api/gateway"_s, u"v3.1"_s, makeImage(++m_number)), 201);
        QTest::qWait(1500);
        QVERIFY(!receiver.seen().contains("v3.1"));
        QVERIFY(press(details(), u"Delete webhook…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete webhook"_s) && noDialog());
        QVERIFY(reads(details(), u"Nobody is told"_s));
    }

    void theInboxShowsWhatWouldCome()
    {
        QVERIFY(open(u"Webhooks"_s));
        QVERIFY(reads(details(), u"Nobody is told"_s));
        QTest::qWait(300); // until the inbox is known
        QVERIFY(press(details(), u"Create webhook…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Use the inbox of this registry"_s));
        QVERIFY(press(*dialog, u"Create webhook"_s));
        QVERIFY(noDialog());
        QCOMPARE(berth().push(m_registry + u"/api/gateway"_s, u"inboxed"_s, makeImage(++m_number)), 201);
        QVERIFY2(reads(details(), u"api/gateway:inboxed"_s, 15000), qPrintable(wordsIn(details())));
        QVERIFY(press(details(), u"Inbox"_s));
        QVERIFY2(reads(details(), u"Came to the inbox"_s), qPrintable(wordsIn(details())));
        QVERIFY(reads(details(), u"\"tag\": \"inboxed\""_s));
        QVERIFY(press(details(), u"All"_s));
        // Another registry's inbox has nothing of it.
        m_registry = u"team-%1"_s.arg(++m_number);
        QVERIFY(fill(u"web"_s));
        QVERIFY(!berth().sendOwn("GET", u"registries/%1/inbox"_s.arg(m_registry)).body.contains("inboxed"));
    }

    void policiesAreTakenOverFromAnotherRegistry()
    {
        const QString from = m_registry;
        QVERIFY(ncr("POST", u"immutabletagrules"_s, R"({"tag":{"include":true,"pattern":"v1.*"}})").body.contains("true"));
        QVERIFY(ncr("POST", u"retentions"_s, R"({"parameters":{"latest_pushed_n_images":4}})").body.contains("true"));
        QVERIFY(ncr("POST", u"retentions/schedule"_s, R"({"settings":{"cron":"0 18 * * *"}})").body.contains("true"));
        m_registry = u"team-%1"_s.arg(++m_number);
        QVERIFY(fill(u"web"_s));
        QVERIFY(ncr("POST", u"retentions"_s, R"({"parameters":{"latest_pushed_n_images":1}})").body.contains("true"));
        QVERIFY(open(u"Cleanup"_s));
        QTRY_COMPARE(rows(u"Cleanup policies"_s).size(), 1);
        auto *button = buttonIn(details(), u"Policies as a file"_s);
        QVERIFY(button && button->menu());
        Q_EMIT button->menu()->aboutToShow();
        QAction *chosen = nullptr;
        for (auto *action : button->menu()->actions()) {
            for (auto *inner : action->menu() ? action->menu()->actions() : QList<QAction *>()) {
                if (inner->text() == from)
                    chosen = inner;
            }
        }
        QVERIFY(chosen);
        chosen->trigger();
        auto *dialog = openDialog();
        QVERIFY(dialog && reads(*dialog, u"is added"_s));
        QVERIFY2(reads(*dialog, u"only here, stays"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY2(reads(*dialog, u"keeps 4, deletes 1"_s), qPrintable(wordsIn(*dialog)));
        for (auto *box : dialog->findChildren<QAbstractButton *>()) {
            if (box->text() == u"Also delete the policies that only the registry has")
                box->click();
        }
        QVERIFY2(press(*dialog, u"Make 4 changes"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(noDialog());
        QTRY_COMPARE(rows(u"Cleanup policies"_s), (QStringList{u"In all images, keep the 4 artifacts pushed last tagged or not"_s}));
        QVERIFY(reads(details(), u"Every day at 18:00 UTC."_s));
        QCOMPARE(statusOf("DELETE", u"web"_s, u"v1.0"_s), 412);
    }

    /// The server's preview against the one that is made from its lists, as on a server that only gives lists.
    void bothPreviewsAgree()
    {
        for (const char *image : {"web/admin", "web/docs", "jobs"})
            QVERIFY(fill(QLatin1String(image)));
        Connection connection = berth().server().connection();
        const auto berthServer = makeServer(connection, linkTo(connection));
        connection.kind = ServerKind::Ncr;
        connection.appKey = u"local"_s;
        const auto ncrServer = makeServer(connection, linkTo(connection));
        QVERIFY(berthServer && ncrServer && berthServer->as<CleanupPreviews>() && ncrServer->as<CleanupPreviews>());
        const unsigned seed = qEnvironmentVariableIntValue("BERTH_SEED") > 0 ? unsigned(qEnvironmentVariableIntValue("BERTH_SEED")) : std::random_device()();
        qInfo("BERTH_SEED=%u", seed);
        std::mt19937 chance(seed);
        const auto pick = [&](std::initializer_list<const char *> all) { return std::string(*(all.begin() + chance() % all.size())); };
        for (int round = 0; round < 40; ++round) {
            CleanupWish wish;
            wish.registry = m_registry;
            for (unsigned i = 0; i < 1 + chance() % 3; ++i) {
                CleanupRule rule;
                rule.images = {chance() % 4 == 0, pick({"**", "web/*", "{jobs,api/**}", "no", "w*"})};
                rule.tags = {chance() % 3 == 0, pick({"**", "v*", "{latest,v1.0}", "v1.?", "no"}), chance() % 2 == 0};
                rule.keep = std::array{Keep::Always, Keep::LatestPushed, Keep::LatestPulled, Keep::PushedWithin, Keep::PulledWithin}[chance() % 5];
                rule.number = chance() % 4;
                rule.isEnabled = chance() % 5 != 0;
                wish.rules.push_back(rule);
            }
            if (chance() % 2) {
                ProtectionRule rule;
                rule.tags = {chance() % 4 == 0, pick({"v1.*", "latest", "**"}), false};
                wish.protection.push_back(rule);
            }
            const auto exact = QCoro::waitFor(berthServer->as<CleanupPreviews>()->previewCleanup(wish));
            const auto listed = QCoro::waitFor(ncrServer->as<CleanupPreviews>()->previewCleanup(wish));
            QVERIFY2(exact && listed, exact ? listed.error().message.c_str() : exact.error().message.c_str());
            QCOMPARE(listed->imageCount, exact->imageCount);
            QCOMPARE(listed->entries.size(), exact->entries.size());
            QMap<QString, int> left, right;
            for (const auto &entry : exact->entries)
                left.insert(entry.image + entry.digest, int(entry.outcome) * 100 + entry.rule);
            for (const auto &entry : listed->entries)
                right.insert(entry.image + entry.digest, int(entry.outcome) * 100 + entry.rule);
            QCOMPARE(right, left);
            QCOMPARE(listed->sums.deleted, exact->sums.deleted);
            QCOMPARE(listed->sums.shielded, exact->sums.shielded);
            QCOMPARE(listed->neverPulled, exact->neverPulled);
            QVERIFY(exact->leastBytes >= listed->leastBytes && exact->mostBytes <= listed->mostBytes);
        }
    }

    void aTagSaysWhereItWas()
    {
        QCOMPARE(berth().push(m_registry + u"/api/gateway"_s, u"v2.0"_s, makeImage(++m_number)), 201); // moves it
        browser().goTo({berth().session().id(), m_registry, u"api/gateway"_s});
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(browser().table(), u"v2.0"_s).isValid() || browser().table().model()->rowCount() == 6, 10000);
        for (int row = 0; row < browser().table().model()->rowCount(); ++row) {
            if (browser().table().model()->index(row, 1).data().toString().contains(u"v2.0"))
                browser().table().setCurrentIndex(browser().table().model()->index(row, 0));
        }
        QVERIFY(clickTab(details(), u"Tags"_s));
        QVERIFY(press(details(), u"History"_s));
        QVERIFY(reads(details(), u"Select a tag to see where it was"_s));
        TableView *tags = nullptr;
        for (auto *view : details().findChildren<TableView *>())
            tags = view->accessibleName() == u"Tags"_s ? view : tags;
        QVERIFY(tags && clickRow(*tags, u"v2.0"_s));
        QVERIFY2(reads(details(), u"Moved from "_s), qPrintable(wordsIn(details())));
        QVERIFY(reads(details(), u"it was new"_s));
        QVERIFY(press(details(), u"History"_s));
    }

    void whatAnotherClientDidIsSaid()
    {
        QVERIFY(ncr("POST", u"immutabletagrules"_s, R"({"tag":{"include":true,"pattern":"v1.*"}})").body.contains("true"));
        QVERIFY(ncr("POST", u"retentions"_s, R"({"parameters":{"latest_pushed_n_images":9}})").body.contains("true"));
        QVERIFY(open(u"Protection"_s));
        QTRY_COMPARE(rows(u"Protection policies"_s).size(), 1);
        const auto id = idOfFirst(u"immutabletagrules"_s, "immutable_tag_rules");
        QVERIFY(ncr("DELETE", u"immutabletagrules/%1"_s.arg(id)).body.contains("true"));
        list(u"Protection policies"_s)->setFocus();
        QTest::keyClick(list(u"Protection policies"_s), Qt::Key_Down);
        QTest::keyClick(list(u"Protection policies"_s), Qt::Key_Space);
        QVERIFY2(reads(details(), u"The policy could not be disabled"_s), qPrintable(wordsIn(details())));
        QVERIFY(press(details(), u"Read again"_s));
        QVERIFY(reads(details(), u"Nothing is protected"_s));

        QVERIFY(clickTab(details(), u"Cleanup"_s));
        QTRY_COMPARE(rows(u"Cleanup policies"_s).size(), 1);
        QVERIFY(ncr("DELETE", u"retentions?id=%1"_s.arg(idOfFirst(u"retentions"_s, "retention_rules"))).body.contains("true"));
        list(u"Cleanup policies"_s)->setFocus();
        QTest::keyClick(list(u"Cleanup policies"_s), Qt::Key_Down);
        QVERIFY(strike(*list(u"Cleanup policies"_s), Qt::Key_F2)); // edits what is gone
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Number"_s, u"8"_s) && press(*dialog, u"Save policy"_s));
        QVERIFY2(reads(*dialog, u"The policy was not saved"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s) && noDialog());
        QVERIFY(press(berth().window(), u"Refresh"_s));
        QVERIFY(reads(details(), u"Nothing is cleaned up"_s));
    }

    /// Quick changes of registry and tab: what comes late is not taken for something of the registry in front.
    void nothingOfOneRegistryIsShownForAnother()
    {
        const QString first = m_registry;
        QVERIFY(ncr("POST", u"immutabletagrules"_s, R"({"tag":{"include":true,"pattern":"only-of-first"}})").body.contains("true"));
        m_registry = u"team-%1"_s.arg(++m_number);
        QVERIFY(fill(u"web"_s));
        QVERIFY(open(u"Protection"_s));
        for (int i = 0; i < 12; ++i) {
            QVERIFY(clickRow(browser().table(), i % 2 ? m_registry : first));
            QVERIFY(clickTab(details(), QStringList{u"Protection"_s, u"Cleanup"_s, u"Webhooks"_s}.at(i % 3)));
            QTest::qWait(i % 4 * 7);
        }
        QVERIFY(clickRow(browser().table(), m_registry));
        QVERIFY(clickTab(details(), u"Protection"_s));
        QVERIFY(reads(details(), u"Nothing is protected"_s));
        QTest::qWait(500);
        QVERIFY2(!wordsIn(details()).contains(u"only-of-first"), qPrintable(wordsIn(details())));
        QVERIFY(clickRow(browser().table(), first));
        QVERIFY2(reads(details(), u"only-of-first"_s), qPrintable(wordsIn(details())));
    }
};

QTEST_MAIN(PolicyPanesTest)
#include "PolicyPanesTest.moc"
