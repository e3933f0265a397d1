// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace berth {

/// What a kind of server is called; one that this program does not know by its id.
QString kindName(const QString &kind);

/// Name of the glyph that stands for it in lists.
const char *kindGlyph(const QString &kind);

/// The tile of a kind: its letter, white on its colour.
void paintKindTile(QPainter *painter, const QRect &rect, const QString &kind);

} // namespace berth
