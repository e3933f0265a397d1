// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

#include "DesktopFixture.h"
#include "Person.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/browse/TagsPage.h"
#include "desktop/lists/TableView.h"
#include "desktop/search/SearchBox.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/style/BerthStyle.h"
#include "support/FakeNcr.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

/// Beats every 2 ms, as far as the event loop lets it.
class Heart {
public:
    Heart()
    {
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, [this] { m_longestMs = qMax(m_longestMs, m_clock.restart()); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(2);
    }
    qint64 longestMs() const { return m_longestMs; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longestMs = 0;
};

const QString registry = u"registry-00000"_s;
const QString image = u"api-000000"_s;
const QString deepImage = u"team/web-000001"_s;
const QString imagePath = u"/registries/registry-00000/images/api-000000"_s;

} // namespace

/// The panes over NHN Container Registry's API, on a server that behaves and on one that does not.
class NcrPanesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        m_fake = std::make_unique<FakeNcr>();
        QVERIFY2(m_fake->start({u"--registries"_s, u"2"_s, u"--images"_s, u"3"_s, u"--artifacts"_s, u"40"_s, u"--tags"_s, u"80"_s, u"--absent"_s, u"0"_s}),
            qPrintable(m_fake->errorOutput()));
        m_berth = std::make_unique<DesktopFixture>();
        QVERIFY(m_berth->start());
    }

    void cleanupTestCase()
    {
        m_berth.reset();
        m_fake.reset();
    }

    void cleanup()
    {
        m_fake->clearFaults();
        berth().window().search().clear();
        while (auto *dialog = QApplication::activeModalWidget()) {
            dialog->close();
            QTest::qWait(10);
        }
    }

    void everyLevelIsListed()
    {
        QVERIFY(connectTo(*m_fake));
        QCOMPARE(textsOf(table()), (QStringList{registry, u"registry-00001"_s}));
        QCOMPARE(textsOf(table(), 2).first(), u"3"_s);
        QVERIFY(doubleClickRow(table(), registry));
        QVERIFY(rowsAre({image, u"batch-000002"_s, deepImage}));
        QVERIFY(reads(browser(), u"3 images"_s));
        for (const auto &name : {image, deepImage}) {
            QVERIFY(doubleClickRow(table(), name));
            QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 5000);
            QVERIFY2(reads(browser(), u"40 artifacts"_s), qPrintable(wordsIn(browser())));
            QVERIFY(textsOf(table(), 1).first().contains(u"t000000"_s));
            browser().goUp();
            QVERIFY(rowsAre({image, u"batch-000002"_s, deepImage}));
        }
        QCOMPARE(m_fake->count(u"POST"_s) + m_fake->count(u"DELETE"_s) + m_fake->count(u"PUT"_s), 0);
    }

    void theDetailsSayWhatAnArtifactHolds()
    {
        QVERIFY(goTo({registry, image}));
        QVERIFY(clickRow(table(), textsOf(table()).first()));
        QVERIFY(clickTab(details(), u"Layers"_s));
        QVERIFY2(reads(details(), u"1 layers"_s), qPrintable(wordsIn(details())));
        QVERIFY(clickTab(details(), u"Configuration"_s));
        QVERIFY2(reads(details(), u"/bin/true"_s), qPrintable(wordsIn(details())));
        QVERIFY(rowWith(*viewIn(u"Environment and labels"_s), u"/bin"_s).isValid());
        QVERIFY(clickTab(details(), u"History"_s));
        QVERIFY(viewIn(u"History"_s)->model()->rowCount() > 0);
        QVERIFY(clickTab(details(), u"Manifest"_s));
        QVERIFY(reads(details(), u"bytes, their SHA-256 is the digest"_s));
        QVERIFY(reads(details(), u"\"schemaVersion\": 2"_s));
        QVERIFY(clickTab(details(), u"Tags"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(*viewIn(u"Tags"_s)).size(), 2, 5000);
        // The fifth is an index of two platforms and a build record.
        QVERIFY(clickRow(table(), textsOf(table()).at(4)));
        QVERIFY(clickTab(details(), u"Platforms"_s));
        QCOMPARE(textsOf(*viewIn(u"Platforms"_s)).size(), 3);
        QVERIFY(clickTab(details(), u"Layers"_s));
        QVERIFY2(reads(details(), u"1 layers"_s), qPrintable(wordsIn(details())));
        QVERIFY(clickTab(details(), u"Information"_s));
        QVERIFY2(reads(details(), u"docker pull "_s + m_fake->address() + u"/registry-00000/api-000000"_s), qPrintable(wordsIn(details())));
    }

    void whatTheServerLeavesOutIsLeftBlank()
    {
        FakeNcr bare; // nothing but names, tags are null where there are none
        QVERIFY(bare.start(
            {u"--registries"_s, u"2"_s, u"--images"_s, u"2"_s, u"--artifacts"_s, u"4"_s, u"--tags"_s, u"2"_s, u"--absent"_s, u"1"_s, u"--seed"_s, u"7"_s}));
        QVERIFY(connectTo(bare));
        QCOMPARE(textsOf(table(), 2), (QStringList{{}, {}}));
        QCOMPARE(textsOf(table(), 1).first(), bare.address() + u"/registry-00000"_s);
        QVERIFY(doubleClickRow(table(), registry));
        QVERIFY(rowsAre({image, deepImage}));
        QVERIFY(clickRow(table(), image));
        QVERIFY(doubleClickRow(table(), image));
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(table(), 1), (QStringList{u"t000000"_s, u"t000001"_s, u"No tags"_s, u"No tags"_s}), 5000);
        QVERIFY(clickRow(table(), textsOf(table()).last()));
        QVERIFY(clickTab(details(), u"Tags"_s));
        QTRY_COMPARE(textsOf(*viewIn(u"Tags"_s)).size(), 0);
        QVERIFY(clickTab(details(), u"Layers"_s));
        QVERIFY2(reads(details(), u"1 layers"_s), qPrintable(wordsIn(details())));
        QVERIFY(press(browser(), u"By tag"_s));
        QTRY_COMPARE(table().model()->rowCount(), 2);
        QVERIFY(press(browser(), u"By artifact"_s));
        // Without its number a registry cannot be named safely.
        QVERIFY(goTo({}));
        QVERIFY(clickRow(table(), u"registry-00001"_s));
        bare.clearLog();
        QVERIFY(press(browser(), u"Delete registry…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 registries"_s));
        QVERIFY2(reads(*dialog, u"Only empty registries can be deleted"_s), qPrintable(wordsIn(*dialog)));
        QTest::qWait(200);
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QCOMPARE(m_fake->manage("GET", u"/registries/registry-00001"_s).status, 200);
    }

    void registriesAreCreatedAndDeleted()
    {
        QVERIFY(connectTo(*m_fake));
        QVERIFY(press(berth().window(), u"Create registry…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Name"_s, u"Not A Name"_s));
        QVERIFY(!buttonIn(*dialog, u"Create registry"_s)->isEnabled());
        QVERIFY(type(*dialog, u"Name"_s, registry)); // taken
        QVERIFY(press(*dialog, u"Create registry"_s));
        QVERIFY2(reads(*dialog, u"registry registry-00000 exists (code 10409)"_s), qPrintable(wordsIn(*dialog)));
        // A name of digits is another registry's number: 1 is that of registry-00000.
        QVERIFY(type(*dialog, u"Name"_s, u"1"_s));
        QVERIFY(press(*dialog, u"Create registry"_s));
        QVERIFY(noDialog());
        QVERIFY2(reads(browser(), u"No images yet"_s), qPrintable(wordsIn(browser())));
        QCOMPARE(browser().place().registry, u"1"_s);
        browser().goUp();
        QVERIFY(rowsAre({u"1"_s, registry, u"registry-00001"_s}));
        QVERIFY(clickRow(table(), u"1"_s));
        QVERIFY(press(browser(), u"Delete registry…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 registries"_s));
        QVERIFY(noDialog());
        QVERIFY(rowsAre({registry, u"registry-00001"_s}));
        // One that is not empty stays, with the reason.
        QVERIFY(clickRow(table(), u"registry-00001"_s));
        QVERIFY(strike(berth().window(), Qt::Key_Delete));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 registries"_s));
        QVERIFY2(reads(*dialog, u"registry registry-00001 has 3 images"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QVERIFY(rowsAre({registry, u"registry-00001"_s}));
    }

    void aRegistryThatIsGoneIsSaidToBeAndNothingIsDeleted()
    {
        QCOMPARE(m_fake->manage("POST", u"/registries"_s, R"({"project_name":"gone"})").status, 200);
        QVERIFY(connectTo(*m_fake));
        QVERIFY(clickRow(table(), u"gone"_s));
        const auto id = json::integer(*json::find(m_fake->manage("GET", u"/registries/gone"_s).jsonBody(), "registry"), "project_id");
        QVERIFY(id > 0);
        QCOMPARE(m_fake->manage("DELETE", u"/registries/%1"_s.arg(id)).status, 200);
        QVERIFY(press(browser(), u"Delete registry…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        m_fake->clearLog();
        QVERIFY(press(*dialog, u"Delete 1 registries"_s));
        QVERIFY2(reads(*dialog, u"There is no registry gone on the server."_s), qPrintable(wordsIn(*dialog)));
        QCOMPARE(m_fake->count(u"DELETE"_s), 0);
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QVERIFY(press(berth().window(), u"Refresh"_s));
        QVERIFY(rowsAre({registry, u"registry-00001"_s}));
    }

    void tagsArtifactsAndImagesAreCreatedAndDeleted()
    {
        const QString name = u"registry-00001"_s;
        QVERIFY(goTo({name, deepImage}));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 5000);
        const QString digest = textsOf(table()).first();
        QVERIFY(clickRow(table(), digest));
        QVERIFY(press(browser().content(), u"Create tag…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Tag"_s, u"t000001"_s)); // another artifact's
        QVERIFY2(reads(*dialog, u"t000001 is on"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(type(*dialog, u"Tag"_s, u"Mine-1.0"_s));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(noDialog());
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(table(), 1).first().contains(u"Mine-1.0"_s), 5000);
        QCOMPARE(selected(), QStringList{digest}); // it stays where it was

        QVERIFY(clickTab(details(), u"Tags"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(*viewIn(u"Tags"_s)).size(), 3, 5000);
        QVERIFY(clickRow(*viewIn(u"Tags"_s), u"Mine-1.0"_s));
        QVERIFY(press(details(), u"Delete tag…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 tags"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(*viewIn(u"Tags"_s)).size(), 2, 5000);
        QTRY_VERIFY_WITH_TIMEOUT(!textsOf(table(), 1).first().contains(u"Mine-1.0"_s), 5000);

        QVERIFY(press(browser().content(), u"Delete artifact…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 artifacts"_s));
        QVERIFY(noDialog());
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 39, 5000);
        QVERIFY(!rowWith(table(), digest).isValid());

        browser().goUp();
        QVERIFY(clickRow(table(), deepImage));
        QVERIFY(press(browser().content(), u"Delete image…"_s));
        dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 images"_s));
        QVERIFY(noDialog());
        QVERIFY(rowsAre({image, u"batch-000002"_s}));
    }

    void aFaultIsSaidWhereItBelongsAndRetryMendsIt_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("kind");
        for (const auto &place : {u"registries"_s, u"images"_s, u"artifacts"_s, u"tags"_s, u"layers"_s}) {
            for (const auto &kind :
                {u"html"_s, u"empty"_s, u"cut"_s, u"garbage"_s, u"http401"_s, u"http403"_s, u"http404"_s, u"http429"_s, u"http500"_s, u"decline"_s})
                QTest::addRow("%s: %s", qPrintable(place), qPrintable(kind)) << place << kind;
        }
    }

    void aFaultIsSaidWhereItBelongsAndRetryMendsIt()
    {
        QFETCH(QString, place);
        QFETCH(QString, kind);
        const QString path = patternOf(place);
        if (place == u"tags"_s || place == u"layers"_s) {
            QVERIFY(goTo({registry, image}));
            QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 5000);
            QVERIFY(clickRow(table(), textsOf(table()).at(39)));
            QVERIFY(clickTab(details(), place == u"tags"_s ? u"Tags"_s : u"Layers"_s));
            QTest::qWait(30);
        } else {
            QVERIFY(connectTo(*m_fake)); // nothing is known of it yet
        }
        m_fake->clearLog();
        QVERIFY(m_fake->fault(u"{\"kind\":\"%1\",\"path\":\"%2\"}"_s.arg(kind, QString(path).replace(u'\\', u"\\\\"_s)).toUtf8()));
        QWidget *where = &browser();
        if (place == u"registries"_s) {
            QVERIFY(connectTo(*m_fake, false));
        } else if (place == u"images"_s) {
            QVERIFY(doubleClickRow(table(), registry));
        } else if (place == u"artifacts"_s) {
            QVERIFY(doubleClickRow(table(), registry));
            QVERIFY(doubleClickRow(table(), image));
        } else {
            where = &details();
            static int next = 0; // one whose content has not been read yet
            do {
                ++next;
            } while (next % 10 == 4);
            QVERIFY(clickRow(table(), textsOf(table()).at(next % 39)));
        }
        QVERIFY2(reads(*where, titleOf(place, kind)), qPrintable(wordsIn(*where)));
        QVERIFY2(reads(*where, sentenceOf(place, kind)), qPrintable(wordsIn(*where)));
        QVERIFY2(buttonIn(*where, u"Retry"_s), qPrintable(wordsIn(*where)));
        const int asked = m_fake->count(u"GET"_s, path);
        QVERIFY2(asked <= (kind == u"http429"_s ? 3 : 2), qPrintable(QString::number(asked))); // who says when to come again is asked again
        QTest::qWait(60);
        QCOMPARE(m_fake->count(u"GET"_s, path), asked); // nothing goes on by itself
        QVERIFY(press(*where, u"Retry"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_fake->count(u"GET"_s, path) >= asked + (kind == u"http429"_s ? 3 : 1), 5000);
        QVERIFY2(reads(*where, titleOf(place, kind)), qPrintable(wordsIn(*where)));
        m_fake->clearFaults();
        m_fake->clearLog();
        QVERIFY(press(*where, u"Retry"_s));
        if (place == u"tags"_s)
            QTRY_COMPARE_WITH_TIMEOUT(viewIn(u"Tags"_s)->model()->rowCount(), 2, 5000);
        else if (place == u"layers"_s)
            QVERIFY2(reads(details(), u"1 layers"_s), qPrintable(wordsIn(details())));
        else
            QVERIFY2(rowAppears(table(),
                         place == u"registries"_s   ? registry
                             : place == u"images"_s ? image
                                                    : u"t000000, t000040"_s),
                qPrintable(wordsIn(browser())));
        QTRY_VERIFY_WITH_TIMEOUT(!wordsIn(*where).contains(titleOf(place, kind)), 2000);
        QTest::qWait(60);
        QVERIFY2(m_fake->count(u"GET"_s, path) <= 2, qPrintable(QString::number(m_fake->count(u"GET"_s, path)))); // a page, and where the list ends
    }

    void aFailedRefreshKeepsTheList_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("kind");
        for (const auto &place : {u"registries"_s, u"images"_s, u"artifacts"_s, u"tags"_s}) {
            for (const auto &kind : {u"html"_s, u"cut"_s, u"http401"_s, u"http404"_s, u"decline"_s})
                QTest::addRow("%s: %s", qPrintable(place), qPrintable(kind)) << place << kind;
        }
    }

    void aFailedRefreshKeepsTheList()
    {
        QFETCH(QString, place);
        QFETCH(QString, kind);
        QVERIFY(connectTo(*m_fake));
        if (place != u"registries"_s)
            QVERIFY(doubleClickRow(table(), registry));
        if (place == u"artifacts"_s || place == u"tags"_s) {
            QVERIFY(doubleClickRow(table(), image));
            QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 5000);
            QVERIFY(clickRow(table(), u"t000003, t000043"_s));
            QVERIFY(clickTab(details(), u"Tags"_s));
        } else {
            QVERIFY(clickRow(table(), place == u"registries"_s ? registry : image));
        }
        const bool tags = place == u"tags"_s;
        QWidget &where = tags ? static_cast<QWidget &>(details()) : browser();
        QAbstractItemView &view = tags ? *viewIn(u"Tags"_s) : static_cast<QAbstractItemView &>(table());
        if (tags)
            QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 2, 5000);
        const auto rows = textsOf(view);
        const auto chosen = selected();
        const QString title = tags ? u"The tags could not be loaded"_s : u"The list could not be refreshed"_s;
        QVERIFY(m_fake->fault(u"{\"kind\":\"%1\",\"path\":\"%2\"}"_s.arg(kind, patternOf(place).replace(u'\\', u"\\\\"_s)).toUtf8()));
        QVERIFY(strike(berth().window(), Qt::Key_F5));
        QVERIFY2(reads(where, title), qPrintable(wordsIn(where)));
        QVERIFY2(reads(where, sentenceOf(place, kind, true)), qPrintable(wordsIn(where)));
        for (int i = 0; i < 2; ++i) { // as often as it fails
            QVERIFY(view.isVisible());
            QCOMPARE(textsOf(view), rows);
            QCOMPARE(selected(), chosen);
            m_fake->clearLog();
            QVERIFY(press(where, u"Retry"_s));
            QTRY_VERIFY_WITH_TIMEOUT(m_fake->count(u"GET"_s, patternOf(place)) > 0, 5000);
            QVERIFY2(reads(where, title), qPrintable(wordsIn(where)));
        }
        QVERIFY(view.isVisible());
        QCOMPARE(textsOf(view), rows);
        m_fake->clearFaults();
        QVERIFY(press(where, u"Retry"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!wordsIn(where).contains(title), 5000);
        QTest::qWait(100);
        QVERIFY(!wordsIn(where).contains(title));
        QCOMPARE(textsOf(view), rows);
        QCOMPARE(selected(), chosen);
    }

    void whatCannotBeAddedIsLeftAlone()
    {
        // Members that nobody knows are passed over, and so deep ones that no reader should follow are refused in words.
        QVERIFY(m_fake->fault(R"({"kind":"extra","depth":40})"));
        QVERIFY(connectTo(*m_fake));
        QVERIFY(doubleClickRow(table(), registry));
        QVERIFY(rowsAre({image, u"batch-000002"_s, deepImage}));
        QVERIFY(doubleClickRow(table(), image));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 5000);
        m_fake->clearFaults();
        QVERIFY(m_fake->fault(R"({"kind":"extra"})"));
        QVERIFY(connectTo(*m_fake, false));
        QVERIFY2(reads(browser(), u"The registries of NCR could not be loaded"_s) || rowWith(table(), registry).isValid(), qPrintable(wordsIn(browser())));
    }

    void answersWithoutAnEnvelopeAreFailures_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"{}", "[]", "null", "\"text\"", R"({"registries":[]})", R"({"header":null})", R"({"header":{}})",
                 R"({"header":{"isSuccessful":false}})", R"({"header":{"isSuccessful":"true","resultCode":200}})"})
            QTest::newRow(body) << QByteArray(body);
    }

    void answersWithoutAnEnvelopeAreFailures()
    {
        QFETCH(QByteArray, body);
        QVERIFY(connectTo(*m_fake));
        const QByteArray quoted = QByteArray(body).replace('"', "\\\"");
        QVERIFY(m_fake->fault("{\"kind\":\"garbage\",\"body\":\"" + quoted + "\"}"));
        QVERIFY(press(berth().window(), u"Refresh"_s));
        QVERIFY2(reads(browser(), u"The list could not be refreshed"_s), qPrintable(wordsIn(browser())));
        QVERIFY2(reads(browser(), u"The server "_s), qPrintable(wordsIn(browser())));
        QVERIFY(press(berth().window(), u"Create registry…"_s)); // a change is not believed, either
        auto *dialog = openDialog();
        QVERIFY(dialog && type(*dialog, u"Name"_s, u"unbelievable"_s));
        QVERIFY(press(*dialog, u"Create registry"_s));
        QVERIFY2(reads(*dialog, u"The server "_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
    }

    void aListThatRepeatsItselfEnds()
    {
        FakeNcr large;
        QVERIFY(large.start({u"--registries"_s, u"1"_s, u"--images"_s, u"250"_s, u"--artifacts"_s, u"1"_s, u"--tags"_s, u"250"_s, u"--absent"_s, u"0"_s}));
        QVERIFY(large.fault(R"({"kind":"duplicate_page"})"));
        QVERIFY(connectTo(large));
        QVERIFY(doubleClickRow(table(), registry));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 100, 5000);
        QVERIFY(clickRow(table(), image));
        QVERIFY(strike(berth().window(), Qt::Key_End));
        QVERIFY2(reads(browser(), u"100 images"_s), qPrintable(wordsIn(browser())));
        QVERIFY(doubleClickRow(table(), image));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 1, 5000);
        QVERIFY(clickTab(details(), u"Tags"_s));
        QTRY_COMPARE_WITH_TIMEOUT(viewIn(u"Tags"_s)->model()->rowCount(), 100, 5000);
        QVERIFY(clickInto(berth().window().search()));
        QTest::keyClicks(&berth().window().search(), u"batch"_s);
        QVERIFY(rowAppears(*hits(), u"batch-000002"_s));
        const auto asked = large.log().size();
        QVERIFY2(asked < 20, qPrintable(QString::number(asked)));
        QTest::qWait(200);
        QCOMPARE(large.log().size(), asked);
        QTest::keyClick(&berth().window().search(), Qt::Key_Escape);
        QTest::keyClick(&berth().window().search(), Qt::Key_Escape);
    }

    void aLaterPageThatFailsLeavesTheFirstAndComesOnRetry()
    {
        FakeNcr large;
        QVERIFY(large.start({u"--registries"_s, u"1"_s, u"--images"_s, u"150"_s, u"--artifacts"_s, u"1"_s, u"--absent"_s, u"0"_s}));
        QVERIFY(connectTo(large));
        QVERIFY(large.fault(R"({"kind":"http500","path":"images\\?page=2"})"));
        QVERIFY(doubleClickRow(table(), registry));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 100, 5000);
        QVERIFY(clickRow(table(), image));
        QVERIFY(strike(berth().window(), Qt::Key_End));
        QVERIFY2(reads(browser(), u"the fault was asked for"_s), qPrintable(wordsIn(browser())));
        QVERIFY(reads(browser(), u"The rest of the list could not be loaded"_s));
        QCOMPARE(table().model()->rowCount(), 100);
        const auto asked = large.log().size();
        QTest::qWait(100);
        QCOMPARE(large.log().size(), asked);
        large.clearFaults();
        QVERIFY(press(browser(), u"Retry"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!wordsIn(browser()).contains(u"the fault was asked for"_s), 5000);
        QVERIFY(clickRow(table(), image));
        QVERIFY(strike(berth().window(), Qt::Key_End));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 150, 5000);
        QVERIFY(reads(browser(), u"150 images"_s));
    }

    void smallerPagesThanAskedForDoNotCutListsShort()
    {
        FakeNcr small;
        QVERIFY(small.start({u"--largest-page"_s, u"7"_s, u"--registries"_s, u"30"_s, u"--images"_s, u"16"_s, u"--artifacts"_s, u"20"_s, u"--tags"_s, u"600"_s,
            u"--absent"_s, u"0.25"_s}));
        QVERIFY(connectTo(small));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 30, 5000);
        QVERIFY(doubleClickRow(table(), registry));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 16, 5000);
        QVERIFY2(reads(browser(), u"16 images"_s), qPrintable(wordsIn(browser())));
        QVERIFY(doubleClickRow(table(), deepImage));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 20, 5000);
        QVERIFY(clickRow(table(), textsOf(table()).first()));
        QVERIFY(clickTab(details(), u"Tags"_s));
        QTRY_COMPARE_WITH_TIMEOUT(viewIn(u"Tags"_s)->model()->rowCount(), 30, 5000);
        QVERIFY(press(berth().window(), u"Refresh"_s));
        QTest::qWait(100);
        QTRY_COMPARE_WITH_TIMEOUT(viewIn(u"Tags"_s)->model()->rowCount(), 30, 5000);
        QCOMPARE(table().model()->rowCount(), 20);
        // The last registry is found for its deletion, though it stands on the fifth page, and every image by the search.
        QCOMPARE(small.manage("POST", u"/registries"_s, R"({"project_name":"zz-last"})").status, 200);
        QVERIFY(goTo({}));
        QVERIFY(press(berth().window(), u"Refresh"_s));
        QVERIFY(clickRow(table(), u"zz-last"_s));
        QVERIFY(press(browser(), u"Delete registry…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Delete 1 registries"_s));
        if (!QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }, 5000)) // its number may be left out
            QVERIFY2(wordsIn(*dialog).contains(u"tells no number"_s), qPrintable(wordsIn(*dialog)));
    }

    void aSlashIsWrittenAsTheServerWantsIt()
    {
        FakeNcr once;
        QVERIFY(once.start({u"--separator"_s, u"%2F"_s, u"--registries"_s, u"1"_s, u"--images"_s, u"3"_s, u"--artifacts"_s, u"2"_s}));
        QVERIFY(connectTo(once));
        QVERIFY(doubleClickRow(table(), registry));
        QVERIFY(doubleClickRow(table(), deepImage));
        QVERIFY2(reads(browser(), u"The artifacts of team/web-000001 could not be loaded"_s), qPrintable(wordsIn(browser())));
        QVERIFY(press(browser(), u"Edit connection…"_s));
        auto *dialog = openDialog();
        QVERIFY(dialog && press(*dialog, u"Network and API"_s));
        auto *box = dialog->findChild<QAbstractButton *>(u"encodesOnce"_s);
        for (auto *button : dialog->findChildren<QAbstractButton *>())
            box = button->text().contains(u"%2F"_s) ? button : box;
        QVERIFY(box && box->isVisible());
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(press(*dialog, u"Save"_s));
        QVERIFY(noDialog());
        QVERIFY(doubleClickRow(table(), registry));
        QVERIFY(doubleClickRow(table(), deepImage));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 2, 5000);
    }

    void theSearchReadsTheNamesOnceAndSaysWhatItCouldNotSearch()
    {
        QVERIFY(connectTo(*m_fake));
        QVERIFY(m_fake->fault(R"({"kind":"slow","delay":0.15,"path":"/registries"})"));
        m_fake->clearLog();
        auto &search = berth().window().search();
        QVERIFY(clickInto(search));
        for (const auto letter : u"batch-0000"_s) { // a person types on while the server is still answering
            QTest::keyClick(&search, letter.toLatin1());
            QTest::qWait(letter == u'a' || letter == u'-' ? 250 : 5);
        }
        QVERIFY(rowAppears(*hits(), u"batch-000002"_s));
        QVERIFY2(reads(*search.popup(), u"Tags not searched: NCR"_s), qPrintable(wordsIn(*search.popup())));
        QCOMPARE(m_fake->count(u"GET"_s, u"registry-00001/images\\?page=1"_s), 1);
        QVERIFY(clickRow(*hits(), u"batch-000002"_s));
        QCOMPARE(browser().place().image, u"batch-000002"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 5000);

        m_fake->clearFaults();
        QVERIFY(m_fake->fault(R"({"kind":"http500","path":"/registries"})"));
        QVERIFY(connectTo(*m_fake, false)); // names are kept for a minute, and not over a new connection
        QVERIFY(clickInto(search));
        QTest::keyClicks(&search, u"nothing-like-it"_s);
        QVERIFY2(reads(*search.popup(), u"No answer from NCR"_s), qPrintable(wordsIn(*search.popup())));
        m_fake->clearFaults();
        QTest::keyClick(&search, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&search, u"batch"_s);
        QVERIFY(rowAppears(*hits(), u"batch-000002"_s));
        QVERIFY(!wordsIn(*search.popup()).contains(u"No answer"_s));
        QTest::keyClick(&search, Qt::Key_Escape);
        QTest::keyClick(&search, Qt::Key_Escape);
    }

    void anAnswerThatIsLostIsAskedForOnce_data()
    {
        QTest::addColumn<QString>("deed");
        for (const auto &deed : {u"create registry"_s, u"delete registry"_s, u"create tag"_s, u"delete tag"_s, u"delete artifact"_s, u"delete image"_s})
            QTest::newRow(qPrintable(deed)) << deed;
    }

    void anAnswerThatIsLostIsAskedForOnce()
    {
        QFETCH(QString, deed);
        FakeNcr fake;
        QVERIFY(fake.start({u"--registries"_s, u"1"_s, u"--images"_s, u"2"_s, u"--artifacts"_s, u"3"_s, u"--tags"_s, u"3"_s, u"--absent"_s, u"0"_s}));
        QCOMPARE(fake.manage("POST", u"/registries"_s, R"({"project_name":"empty"})").status, 200);
        QVERIFY(connectTo(fake));
        QString action, verb, label, text;
        if (deed == u"create registry"_s) {
            action = u"Create registry…"_s, verb = u"Create registry"_s, label = u"Name"_s, text = u"mine"_s;
        } else if (deed == u"delete registry"_s) {
            QVERIFY(clickRow(table(), u"empty"_s));
            action = u"Delete registry…"_s, verb = u"Delete 1 registries"_s;
        } else {
            QVERIFY(doubleClickRow(table(), registry));
            if (deed == u"delete image"_s) {
                QVERIFY(clickRow(table(), image));
                action = u"Delete image…"_s, verb = u"Delete 1 images"_s;
            } else {
                QVERIFY(doubleClickRow(table(), image));
                if (deed == u"delete tag"_s)
                    QVERIFY(press(browser(), u"By tag"_s));
                QVERIFY(clickRow(table(), u"t000001"_s));
                if (deed == u"create tag"_s)
                    action = u"Create tag…"_s, verb = u"Create tag"_s, label = u"Tag"_s, text = u"mine"_s;
                else if (deed == u"delete tag"_s)
                    action = u"Delete tag…"_s, verb = u"Delete 1 tags"_s;
                else
                    action = u"Delete artifact…"_s, verb = u"Delete 1 artifacts"_s;
            }
        }
        const QString method = text.isEmpty() ? u"DELETE"_s : u"POST"_s;
        const int before = rowsAround(deed);
        QVERIFY(press(deed == u"create registry"_s ? static_cast<QWidget &>(berth().window()) : browser().content(), action));
        auto *dialog = openDialog();
        QVERIFY(dialog);
        if (!text.isEmpty())
            QVERIFY(type(*dialog, label, text));
        QVERIFY(fake.fault(u"{\"kind\":\"cut\",\"share\":0,\"method\":\"%1\"}"_s.arg(method).toUtf8()));
        fake.clearLog();
        QVERIFY(press(*dialog, verb));
        QVERIFY2(reads(*dialog, u"closed the connection without an answer. Refresh to see whether it was done."_s), qPrintable(wordsIn(*dialog)));
        QCOMPARE(fake.count(method), 1);
        QVERIFY(press(*dialog, u"Cancel"_s));
        QVERIFY(noDialog());
        QCOMPARE(fake.count(method), 1);
        // It was done, and a refresh shows it.
        QVERIFY(press(berth().window(), u"Refresh"_s));
        QTRY_COMPARE_WITH_TIMEOUT(rowsAround(deed), before + (deed == u"create tag"_s ? 0 : text.isEmpty() ? -1 : 1), 5000);
        if (deed == u"create tag"_s)
            QTRY_VERIFY_WITH_TIMEOUT(textsOf(table(), 1).join(u' ').contains(u"mine"_s), 5000);
        if (deed == u"delete tag"_s)
            QVERIFY(press(browser(), u"By artifact"_s));
    }

    void aSlowServerNeverHoldsUpTheWindow()
    {
        QVERIFY(connectTo(*m_fake));
        QVERIFY(m_fake->fault(R"({"kind":"slow","delay":0.4})"));
        qint64 longest = 0;
        for (int round = 0; round < 3; ++round) { // the machine may be busy, a window that waits would be slow each time
            Heart heart;
            QVERIFY(connectTo(*m_fake, false));
            QVERIFY(rowAppears(table(), registry));
            QVERIFY(doubleClickRow(table(), registry));
            QVERIFY2(reads(browser(), u"Loading…"_s), qPrintable(wordsIn(browser())));
            QVERIFY(doubleClickRow(table(), image));
            QVERIFY(reads(browser(), u"Loading…"_s));
            QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 5000);
            QVERIFY(clickTab(details(), u"Layers"_s));
            QVERIFY2(reads(details(), u"1 layers"_s), qPrintable(wordsIn(details())));
            longest = heart.longestMs();
            if (longest < 100)
                break;
        }
        QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
    }

    void whatIsLeftBeforeItAnswersIsNotShownElsewhere()
    {
        QVERIFY(connectTo(*m_fake));
        QVERIFY(m_fake->fault(R"({"kind":"slow","delay":0.5,"path":"registry-00000/images"})"));
        QVERIFY(doubleClickRow(table(), registry));
        QVERIFY(reads(browser(), u"Loading…"_s));
        QVERIFY(goTo({u"registry-00001"_s}));
        QVERIFY(rowAppears(table(), u"batch-000002"_s));
        const auto rows = textsOf(table());
        QTest::qWait(700);
        QCOMPARE(textsOf(table()), rows);
        QCOMPARE(browser().place().registry, u"registry-00001"_s);
        // A connection that is edited in the middle of it forgets it, too.
        browser().goBack();
        QVERIFY(reads(browser(), u"Loading…"_s));
        QVERIFY(connectTo(*m_fake));
        QTest::qWait(700);
        QCOMPARE(textsOf(table()), (QStringList{registry, u"registry-00001"_s}));
    }

    void contentThatWasBeingReadWhenTheConnectionEndedIsReadOnRetry()
    {
        QVERIFY(goTo({registry, deepImage}));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 5000);
        QVERIFY(m_fake->fault(R"({"kind":"slow","delay":2,"path":"/v2/"})"));
        QVERIFY(clickTab(details(), u"Layers"_s));
        QVERIFY(clickRow(table(), textsOf(table()).at(17)));
        QVERIFY(reads(details(), u"Loading…"_s));
        QVERIFY(m_fake->fault(R"({"kind":"slow","delay":2})")); // the lists come back later than the sentence is read
        berth().desktop().connections().reopen(*berth().browser().session());
        QVERIFY2(reads(details(), u"The connection was closed meanwhile."_s), qPrintable(wordsIn(details())));
        m_fake->clearFaults();
        QVERIFY(press(details(), u"Retry"_s));
        QVERIFY2(reads(details(), u"1 layers"_s), qPrintable(wordsIn(details())));
    }

    void whatAServerSaysIsShownAsItIs()
    {
        QVERIFY(m_fake->fault(R"({"kind":"decline","message":"<h1>Sign in</h1><img src='file:///etc/hostname'> at &lt;here&gt;"})"));
        QVERIFY(connectTo(*m_fake, false));
        QVERIFY2(reads(browser(), u"<h1>Sign in</h1><img src='file:///etc/hostname'> at &lt;here&gt;"_s), qPrintable(wordsIn(browser())));
        for (const auto *label : browser().findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"Sign in"_s) || label->textFormat() == Qt::PlainText);
    }

    void theProgramEndsInTheMiddleOfEverything()
    {
        QVERIFY(goTo({registry, u"batch-000002"_s}));
        QVERIFY(m_fake->fault(R"({"kind":"slow","delay":1})"));
        QVERIFY(clickTab(details(), u"Layers"_s));
        QVERIFY(clickRow(table(), textsOf(table()).at(21)));
        QVERIFY(press(berth().window(), u"Refresh"_s));
        QVERIFY(clickInto(berth().window().search()));
        QTest::keyClicks(&berth().window().search(), u"batch"_s);
        QTest::qWait(250);
        berth().restart();
        QVERIFY(berth().start());
        QCOMPARE(browser().place().image, u"batch-000002"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 40, 10000);
    }

private:
    DesktopFixture &berth() { return *m_berth; }
    BrowsePane &browser() { return m_berth->browser(); }
    TableView &table() { return m_berth->browser().table(); }
    DetailsPane &details() { return m_berth->browser().details(); }
    QAbstractItemView *hits() { return m_berth->window().search().popup()->findChild<QAbstractItemView *>(); }

    /// The connection to that server, made anew; waits for its registries.
    bool connectTo(const FakeNcr &fake, bool waits = true)
    {
        Connection connection;
        connection.id = u"ncr"_s;
        connection.name = u"NCR"_s;
        connection.kind = ServerKind::Ncr;
        connection.url = fake.url();
        connection.managementUrl = fake.url();
        connection.appKey = QLatin1String(FakeNcr::appKey);
        connection.keyId = QLatin1String(FakeNcr::keyId);
        connection.secret = Secret(FakeNcr::secret);
        berth().desktop().connections().save(connection);
        browser().goTo({connection.id, {}, {}});
        return !waits || QTest::qWaitFor([&] { return browser().session()->state() == Session::State::Online; }, 10000);
    }

    /// Goes to that registry and image of the common server; with neither, to the registries of the present one.
    bool goTo(const QStringList &names)
    {
        auto *session = berth().desktop().connections().find(u"ncr"_s);
        const bool isThere = session && session->connection().url == m_fake->url() && session->state() == Session::State::Online;
        if (!isThere && !names.isEmpty() && !connectTo(*m_fake))
            return false;
        browser().goTo({u"ncr"_s, names.value(0), names.value(1)});
        return QTest::qWaitFor([&] { return table().isVisible() && table().model()->rowCount() > 0; }, 5000);
    }

    bool rowsAre(const QStringList &rows)
    {
        return QTest::qWaitFor([&] { return table().isVisible() && textsOf(table()) == rows; }, 5000);
    }

    static bool rowAppears(const QAbstractItemView &view, const QString &text)
    {
        return QTest::qWaitFor([&] { return view.isVisible() && rowWith(view, text).isValid(); }, 10000);
    }

    QStringList selected()
    {
        QStringList rows;
        for (const auto &index : table().selectionModel()->selectedRows())
            rows << index.data().toString();
        return rows;
    }

    int rowsAround(const QString &deed) { return deed == u"create registry"_s ? int(browser().session()->registries().size()) : table().model()->rowCount(); }

    QAbstractItemView *viewIn(const QString &name)
    {
        for (auto *view : details().findChildren<QAbstractItemView *>()) {
            if (view->isVisible() && view->accessibleName() == name)
                return view;
        }
        qFatal("the details show no %s", qPrintable(name));
        return nullptr;
    }

    static QString patternOf(const QString &place)
    {
        return place == u"registries"_s ? u"/registries\\?"_s
            : place == u"images"_s      ? u"/images\\?"_s
            : place == u"artifacts"_s   ? u"/artifacts\\?"_s
            : place == u"tags"_s        ? u"/tags\\?"_s
                                        : u"/manifests/"_s;
    }

    static QString titleOf(const QString &place, const QString &kind)
    {
        if (place == u"tags"_s)
            return u"The tags could not be loaded"_s;
        if (place == u"layers"_s)
            return u"The content could not be read"_s;
        if (kind == u"http404"_s && place != u"registries"_s)
            return place == u"images"_s ? u"registry-00000 no longer exists"_s : u"api-000000 no longer exists"_s;
        return place == u"registries"_s ? u"The registries of NCR could not be loaded"_s
            : place == u"images"_s      ? u"The images of registry-00000 could not be loaded"_s
                                        : u"The artifacts of api-000000 could not be loaded"_s;
    }

    static QString sentenceOf(const QString &place, const QString &kind, bool inBanner = false)
    {
        const bool isPage = !inBanner && (place == u"registries"_s || place == u"images"_s || place == u"artifacts"_s);
        const bool isProtocol = place == u"layers"_s;
        if (kind == u"html"_s)
            return isProtocol ? u"The manifest could not be read: The server answered HTTP 502."_s
                              : u"A gateway answered instead of the server: HTTP 502 with a web page."_s;
        if (kind == u"empty"_s)
            return isProtocol ? u"The server sent something else than the manifest"_s : u"The server answered HTTP 200 with nothing in it."_s;
        if (kind == u"garbage"_s)
            return isProtocol ? u"The server sent something else than the manifest"_s : u"The server answered HTTP 200 with something that is not JSON."_s;
        if (kind == u"cut"_s)
            return u"closed the connection"_s;
        if (kind == u"http401"_s && isPage)
            return u"Enter the access key again."_s;
        if (kind == u"http403"_s && isPage)
            return u"your role does not allow it: the fault was asked for"_s;
        if (kind == u"http404"_s && isPage && place != u"registries"_s)
            return u"It was deleted, or its name has changed."_s;
        if (kind == u"http429"_s && isPage)
            return u"The server asks to wait."_s;
        if (kind == u"decline"_s && !isProtocol)
            return u"the fault was asked for (code 10500)"_s;
        return u"the fault was asked for"_s;
    }

    std::unique_ptr<FakeNcr> m_fake;
    std::unique_ptr<DesktopFixture> m_berth;
};

QTEST_MAIN(NcrPanesTest)
#include "NcrPanesTest.moc"
