// SPDX-License-Identifier: Apache-2.0
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>

#include "DesktopFixture.h"
#include "DropArchive.h"
#include "HangulInput.h"
#include "Person.h"
#include "TextFields.h"
#include "desktop/lists/TableView.h"
#include "desktop/search/SearchBox.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/style/BerthStyle.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// Korean that is being composed is never lost, in every field that a person can write into.
class InputMethodTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_berth.reset(); }
    void cleanup() { m_fields->closeAll(); }

    void aSyllableStandsWhileEverythingAroundItMoves_data() { fields(); }
    void aSyllableStandsWhileEverythingAroundItMoves();
    void tabTakesTheSyllableAlongOnce_data() { fields(); }
    void tabTakesTheSyllableAlongOnce();
    void aClickElsewhereLeavesTheSyllableInTheField_data() { fields(); }
    void aClickElsewhereLeavesTheSyllableInTheField();
    void enterTakesTheWholeSyllable_data() { fields(); }
    void enterTakesTheWholeSyllable();
    void aSyllableThatIsTakenBackLeavesTheFieldAndItsDialog_data() { fields(); }
    void aSyllableThatIsTakenBackLeavesTheFieldAndItsDialog();
    void theSearchLooksForWhatIsBeingComposed();
    void enterExportsIntoAFileOfTheWholeName();
    void enterSavesAConnectionWithItsWholeName();
    void aHitThatIsClickedAmidASyllableLeavesTheSearchEmpty();
    void shortcutsWorkWithHangulOn_data();
    void shortcutsWorkWithHangulOn();
    void aShortcutAmidASyllableKeepsIt();
    void theSecretTellsTheInputMethodToStayAway();

private:
    static void fields();
    /// Opens the field and clicks into it; it is empty then.
    QLineEdit *opened(const QString &name);
    /// Clicks into it, once its window is in front.
    static bool enter(QLineEdit &field)
    {
        return QTest::qWaitFor([&] { return clickInto(field); }, 5000);
    }

    MainWindow &window() { return m_berth->window(); }

    std::unique_ptr<DesktopFixture> m_berth;
    std::unique_ptr<TextFields> m_fields;
};

void InputMethodTest::initTestCase()
{
    QApplication::setStyle(new BerthStyle);
    m_berth = std::make_unique<DesktopFixture>();
    window().resize(1280, 800);
    QVERIFY(m_berth->start());
    m_fields = std::make_unique<TextFields>(*m_berth);
}

void InputMethodTest::fields()
{
    QTest::addColumn<QString>("name");
    for (const auto &name : TextFields::names())
        QTest::newRow(qPrintable(name)) << name;
}

QLineEdit *InputMethodTest::opened(const QString &name)
{
    auto *line = m_fields->open(name);
    if (!line || !enter(*line))
        return nullptr;
    line->clear();
    return line;
}

void InputMethodTest::aSyllableStandsWhileEverythingAroundItMoves()
{
    QFETCH(QString, name);
    auto *field = opened(name);
    QVERIFY(field);
    HangulInput hangul;
    QVERIFY(hangul.isWanted());
    static int seed = 40;
    for (const auto &[committed, syllables] :
        {std::pair{QString(), QStringList{u"ㅎ"_s, u"하"_s, u"한"_s}}, std::pair{u"한"_s, QStringList{u"구"_s, u"국"_s}}}) {
        if (!committed.isEmpty())
            hangul.commit(u"ㄱ"_s);
        for (const auto &syllable : syllables) {
            hangul.compose({syllable});
            QCOMPARE(field->text(), committed);
            QVERIFY(hangul.stands());
        }
        ++seed;
        QCOMPARE(m_berth->push(u"team/image-%1"_s.arg(seed), u"1.0"_s, makeImage(seed)), 201);
        m_berth->session().refresh();
        window().browser().refresh();
        QTest::qWait(450); // the search and the checks of an import rest no longer
        QVERIFY(hangul.stands());
        QCOMPARE(field->text(), committed);
    }
    hangul.commit();
    QCOMPARE(field->text(), u"한국"_s);
    QTest::qWait(450);
    QCOMPARE(field->text(), u"한국"_s);
}

void InputMethodTest::tabTakesTheSyllableAlongOnce()
{
    QFETCH(QString, name);
    QPointer<QLineEdit> field = opened(name);
    QVERIFY(field);
    HangulInput hangul;
    hangul.compose({u"ㅎ"_s, u"하"_s, u"한"_s});
    hangul.commit(u"국"_s);
    QTest::qWait(200);
    hangul.key(Qt::Key_Tab);
    QVERIFY(field);
    QVERIFY(!field->hasFocus());
    QCOMPARE(field->text(), u"한국"_s);
    if (const auto *next = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        QVERIFY(!next->text().contains(u'국'));
}

void InputMethodTest::aClickElsewhereLeavesTheSyllableInTheField()
{
    QFETCH(QString, name);
    QPointer<QLineEdit> field = opened(name);
    QVERIFY(field);
    HangulInput hangul;
    hangul.compose({u"ㅎ"_s, u"하"_s, u"한"_s});
    hangul.commit(u"국"_s);
    auto *other = elsewhere(*field);
    QVERIFY(other);
    const auto *line = qobject_cast<QLineEdit *>(other);
    const QString before = line ? line->text() : QString();
    QTest::mousePress(other, Qt::LeftButton);
    QTest::mouseRelease(other, Qt::LeftButton, {}, QPoint(-5, -5)); // a button is not pressed that way
    QVERIFY(field);
    QVERIFY(!field->hasFocus());
    QVERIFY(!hangul.isComposing());
    QCOMPARE(field->text(), u"한국"_s);
    QCOMPARE(line ? line->text() : QString(), before);
}

void InputMethodTest::enterTakesTheWholeSyllable()
{
    QFETCH(QString, name);
    if (!TextFields::staysOnEnter(name))
        return; // that an export is named so is tested below
    QPointer<QLineEdit> field = opened(name);
    QVERIFY(field);
    QPointer<QWidget> dialog = qobject_cast<QDialog *>(field->window());
    const auto connections = m_berth->desktop().connections().sessions().size();
    HangulInput hangul;
    hangul.compose({u"ㅎ"_s, u"하"_s, u"한"_s});
    hangul.commit(u"국"_s);
    hangul.key(Qt::Key_Return);
    QTest::qWait(50);
    QVERIFY(field);
    // None of them is complete, or may be Korean.
    QCOMPARE(dialog && dialog->isVisible(), dialog != nullptr);
    QCOMPARE(field->text(), u"한국"_s);
    QCOMPARE(m_berth->desktop().connections().sessions().size(), connections);
    QVERIFY(!m_berth->desktop().transfers().isBusy());
}

void InputMethodTest::aSyllableThatIsTakenBackLeavesTheFieldAndItsDialog()
{
    QFETCH(QString, name);
    QPointer<QLineEdit> field = opened(name);
    QVERIFY(field);
    QPointer<QWidget> dialog = qobject_cast<QDialog *>(field->window());
    HangulInput hangul;
    hangul.compose({u"한"_s});
    hangul.commit(u"구"_s);
    hangul.cancel();
    QTest::qWait(300);
    QVERIFY(field);
    QVERIFY(field->isVisible());
    QVERIFY(field->hasFocus());
    QCOMPARE(field->text(), u"한"_s);
    hangul.compose({u"ㄱ"_s, u"국"_s});
    hangul.commit();
    QCOMPARE(field->text(), u"한국"_s);
}

void InputMethodTest::theSearchLooksForWhatIsBeingComposed()
{
    auto &search = window().search();
    QVERIFY(enter(search));
    HangulInput hangul;
    hangul.compose({u"ㅎ"_s, u"하"_s, u"한"_s});
    QVERIFY2(reads(*search.popup(), u"Nothing matches “한”"_s), qPrintable(wordsIn(*search.popup())));
    hangul.commit(u"국"_s);
    QVERIFY(reads(*search.popup(), u"Nothing matches “한국”"_s));
    hangul.cancel();
    QVERIFY(reads(*search.popup(), u"Nothing matches “한”"_s));
    QTest::keyClick(&search, Qt::Key_Backspace);
    QTRY_VERIFY(!search.popup()->isVisible());
}

void InputMethodTest::enterExportsIntoAFileOfTheWholeName()
{
    auto *file = m_fields->open(u"export: File"_s);
    QVERIFY(file && enter(*file));
    QTemporaryDir folder;
    file->setText(folder.filePath(u"내보내기 "_s));
    HangulInput hangul;
    hangul.compose({u"ㅎ"_s, u"하"_s, u"한"_s});
    hangul.commit(u"국"_s);
    hangul.key(Qt::Key_Return);
    QVERIFY(noDialog());
    const auto *transfer = finishedTransfer(m_berth->desktop().transfers());
    QVERIFY(transfer);
    QVERIFY2(transfer->state == Transfer::State::Done, qPrintable(transfer->failure));
    QVERIFY(QFileInfo::exists(folder.filePath(u"내보내기 한국"_s)));
}

void InputMethodTest::enterSavesAConnectionWithItsWholeName()
{
    auto *name = m_fields->open(u"connect: Name in Berth"_s);
    QVERIFY(name);
    auto *dialog = openDialog();
    auto *kinds = dialog->findChild<QListWidget *>();
    QVERIFY(clickRow(*kinds, u"Docker Registry"_s));
    QVERIFY(type(*dialog, u"Registry address"_s, u"127.0.0.1:9"_s));
    QVERIFY(enter(*name));
    HangulInput hangul;
    hangul.compose({u"ㅎ"_s, u"하"_s, u"한"_s});
    hangul.commit(u"국"_s);
    hangul.key(Qt::Key_Return);
    QVERIFY(noDialog());
    const auto sessions = m_berth->desktop().connections().sessions();
    QCOMPARE(sessions.size(), 2);
    QCOMPARE(sessions.last()->name(), u"한국"_s);

    auto &search = window().search(); // half a name finds it
    QVERIFY(enter(search));
    HangulInput again;
    again.compose({u"ㅎ"_s, u"하"_s, u"한"_s});
    QTRY_VERIFY(rowWith(*search.popup()->findChild<QAbstractItemView *>(), u"한국"_s).isValid());
    again.key(Qt::Key_Return);
    QTRY_COMPARE(window().browser().place().connectionId, sessions.last()->id());
    QCOMPARE(search.text(), QString());
    m_berth->desktop().connections().remove(sessions.last()->id());
}

void InputMethodTest::aHitThatIsClickedAmidASyllableLeavesTheSearchEmpty()
{
    auto &search = window().search();
    QVERIFY(enter(search));
    QTest::keyClicks(&search, u"app"_s);
    auto *hits = search.popup()->findChild<QAbstractItemView *>();
    QTRY_VERIFY(rowWith(*hits, u"app"_s).isValid());
    HangulInput hangul;
    hangul.compose({u"ㅎ"_s});
    QVERIFY(clickRow(*hits, u"app"_s));
    QTRY_COMPARE(window().browser().place().image, u"app"_s);
    QCOMPARE(search.text(), QString());
    QVERIFY(enter(search));
    QTest::keyClicks(&search, u"zz"_s);
    QVERIFY2(reads(*search.popup(), u"Nothing matches “zz”"_s, 2000), qPrintable(wordsIn(*search.popup())));
}

void InputMethodTest::shortcutsWorkWithHangulOn_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("jamo");
    QTest::addColumn<QString>("effect");
    QTest::newRow("search") << int(Qt::Key_K) << u"ㅏ"_s << u"search"_s;
    QTest::newRow("filter") << int(Qt::Key_F) << u"ㄹ"_s << u"filter"_s;
    QTest::newRow("connect") << int(Qt::Key_N) << u"ㅜ"_s << u"Connect"_s;
    QTest::newRow("tag") << int(Qt::Key_T) << u"ㅅ"_s << u"Create tag on"_s;
    QTest::newRow("export") << int(Qt::Key_E) << u"ㄷ"_s << u"Export app"_s;
}

void InputMethodTest::shortcutsWorkWithHangulOn()
{
    QFETCH(int, key);
    QFETCH(QString, jamo);
    QFETCH(QString, effect);
    QVERIFY(m_fields->showArtifacts(u"Tags"_s));
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    auto &table = window().browser().table();
    table.setFocus();
    hangulShortcut(table, Qt::Key(key), jamo);
    if (effect == "search"_L1) {
        QTRY_VERIFY(window().search().hasFocus());
        QCOMPARE(window().search().text(), QString());
    } else if (effect == "filter"_L1) {
        auto *filter = fieldIn(window(), u"Filter this list"_s);
        QTRY_VERIFY(filter->hasFocus());
        QCOMPARE(filter->text(), QString());
    } else {
        auto *dialog = openDialog();
        QVERIFY(dialog);
        QVERIFY2(dialog->windowTitle().startsWith(effect), qPrintable(dialog->windowTitle()));
    }
}

void InputMethodTest::aShortcutAmidASyllableKeepsIt()
{
    auto *filter = m_fields->open(u"filter of the list"_s);
    QVERIFY(filter && enter(*filter));
    filter->clear();
    HangulInput hangul;
    hangul.compose({u"ㅎ"_s, u"하"_s, u"한"_s});
    hangul.commit(u"국"_s);
    hangul.commit();
    hangulShortcut(*filter, Qt::Key_K, u"ㅏ"_s);
    QTRY_VERIFY(window().search().hasFocus());
    QCOMPARE(filter->text(), u"한국"_s);
    QCOMPARE(window().search().text(), QString());
}

void InputMethodTest::theSecretTellsTheInputMethodToStayAway()
{
    auto *secret = m_fields->open(u"connect: Secret key"_s);
    QVERIFY(secret && enter(*secret));
    QVERIFY(secret->inputMethodHints() & Qt::ImhHiddenText);
    QVERIFY(secret->inputMethodHints() & Qt::ImhSensitiveData);
}

QTEST_MAIN(InputMethodTest)
#include "InputMethodTest.moc"
