// SPDX-License-Identifier: Apache-2.0
#include "Person.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>

#include "desktop/lists/RichList.h"
#include "desktop/parts/CodeLine.h"
#include "desktop/parts/ElidedLabel.h"
#include "desktop/parts/Sentence.h"

namespace berth::test {

namespace {

constexpr int patienceMs = 10000;

QString plain(QString text) { return text.remove(QLatin1Char('&')); }

QString wordsOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return plain(button->text());
    if (const auto *elided = qobject_cast<const ElidedLabel *>(&widget))
        return elided->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return text->toPlainText();
    if (const auto *sentence = qobject_cast<const SentenceLabel *>(&widget))
        return sentence->sentence().plain();
    if (const auto *list = qobject_cast<const RichList *>(&widget)) {
        QStringList rows;
        for (const auto &row : list->rows())
            rows << row.spoken();
        return rows.join(QLatin1Char('\n'));
    }
    return {};
}

/// Scrolls to the widget, as a person would before a click.
void reveal(QWidget &widget)
{
    for (auto *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(&widget);
    }
}

QModelIndex findRow(const QAbstractItemView &view, const QString &text, const QModelIndex &parent)
{
    const auto *model = view.model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            if (model->index(row, column, parent).data().toString() == text)
                return model->index(row, 0, parent);
        }
        if (const auto found = findRow(view, text, model->index(row, 0, parent)); found.isValid())
            return found;
    }
    return {};
}

/// Waits for the row, scrolls to it, and gives the point to click.
bool rowPoint(QAbstractItemView &view, const QString &text, QPoint *point)
{
    if (!QTest::qWaitFor([&] { return view.isVisible() && rowWith(view, text).isValid(); }, patienceMs))
        return false;
    const auto index = rowWith(view, text);
    view.scrollTo(index);
    const QRect rect = view.visualRect(index);
    *point = QPoint(rect.left() + qMin(60, rect.width() / 2), rect.center().y());
    return rect.isValid();
}

} // namespace

QString wordsIn(const QWidget &widget)
{
    QString words;
    for (const auto *child : widget.findChildren<QWidget *>()) {
        if (child->isVisible() && !child->window()->isHidden() && child->window() == widget.window()) {
            if (const QString text = wordsOf(*child); !text.isEmpty())
                words += text + QLatin1Char('\n');
        }
    }
    return words;
}

bool reads(const QWidget &widget, const QString &words, int timeoutMs)
{
    return QTest::qWaitFor([&] { return wordsIn(widget).contains(words); }, timeoutMs);
}

QPushButton *buttonIn(const QWidget &widget, const QString &words)
{
    for (auto *button : widget.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->window() == widget.window() && (plain(button->text()) == words || button->accessibleName() == words))
            return button;
    }
    return nullptr;
}

bool press(const QWidget &widget, const QString &words)
{
    QPushButton *button = nullptr;
    if (!QTest::qWaitFor([&] { return (button = buttonIn(widget, words)) && button->isEnabled(); }, patienceMs))
        return false;
    reveal(*button);
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool type(const QWidget &widget, const QString &label, const QString &text)
{
    for (auto *field : widget.findChildren<QLineEdit *>()) {
        if (!field->isVisible() || !field->isEnabled() || field->accessibleName() != label)
            continue;
        reveal(*field);
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
        return field->text() == text;
    }
    return false;
}

bool pick(const QWidget &widget, const QString &label, const QString &choice)
{
    for (auto *combo : widget.findChildren<QComboBox *>()) {
        if (!combo->isVisible() || combo->accessibleName() != label)
            continue;
        for (int i = 0; i < combo->count() && combo->currentText() != choice; ++i)
            QTest::keyClick(combo, i == 0 ? Qt::Key_Home : Qt::Key_Down);
        if (combo->currentText() != choice)
            QTest::keyClick(combo, Qt::Key_Down);
        return combo->currentText() == choice;
    }
    return false;
}

bool clickInto(QLineEdit &field)
{
    field.window()->activateWindow();
    if (!QTest::qWaitForWindowActive(field.window()))
        return false;
    QTest::mouseClick(&field, Qt::LeftButton);
    return field.hasFocus();
}

bool strike(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return false;
    auto *focused = window.focusWidget();
    QTest::keyClick(focused ? focused : &window, key, modifiers);
    return true;
}

QDialog *openDialog()
{
    QDialog *dialog = nullptr;
    (void)QTest::qWaitFor([&] { return (dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) && dialog->isVisible(); }, patienceMs);
    return dialog;
}

bool noDialog()
{
    QTest::qWait(20); // what was entered is on its way
    return QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }, patienceMs);
}

QStringList textsOf(const QAbstractItemView &view, int column)
{
    QStringList texts;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        texts << view.model()->index(row, column).data().toString();
    return texts;
}

QModelIndex rowWith(const QAbstractItemView &view, const QString &text) { return findRow(view, text, {}); }

bool clickRow(QAbstractItemView &view, const QString &text)
{
    QPoint point;
    if (!rowPoint(view, text, &point))
        return false;
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point);
    return true;
}

bool doubleClickRow(QAbstractItemView &view, const QString &text)
{
    QPoint point;
    if (!rowPoint(view, text, &point))
        return false;
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, point);
    return true;
}

bool chooseFor(QAbstractItemView &view, const QString &row, const QString &entry)
{
    QPoint point;
    if (!rowPoint(view, row, &point))
        return false;
    QContextMenuEvent event(QContextMenuEvent::Mouse, point, view.viewport()->mapToGlobal(point));
    QApplication::sendEvent(view.viewport(), &event);
    QMenu *menu = nullptr;
    if (!QTest::qWaitFor([&] { return (menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr; }, patienceMs))
        return false;
    for (auto *action : menu->actions()) {
        if (plain(action->text()) == entry && action->isEnabled()) {
            menu->setActiveAction(action); // a click into a menu over which no pointer has moved is ignored by newer Qt
            QTest::keyClick(menu, Qt::Key_Return);
            return true;
        }
    }
    menu->close();
    return false;
}

bool clickTab(const QWidget &widget, const QString &name)
{
    for (auto *bar : widget.findChildren<QTabBar *>()) {
        for (int i = 0; bar->isVisible() && i < bar->count(); ++i) {
            if (bar->tabText(i).section(QLatin1Char('\t'), 0, 0) == name) {
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                return bar->currentIndex() == i;
            }
        }
    }
    return false;
}

} // namespace berth::test
