// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QSettings>

#include "DesktopFixture.h"
#include "Person.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/shell/SidebarView.h"
#include "desktop/style/BerthStyle.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// Connections that another version of the program stored: what this one does not know is kept, shown and not damaged.
class StoredConnectionsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DesktopFixture> m_berth;

    DesktopFixture &berth() { return *m_berth; }
    QString settingsFile() { return berth().folder() + u"/berth.ini"_s; }
    using Entry = QVariantMap;
    QList<Entry> stored()
    {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        QList<Entry> entries;
        const int count = settings.beginReadArray(u"connections"_s);
        for (int i = 0; i < count; ++i) {
            settings.setArrayIndex(i);
            Entry entry;
            for (const auto &key : settings.childKeys())
                entry.insert(key, settings.value(key));
            entries << entry;
        }
        return entries;
    }
    void store(const QList<Entry> &entries)
    {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        settings.beginWriteArray(u"connections"_s, int(entries.size()));
        for (int i = 0; i < entries.size(); ++i) {
            settings.setArrayIndex(i);
            for (auto it = entries.at(i).cbegin(); it != entries.at(i).cend(); ++it)
                settings.setValue(it.key(), it.value());
        }
        settings.endArray();
        settings.sync();
    }
    static Entry ofTheFuture(const QString &id)
    {
        return {{u"id"_s, id}, {u"name"_s, u"Tomorrow's"_s}, {u"kind"_s, u"hub-of-tomorrow"_s}, {u"account"_s, u"1234"_s}, {u"regions"_s, u"a, b"_s},
            {u"option-style"_s, u"wide"_s}, {u"keyId"_s, u"robot"_s}};
    }
    static Entry plain(const QString &id)
    {
        return {{u"id"_s, id}, {u"name"_s, u"Plain"_s}, {u"kind"_s, u"registry"_s}, {u"url"_s, u"http://127.0.0.1:9"_s}, {u"proxy"_s, u"none"_s}};
    }
    Session *session(const QString &id) { return berth().desktop().connections().find(id); }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new BerthStyle); }
    void init()
    {
        m_berth = std::make_unique<DesktopFixture>();
        store({ofTheFuture(u"x"_s), plain(u"p"_s)});
        m_berth->restart();
        QVERIFY(m_berth->start());
    }
    void cleanup() { m_berth.reset(); }

    void aKindOfTheFutureIsShownAndSaysWhy()
    {
        auto *sidebar = berth().window().findChild<SidebarView *>();
        QVERIFY(rowWith(*sidebar, u"Tomorrow's"_s).isValid());
        berth().keychain().entries.insert(u"x"_s, {"robot", Secret("hush")});
        QVERIFY(clickRow(*sidebar, u"Tomorrow's"_s));
        QVERIFY(reads(berth().browser(), u"Tomorrow's was made by a newer Berth"_s));
        QVERIFY(reads(berth().browser(), u"hub-of-tomorrow"_s));
        QVERIFY(!session(u"x"_s)->isConnected());
        QVERIFY(session(u"x"_s)->connection().secret.isEmpty()); // no key is asked for that cannot be used
        // It can be moved and removed, not edited into something else.
        Q_EMIT sidebar->customContextMenuRequested(sidebar->visualRect(rowWith(*sidebar, u"Tomorrow's"_s)).center());
        QTRY_VERIFY(QApplication::activePopupWidget());
        for (const auto *action : qobject_cast<QMenu *>(QApplication::activePopupWidget())->actions()) {
            if (action->text() == u"Edit connection…"_s)
                QVERIFY(!action->isEnabled());
            if (action->text() == u"Remove connection…"_s || action->text() == u"Move down"_s)
                QVERIFY(action->isEnabled());
        }
        QApplication::activePopupWidget()->close();
        berth().window().editConnection(u"x"_s);
        QVERIFY(!QApplication::activeModalWidget());
        berth().browser().refresh();
        QVERIFY(reads(berth().browser(), u"was made by a newer Berth"_s));
    }

    void itIsWrittenBackAsItWas()
    {
        const auto before = stored();
        Connection added;
        added.id = u"new"_s;
        added.name = u"New"_s;
        added.kind = ServerKind::Registry;
        added.url = QUrl(u"http://127.0.0.1:9"_s);
        berth().desktop().connections().save(added); // all are written
        berth().desktop().connections().move(u"p"_s, -1);
        const auto after = stored();
        QCOMPARE(after.size(), 3);
        QCOMPARE(after.at(0), before.at(1));
        QCOMPARE(after.at(1), before.at(0));
        berth().restart();
        QVERIFY(berth().start());
        QCOMPARE(session(u"x"_s)->connection().options.value(u"style"_s), u"wide"_s);
    }

    void editingKeepsWhatTheFormDoesNotKnow()
    {
        auto entry = plain(u"q"_s);
        entry.insert(u"option-mirror"_s, u"near"_s);
        entry.insert(u"since"_s, u"2027"_s);
        store({entry});
        berth().restart();
        QVERIFY(berth().start());
        berth().window().editConnection(u"q"_s);
        QVERIFY(openDialog());
        QVERIFY(type(*openDialog(), u"Name in Berth"_s, u"Renamed"_s));
        QVERIFY(press(*openDialog(), u"Save"_s));
        QVERIFY(noDialog());
        QCOMPARE(stored().first().value(u"name"_s).toString(), u"Renamed"_s);
        QCOMPARE(stored().first().value(u"option-mirror"_s).toString(), u"near"_s);
        QCOMPARE(stored().first().value(u"since"_s).toString(), u"2027"_s);
    }

    void aPlaceInItIsNoWayIntoTheVoid()
    {
        berth().browser().goTo({u"x"_s, u"team"_s, u"app"_s});
        QVERIFY(reads(berth().browser(), u"was made by a newer Berth"_s));
        berth().restart();
        QVERIFY(berth().start());
        QCOMPARE(berth().browser().place().image, u"app"_s);
        QVERIFY(reads(berth().browser(), u"was made by a newer Berth"_s));
        berth().desktop().connections().remove(u"x"_s);
        QCOMPARE(berth().browser().place().connectionId, berth().session().id());
        QCOMPARE(stored().size(), 1);
    }
};

QTEST_MAIN(StoredConnectionsTest)
#include "StoredConnectionsTest.moc"
