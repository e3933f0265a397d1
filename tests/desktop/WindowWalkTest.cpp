// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTranslator>
#include <QTreeWidget>

#include "LongerTexts.h"
#include "TabWalk.h"
#include "TestServers.h"
#include "WindowChecks.h"
#include "WindowWalk.h"
#include "desktop/parts/ElidedLabel.h"
#include "desktop/style/BerthStyle.h"

using namespace berth;
using namespace berth::test;
using namespace Qt::StringLiterals;

namespace {

QPushButton *button(const QString &text, const QRect &place, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setGeometry(place);
    return made;
}

void show(QWidget &window)
{
    window.resize(400, 300);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

QByteArray lines(const QStringList &found) { return ('\n' + found.join(QLatin1Char('\n'))).toUtf8(); }

} // namespace

/// Every window of the program, in English, in Korean and with texts 40 % longer: names, keys, letters, room.
class WindowWalkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new BerthStyle); }

    void aControlWithoutANameIsFound()
    {
        QWidget window;
        auto *bare = button({}, {0, 0, 40, 30}, &window);
        auto *combo = new QComboBox(&window);
        combo->addItem(u"all"_s);
        show(window);
        QCOMPARE(namelessIn(window).size(), 2);
        bare->setAccessibleName(u"Copy"_s);
        combo->setAccessibleName(u"Platform"_s);
        QCOMPARE(namelessIn(window), QStringList());
    }

    void aClashOfLettersIsFound()
    {
        QWidget window;
        button(u"&Copy"_s, {0, 0, 100, 30}, &window);
        auto *label = new QLabel(u"&Connection"_s, &window);
        auto *field = new QLineEdit(&window);
        show(window);
        QCOMPARE(sameMnemonicsIn(window), QStringList()); // a label of nothing shows its & as it is
        label->setBuddy(field);
        QCOMPARE(sameMnemonicsIn(window).size(), 1);
        label->hide();
        QCOMPARE(sameMnemonicsIn(window), QStringList());
        QMenu menu;
        menu.addAction(u"&Open"_s);
        menu.addAction(u"&Options"_s);
        QCOMPARE(sameMnemonicsIn(menu).size(), 1);
    }

    void cutTextsAreFound_data()
    {
        QTest::addColumn<std::function<QWidget *(QWidget *)>>("make");
        const auto row = [](const char *name, std::function<QWidget *(QWidget *)> make) { QTest::newRow(name) << make; };
        const QString words = u"Nothing is stored before that"_s;
        row("label", [=](QWidget *parent) { return new QLabel(words, parent); });
        row("wrapped label", [=](QWidget *parent) {
            auto *label = new QLabel(words, parent);
            label->setWordWrap(true);
            label->setFixedWidth(80);
            return label;
        });
        row("button", [=](QWidget *parent) { return new QPushButton(words, parent); });
        row("check box", [=](QWidget *parent) { return new QCheckBox(words, parent); });
        row("combo box", [=](QWidget *parent) {
            auto *combo = new QComboBox(parent);
            combo->addItem(words);
            return combo;
        });
        row("choice of a combo box", [=](QWidget *parent) {
            auto *combo = new QComboBox(parent);
            combo->addItems({u"-"_s, words});
            return combo;
        });
        row("tab", [=](QWidget *parent) {
            auto *tabs = new QTabBar(parent);
            tabs->addTab(words);
            return tabs;
        });
        row("placeholder", [=](QWidget *parent) {
            auto *field = new QLineEdit(parent);
            field->setPlaceholderText(words);
            return field;
        });
        row("header", [=](QWidget *parent) {
            auto *tree = new QTreeWidget(parent);
            tree->setHeaderLabels({words, u"Size"_s});
            tree->setColumnWidth(0, 60);
            return tree;
        });
    }

    void cutTextsAreFound()
    {
        QFETCH(std::function<QWidget *(QWidget *)>, make);
        QWidget window;
        auto *widget = make(&window);
        widget->setGeometry(0, 0, widget->minimumWidth() > 0 ? widget->minimumWidth() : 60, 20);
        show(window);
        QVERIFY2(!cutTextsIn(window).isEmpty(), "not found");
        widget->setMinimumWidth(0);
        widget->setMaximumWidth(QWIDGETSIZE_MAX);
        widget->resize(400, 60);
        if (auto *tree = qobject_cast<QTreeWidget *>(widget))
            tree->setColumnWidth(0, 300);
        QTest::qWait(20);
        QVERIFY2(cutTextsIn(window).isEmpty(), lines(cutTextsIn(window)));
    }

    void anElidedTextMayStandInTheTooltip()
    {
        QWidget window;
        auto *label = new ElidedLabel(u"127.0.0.1:5000/library/ubuntu"_s, TextRole::Mono, Shade::Text, &window);
        label->setGeometry(0, 0, 80, 30);
        show(window);
        QTest::qWait(50);
        QVERIFY2(cutTextsIn(window).isEmpty(), lines(cutTextsIn(window)));
        label->setToolTip({});
        QCOMPARE(cutTextsIn(window).size(), 1);
    }

    void aCutMenuIsFound()
    {
        QMenu menu;
        menu.addAction(u"Copy pull reference"_s)->setShortcut(QKeySequence::Copy);
        menu.popup({0, 0});
        QTest::qWait(30);
        QVERIFY2(cutTextsIn(menu).isEmpty(), lines(cutTextsIn(menu)));
        menu.setFixedWidth(90);
        QTest::qWait(30);
        QVERIFY(!cutTextsIn(menu).isEmpty());
    }

    void whatIsTooLargeIsFound()
    {
        QWidget window;
        auto *inside = new QWidget(&window);
        inside->setGeometry(10, 10, 100, 100);
        show(window);
        QCOMPARE(outgrownIn(window, WindowWalk::screen), QStringList());
        inside->setGeometry(390, 10, 100, 100);
        QCOMPARE(outgrownIn(window, WindowWalk::screen).size(), 1);
        inside->hide();
        QCOMPARE(outgrownIn(window, {399, 300}).size(), 1);
    }

    void aTabThatStaysIsFound()
    {
        QWidget window;
        auto *first = button(u"One"_s, {0, 0, 80, 30}, &window);
        auto *stuck = new QPlainTextEdit(&window); // Tab writes a tab
        stuck->setGeometry(100, 0, 80, 30);
        auto *last = button(u"Three"_s, {200, 0, 80, 30}, &window);
        show(window);
        const auto found = tabFaultsIn(window);
        QVERIFY2(found.join(u' ').contains(u"Tab stays in"_s), lines(found));
        stuck->setFocusPolicy(Qt::ClickFocus);
        QCOMPARE(tabStopsOf(window), (QList<QWidget *>{first, last}));
        QVERIFY(tabFaultsIn(window).join(u' ').contains(u"does not lead from"_s)); // once the mouse has been there
        stuck->setTabChangesFocus(true);
        QCOMPARE(tabFaultsIn(window), QStringList());
    }

    void anOrderOfItsOwnIsFound()
    {
        QWidget window;
        auto *sheet = new QWidget(&window);
        sheet->setGeometry(0, 40, 400, 200);
        auto *below = button(u"Below"_s, {0, 100, 80, 30}, sheet);
        auto *right = button(u"Right"_s, {200, 4, 80, 26}, sheet);
        auto *left = button(u"Left"_s, {0, 0, 80, 34}, sheet);
        auto *above = button(u"Above"_s, {300, 0, 80, 30}, &window);
        show(window);
        QVERIFY(!tabFaultsIn(window).isEmpty());
        QWidget::setTabOrder(above, left);
        QWidget::setTabOrder(left, right);
        QWidget::setTabOrder(right, below);
        QVERIFY2(tabFaultsIn(window).isEmpty(), lines(tabFaultsIn(window)));
        QWidget::setTabOrder(left, above); // into the sheet, out of it, and back
        QVERIFY(tabFaultsIn(window).join(u' ').contains(u"comes back"_s));
    }

    void longerTextsKeepTheirPlaces()
    {
        QCOMPARE(LongerTexts::longer(u"Import"_s), u"Importaer"_s);
        QCOMPARE(LongerTexts::longer(u"Import…"_s), u"Importaer…"_s);
        QCOMPARE(LongerTexts::longer(u"%1 of %n"_s), u"%1 of %nae"_s);
        LongerTexts texts;
        QCOMPARE(texts.translate("Tray", "Copy address\t%1", nullptr, -1), u"Copy addressaeros\t%1"_s);
        QVERIFY(texts.translate("QShortcut", "Ctrl", nullptr, -1).isEmpty());
    }

    void everyWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
        QTest::newRow("Longer") << QString();
    }

    void everyWindow()
    {
        QFETCH(QString, language);
        QTranslator texts;
        LongerTexts longer;
        QLocale::setDefault(QLocale(language.isEmpty() ? u"en"_s : language));
        if (language.isEmpty())
            QVERIFY(QCoreApplication::installTranslator(&longer));
        else
            QVERIFY(texts.load(QLocale(language), u"berth"_s, u"_"_s, u":/i18n"_s) && QCoreApplication::installTranslator(&texts));
        TestAuthority authority(u"Unknown Authority"_s);
        const auto issued = authority.issue(u"registry.test"_s);
        QVERIFY2(!issued.isEmpty(), qPrintable(authority.errorOutput()));
        WindowWalk walk(issued.at(0));
        walk.walk();
        qInfo("%d looks", walk.looks());
        const auto faults = walk.faults();
        if (!faults.isEmpty())
            QFAIL(lines(QStringList{QString::number(faults.size()) + u" faults"_s} + faults).constData());
    }
};

int main(int argc, char *argv[])
{
    // A screen of the size that every dialog must fit on; what the platform offers by itself is smaller.
    QTemporaryDir folder;
    if (qgetenv("QT_QPA_PLATFORM") == "offscreen") {
        const double scale = qEnvironmentVariableIsSet("QT_SCALE_FACTOR") ? qgetenv("QT_SCALE_FACTOR").toDouble() : 1;
        QFile screens(folder.filePath(u"screens.json"_s));
        if (!screens.open(QIODevice::WriteOnly))
            return 1;
        screens.write(u"{\"screens\":[{\"name\":\"one\",\"x\":0,\"y\":0,\"width\":%1,\"height\":%2,\"logicalDpi\":96,\"logicalBaseDpi\":96,\"dpr\":1}]}"_s
                          .arg(int(WindowWalk::screen.width() * scale))
                          .arg(int(WindowWalk::screen.height() * scale))
                          .toUtf8());
        qputenv("QT_QPA_PLATFORM", QByteArray("offscreen:configfile=") + screens.fileName().toUtf8());
    }
    QApplication app(argc, argv);
    QApplication::setAttribute(Qt::AA_Use96Dpi);
    QApplication::setQuitOnLastWindowClosed(false);
    WindowWalkTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "WindowWalkTest.moc"
