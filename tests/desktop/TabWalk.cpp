// SPDX-License-Identifier: Apache-2.0
#include "TabWalk.h"

#include <QApplication>
#include <QTest>

#include "WindowChecks.h"

namespace berth::test {

namespace {

/// True if `b` is read before `a`.
bool isBefore(const QRect &b, const QRect &a)
{
    const int shared = qMin(a.bottom(), b.bottom()) - qMax(a.top(), b.top()) + 1;
    if (2 * shared >= qMin(a.height(), b.height())) // side by side
        return b.center().x() < a.center().x();
    return b.center().y() < a.center().y();
}

void readingOrder(const QWidget &part, const QList<QWidget *> &stops, QStringList &found)
{
    QList<QWidget *> children;
    for (auto *stop : stops) {
        if (stop == &part)
            continue;
        auto *child = stop;
        while (child->parentWidget() != &part)
            child = child->parentWidget();
        if (!children.isEmpty() && children.last() == child)
            continue;
        if (children.contains(child)) {
            found << QStringLiteral("Tab leaves %1 and comes back to it").arg(described(*child));
            return;
        }
        children << child;
    }
    for (int i = 1; i < children.size(); ++i) {
        for (int j = 0; j < i; ++j) {
            if (isBefore(children.at(i)->geometry(), children.at(j)->geometry())) {
                found << QStringLiteral("Tab comes to %1 only after %2").arg(described(*children.at(i)), described(*children.at(j)));
                i = int(children.size()) - 1;
                break;
            }
        }
    }
    for (const auto *child : children) {
        QList<QWidget *> inside;
        for (auto *stop : stops) {
            if (child->isAncestorOf(stop))
                inside << stop;
        }
        if (!inside.isEmpty())
            readingOrder(*child, inside, found);
    }
}

/// The stops as the keys meet them, from the first on; ends where one is met again.
QList<QWidget *> round(const QWidget &window, QWidget &first, bool back, QStringList &found)
{
    QList<QWidget *> met;
    first.setFocus(back ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    const auto limit = tabStopsOf(window).size() + 3;
    while (met.size() < limit) {
        auto *now = QApplication::focusWidget();
        if (!now || now->window() != &window) {
            found << QStringLiteral("Tab leaves the window behind %1").arg(met.isEmpty() ? QStringLiteral("the first stop") : described(*met.last()));
            break;
        }
        if (!met.isEmpty() && met.last() == now) {
            if (limit > 4)
                found << QStringLiteral("Tab stays in %1").arg(described(*now));
            break;
        }
        if (met.contains(now)) {
            if (now != met.first())
                found << QStringLiteral("Tab comes back to %1 before the round is over").arg(described(*now));
            break;
        }
        met << now;
        QTest::keyClick(now, Qt::Key_Tab, back ? Qt::ShiftModifier : Qt::NoModifier);
    }
    return met;
}

} // namespace

QList<QWidget *> tabStopsOf(const QWidget &window)
{
    QList<QWidget *> stops;
    // In the order of Qt's own chain, which begins behind the window.
    for (auto *widget = window.nextInFocusChain(); widget && widget != &window; widget = widget->nextInFocusChain()) {
        if (widget->window() == &window && widget->isVisibleTo(&window) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus
            && !widget->focusProxy())
            stops << widget;
    }
    return stops;
}

QStringList tabFaultsIn(QWidget &window)
{
    QStringList found;
    auto stops = tabStopsOf(window);
    if (stops.isEmpty())
        return found;
    if (QApplication::activeWindow() != &window) {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window, 3000))
            return {QStringLiteral("the window does not come to the front")};
    }
    // The program orders its windows when Tab is struck.
    stops.first()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(stops.first(), Qt::Key_Tab);
    stops = tabStopsOf(window);
    const auto met = round(window, *stops.first(), false, found);
    const auto now = tabStopsOf(window); // what the walk itself has opened or closed
    for (auto *stop : now) {
        if (!met.contains(stop))
            found << QStringLiteral("Tab does not reach %1").arg(described(*stop));
    }
    if (!found.isEmpty())
        return found;
    auto back = round(window, *stops.first(), true, found);
    std::reverse(back.begin() + 1, back.end());
    for (qsizetype i = 0; found.isEmpty() && i < met.size(); ++i) {
        if (back.value(i) != met.at(i))
            found << QStringLiteral("Shift+Tab goes another way than Tab at %1").arg(described(*met.at(i)));
    }
    // From what only the mouse reaches, Tab leads back into the round.
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (widget->window() != &window || !widget->isVisibleTo(&window) || !widget->isEnabled() || met.contains(widget)
            || !(widget->focusPolicy() & Qt::ClickFocus) || widget->focusProxy())
            continue;
        widget->setFocus(Qt::MouseFocusReason);
        QTest::keyClick(widget, Qt::Key_Tab);
        if (!met.contains(QApplication::focusWidget()))
            found << QStringLiteral("Tab does not lead from %1 into the round").arg(described(*widget));
    }
    // A round may begin anywhere; what is said is of the one that Qt begins with.
    QStringList order;
    readingOrder(window, met, order);
    auto turned = met;
    for (qsizetype i = 1; i < met.size() && !order.isEmpty(); ++i) {
        turned.append(turned.takeFirst());
        QStringList wrong;
        readingOrder(window, turned, wrong);
        if (wrong.isEmpty())
            order.clear();
    }
    return found + order;
}

} // namespace berth::test
