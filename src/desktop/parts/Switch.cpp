// SPDX-License-Identifier: Apache-2.0
#include "desktop/parts/Switch.h"

#include <QPainter>

#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth {

Switch::Switch(QWidget *parent)
    : QCheckBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Switch::Switch(const QString &name, QWidget *parent)
    : Switch(parent)
{
    setAccessibleName(name);
}

void Switch::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect track(3, (height() - 16) / 2, 32, 16);
    if (hasFocus())
        paintRounded(&painter, track.adjusted(-3, -3, 3, 3), 11, {}, t.accent, 2);
    const QColor edge = !isEnabled() ? t.disabled : isChecked() ? t.accent : t.border;
    paintRounded(&painter, track, 8, isChecked() ? edge : t.field, edge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? t.onAccent : edge);
    const int size = isChecked() ? 10 : 8;
    const int x = isChecked() ? track.right() - size - 2 : track.left() + 4;
    painter.drawEllipse(QRect(x, track.center().y() - size / 2 + 1, size, size));
}

} // namespace berth
