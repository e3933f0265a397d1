// SPDX-License-Identifier: Apache-2.0
#include "WindowChecks.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTextEdit>

namespace berth::test {

namespace {

QString wordsOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget); button && !button->text().isEmpty())
        return button->text();
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
        return box->title();
    return !widget.accessibleName().isEmpty() ? widget.accessibleName() : widget.objectName();
}

/// The label that says what a control is for, if there is one.
bool hasBuddy(const QWidget &control)
{
    const auto labels = control.window()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->buddy() == &control && !label->text().isEmpty(); });
}

bool isOperated(const QWidget &widget)
{
    if (isInner(widget))
        return false;
    if (qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QTabBar *>(&widget) || qobject_cast<const QTextEdit *>(&widget)
        || qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QAbstractSlider *>(&widget))
        return true;
    const auto *view = qobject_cast<const QAbstractItemView *>(&widget);
    return view || ((widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy());
}

QString nameOf(QWidget &widget)
{
    // These report what they show as their name.
    if (qobject_cast<QComboBox *>(&widget) || qobject_cast<QAbstractSpinBox *>(&widget) || qobject_cast<QLineEdit *>(&widget))
        return !widget.accessibleName().isEmpty() ? widget.accessibleName() : hasBuddy(widget) ? QStringLiteral("buddy") : QString();
    auto *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(QAccessible::Name) : widget.accessibleName();
}

QStringList sharing(const QHash<QChar, QStringList> &owners)
{
    QStringList found;
    for (auto it = owners.begin(); it != owners.end(); ++it) {
        if (it->size() > 1)
            found << QStringLiteral("Alt+%1 belongs to %2").arg(it.key()).arg(it->join(QStringLiteral(" and ")));
    }
    return found;
}

void addMnemonic(QHash<QChar, QStringList> &owners, const QString &text)
{
    const QString keys = QKeySequence::mnemonic(text).toString();
    if (!keys.isEmpty())
        owners[keys.back()] << QStringLiteral("“%1”").arg(text);
}

} // namespace

QString described(const QWidget &widget)
{
    QString place;
    for (const auto *above = widget.parentWidget(); above && place.isEmpty(); above = above->parentWidget()) {
        const QString name = QLatin1String(above->metaObject()->className());
        if (name.startsWith(QLatin1String("berth::")) && !name.endsWith(QLatin1String("Sheet")))
            place = name.mid(7);
    }
    const QString name = QString(QLatin1String(widget.metaObject()->className())).remove(QLatin1String("berth::"));
    return QStringLiteral("%1 “%2” in %3").arg(name, wordsOf(widget).left(60), place.isEmpty() ? QStringLiteral("the window") : place);
}

bool isInner(const QWidget &widget)
{
    const auto *parent = widget.parentWidget();
    return widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar *>(&widget) || qobject_cast<const QHeaderView *>(&widget)
        || qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QTabBar *>(parent) || qobject_cast<const QAbstractItemView *>(parent) || qobject_cast<const QPlainTextEdit *>(parent);
}

QStringList namelessIn(const QWidget &window)
{
    QStringList found;
    forShown(window, [&](QWidget &widget) {
        if (isOperated(widget) && nameOf(widget).isEmpty())
            found << described(widget);
    });
    return found;
}

QStringList sameMnemonicsIn(const QWidget &window)
{
    QHash<QChar, QStringList> owners;
    forShown(window, [&](QWidget &widget) {
        const auto *label = qobject_cast<QLabel *>(&widget);
        if (qobject_cast<QAbstractButton *>(&widget) || qobject_cast<QGroupBox *>(&widget) || (label && label->buddy()))
            addMnemonic(owners, wordsOf(widget));
        if (const auto *tabs = qobject_cast<QTabBar *>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                addMnemonic(owners, tabs->tabText(i));
        }
    });
    return sharing(owners);
}

QStringList sameMnemonicsIn(const QMenu &menu)
{
    QHash<QChar, QStringList> owners;
    for (const auto *action : menu.actions()) {
        if (action->isVisible())
            addMnemonic(owners, action->text());
    }
    return sharing(owners);
}

QStringList outgrownIn(const QWidget &window, const QSize &screen)
{
    QStringList found;
    if (window.width() > screen.width() || window.height() > screen.height())
        found << QStringLiteral("%1 × %2 is more than the screen: %3").arg(window.width()).arg(window.height()).arg(described(window));
    forShown(window, [&](QWidget &widget) {
        const auto *view = qobject_cast<QAbstractItemView *>(&widget);
        const auto *header = view ? view->findChild<QHeaderView *>() : nullptr;
        if (header && header->isVisible() && view->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && header->length() > view->viewport()->width())
            found << QStringLiteral("columns of %1 in %2: %3").arg(header->length()).arg(view->viewport()->width()).arg(described(widget));
        if (isInner(widget) || qobject_cast<QAbstractItemView *>(widget.parentWidget())
            || (widget.parentWidget() && isInner(*widget.parentWidget()) && qobject_cast<QAbstractItemView *>(widget.parentWidget()->parentWidget())))
            return;
        QRect room = widget.parentWidget()->rect();
        if (const auto *area = qobject_cast<QAbstractScrollArea *>(widget.parentWidget()->parentWidget()); area && area->viewport() == widget.parentWidget()) {
            // What scrolls may be larger in that direction.
            if (area->verticalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
                room.adjust(0, -100000, 0, 100000);
        }
        if (!room.contains(widget.geometry()) && !widget.geometry().isEmpty())
            found << QStringLiteral("at %1, %2 with %3 × %4 it leaves its parent of %5 × %6: %7")
                         .arg(widget.x())
                         .arg(widget.y())
                         .arg(widget.width())
                         .arg(widget.height())
                         .arg(widget.parentWidget()->width())
                         .arg(widget.parentWidget()->height())
                         .arg(described(widget));
    });
    return found;
}

} // namespace berth::test
