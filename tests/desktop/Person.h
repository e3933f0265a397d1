// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <Qt>

class QAbstractItemView;
class QDialog;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QTreeView;
class QWidget;

/// What a person does at a window and reads in it. Deeds wait up to 10 s until they can be done, and are false if they never could.
namespace berth::test {

/// All words that can be seen in the widget now, a line each.
QString wordsIn(const QWidget &widget);

/// Waits until that can be read in the widget; false after `timeoutMs`.
bool reads(const QWidget &widget, const QString &words, int timeoutMs = 10000);

/// The button that can be seen with these words or this name; null if there is none.
QPushButton *buttonIn(const QWidget &widget, const QString &words);

/// Clicks that button once it can be seen and is enabled.
bool press(const QWidget &widget, const QString &words);

/// Clicks into the field of that label and types over what is in it.
bool type(const QWidget &widget, const QString &label, const QString &text);

/// Picks from the combo box of that label with the keyboard.
bool pick(const QWidget &widget, const QString &label, const QString &choice);

/// Clicks into a field of the window that is in front.
bool clickInto(QLineEdit &field);

/// Strikes a key in the window, where it may be a shortcut.
bool strike(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers = {});

/// The dialog that is open; null if none came.
QDialog *openDialog();

/// Waits until no dialog is open.
bool noDialog();

/// What a column of the view shows, top rows only.
QStringList textsOf(const QAbstractItemView &view, int column = 0);

/// The first row that shows that text in any column; invalid if there is none.
QModelIndex rowWith(const QAbstractItemView &view, const QString &text);

/// Clicks that row once it is there.
bool clickRow(QAbstractItemView &view, const QString &text);
bool doubleClickRow(QAbstractItemView &view, const QString &text);

/// Opens the context menu of that row and chooses an entry that is enabled.
bool chooseFor(QAbstractItemView &view, const QString &row, const QString &entry);

/// Clicks the tab of that name, counts aside.
bool clickTab(const QWidget &widget, const QString &name);

} // namespace berth::test
