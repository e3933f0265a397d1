// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>

namespace berth {

/// What colour a glyph takes; read when it is painted, so that a change of theme needs no reload.
enum class Tint { Text, Text2, Text3, Accent, AccentText, OnAccent, OnDanger, Ok, Warn, Danger, Protected };

/// A glyph of the program's own set (resources/icons), sharp at every size and scale; disabled ones in the disabled colour.
QIcon icon(const char *name, Tint tint = Tint::Text2);

/// A glyph painted at once, for delegates.
void paintIcon(QPainter *painter, const QRect &rect, const char *name, Tint tint, bool enabled = true);

/// The program's mark, in its own colours.
QIcon markIcon();

/// The tray's mark for a state, in one colour that suits light and dark panels: "running", "busy", "stopped", "error".
QIcon trayIcon(const QString &state);

} // namespace berth
