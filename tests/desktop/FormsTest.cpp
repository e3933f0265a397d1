// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QDirIterator>
#include <QLayout>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTest>

#include "BareForms.h"

using namespace Qt::StringLiterals;

namespace {

QStringList said;

void hear(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtDebugMsg)
        said << text;
}

QStringList filesIn(const QString &folder, const QString &pattern)
{
    QStringList files;
    QDirIterator it(QStringLiteral(BERTH_SOURCE_DIR "/") + folder, {pattern}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Widgets of the form that no layout places, or that lie outside the widget that they are in.
QStringList unplaced(const QWidget &widget)
{
    QStringList faults;
    for (const auto *child : widget.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (child->objectName().isEmpty() || child->objectName().startsWith("qt_"_L1) || child->isWindow())
            continue; // Qt's own
        const bool isPlacedByParent = qobject_cast<const QScrollArea *>(&widget) || qobject_cast<const QStackedWidget *>(&widget);
        const bool isPlaced = isPlacedByParent || (widget.layout() && widget.layout()->indexOf(child) >= 0)
            || std::ranges::any_of(widget.findChildren<QLayout *>(), [&](const QLayout *layout) { return layout->indexOf(child) >= 0; });
        if (!isPlaced)
            faults << child->objectName() + u" is in no layout"_s;
        if (child->isVisibleTo(&widget) && !widget.rect().contains(child->geometry()))
            faults << child->objectName() + u" sticks out of "_s + widget.objectName();
        faults << unplaced(*child);
    }
    return faults;
}

} // namespace

/// The Designer files: they open as they are with nothing of ours loaded, and every dialog and preference page has one.
class FormsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// As in Designer, which knows nothing of our widgets.
    void eachFormOpensWithTheBaseClassesAlone_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < int(std::size(bareForms)); ++i)
            QTest::newRow(bareForms[i].name) << i;
    }
    void eachFormOpensWithTheBaseClassesAlone()
    {
        QFETCH(const int, number);
        said.clear();
        const auto before = qInstallMessageHandler(hear);
        const auto form = bareForms[number].open();
        qInstallMessageHandler(before);
        QCOMPARE(said, QStringList());
        form->resize(form->sizeHint());
        form->show();
        QVERIFY(QTest::qWaitForWindowExposed(form.get()));
        QCOMPARE(unplaced(*form), QStringList());
    }

    void eachPartIsWhatTheFormSaysItIs()
    {
        const QRegularExpression part(u"<class>berth::(\\w+)</class>\\s*<extends>(\\w+)</extends>\\s*<header>([^<]+)</header>"_s);
        int parts = 0;
        for (const auto &path : filesIn(u"ui"_s, u"*.ui"_s)) {
            for (const auto &match : part.globalMatch(textOf(path))) {
                ++parts;
                const QString header = textOf(QStringLiteral(BERTH_SOURCE_DIR "/src/") + match.captured(3));
                // Sheet and what is made of it are widgets.
                const QRegularExpression base(u"class "_s + match.captured(1) + u" : public (\\w+)"_s);
                QString says = base.match(header).captured(1);
                if (says == u"Sheet"_s)
                    says = u"QWidget"_s;
                QVERIFY2(says == match.captured(2), qPrintable(path + u": "_s + match.captured(0)));
            }
        }
        QVERIFY(parts > 50);
    }

    void eachDialogAndPreferencePageHasAForm()
    {
        const QRegularExpression dialog(u"class (\\w+)(?: final)? : public (?:DialogFrame|PreferencesPage|QDialog) "_s);
        QStringList dialogs, forms;
        for (const auto &path : filesIn(u"src/desktop"_s, u"*.h"_s)) {
            for (const auto &match : dialog.globalMatch(textOf(path))) {
                if (path.section(u'/', -2, -2) != u"parts"_s)
                    dialogs << path.section(u'/', -2, -2) + u'/' + match.captured(1);
            }
        }
        for (const auto &path : filesIn(u"ui"_s, u"*.ui"_s))
            forms << path.section(u'/', -2).chopped(3);
        QVERIFY(dialogs.size() >= 15);
        for (const auto &each : std::as_const(dialogs))
            QVERIFY2(forms.contains(each), qPrintable(each + u" has no form"_s));
        for (const auto &each : std::as_const(forms)) {
            const QString source = textOf(QStringLiteral(BERTH_SOURCE_DIR "/src/desktop/") + each + u".h"_s)
                + textOf(QStringLiteral(BERTH_SOURCE_DIR "/src/desktop/preferences/Pages.h"));
            QVERIFY2(source.contains(u"class "_s + each.section(u'/', 1)), qPrintable(each + u" belongs to nothing"_s));
        }
    }

    /// Sizes, fonts and colours are the style's; what translators see has a place of its own.
    void formsSayNothingOfTheLook()
    {
        for (const auto &path : filesIn(u"ui"_s, u"*.ui"_s)) {
            const QString text = textOf(path);
            for (const auto &word : {u"styleSheet"_s, u"<font>"_s, u"<palette>"_s, u"<color"_s, u"<pixmap"_s})
                QVERIFY2(!text.contains(word), qPrintable(path + u" says "_s + word));
            QCOMPARE(text.count(u"name=\"geometry\""_s), 1);
        }
    }
};

QTEST_MAIN(FormsTest)
#include "FormsTest.moc"
