// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/StateMark.h"

#include <QPainter>

#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"

namespace berth {

void paintStateMark(QPainter *painter, const QRect &rect, StateMark::State state)
{
    const Theme &t = Theme::current();
    const QRectF dot(rect.center().x() - 3.5, rect.center().y() - 3.5, 8, 8);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (state) {
    case StateMark::State::On:
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.ok);
        painter->drawEllipse(dot);
        break;
    case StateMark::State::Off:
        painter->setPen(QPen(t.text2, 1.6));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(dot.adjusted(0.8, 0.8, -0.8, -0.8));
        break;
    case StateMark::State::Busy:
        painter->setPen(QPen(t.accent, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter->drawArc(dot.adjusted(0.5, 0.5, -0.5, -0.5), 40 * 16, 270 * 16);
        break;
    case StateMark::State::Error: paintIcon(painter, {rect.center().x() - 6, rect.center().y() - 6, 14, 14}, "warn", Tint::Danger); break;
    case StateMark::State::Locked: paintIcon(painter, {rect.center().x() - 6, rect.center().y() - 6, 14, 14}, "lock", Tint::Warn); break;
    }
    painter->restore();
}

StateMark::StateMark(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(16, 16);
}

void StateMark::setState(State state)
{
    m_state = state;
    update();
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStateMark(&painter, rect(), m_state);
}

} // namespace berth
