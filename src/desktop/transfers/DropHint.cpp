// SPDX-License-Identifier: Apache-2.0
#include "desktop/transfers/DropHint.h"

#include <QHBoxLayout>
#include <QPainter>

#include "desktop/parts/Parts.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Icons.h"

namespace berth {

DropHint::DropHint(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, TextRole::Body, Shade::Text, this))
{
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 2, 16, 2);
    row->addWidget(m_text);
}

void DropHint::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void DropHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRounded(&painter, rect(), 10, Theme::current().accentSoft);
    paintIcon(&painter, {16, height() / 2 - 9, 18, 18}, "drop", Tint::Accent);
}

} // namespace berth
