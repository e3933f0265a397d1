// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/TabOrder.h"

#include <QWidget>

namespace berth {

namespace {

bool isStop(const QWidget &widget) { return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy(); }

bool isReadBefore(const QRect &one, const QRect &other)
{
    const int shared = qMin(one.bottom(), other.bottom()) - qMax(one.top(), other.top()) + 1;
    if (2 * shared >= qMin(one.height(), other.height())) // side by side
        return one.center().x() < other.center().x();
    return one.center().y() < other.center().y();
}

QList<QWidget *> stopsIn(QWidget &part, QWidget &window)
{
    QList<std::pair<QRect, QList<QWidget *>>> inside;
    for (auto *object : part.children()) {
        auto *child = qobject_cast<QWidget *>(object);
        if (!child || child->isWindow() || !child->isVisibleTo(&window))
            continue;
        auto stops = stopsIn(*child, window);
        if (stops.isEmpty())
            continue;
        qsizetype at = 0;
        while (at < inside.size() && !isReadBefore(child->geometry(), inside.at(at).first))
            ++at;
        inside.insert(at, {child->geometry(), stops});
    }
    QList<QWidget *> all;
    if (&part != &window && isStop(part))
        all << &part;
    for (const auto &[place, stops] : std::as_const(inside))
        all << stops;
    return all;
}

} // namespace

void orderByReading(QWidget &window)
{
    const auto wanted = stopsIn(window, window);
    QList<QWidget *> present;
    for (auto *widget = window.nextInFocusChain(); widget && widget != &window; widget = widget->nextInFocusChain()) {
        if (wanted.contains(widget))
            present << widget;
    }
    if (present == wanted)
        return;
    for (qsizetype i = 1; i < wanted.size(); ++i)
        QWidget::setTabOrder(wanted.at(i - 1), wanted.at(i));
}

} // namespace berth
