// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/Sheet.h"

#include <QPainter>

#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth {

Sheet::Sheet(QWidget *parent)
    : QWidget(parent)
{
}

Sheet::Sheet(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
}

void Sheet::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    switch (m_kind) {
    case Kind::Sheet: paintRounded(&painter, rect(), 10, t.surface, t.line); return;
    case Kind::Card: paintRounded(&painter, rect(), 8, t.surface, t.line); return;
    case Kind::Raised: paintRounded(&painter, rect(), 8, t.raised); return;
    case Kind::Side: painter.fillRect(rect(), t.raised); return;
    case Kind::Foot:
        painter.fillRect(rect(), t.raised);
        painter.fillRect(QRect(0, 0, width(), 1), t.line);
        return;
    }
}

} // namespace berth
