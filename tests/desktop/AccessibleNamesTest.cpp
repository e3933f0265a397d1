// SPDX-License-Identifier: Apache-2.0
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSet>

#include "DesktopFixture.h"
#include "desktop/browse/DetailsPane.h"
#include "desktop/importing/ImportDialog.h"
#include "desktop/lists/TableView.h"
#include "desktop/style/BerthStyle.h"

using namespace berth;
using namespace berth::test;

namespace {

/// Controls without a name for screen readers, by class and object name. Tables and trees are not entered: their cells have text.
void collectUnnamed(QAccessibleInterface *item, QStringList &found)
{
    static const QSet<int> controls{QAccessible::Button, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText, QAccessible::SpinBox,
        QAccessible::ProgressBar, QAccessible::Table, QAccessible::Tree, QAccessible::List, QAccessible::PageTabList};
    if (!item || item->state().invisible)
        return;
    const QAccessible::Role role = item->role();
    QObject *object = item->object();
    const auto describe = [&] {
        return object ? QStringLiteral("%1 \"%2\" in %3")
                            .arg(QLatin1String(object->metaObject()->className()), object->objectName(),
                                object->parent() ? QLatin1String(object->parent()->metaObject()->className()) : QLatin1String("nothing"))
                      : QStringLiteral("?");
    };
    if (controls.contains(role) && item->text(QAccessible::Name).isEmpty())
        found << describe();
    // A combo box reports its current text as its name, so its own name is asked for.
    if (const auto *combo = qobject_cast<QComboBox *>(object); combo && combo->accessibleName().isEmpty())
        found << describe();
    if (role == QAccessible::Table || role == QAccessible::Tree || role == QAccessible::List || qobject_cast<QComboBox *>(object))
        return;
    for (int i = 0; i < item->childCount(); ++i)
        collectUnnamed(item->child(i), found);
}

QStringList unnamedIn(QWidget &window)
{
    QStringList found;
    collectUnnamed(QAccessible::queryAccessibleInterface(&window), found);
    return found;
}

} // namespace

class AccessibleNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new BerthStyle); }

    void theCheckSeesAnUnnamedControl()
    {
        QWidget window;
        auto *field = new QLineEdit(&window);
        window.show();
        QCOMPARE(unnamedIn(window).size(), 1);
        field->setAccessibleName(QStringLiteral("Name"));
        QCOMPARE(unnamedIn(window).size(), 0);
    }

    void everyControlOfTheWindowHasAName()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QVERIFY2(unnamedIn(berth.window()).isEmpty(), qPrintable(unnamedIn(berth.window()).join(QStringLiteral("; ")))); // first start
        QCOMPARE(berth.push(QStringLiteral("team/app"), QStringLiteral("1.0"), makeImage(3)), 201);
        berth.session().refresh();
        berth.browser().goTo({QStringLiteral("local"), QStringLiteral("team"), {}});
        QTRY_COMPARE(berth.browser().table().model()->rowCount(), 1);
        QVERIFY2(unnamedIn(berth.window()).isEmpty(), qPrintable(unnamedIn(berth.window()).join(QStringLiteral("; "))));
        berth.browser().goTo({QStringLiteral("local"), QStringLiteral("team"), QStringLiteral("app")});
        QTRY_COMPARE(berth.browser().table().model()->rowCount(), 1);
        berth.browser().details().nextTab(1);
        QTest::qWait(100);
        QVERIFY2(unnamedIn(berth.window()).isEmpty(), qPrintable(unnamedIn(berth.window()).join(QStringLiteral("; "))));
    }

    void everyControlOfTheDialogsHasAName()
    {
        DesktopFixture berth;
        QVERIFY(berth.start());
        QCOMPARE(berth.push(QStringLiteral("team/app"), QStringLiteral("1.0"), makeImage(3)), 201);
        berth.browser().createRegistry();
        checkOpenDialog(berth.window());
        berth.browser().goTo({QStringLiteral("local"), QStringLiteral("team"), QStringLiteral("app")});
        QTRY_COMPARE(berth.browser().table().model()->rowCount(), 1);
        berth.browser().contentPane().createTag();
        checkOpenDialog(berth.window());
        berth.browser().deleteSelection();
        checkOpenDialog(berth.window());
    }

private:
    static void checkOpenDialog(MainWindow &window)
    {
        QTRY_VERIFY(window.findChild<QDialog *>());
        auto *dialog = window.findChild<QDialog *>();
        QTest::qWait(100); // what it asks the server first
        QVERIFY2(unnamedIn(*dialog).isEmpty(), qPrintable(unnamedIn(*dialog).join(QStringLiteral("; "))));
        dialog->close();
        QTRY_VERIFY(!window.findChild<QDialog *>());
    }
};

QTEST_MAIN(AccessibleNamesTest)
#include "AccessibleNamesTest.moc"
