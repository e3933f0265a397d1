// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>

#include "DesktopFixture.h"
#include "Person.h"
#include "desktop/browse/ContentTable.h"
#include "desktop/lists/TableView.h"
#include "desktop/parts/Switch.h"
#include "desktop/sessions/ConnectionList.h"
#include "desktop/settings/Preferences.h"
#include "desktop/style/BerthStyle.h"
#include "transfer/TransferQueue.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

/// Every page of the preferences: what is set there holds at once and after a restart.
class PreferencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new BerthStyle);
        QVERIFY(m_home.isValid());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(u"config"_s).toUtf8());
        qputenv("DOCKER_HOST", "unix:///nowhere");
        m_berth = std::make_unique<DesktopFixture>();
        QVERIFY(m_berth->start());
        QCOMPARE(m_berth->push(u"library/web"_s, u"1.0"_s, makeImage(1)), 201);
        QCOMPARE(m_berth->push(u"library/web"_s, u"2.0"_s, makeImage(2)), 201);
        m_berth->browser().refresh();
    }
    void cleanupTestCase() { m_berth.reset(); }

    void cleanup()
    {
        if (auto *dialog = QApplication::activeModalWidget())
            dialog->close();
        QVERIFY(noDialog());
    }

    void startAtLoginIsOptIn()
    {
        const QString entry = m_home.filePath(u"config/autostart/berth.desktop"_s);
        QVERIFY(!QFile::exists(entry));
        auto *dialog = open(u"General"_s);
        QVERIFY(dialog);
        QVERIFY(turn(*dialog, u"Start Berth when I log in"_s));
        QFile file(entry);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(text.contains(u"Exec=\"%1\" --minimized\n"_s.arg(QCoreApplication::applicationFilePath())), qPrintable(text));
        QVERIFY(turn(*dialog, u"Start Berth when I log in"_s));
        QVERIFY(!QFile::exists(entry));
    }

    void whereItCannotBeWrittenTheSwitchGoesBackAndSaysWhy()
    {
        const QString folder = m_home.filePath(u"config/autostart"_s);
        QVERIFY(QDir(folder).removeRecursively());
        QFile obstacle(folder);
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        auto *dialog = open(u"General"_s);
        QVERIFY(dialog);
        QVERIFY(turn(*dialog, u"Start Berth when I log in"_s));
        QVERIFY2(reads(*dialog, u"could not be written"_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(!find(*dialog, u"Start Berth when I log in"_s)->isChecked());
        QVERIFY(obstacle.remove());
    }

    void theDiagnosticsHoldNoSecret()
    {
        Connection connection;
        connection.id = u"away"_s;
        connection.name = u"Away"_s;
        connection.kind = ServerKind::Ncr;
        connection.url = QUrl(u"http://127.0.0.1:1"_s);
        connection.appKey = u"app-key-of-mine"_s;
        connection.keyId = u"key-of-mine"_s;
        connection.secret = Secret("secret-of-mine");
        m_berth->desktop().connections().save(connection);
        auto *session = m_berth->desktop().connections().find(u"away"_s);
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), Session::State::Failed, 10000);
        auto *dialog = open(u"General"_s);
        QVERIFY(dialog);
        QGuiApplication::clipboard()->clear();
        QVERIFY(press(*dialog, u"Copy"_s) || press(*dialog, u"Copy diagnostics"_s));
        QVERIFY(reads(*dialog, u"Copied."_s));
        const QString text = QGuiApplication::clipboard()->text();
        for (const auto &part : {u"Berth "_s, QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(), m_berth->server().address(),
                 u"http://127.0.0.1:1"_s, u"last error: "_s})
            QVERIFY2(text.contains(part), qPrintable(part + u"\n"_s + text));
        for (const auto &secret :
            {u"secret-of-mine"_s, u"key-of-mine"_s, u"app-key-of-mine"_s, QString::fromStdString(m_berth->server().key().secret.reveal())})
            QVERIFY2(!text.contains(secret), qPrintable(text));
    }

    void howEachConnectionReachesItsServerIsListed()
    {
        auto *dialog = open(u"Network"_s);
        QVERIFY(dialog);
        QVERIFY2(reads(*dialog, u"Proxy as the system has it."_s), qPrintable(wordsIn(*dialog)));
        QVERIFY(reads(*dialog, u"never through a proxy"_s));
        QVERIFY(press(*dialog, u"Edit Away"_s));
        auto *editing = openDialog();
        QVERIFY(editing && editing != dialog);
        const auto fields = editing->findChildren<QLineEdit *>();
        QVERIFY(std::any_of(fields.begin(), fields.end(), [](const QLineEdit *field) { return field->isVisible() && field->text() == u"Away"_s; }));
    }

    void exportsBeginAsTheyWereSet()
    {
        auto *dialog = open(u"Transfers"_s);
        QVERIFY(dialog);
        QVERIFY(pick(*dialog, u"Exports are"_s, u"OCI archive, zstd"_s));
        auto *combo = combos(*dialog, u"Exports are"_s);
        Q_EMIT combo->activated(combo->currentIndex());
        m_berth->desktop().preferences().setExportFolder(m_home.path());
        dialog->close();
        QVERIFY(noDialog());
        m_berth->browser().goTo({m_berth->session().id(), u"library"_s, u"web"_s});
        QVERIFY(clickRow(m_berth->browser().table(), u"1.0"_s));
        QVERIFY(press(m_berth->browser(), u"Export…"_s));
        auto *exporting = openDialog();
        QVERIFY(exporting);
        bool isThere = false;
        for (const auto *field : exporting->findChildren<QLineEdit *>())
            isThere = isThere || field->text() == m_home.filePath(u"web-1.0.tar.zst"_s);
        QVERIFY2(isThere, qPrintable(wordsIn(*exporting)));
        QVERIFY(press(*exporting, u"Export"_s));
        QVERIFY(noDialog());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_home.filePath(u"web-1.0.tar.zst"_s)), 10000);
        QTRY_COMPARE_WITH_TIMEOUT(m_berth->desktop().transfers().transfers().size(), 1, 5000);
    }

    void whatIsDoneNeedNotStay()
    {
        auto *dialog = open(u"Transfers"_s);
        QVERIFY(dialog);
        QVERIFY(pick(*dialog, u"Keep finished transfers"_s, u"Not at all"_s));
        auto *combo = combos(*dialog, u"Keep finished transfers"_s);
        Q_EMIT combo->activated(combo->currentIndex());
        dialog->close();
        QVERIFY(noDialog());
        QVERIFY(clickRow(m_berth->browser().table(), u"2.0"_s));
        QVERIFY(press(m_berth->browser(), u"Export…"_s));
        auto *exporting = openDialog();
        QVERIFY(exporting && press(*exporting, u"Export"_s));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_home.filePath(u"web-2.0.tar.zst"_s)), 10000);
        QTRY_COMPARE_WITH_TIMEOUT(m_berth->desktop().transfers().transfers().size(), 1, 5000); // the one from before
    }

    void referencesOfAllSelectedRowsAreCopied()
    {
        auto &table = m_berth->browser().table();
        table.setFocus();
        table.selectAll();
        QVERIFY(strikeCopy());
        const QString image = m_berth->server().address() + u"/library/web:"_s;
        QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        lines.sort();
        QVERIFY2(lines.size() == 2, qPrintable(lines.join(u' ')));
        QCOMPARE(lines, (QStringList{image + u"1.0"_s, image + u"2.0"_s}));
        QCOMPARE(table.dragDropMode(), QAbstractItemView::DragOnly);
        QCOMPARE(m_berth->browser().contentPane().selectedReferences().split(u'\n').size(), 2);
    }

    /// Last: the window is another one afterwards.
    void theLanguageChangesAtOnceAndHoldsAfterARestart()
    {
        QVERIFY(open(u"Look and language"_s));
        m_berth->desktop().preferences().setLanguage(u"ko"_s);
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(m_berth->window(), u"가져오기…"_s) || wordsIn(m_berth->window()).contains(u"연결"_s), 5000);
        if (auto *dialog = QApplication::activeModalWidget())
            dialog->close();
        m_berth->restart();
        QVERIFY(m_berth->start());
        QVERIFY2(wordsIn(m_berth->window()).contains(u"연결"_s), qPrintable(wordsIn(m_berth->window())));
        QCOMPARE(m_berth->desktop().preferences().exportPacking(), 2);
        QVERIFY(!m_berth->desktop().preferences().keepsFinished());
        m_berth->desktop().preferences().setLanguage(u"en"_s);
    }

private:
    QDialog *open(const QString &page)
    {
        m_berth->window().showPreferences();
        auto *dialog = openDialog();
        auto *list = dialog ? dialog->findChild<QListWidget *>() : nullptr;
        const auto found = list ? list->findItems(page, Qt::MatchExactly) : QList<QListWidgetItem *>();
        if (found.isEmpty())
            return nullptr;
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(found.first()).center());
        return list->currentItem() == found.first() ? dialog : nullptr;
    }

    static QAbstractButton *find(const QWidget &dialog, const QString &name)
    {
        for (auto *button : dialog.findChildren<Switch *>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }

    static bool turn(const QWidget &dialog, const QString &name)
    {
        auto *button = find(dialog, name);
        if (!button || !button->isVisible() || !button->isEnabled())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    static QComboBox *combos(const QWidget &dialog, const QString &name)
    {
        for (auto *combo : dialog.findChildren<QComboBox *>()) {
            if (combo->accessibleName() == name)
                return combo;
        }
        return nullptr;
    }

    bool strikeCopy()
    {
        QGuiApplication::clipboard()->clear();
        m_berth->window().activateWindow();
        if (!QTest::qWaitForWindowActive(&m_berth->window()))
            return false;
        QTest::keyClick(m_berth->window().windowHandle(), Qt::Key_C, Qt::ControlModifier);
        return !QGuiApplication::clipboard()->text().isEmpty();
    }

    QTemporaryDir m_home;
    std::unique_ptr<DesktopFixture> m_berth;
};

QTEST_MAIN(PreferencesTest)
#include "PreferencesTest.moc"
