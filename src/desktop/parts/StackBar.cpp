// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/StackBar.h"

#include <QPainter>

#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth {

namespace {

QColor colourOf(StackBar::Fill fill)
{
    const Theme &t = Theme::current();
    switch (fill) {
    case StackBar::Fill::Accent: return t.accent;
    case StackBar::Fill::Deleted:
    case StackBar::Fill::Danger: return t.danger;
    case StackBar::Fill::Protected: return t.protectedKept;
    case StackBar::Fill::Ok: return t.ok;
    case StackBar::Fill::Paused:
    case StackBar::Fill::Hatched: return t.border;
    }
    return t.accent;
}

} // namespace

StackBar::StackBar(int height, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_height(height)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StackBar::setParts(const QList<std::pair<double, Fill>> &parts, bool asStrip)
{
    m_parts = parts;
    m_isStrip = asStrip;
    update();
}

void StackBar::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    const qreal radius = m_isStrip ? 3 : height() / 2.0;
    if (!m_isStrip)
        paintRounded(&painter, rect(), radius, t.fill2);
    double total = m_isStrip ? 0 : 1;
    for (const auto &part : m_parts)
        total += m_isStrip ? part.first : 0;
    if (total <= 0)
        return;
    const qreal gap = m_isStrip ? 3 : 0;
    const qreal room = width() - gap * qMax(0, int(m_parts.size()) - 1);
    qreal x = 0;
    for (const auto &[share, fill] : m_parts) {
        const qreal width = qMax(m_isStrip ? 8.0 : 0.0, room * share / total);
        const QRectF where(x, 0, width, height());
        if (width >= 1) {
            if (fill == Fill::Hatched || fill == Fill::Deleted) {
                const bool isDeleted = fill == Fill::Deleted;
                paintRounded(&painter, where, radius, isDeleted ? t.danger : t.fill);
                painter.save();
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setClipRect(where);
                painter.setPen(QPen(isDeleted ? t.dangerSoft : t.line2, 1.4));
                for (qreal at = where.left() - height(); at < where.right(); at += 5)
                    painter.drawLine(QPointF(at, height()), QPointF(at + height(), 0));
                painter.restore();
            } else {
                paintRounded(&painter, where, radius, colourOf(fill));
            }
        }
        x += width + gap;
    }
}

} // namespace berth
