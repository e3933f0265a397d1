// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QString>

#include "client/auth/Connection.h"

class QPainter;

namespace berth {

/// What a kind of server is called.
QString kindName(ServerKind kind);

/// Name of the glyph that stands for it in lists.
const char *kindGlyph(ServerKind kind);

/// The tile of a kind: its letter, white on its colour.
void paintKindTile(QPainter *painter, const QRect &rect, ServerKind kind);

} // namespace berth
