// SPDX-License-Identifier: Apache-2.0
#include "desktop/sessions/KindTile.h"

#include <QCoreApplication>
#include <QPainter>

#include "desktop/style/BerthStyle.h"
#include "desktop/style/Theme.h"

namespace berth {

QString kindName(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Ncr: return QStringLiteral("NHN Container Registry");
    case ServerKind::Berth: return QStringLiteral("Berth");
    case ServerKind::Registry: return QStringLiteral("Docker Registry");
    }
    return {};
}

const char *kindGlyph(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Ncr: return "cloud";
    case ServerKind::Berth: return "server";
    case ServerKind::Registry: return "globe";
    }
    return "server";
}

void paintKindTile(QPainter *painter, const QRect &rect, ServerKind kind)
{
    const Theme &t = Theme::current();
    const QColor ground = kind == ServerKind::Ncr ? t.tileNcr : kind == ServerKind::Berth ? t.tileBerth : t.tileRegistry;
    paintRounded(painter, rect, 7, ground);
    painter->save();
    painter->setPen(t.onTile);
    painter->setFont(fontFor(TextRole::BodyStrong));
    painter->drawText(rect, Qt::AlignCenter,
        kind == ServerKind::Ncr         ? QStringLiteral("N")
            : kind == ServerKind::Berth ? QStringLiteral("B")
                                        : QStringLiteral("R"));
    painter->restore();
}

} // namespace berth
