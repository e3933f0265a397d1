// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/ElidedLabel.h"

#include <QPainter>

namespace berth {

ElidedLabel::ElidedLabel(QWidget *parent)
    : ElidedLabel({}, TextRole::Body, Shade::Text, parent)
{
}

ElidedLabel::ElidedLabel(const QString &text, TextRole role, Shade shade, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
    , m_shade(shade)
{
    setFont(fontFor(role));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setRole(const QString &name)
{
    m_role = textRoleNamed(name);
    setFont(fontFor(m_role));
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(shown() == text ? QString() : text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    // Other scripts than the font's own bring taller lines.
    const QSize text = fontMetrics().size(Qt::TextSingleLine, m_text);
    return {fontMetrics().horizontalAdvance(m_text) + 2, qMax(text.height(), fontMetrics().height())};
}

QSize ElidedLabel::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 6, sizeHint().height()}; }

QString ElidedLabel::shown() const { return fontMetrics().elidedText(m_text, Qt::ElideMiddle, width()); }

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setToolTip(shown() == m_text ? QString() : m_text);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? shadeColour(m_shade) : Theme::current().disabled);
    painter.drawText(rect(), int(m_alignment | Qt::AlignVCenter), shown());
}

} // namespace berth
