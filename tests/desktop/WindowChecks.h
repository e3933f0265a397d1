// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QStringList>
#include <QWidget>

class QMenu;

/// Faults that a person would meet in a window as it is shown now, a line each.
namespace berth::test {

/// What can be operated and has no name for a screen reader.
QStringList namelessIn(const QWidget &window);

/// Buttons, tabs and labels of fields that answer to the same letter.
QStringList sameMnemonicsIn(const QWidget &window);
QStringList sameMnemonicsIn(const QMenu &menu);

/// Texts that have less room than they need and do not tell the rest in a tooltip.
QStringList cutTextsIn(const QWidget &window);
QStringList cutTextsIn(const QMenu &menu);

/// Widgets that reach out of their parent, columns beside the list, a window larger than that.
QStringList outgrownIn(const QWidget &window, const QSize &screen);

/// A widget as a fault names it: class, words, and the nearest part of the program that it stands in.
QString described(const QWidget &widget);

/// Qt's own parts of a control, which are no controls to a person.
bool isInner(const QWidget &widget);

/// Calls `look` for each widget that can be seen in the window, the window itself and others that belong to it aside.
template <typename Look> void forShown(const QWidget &window, Look look)
{
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (widget->window() == &window && widget->isVisibleTo(&window))
            look(*widget);
    }
}

} // namespace berth::test
