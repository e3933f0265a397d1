// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/KindTile.h"

#include <QPainter>

#include "client/drivers/Drivers.h"
#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth {

QString kindName(const QString &kind)
{
    const auto *driver = driverOf(kind);
    return driver ? driver->name : kind;
}

const char *kindGlyph(const QString &kind)
{
    const auto *driver = driverOf(kind);
    return driver ? driver->glyph : "server";
}

void paintKindTile(QPainter *painter, const QRect &rect, const QString &kind)
{
    const auto *driver = driverOf(kind);
    const Theme &t = Theme::current();
    paintRounded(painter, rect, 7, driver ? QColor::fromRgb(driver->tileColour) : t.text3);
    painter->save();
    painter->setPen(t.onTile);
    painter->setFont(fontFor(TextRole::BodyStrong));
    painter->drawText(rect, Qt::AlignCenter, driver ? driver->letter : QStringLiteral("?"));
    painter->restore();
}

} // namespace berth
