// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/ElidedLabel.h"

#include <QPainter>

namespace berth {

ElidedLabel::ElidedLabel(const QString &text, TextRole role, Shade shade, QWidget *parent)
    : QWidget(parent)
    , m_shade(shade)
{
    setFont(fontFor(role));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 6, fontMetrics().height()}; }

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? shadeColour(m_shade) : Theme::current().disabled);
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideMiddle, width());
    setToolTip(shown == m_text ? QString() : m_text);
    painter.drawText(rect(), int(m_alignment | Qt::AlignVCenter), shown);
}

} // namespace berth
