// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPushButton>

#include "desktop/style/Icons.h"
#include "desktop/style/Theme.h"

namespace berth {

/// Makers of the small parts that every pane uses; each result belongs to its parent.
QPushButton *makeButton(const QString &text, const char *kind, const char *glyph, QWidget *parent);

/// A button of a glyph alone, with its name for screen readers and as tooltip.
QPushButton *makeIconButton(const char *glyph, const QString &name, QWidget *parent);

enum class Shade { Text, Text2, Text3, Danger, Warn };
/// The theme's colour of a shade, as it is now.
QColor shadeColour(Shade shade);

QLabel *makeLabel(const QString &text, TextRole role, Shade shade, QWidget *parent);

} // namespace berth
